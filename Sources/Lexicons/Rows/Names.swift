public import DocumentModel

/// A Chinese surname.
public struct Surname: Hashable, Sendable {
  public enum Class: String, Hashable, Sendable, CaseIterable { case single, compound, rare }

  public let surname: String
  /// Bearers in a million.
  public let ppm: Double
  public let `class`: Class
  public let src: String
  public let row: RowReference
}

extension Surname: LexiconRow {
  static let schema = TableSchema("names/surnames.tsv", "surname ppm class src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surname = try cells.text("surname")
    ppm = try cells.number("ppm")
    `class` = try cells.choice("class")
    src = try cells.source()
  }
}

/// How often a character stands in given names: occurrences in a million of the position.
public struct GivenCharacter: Hashable, Sendable {
  public let character: String
  /// First of two characters.
  public let ppmFirst: Double
  /// Second of two.
  public let ppmSecond: Double
  /// The only one.
  public let ppmSingle: Double
  public let src: String
  public let row: RowReference
}

extension GivenCharacter: LexiconRow {
  static let schema = TableSchema("names/given_chars.tsv", "char ppm_first ppm_second ppm_single src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    character = try cells.text("char")
    ppmFirst = try cells.number("ppm_first")
    ppmSecond = try cells.number("ppm_second")
    ppmSingle = try cells.number("ppm_single")
    src = try cells.source()
  }
}

/// How often a character stands in transliterated names, in a million characters, and where.
public struct TransliterationCharacter: Hashable, Sendable {
  public let character: String
  public let ppm: Double
  public let canStart: Bool
  public let canEnd: Bool
  public let src: String
  public let row: RowReference
}

extension TransliterationCharacter: LexiconRow {
  static let schema = TableSchema("names/translit_chars.tsv", "char ppm can_start can_end src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    character = try cells.text("char")
    ppm = try cells.number("ppm")
    canStart = try cells.flag("can_start")
    canEnd = try cells.flag("can_end")
    src = try cells.source()
  }
}

/// A word that looks like a person's name and is none.
public struct NameStop: Hashable, Sendable {
  public let surface: String
  public let kind: String
  public let reason: String?
  public let src: String
  public let row: RowReference
}

extension NameStop: LexiconRow {
  static let schema = TableSchema("names/name_stop.tsv", "surface kind reason src", isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    kind = try cells.text("kind")
    reason = cells.optionalText("reason")
    src = try cells.source()
  }
}

/// A people of China, as said in brackets after a name: 回族.
public struct EthnicGroup: Hashable, Sendable {
  public let name: String
  public let src: String
  public let row: RowReference
}

extension EthnicGroup: LexiconRow {
  static let schema = TableSchema("names/ethnic_groups.tsv", "name src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    name = try cells.text("name")
    src = try cells.source()
  }
}
