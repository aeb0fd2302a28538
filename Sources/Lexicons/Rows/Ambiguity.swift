public import DocumentModel

/// That a surface has two readings, and which of them wins. A collision of two lexicons that has no row here was not
/// thought about.
public struct Ambiguity: Hashable, Sendable {
  /// What a surface may be.
  public struct Reading: Hashable, Sendable {
    /// Name of the lexicon: `divisions`, `officials`, `ordinary_words`.
    public let lexicon: String
    /// The row's id where the lexicon has ids.
    public let id: String?
  }

  public enum Policy: String, Hashable, Sendable, CaseIterable {
    case preferA = "prefer-a"
    case preferB = "prefer-b"
    /// The unit above decides that stands in front, or that the text is about.
    case byParent = "by-parent"
    /// What follows decides: a suffix, an organ, a title.
    case byTitle = "by-title"
    /// Neither without support.
    case abstain
  }

  public let surface: String
  public let readingA: Reading
  public let readingB: Reading
  public let policy: Policy
  public let reason: String
  public let src: String
  public let row: RowReference
}

extension Ambiguity: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/ambiguity.tsv", "surface reading_a reading_b policy reason src", key: [0, 1, 2], isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    readingA = Reading(try cells.text("reading_a"))
    readingB = Reading(try cells.text("reading_b"))
    policy = try cells.choice("policy")
    reason = try cells.text("reason")
    src = try cells.source()
  }
}

extension Ambiguity.Reading {
  /// Reads `divisions:d220000-1983`, or a lexicon's name alone.
  fileprivate init(_ cell: String) {
    let parts = cell.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    lexicon = String(parts[0])
    id = parts.count > 1 ? String(parts[1]) : nil
  }
}
