public import DocumentModel

/// A named region or a continent: 京津冀, 东南亚.
public struct NamedRegion: Hashable, Sendable {
  public let id: String
  public let name: String
  public let aliases: [String]
  public let kind: String
  public let src: String
  public let row: RowReference
}

extension NamedRegion: LexiconRow {
  static let schema = TableSchema("gazetteers/regions.tsv", "id name aliases kind src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    name = try cells.text("name")
    aliases = try cells.list("aliases")
    kind = try cells.text("kind")
    src = try cells.source()
  }
}

/// A country, China included.
public struct Country: Hashable, Sendable {
  /// ISO 3166, two letters.
  public let id: String
  /// As news writes it: 俄罗斯.
  public let name: String
  /// 俄罗斯联邦.
  public let fullName: String?
  public let aliases: [String]
  /// 俄; stands for the country only in compounds (中俄).
  public let oneCharacter: String?
  public let capital: String?
  public let src: String
  public let row: RowReference

  /// Whether it is the country whose divisions are listed.
  public var isHome: Bool { id == "CN" }
}

extension Country: LexiconRow {
  static let schema = TableSchema("gazetteers/countries.tsv", "id name full_name aliases one_char capital src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    name = try cells.text("name")
    fullName = cells.optionalText("full_name")
    aliases = try cells.list("aliases")
    oneCharacter = cells.optionalText("one_char")
    capital = cells.optionalText("capital")
    src = try cells.source()
  }
}

/// A place abroad: a capital, a big city, a state of a federation.
public struct ForeignPlace: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case capital, city, region }

  public let name: String
  public let countryID: String
  public let kind: Kind
  public let aliases: [String]
  public let src: String
  public let row: RowReference
}

extension ForeignPlace: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/foreign_places.tsv", "name country_id kind aliases src", key: [0, 1], isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    name = try cells.text("name")
    countryID = try cells.text("country_id")
    kind = try cells.choice("kind")
    aliases = try cells.list("aliases")
    src = try cells.source()
  }
}
