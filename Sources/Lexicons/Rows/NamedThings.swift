public import DocumentModel

/// A widely known site of state news: 人民大会堂.
public struct NamedSite: Hashable, Sendable {
  public let id: String
  public let name: String
  public let aliases: [String]
  public let kind: String
  /// Full official name of the place it is in.
  public let division: String?
  public let src: String
  public let row: RowReference
}

extension NamedSite: LexiconRow {
  static let schema = TableSchema("gazetteers/sites.tsv", "id name aliases kind division src", isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    name = try cells.text("name")
    aliases = try cells.list("aliases")
    kind = try cells.text("kind")
    division = cells.optionalText("division")
    src = try cells.source()
  }
}

/// A named strategy, initiative, programme or piece of works: 乡村振兴战略.
public struct Initiative: Hashable, Sendable {
  public let id: String
  public let name: String
  public let aliases: [String]
  public let kind: String
  public let scope: String?
  public let validity: Validity
  public let src: String
  public let row: RowReference
}

extension Initiative: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/initiatives.tsv", "id name aliases kind scope valid_from valid_to src", isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    name = try cells.text("name")
    aliases = try cells.list("aliases")
    kind = try cells.text("kind")
    scope = cells.optionalText("scope")
    validity = try cells.validity()
    src = try cells.source()
  }
}

/// A newspaper, station or agency whose place its name does not show, or a national one.
public struct Medium: Hashable, Sendable {
  public let name: String
  public let aliases: [String]
  /// Full official name of its place; nil for national ones.
  public let division: String?
  public let src: String
  public let row: RowReference
}

extension Medium: LexiconRow {
  static let schema = TableSchema("gazetteers/media.tsv", "name aliases division src", isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    name = try cells.text("name")
    aliases = try cells.list("aliases")
    division = cells.optionalText("division")
    src = try cells.source()
  }
}
