public import DocumentModel
import Lexicons
public import Pipeline

/// All that a surface can mean by the lexicons, on a day or at any time, and what the program takes it for when it stands
/// alone.
public struct SurfaceReadings: Sendable {
  public struct Reading: Sendable {
    /// The row.
    public let place: Place
    /// The row's table without folder and suffix.
    public let table: String
    /// What the row says the surface is: a unit with its code, a body, a title.
    public let meaning: String
    /// `1998-03 to 2018-03`; nil for rows without dates.
    public let validity: String?
    /// Why it wins or does not.
    public let reason: String
    public let isWinner: Bool
  }

  public let readings: [Reading]
  /// Type, canonical name and code of the entity that the program makes of the surface; nil where it makes none.
  public let result: String?

  /// `pipeline` must have been made from the same folders.
  public init(of surface: String, on date: PartialDate?, in lexicons: CheckedLexicons, pipeline: Pipeline)
    throws(PipelineError)
  {
    let rows = FoundRow.all(of: surface, in: lexicons)
    let reader = try pipeline.reader()
    let text = Span(0, surface.utf8.count)
    let article = Article(
      id: "surface", text: surface, published: date, regions: [Region(span: text, zone: .body)])
    let mention = reader.mentions(in: reader.document(from: article)).first { $0.span == text }
    var taken: RowReference?
    if case .row(let row)? = mention?.by { taken = row }
    let extraction = reader.extraction(of: article)
    let entity = extraction.mentions.first { $0.span == text }.flatMap { linked in
      extraction.entities.first { $0.id == linked.entity }
    }
    // The mention knows the row that was met first; of several units of the name the entity is the one that is meant.
    let meant = entity.flatMap { entity in
      entity.type != .place ? nil : rows.first { $0.isSeen(on: date) && $0.names(entity.name, entity.code) }
    }
    let winner =
      meant ?? rows.first { $0.isAt(taken) && ($0.isSeen(on: date) || $0.table == .centralOrgans) }
    readings = rows.map { row in
      let isWinner = row == winner
      return Reading(
        place: row.row.place, table: row.table.short, meaning: row.meaning,
        validity: row.hasDates ? row.validity.text : nil,
        reason: isWinner ? row.reasonToWin(on: date, among: rows) : row.reasonToLose(to: winner, on: date),
        isWinner: isWinner)
    }
    result = entity.map { "\($0.type.rawValue) \($0.name)" + ($0.code.map { " \($0)" } ?? "") }
  }
}

/// A row in which a surface stands, or from which it is composed.
struct FoundRow: Equatable {
  let row: Row
  let table: TableName
  let meaning: String
  let validity: Validity
  let hasDates: Bool
  /// What must stand beside it; empty for nothing.
  let context: String
  /// 0 for a province, 3 for what has no level.
  let rank: Int

  static func == (a: FoundRow, b: FoundRow) -> Bool { a.row.file === b.row.file && a.row.index == b.row.index }

