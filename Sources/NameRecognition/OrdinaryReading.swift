/// A sentence read as ordinary words: what every name has to beat.
///
/// The likeliest sequence of words is summed from the left and from the right, so that the cost of cutting a name out of
/// it is known at once for every candidate.
struct OrdinaryReading {
  private let base: Int
  private let scalars: [UInt32]
  private let tables: NameTables
  /// Log probability of the likeliest words up to an index, from the start of the sentence.
  private var forward: [Float]
  /// The same from an index to the end.
  private var backward: [Float]

  /// Longest word of the table.
  static let longestWord = 4

  init(scalars: [UInt32], range: Range<Int>, tables: NameTables) {
    base = range.lowerBound
    self.scalars = scalars
    self.tables = tables
    let count = range.count
    forward = Array(repeating: -.infinity, count: count + 1)
    backward = forward
    forward[0] = 0
    // Words that start at an index, one slot a length: the backward pass reads them again.
    var words = [Float](repeating: -.infinity, count: count * Self.longestWord)
    for here in 0..<count {
      Self.words(from: base + here, limit: range.upperBound, scalars, tables) { length, value in
        words[here * Self.longestWord + length - 1] = value
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
    var best = [Float](repeating: -.infinity, count: range.count + 1)
    best[0] = 0
    for here in 0..<range.count {
      Self.words(from: range.lowerBound + here, limit: range.upperBound, scalars, tables) { length, value in
        best[here + length] = max(best[here + length], best[here] + value)
      }
    }
    return best[range.count]
  }

  /// How much likelier the sentence is when words may run across the ends of a range; 0 where it loses nothing.
  func across(_ range: Range<Int>, inside: Float) -> Float {
    max(0, forward[forward.count - 1] - forward[range.lowerBound - base] - inside - backward[range.upperBound - base])
  }

  /// Whether the range is one word of the table.
  func isWord(_ range: Range<Int>) -> Bool {
    guard range.count > 1, let text = PackedText(Array(scalars[range])) else { return false }
    return tables.ordinary[text] != nil
  }

  private static func words(
    from start: Int, limit: Int, _ scalars: [UInt32], _ tables: NameTables, _ found: (Int, Float) -> Void
  ) {
    let first = tables.characters[scalars[start]]
    guard first.isHan else {
      found(1, 0)
      return
    }
    found(1, first.ordinary)
    var text = PackedText(scalars[start])
    for length in 2...longestWord where start + length <= limit {
      text.append(scalars[start + length - 1])
      if let value = tables.ordinary[text] { found(length, value) }
    }
  }
}
