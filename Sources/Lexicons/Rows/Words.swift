public import DocumentModel

/// The word that names of sites, delegations, meetings and projects end in: 博物馆, 代表团, 论坛, 战略.
public struct HeadNoun: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case site, delegation, meeting, project }

  public let head: String
  public let type: Kind
  /// Finer kind, in English: `museum`.
  public let `class`: String?
  /// The least number of characters the name needs before the head.
  public let minimumLeft: Int
  /// Whether it may be a mention alone.
  public let isStandalone: Bool
  public let src: String
  public let row: RowReference
}

extension HeadNoun: LexiconRow {
  static let schema = TableSchema("grammar/heads.tsv", "head type class min_left standalone src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    head = try cells.text("head")
    type = try cells.choice("type")
    `class` = cells.optionalText("class")
    minimumLeft = try cells.integer("min_left")
    isStandalone = try cells.flag("standalone")
    src = try cells.source()
  }
}

/// What ends an open-ended name on its left: 来到, 的, 和.
public struct Boundary: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case verb, adverb, particle, conjunction, preposition, pronoun, other
  }

  public let surface: String
  public let kind: Kind
  public let src: String
  public let row: RowReference
}

extension Boundary: LexiconRow {
  static let schema = TableSchema("grammar/boundaries.tsv", "surface kind src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    kind = try cells.choice("kind")
    src = try cells.source()
  }
}

/// An ordinary word with a boundary inside that is none (和平, 到位), or a short place that names none (蒙古包).
public struct BoundaryWord: Hashable, Sendable {
  public let word: String
  public let src: String
  public let row: RowReference
}

extension BoundaryWord: LexiconRow {
  static let schema = TableSchema("grammar/boundary_words.tsv", "word src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    word = try cells.text("word")
    src = try cells.source()
  }
}

/// A word for a unit that names only its level: 省, 我市, 全县.
public struct LevelWord: Hashable, Sendable {
  /// How it points: at nothing (市), the speaker's own (我市), one named before (该市), or the whole of it (全市).
  public enum Deixis: String, Hashable, Sendable, CaseIterable { case bare, own, that, whole }

  public let surface: String
  public let level: String?
  public let deixis: Deixis
  public let src: String
  public let row: RowReference
}

extension LevelWord: LexiconRow {
  static let schema = TableSchema("grammar/level_words.tsv", "surface level deixis src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    level = cells.optionalText("level")
    deixis = try cells.choice("deixis")
    src = try cells.source()
  }
}

/// A verb that begins no name, though some names hold it: 维护 of 维护中方企业.
public struct LeadingVerb: Hashable, Sendable {
  public let surface: String
  public let src: String
  public let row: RowReference
}

extension LeadingVerb: LexiconRow {
  static let schema = TableSchema("grammar/leading_verbs.tsv", "surface src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    src = try cells.source()
  }
}

/// An attribute that makes no name of what follows it: 重要, 世界级, 现代化.
public struct CommonModifier: Hashable, Sendable {
  public let surface: String
  public let src: String
  public let row: RowReference
}

extension CommonModifier: LexiconRow {
  static let schema = TableSchema("grammar/common_modifiers.tsv", "surface src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    src = try cells.source()
  }
}
