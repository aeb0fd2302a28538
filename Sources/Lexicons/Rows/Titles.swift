public import DocumentModel

/// The core of a title: 书记, 市长, 记者.
public struct Post: Hashable, Sendable {
  public enum Class: String, Hashable, Sendable, CaseIterable {
    case party, government, congress, cppcc, judicial, military, company, school, hospital, media, foreign
    case occupation, grassroots, state, mass, generic
  }

  /// The organisation a title means that names none.
  public enum Implied: String, Hashable, Sendable, CaseIterable {
    /// 市长: the government of the place of its level.
    case government
    /// 自治区主席.
    case regionGovernment = "region_government"
    /// 国家主席: the state.
    case state
    /// 总书记: the party's central committee.
    case partyCentre = "cpc_centre"
    /// 国务委员.
    case stateCouncil = "state_council"
    /// An office abroad: the country.
    case country
  }

  public let surface: String
  /// Kinds of organs and classes of heads it can belong to.
  public let organisationKinds: [String]
  public let `class`: Class
  public let implies: Implied?
  /// Whether it is a deputy's post by itself; 副 is composed by the modifiers.
  public let isDeputy: Bool
  /// Whether it is a mention only with an organisation before it: 代表, 委员.
  public let needsOrganisation: Bool
  public let src: String
  public let row: RowReference
}

extension Post: LexiconRow {
  static let schema = TableSchema(
    "grammar/posts.tsv", "surface org_kinds class implies is_deputy needs_org src", key: [0, 2])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    organisationKinds = try cells.list("org_kinds")
    `class` = try cells.choice("class")
    implies = try cells.optionalChoice("implies")
    isDeputy = try cells.flag("is_deputy")
    needsOrganisation = try cells.flag("needs_org")
    src = try cells.source()
  }
}

/// A word that changes a title: 副, 原, 代理.
public struct Modifier: Hashable, Sendable {
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    case deputy, acting, former, current, planned, rank, concurrent
  }
  public enum Position: String, Hashable, Sendable, CaseIterable { case before, after, both }

  public let surface: String
  public let effect: Effect
  public let position: Position
  public let src: String
  public let row: RowReference
}

extension Modifier: LexiconRow {
  static let schema = TableSchema("grammar/modifiers.tsv", "surface effect position src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    effect = try cells.choice("effect")
    position = try cells.choice("position")
    src = try cells.source()
  }
}

/// A word for several office holders, which gives a list of names its role: 市领导.
public struct GroupLabel: Hashable, Sendable {
  public let surface: String
  /// 市, 省, …; nil where the word names no level.
  public let level: String?
  /// What `holds_role` says: 领导.
  public let role: String
  public let src: String
  public let row: RowReference
}

extension GroupLabel: LexiconRow {
  static let schema = TableSchema("grammar/group_labels.tsv", "surface level role src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    level = cells.optionalText("level")
    role = try cells.text("role")
    src = try cells.source()
  }
}
