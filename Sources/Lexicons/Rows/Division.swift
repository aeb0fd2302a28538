public import DocumentModel

/// An administrative unit of China from province to county, during the time it had this name, code and rank; or a unit
/// that papers use and the code tables lack (雄安新区).
public struct Division: Hashable, Sendable {
  public enum Level: String, Hashable, Sendable, CaseIterable { case province, prefecture, county, region }

  /// `d` code `-` year for coded units, `r-` and a name for others.
  public let id: String
  /// GB/T 2260. Codes are reused: only the id tells units apart.
  public let code: String?
  /// With its suffix: 黄岩区.
  public let name: String
  public let level: Level
  /// 省, 地级市, 市辖区, …
  public let type: String
  public let parentID: String?
  public let validity: Validity
  public let src: String
  public let row: RowReference
}

extension Division: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/divisions.tsv", "id code name level type parent_id valid_from valid_to precision src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    code = try cells.optionalCode("code")
    name = try cells.text("name")
    level = try cells.choice("level")
    type = try cells.text("type")
    parentID = cells.optionalText("parent_id")
    let dates = try cells.validity()
    let precision = try cells.optionalChoice("precision", of: PrecisionCell.self)
    validity = Validity(from: dates.from, to: dates.to, precision: precision?.precision)
    src = try cells.source()
  }
}

/// The values of a cell `precision`.
enum PrecisionCell: String, CaseIterable {
  case day, month, year

  var precision: PartialDate.Precision {
    switch self {
    case .day: .day
    case .month: .month
    case .year: .year
    }
  }
}

/// Another written form of a division.
public struct DivisionAlias: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case short, nickname, old, variant
    case oneCharacter = "one-char"
  }

  /// What the form needs beside it before it may be read as the division.
  public enum Context: String, Hashable, Sendable, CaseIterable {
    case none
    /// 市, 县, 区 after it: the short form is an ordinary word.
    case suffix
    /// Others of its kind beside it: 津 in 京津冀.
    case compound
    /// A title after it.
    case title
  }

  public let alias: String
  public let divisionID: String
  public let kind: Kind
  public let needsContext: Context
  public let validity: Validity
  public let src: String
  public let row: RowReference
}

extension DivisionAlias: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/division_aliases.tsv", "alias division_id kind needs_context valid_from valid_to src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    alias = try cells.text("alias")
    divisionID = try cells.text("division_id")
    kind = try cells.choice("kind")
    needsContext = try cells.optionalChoice("needs_context") ?? .none
    validity = try cells.validity()
    src = try cells.source()
  }
}
