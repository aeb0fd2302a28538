/// One occurrence of a pattern in a text.
public struct Match: Hashable, Sendable {
  /// Index of the pattern's first scalar in the text.
  public var start: Int
  /// Index just past its last scalar.
  public var end: Int
  /// What the pattern was added with.
  public var value: UInt32

  public init(start: Int, end: Int, value: UInt32) {
    self.start = start
    self.end = end
    self.value = value
  }

  /// Length in scalars.
  public var count: Int { end - start }
}

/// The order of ``Automaton/leftmostLongest(in:range:)``: by start, the longer one first, then the smaller value.
extension Match: Comparable {
  public static func < (a: Match, b: Match) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end > b.end }
    return a.value < b.value
  }
}
