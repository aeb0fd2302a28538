public import DocumentModel

/// An organisation there is one of: organs of the centre, ministries, mass organisations, armed forces, 联合国.
public struct CentralOrgan: Hashable, Sendable {
  public let id: String
  /// The canonical full name.
  public let name: String
  /// Other written forms: 党中央.
  public let aliases: [String]
  public let kind: String
  public let parentID: String?
  public let validity: Validity
  public let src: String
  public let row: RowReference
}

extension CentralOrgan {
  /// The name that leaves out, of this table, the bodies that are no organs of state, party or army: companies, universities.
  static let bodies = "orgs"
  private static let kindsOfBodies: Set<String> = [
    "university", "company", "bank", "research", "mass", "international", "foreign", "media",
  ]

  var isBody: Bool { Self.kindsOfBodies.contains(kind) }
}

extension CentralOrgan: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/central_orgs.tsv", "id name aliases kind parent_id valid_from valid_to src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    name = try cells.text("name")
    aliases = try cells.list("aliases")
    kind = try cells.text("kind")
    parentID = cells.optionalText("parent_id")
    validity = try cells.validity()
    src = try cells.source()
  }
}

/// A local organ as what follows a place or a bare level word: 委, 人大常委会, 发改委.
public struct Organ: Hashable, Sendable {
  public let suffix: String
  public let kind: String
  /// The full name, with `{D}` for the place's.
  public let canonical: String
  /// Level words it goes with: 省, 市, 县.
  public let levels: [String]
  public let parentSuffix: String?
  public let src: String
  public let row: RowReference
}

extension Organ: LexiconRow {
  static let schema = TableSchema(
    "grammar/organs.tsv", "suffix kind canonical levels parent_suffix src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    suffix = try cells.text("suffix")
    kind = try cells.text("kind")
    canonical = try cells.text("canonical")
    levels = try cells.list("levels")
    parentSuffix = cells.optionalText("parent_suffix")
    src = try cells.source()
  }
}

/// A department inside another organ: 组织部 in 市委组织部.
public struct Department: Hashable, Sendable {
  public let surface: String
  /// Kinds of organs it is part of.
  public let parentKinds: [String]
  /// The full name, with `{D}` for the place's or `{O}` for the organ's.
  public let canonical: String
  /// The title that is one word with it: 组织部长.
  public let shortPost: String?
  public let src: String
  public let row: RowReference
}

extension Department: LexiconRow {
  static let schema = TableSchema(
    "grammar/departments.tsv", "surface parent_kind canonical short_post src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    parentKinds = try cells.list("parent_kind")
    canonical = try cells.text("canonical")
    shortPost = cells.optionalText("short_post")
    src = try cells.source()
  }
}

/// The word an organisation's name ends in: 大学, 有限公司.
public struct OrganisationHead: Hashable, Sendable {
  public enum Class: String, Hashable, Sendable, CaseIterable {
    case company, university, school, hospital, research, association, agency, media, military, foreign, party, village
  }

  public let head: String
  public let `class`: Class
  /// The least number of characters the name needs before the head.
  public let minimumLeft: Int
  /// Whether it may be a mention alone.
  public let isStandalone: Bool
  public let weight: Double
  public let src: String
  public let row: RowReference
}

extension OrganisationHead: LexiconRow {
  static let schema = TableSchema("grammar/org_heads.tsv", "head class min_left standalone weight src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    head = try cells.text("head")
    `class` = try cells.choice("class")
    minimumLeft = try cells.integer("min_left")
    isStandalone = try cells.flag("standalone")
    weight = try cells.number("weight")
    src = try cells.source()
  }
}

/// What stands in front of a place in the names of organs written around it: 中共 of 中共天津市委, 共青团 of 共青团天津市委.
public struct OrganPrefix: Hashable, Sendable {
  public let prefix: String
  /// What may follow the place.
  public let suffixes: [String]
  public let kind: String
  /// Canonical name with `{D}` for the place and `{S}` for the suffix as written.
  public let canonical: String
  public let src: String
  public let row: RowReference
}

extension OrganPrefix: LexiconRow {
  static let schema = TableSchema("grammar/organ_prefixes.tsv", "prefix suffixes kind canonical src", key: [0, 2])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    prefix = try cells.text("prefix")
    suffixes = try cells.list("suffixes")
    kind = try cells.text("kind")
    canonical = try cells.text("canonical")
    src = try cells.source()
  }
}
