/// A sentence read as ordinary words: what every name has to beat.
///
/// The likeliest sequence of words is summed from the left and from the right, so that the cost of cutting a name out of
/// it is known at once for every candidate.
struct OrdinaryReading {
  /// What is known of one index.
  private struct Node {
    /// Log probability of the likeliest words up to it, from the start of the sentence.
    var forward = -Float.infinity
    /// The same from it to the end.
    var backward = -Float.infinity
    /// Lengths of the last of the likeliest words up to it, and of the first from it on.
    var lastLength: UInt8 = 1
    var firstLength: UInt8 = 1
  }
  private let base: Int
  private let nodes: [Node]
  /// Log probability of the word of each length that starts at an index, `longestWord` slots an index.
  private let words: [Float]
  /// The letter of the kind of each of these words.
  private let classes: [UInt8]

  /// Longest word of the table.
  static let longestWord = 4

  init(scalars: [UInt32], range: Range<Int>, tables: NameTables) {
    base = range.lowerBound
    let count = range.count
    var allNodes = [Node](repeating: Node(), count: count + 1)
    var allWords = [Float](repeating: -.infinity, count: count * Self.longestWord)
    var allClasses = [UInt8](repeating: 0, count: count * Self.longestWord)
    // Spans: arrays would ask at each write whether somebody shares them.
    var nodes = allNodes.mutableSpan
    var words = allWords.mutableSpan
    var classes = allClasses.mutableSpan
    nodes[0].forward = 0
    for here in 0..<count {
      let scalar = scalars[base + here]
      let first = tables.characters[scalar]
      let slot = here * Self.longestWord
      let value = first.isHan ? first.ordinary : 0
      words[slot] = value
      classes[slot] = first.wordClass
      let forward = nodes[here].forward
      if forward + value > nodes[here + 1].forward {
        nodes[here + 1].forward = forward + value
        nodes[here + 1].lastLength = 1
      }
      guard first.isHan, first.longestWord > 1 else { continue }
      var text = PackedText(scalar)
      for length in 2...min(Self.longestWord, Int(first.longestWord)) where here + length <= count {
        text.append(scalars[base + here + length - 1])
        if length == 2, !tables.ordinaryStarts.mayContain(text) { break }
        guard let (value, mark) = tables.ordinary.marked(text) else { continue }
        words[slot + length - 1] = value
        classes[slot + length - 1] = UInt8(clamping: mark)
        if forward + value > nodes[here + length].forward {
          nodes[here + length].forward = forward + value
          nodes[here + length].lastLength = UInt8(length)
        }
      }
    }
    nodes[count].backward = 0
    for here in stride(from: count - 1, through: 0, by: -1) {
      var (most, mostLength) = (-Float.infinity, 1)
      for length in 1...min(Self.longestWord, count - here) {
        let value = words[here * Self.longestWord + length - 1] + nodes[here + length].backward
        if value > most { (most, mostLength) = (value, length) }
      }
      nodes[here].backward = most
      nodes[here].firstLength = UInt8(mostLength)
    }
    (self.nodes, self.words, self.classes) = (allNodes, allWords, allClasses)
  }

  /// Log probability of the likeliest words that fill a range exactly.
  func inside(_ range: Range<Int>) -> Float {
    let count = range.count
    let first = (range.lowerBound - base) * Self.longestWord
    // Most names have two or three characters.
    if count == 2 || count == 3 {
      let one = words[first]
      let two = max(words[first + 1], one + words[first + Self.longestWord])
      guard count == 3 else { return two }
      return max(
        max(words[first + 2], one + words[first + Self.longestWord + 1]), two + words[first + 2 * Self.longestWord])
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
    max(
      0,
      nodes[nodes.count - 1].forward - nodes[range.lowerBound - base].forward - inside
        - nodes[range.upperBound - base].backward)
  }

  /// The last of the likeliest words from the start of the sentence to an index, which is not the start.
  func wordBefore(_ index: Int) -> (length: Int, wordClass: UInt8) {
    let length = Int(nodes[index - base].lastLength)
    return (length, classes[(index - base - length) * Self.longestWord + length - 1])
  }

  /// The first of the likeliest words from an index, which is not the end, to the end of the sentence.
  func wordAfter(_ index: Int) -> (length: Int, wordClass: UInt8) {
    let length = Int(nodes[index - base].firstLength)
    return (length, classes[(index - base) * Self.longestWord + length - 1])
  }

  /// Whether the range, of two characters or more, is one word of the table.
  func isWord(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count <= Self.longestWord
      && words[(range.lowerBound - base) * Self.longestWord + range.count - 1] > -.infinity
  }
}
