/// A sentence read as ordinary words: what every name has to beat.
///
/// The likeliest sequence of words is summed from the left and from the right, so that the cost of cutting a name out of
/// it is known at once for every candidate.
final class OrdinaryReading {
  private let base: Int
  /// Log probability of the likeliest words up to an index, from the start of the sentence.
  private let forward: [Float]
  /// The same from an index to the end.
  private let backward: [Float]
  /// Log probability of the word of each length that starts at an index, `longestWord` slots an index.
  private let words: [Float]
  /// The letter of the kind of each of these words.
  private let classes: [UInt8]
  /// Lengths of the last of the likeliest words up to an index, and of the first from an index on.
  private let lastLength: [UInt8]
  private let firstLength: [UInt8]

  /// Longest word of the table.
  static let longestWord = 4

  init(scalars: [UInt32], range: Range<Int>, tables: NameTables) {
    base = range.lowerBound
    let count = range.count
    var forward: [Float] = Array(repeating: -.infinity, count: count + 1)
    var backward = forward
    forward[0] = 0
    var words = [Float](repeating: -.infinity, count: count * Self.longestWord)
    var classes = [UInt8](repeating: 0, count: count * Self.longestWord)
    var lastLength = [UInt8](repeating: 1, count: count + 1)
    var firstLength = lastLength
    for here in 0..<count {
      let first = tables.characters[scalars[base + here]]
      let slot = here * Self.longestWord
      words[slot] = first.isHan ? first.ordinary : 0
      classes[slot] = first.wordClass
      if forward[here] + words[slot] > forward[here + 1] {
        forward[here + 1] = forward[here] + words[slot]
        lastLength[here + 1] = 1
      }
      guard first.isHan, first.longestWord > 1 else { continue }
      var text = PackedText(scalars[base + here])
      for length in 2...min(Self.longestWord, Int(first.longestWord)) where here + length <= count {
        text.append(scalars[base + here + length - 1])
        if length == 2, !tables.ordinaryStarts.mayContain(text) { break }
        guard let (value, mark) = tables.ordinary.marked(text) else { continue }
        words[slot + length - 1] = value
        classes[slot + length - 1] = UInt8(clamping: mark)
        if forward[here] + value > forward[here + length] {
          forward[here + length] = forward[here] + value
          lastLength[here + length] = UInt8(length)
        }
      }
    }
    backward[count] = 0
    for here in stride(from: count - 1, through: 0, by: -1) {
      for length in 1...min(Self.longestWord, count - here) {
        let value = words[here * Self.longestWord + length - 1] + backward[here + length]
        if value > backward[here] {
          backward[here] = value
          firstLength[here] = UInt8(length)
        }
      }
    }
    (self.forward, self.backward, self.words, self.classes) = (forward, backward, words, classes)
    (self.lastLength, self.firstLength) = (lastLength, firstLength)
  }

  /// Log probability of the likeliest words that fill a range exactly.
  func inside(_ range: Range<Int>) -> Float {
    let count = range.count
    let first = (range.lowerBound - base) * Self.longestWord
    if count == 2 { return max(words[first] + words[first + Self.longestWord], words[first + 1]) }
    if count == 3 {
      let (second, third) = (first + Self.longestWord, first + 2 * Self.longestWord)
      let one = words[first] + max(words[second] + words[third], words[second + 1])
      return max(one, words[first + 1] + words[third], words[first + 2])
    }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: count + 1) { best in
      best.initialize(repeating: -.infinity)
      best[0] = 0
      for here in 0..<count {
        let slot = (range.lowerBound - base + here) * Self.longestWord
        for length in 1...min(Self.longestWord, count - here) {
          best[here + length] = max(best[here + length], best[here] + words[slot + length - 1])
        }
      }
      return best[count]
    }
  }

  /// How much likelier the sentence is when words may run across the ends of a range; 0 where it loses nothing.
  func across(_ range: Range<Int>, inside: Float) -> Float {
    max(0, forward[forward.count - 1] - forward[range.lowerBound - base] - inside - backward[range.upperBound - base])
  }

  /// The last of the likeliest words from the start of the sentence to an index, which is not the start.
  func wordBefore(_ index: Int) -> (length: Int, wordClass: UInt8) {
    let length = Int(lastLength[index - base])
    return (length, classes[(index - base - length) * Self.longestWord + length - 1])
  }

  /// The first of the likeliest words from an index, which is not the end, to the end of the sentence.
  func wordAfter(_ index: Int) -> (length: Int, wordClass: UInt8) {
    let length = Int(firstLength[index - base])
    return (length, classes[(index - base) * Self.longestWord + length - 1])
  }

  /// Whether the range, of two characters or more, is one word of the table.
  func isWord(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count <= Self.longestWord
      && words[(range.lowerBound - base) * Self.longestWord + range.count - 1] > -.infinity
  }
}
