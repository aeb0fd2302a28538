public import DocumentModel

/// A word beside names that is no boundary elsewhere: how a person is addressed, and verbs of reports and notices.
public struct NameEdgeWord: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Follows a name: 先生, 同志.
    case honorific
    /// Follows a name or stands before one: 率团, 任命.
    case verb
    /// Follows a title, begins with a character that is a surname too, and is no name: 单位, 信箱.
    case sequel
  }

  public let surface: String
  public let kind: Kind
  public let src: String
  public let row: RowReference
}

extension NameEdgeWord: LexiconRow {
  static let schema = TableSchema("names/edge_words.tsv", "surface kind src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    kind = try cells.choice("kind")
    src = try cells.source()
  }
}

/// A word that names of a people of China without surnames are made of: 洛桑, 巴特尔.
public struct MinorityNamePart: Hashable, Sendable {
  public let part: String
  /// The peoples that have it: tibetan, uyghur, kazakh, mongol, yi. For curators; the recogniser makes no difference.
  public let groups: [String]
  public let src: String
  public let row: RowReference
}

extension MinorityNamePart: LexiconRow {
  static let schema = TableSchema("names/minority_names.tsv", "part groups src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    part = try cells.text("part")
    groups = try cells.list("groups")
    src = try cells.source()
  }
}
