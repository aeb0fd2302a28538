public import DocumentModel

/// A character that says something of a name beside it or that has it.
public struct NameEdgeCharacter: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Last character of an office that needs no body in front: 镇长, 书记.
    case office
    /// A word of one character that no name has inside: 等, 的.
    case outside
    /// Goes between a name and its verb, and ends few names: 都, 曾.
    case adverb
    /// Last character of a body: what stands between it and a list is the body, not its head.
    case body
    /// A title goes on with it, or something else begins, but no name: 主席国, 书记们.
    case goesOn = "goes-on"
    /// Stands before a surname as people call each other: 老, 小, 阿.
    case nick
    /// Such a one that stands before rare surnames too: 阿.
    case nickOfAny = "nick-of-any"
    /// Says before a title whether it is held, and is a surname elsewhere: 原, 代.
    case status
  }

  public let character: String
  public let kind: Kind
  public let src: String
  public let row: RowReference
}

extension NameEdgeCharacter: LexiconRow {
  static let schema = TableSchema("names/edge_chars.tsv", "char kind src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    character = try cells.text("char")
    kind = try cells.choice("kind")
    src = try cells.source()
  }
}
