public import DocumentModel

/// That a division came out of another one: 襄阳市 after 襄樊市.
public struct DivisionSuccession: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Another name, same rank.
    case rename
    /// Another rank: 县 to 县级市, 市 to 市辖区, 地区 to 地级市.
    case upgrade
    /// Several units into one.
    case merge
    /// One unit into several.
    case split
    /// To another unit above.
    case transfer
    /// Another code and nothing else, or another record because the unit above was renamed.
    case recode
  }

  public let fromID: String
  public let toID: String
  public let kind: Kind
  public let date: PartialDate?
  /// Number of the document that ordered it.
  public let documentNumber: String?
  public let src: String
  public let row: RowReference
}

extension DivisionSuccession: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/division_succession.tsv", "from_id to_id kind date doc_no src", key: [0, 1], isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    fromID = try cells.text("from_id")
    toID = try cells.text("to_id")
    kind = try cells.choice("kind")
    date = try cells.optionalDate("date")
    documentNumber = cells.optionalText("doc_no")
    src = try cells.source()
  }
}
