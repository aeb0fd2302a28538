import AhoCorasick
public import DocumentModel
import Lexicons
import Pipeline
import Segmentation

/// Which rows of the lexicons a corpus uses: how often each row's surfaces stand in it, how often a mention was made by the
/// row, and which surfaces with several readings came up.
public struct Coverage {
  /// A row with what was counted for it.
  public struct Count: Sendable {
    public let place: Place
    public let table: String
    public let key: String
    /// How often one of its surfaces stands in the texts, inside longer names too.
    public let occurrences: Int
    /// How many mentions it made. Rows of the grammar make few by themselves: they are parts.
    public let mentions: Int
  }

  /// A surface that several rows claim.
  public struct Clash: Sendable {
    public let surface: String
    public let places: [Place]
    public let occurrences: Int
    /// Whether ambiguity.tsv says what is meant.
    public let isDecided: Bool
  }

  private let automaton: Automaton
  private let rows: [(row: Row, table: TableName)]
  /// For each surface the rows that have it.
  private let owners: [[Int]]
  private let surfaces: [String]
  private let decided: Set<String>
  private var occurrences: [Int]
  private var mentions: [Int]
  private var surfaceCounts: [Int]
  private var numbers: [RowReference: Int] = [:]
  /// Articles counted so far.
  public private(set) var articles = 0

  /// Rows of places, bodies, sites and the grammar; the statistics of names are not looked for.
  public init(_ lexicons: CheckedLexicons) throws(ValidationError) {
    var rows: [(Row, TableName)] = []
    var bySurface: [String: [Int]] = [:]
    for table in TableName.allCases where Self.isCounted(table) {
      guard let schema = TableName.schemas.first(where: { $0.file == table.rawValue }) else { continue }
      for row in lexicons[table] {
        numbers[RowReference(file: row.file.path, line: row.line)] = rows.count
        if row.file.folder > 0 { numbers[RowReference(file: row.file.name, line: row.line)] = rows.count }
        for surface in row.surfaces(schema, table) { bySurface[surface, default: []].append(rows.count) }
        rows.append((row, table))
      }
    }
    surfaces = bySurface.keys.sorted()
    owners = surfaces.map { bySurface[$0] ?? [] }
    var builder = AutomatonBuilder()
    do {
      for (number, surface) in surfaces.enumerated() {
        let scalars = lexicons.normalizer.normalize(surface)
        if !scalars.isEmpty { try builder.add(scalars, value: UInt32(number)) }
      }
    } catch {
      throw ValidationError(description: "the surfaces cannot be searched for: \(error)")
    }
    automaton = builder.build()
    self.rows = rows.map { (row: $0.0, table: $0.1) }
    decided = Set(lexicons.decisions.keys)
    occurrences = Array(repeating: 0, count: rows.count)
    mentions = Array(repeating: 0, count: rows.count)
    surfaceCounts = Array(repeating: 0, count: surfaces.count)
  }

  private static func isCounted(_ table: TableName) -> Bool {
    switch table {
    case .sources, .ambiguity, .officialRoles, .divisionSuccession, .divisionCounts, .golden, .suppressions: false
    default: !table.rawValue.hasPrefix("names/")
    }
  }

  /// Counts an article's text and the mentions that were found in it.
  public mutating func add(_ document: Document, mentions found: [Mention]) {
    articles += 1
    for match in automaton.matches(in: document.matching.scalars) {
      let surface = Int(match.value)
      surfaceCounts[surface] += 1
      for owner in owners[surface] { occurrences[owner] += 1 }
    }
    for mention in found {
      if case .row(let row) = mention.by, let number = numbers[row] { mentions[number] += 1 }
    }
  }

  /// All rows, in the order of the tables.
  public var counts: [Count] {
    rows.indices.map { number in
      let (row, table) = rows[number]
      return Count(
        place: row.place, table: table.short, key: row.key, occurrences: occurrences[number], mentions: mentions[number]
      )
    }
  }

  /// Surfaces of several rows that came up, the most frequent first.
  public var clashes: [Clash] {
    var found: [Clash] = []
    for (number, surface) in surfaces.enumerated() where owners[number].count > 1 && surfaceCounts[number] > 0 {
      found.append(
        Clash(
          surface: surface, places: owners[number].map { rows[$0].row.place }, occurrences: surfaceCounts[number],
          isDecided: decided.contains(surface)))
    }
    return found.sorted { ($1.occurrences, $0.surface) < ($0.occurrences, $1.surface) }
  }
}

extension Row {
  /// What texts may write for it.
  fileprivate func surfaces(_ schema: TableSchema, _ table: TableName) -> Set<String> {
    var found: Set<String> = []
    for column in schema.columns where column != "capital" && column != "parent_suffix" {
      switch ColumnRule.of(schema, column)?.type {
      case .surface: found.insert(self[column])
      case .surfaces: found.formUnion(list(column))
      default: break
      }
    }
    if table == .organs { for level in list("levels") { found.insert(level + self["suffix"]) } }
    found.remove("")
    return found
  }
}
