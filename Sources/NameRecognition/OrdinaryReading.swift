/// A sentence read as ordinary words: what every name has to beat.
///
/// The likeliest sequence of words is summed from the left and from the right, so that the cost of cutting a name out of
/// it is known at once for every candidate.
struct OrdinaryReading {
  private let base: Int
  /// Log probability of the likeliest words up to an index, from the start of the sentence.
  private var forward: [Float]
  /// The same from an index to the end.
  private var backward: [Float]
  /// Log probability of the word of each length that starts at an index, `longestWord` slots an index.
  private var words: [Float]

  /// Longest word of the table.
  static let longestWord = 4

  init(scalars: [UInt32], range: Range<Int>, tables: NameTables) {
    base = range.lowerBound
    let count = range.count
    forward = Array(repeating: -.infinity, count: count + 1)
    backward = forward
    forward[0] = 0
    words = [Float](repeating: -.infinity, count: count * Self.longestWord)
    for here in 0..<count {
      let first = tables.characters[scalars[base + here]]
      let slot = here * Self.longestWord
      words[slot] = first.isHan ? first.ordinary : 0
      forward[here + 1] = max(forward[here + 1], forward[here] + words[slot])
      guard first.isHan, first.longestWord > 1 else { continue }
      var text = PackedText(scalars[base + here])
      for length in 2...min(Self.longestWord, Int(first.longestWord)) where here + length <= count {
        text.append(scalars[base + here + length - 1])
        if length == 2, !tables.ordinaryStarts.mayContain(text) { break }
        guard let value = tables.ordinary[text] else { continue }
        words[slot + length - 1] = value
        forward[here + length] = max(forward[here + length], forward[here] + value)
      }
    }
    backward[count] = 0
    for here in stride(from: count - 1, through: 0, by: -1) {
      for length in 1...min(Self.longestWord, count - here) {
        backward[here] = max(
          backward[here], words[here * Self.longestWord + length - 1] + backward[here + length])
      }
    }
  }

  /// Log probability of the likeliest words that fill a range exactly.
  func inside(_ range: Range<Int>) -> Float {
    let count = range.count
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

  /// Whether the range, of two characters or more, is one word of the table.
  func isWord(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count <= Self.longestWord
      && words[(range.lowerBound - base) * Self.longestWord + range.count - 1] > -.infinity
  }
}
