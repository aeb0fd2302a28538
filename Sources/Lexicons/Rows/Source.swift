public import DocumentModel

/// Where facts of the lexicons come from.
public struct Source: Hashable, Sendable {
  /// What the `src` cells of all lexicons say.
  public let id: String
  /// `hand` for what was written by hand.
  public let kind: String
  public let name: String
  public let version: String?
  /// Of the file it was fetched as.
  public let sha256: String?
  /// SPDX name.
  public let licence: String
  public let retrieved: PartialDate?
  public let note: String?
  public let row: RowReference
}

extension Source: LexiconRow {
  static let schema = TableSchema("gazetteers/sources.tsv", "src kind name version sha256 licence retrieved note")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("src")
    kind = try cells.text("kind")
    name = try cells.text("name")
    version = cells.optionalText("version")
    sha256 = cells.optionalText("sha256")
    licence = try cells.text("licence")
    retrieved = try cells.optionalDate("retrieved")
    note = cells.optionalText("note")
  }
}