  static func all(of surface: String, in lexicons: CheckedLexicons) -> [FoundRow] {
    let units = Dictionary(lexicons[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    var found: [FoundRow] = []
    for table in TableName.allCases
    where !table.rawValue.hasPrefix("checks/") && table != .ambiguity && table != .contexts {
      guard let schema = TableName.schemas.first(where: { $0.file == table.rawValue }) else { continue }
      let columns = schema.columns.filter { column in
        switch ColumnRule.of(schema, column)?.type {
        case .surface, .surfaces: column != "capital" && column != "parent_suffix" && !(table == .officialRoles)
        default: false
        }
      }
      for row in lexicons[table] {
        let stands = columns.contains { column in
          column == "aliases" || column == "variants" || column == "suffixes"
            ? row.list(column).contains(surface) : row[column] == surface
        }
        let level = table == .organs ? row.list("levels").first { $0 + row["suffix"] == surface } : nil
        if stands || level != nil { found.append(FoundRow(row, table, level: level, units: units)) }
      }
    }
    return found
  }

  private init(_ row: Row, _ table: TableName, level: String?, units: [String: Row]) {
    (self.row, self.table) = (row, table)
    let unit = table == .divisionAliases ? units[row["division_id"]] : table == .divisions ? row : nil
    validity = unit.map { row.validity.narrowed(to: $0.validity) } ?? row.validity
    hasDates = row.file.schema?.columns.contains("valid_from") == true
    let context = row["needs_context"]
    self.context = context == "none" ? "" : context
    rank = ["province": 0, "prefecture": 1, "region": 1, "county": 2][unit?["level"] ?? ""] ?? 3
    meaning = Self.meaning(of: row, table, unit, level: level)
  }

  private static func meaning(of row: Row, _ table: TableName, _ unit: Row?, level: String?) -> String {
    if let unit { return [unit["name"], unit["code"], unit["level"]].filter { !$0.isEmpty }.joined(separator: " ") }
    switch table {
    case .organs:
      return "\(row["canonical"])" + (level.map { ", composed of the level \($0) and \(row["suffix"])" } ?? "")
    case .organPrefixes, .departments: return row["canonical"]
    case .commonWords: return "an ordinary word, \(row["per_10m"]) in ten million"
    case .surnames: return "a surname, \(row["ppm"].isEmpty ? "not counted" : row["ppm"] + " in a million")"
    case .posts: return "a title (\(row["class"]))"
    case .modifiers: return "a modifier of titles (\(row["effect"]))"
    case .heads: return "a head noun of a \(row["type"])"
    case .organisationHeads: return "a head noun of a \(row["class"])"
    case .boundaries: return "a boundary of names (\(row["kind"]))"
    case .givenCharacters, .transliterationCharacters: return "a character of names"
    case .boundaryWords: return "a word that is no boundary"
    case .commonModifiers: return "an attribute that makes no name"
    case .leadingVerbs: return "a verb that begins no name"
    case .wordLists: return "a word of the list \(row["list"])"
    default:
      let name = row["name"]
      return name.isEmpty ? row["kind"] : [name, row["kind"]].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// Whether it is a unit of this name and code.
  func names(_ name: String, _ code: String?) -> Bool {
    rank < 3 && meaning.hasPrefix([name, code].compactMap { $0 }.joined(separator: " ") + " ")
  }

  /// Whether the program's reference to a row is this one.
  func isAt(_ reference: RowReference?) -> Bool {
    reference.map { $0.line == row.line && ($0.file == row.file.path || $0.file == row.file.name) } ?? false
  }

  func isSeen(on date: PartialDate?) -> Bool { validity.admits(date) }

  func reasonToWin(on date: PartialDate?, among rows: [FoundRow]) -> String {
    var reasons: [String] = []
    if let date, !isSeen(on: date) { return "gone by \(date), and nothing else has its name since" }
    if let date, hasDates, validity.from != nil || validity.to != nil {
      reasons.append(validity.contains(date) ? "valid on \(date)" : "valid within a year of \(date)")
    }
    let rivals = rows.filter { $0 != self && $0.isSeen(on: date) && $0.context.isEmpty && $0.rank < 3 }
    if rank < 3, rivals.contains(where: { $0.rank > rank }) { reasons.append("the highest unit of the name") }
    if rank < 3, rivals.contains(where: { $0.rank == rank }) {
      reasons.append("the first of its level; the unit above decides in a text")
    }
    return reasons.isEmpty ? "the only reading that needs nothing beside it" : reasons.joined(separator: ", ")
  }

  func reasonToLose(to winner: FoundRow?, on date: PartialDate?) -> String {
    if let date, !isSeen(on: date) { return "not valid on \(date)" }
    switch context {
    case "suffix": return "counts only before 市, 县, 区 or an organ or title of its level"
    case "compound": return "counts only in a run of such characters or after 赴, 在, 抵…"
    case "title": return "counts only before a title"
    default: break
    }
    guard let winner else { return "stands for nothing by itself" }
    if rank < 3, winner.rank < 3, let date, !validity.contains(date), winner.validity.contains(date) {
      return "gone or not there yet, but within a year"
    }
    if rank < 3, winner.rank < rank { return "a lower unit: it counts after the unit above it" }
    if rank < 3, winner.rank == rank { return "of the same level: the unit above decides in a text" }
    return "gives way to \(winner.table.short)"
  }
}
