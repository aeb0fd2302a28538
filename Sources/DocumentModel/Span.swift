/// A half-open stretch `[start, end)` of a document's text, in UTF-8 bytes.
///
/// Bytes are the one unit inside the program; output counts code points (see ``CodePointMap``).
public struct Span: Hashable, Sendable {
  /// Byte offset of the first byte.
  public var start: Int
  /// Byte offset just past the last byte.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var count: Int { end - start }
  public var isEmpty: Bool { start >= end }

  /// Whether `other` lies wholly inside this span (equal spans included).
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}

extension Span: Comparable {
  /// Text order: by start, the longer one first.
  public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
