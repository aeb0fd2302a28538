public import DocumentModel

/// A person known beforehand. A name alone is never enough to find one: names are words, too.
public struct Official: Hashable, Sendable {
  public let id: String
  public let name: String
  /// Other written forms.
  public let variants: [String]
  public let birth: PartialDate?
  public let src: String
  public let row: RowReference
}

extension Official: LexiconRow {
  static let schema = TableSchema("gazetteers/officials.tsv", "id name variants birth src", isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    id = try cells.text("id")
    name = try cells.text("name")
    variants = try cells.list("variants")
    birth = try cells.optionalDate("birth")
    src = try cells.source()
  }
}

/// An office that a person of ``Official`` held, and where that is said.
public struct OfficialRole: Hashable, Sendable {
  /// A publication of a day in which the person is named with the office.
  public struct Evidence: Hashable, Sendable {
    /// Short name of the publication: `xwlb` for the evening news.
    public let publication: String
    public let date: PartialDate
  }

  public let officialID: String
  /// A title as the grammar composes it: 书记, 副主席, 国务委员.
  public let title: String
  /// Without a division a central organ's id, or a country's for an office of state; with one an ending of organs.tsv.
  public let organ: String
  public let divisionID: String?
  /// Open where an end is not known. The end is the first day without the office, as near as the precision says.
  public let term: Validity
  /// First and last item that says so; one where there is only one.
  public let evidence: [Evidence]
  public let src: String
  public let row: RowReference
}

extension OfficialRole: LexiconRow {
  static let schema = TableSchema(
    "gazetteers/official_roles.tsv", "official_id title organ division_id start end precision evidence src",
    key: [0, 1, 2, 3, 4], isOptional: true)

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    officialID = try cells.text("official_id")
    title = try cells.text("title")
    organ = try cells.text("organ")
    divisionID = cells.optionalText("division_id")
    let start = try cells.optionalDate("start")
    let end = try cells.optionalDate("end")
    if let start, let end, !(start.earliest < end.earliest) {
      throw LexiconError(
        file: row.file, line: row.line, column: 5,
        problem: .emptyInterval(from: start.description, to: end.description))
    }
    let precision = try cells.optionalChoice("precision", of: PrecisionCell.self)
    term = Validity(from: start, to: end, precision: precision?.precision)
    evidence = try Self.evidence(of: try cells.list("evidence"), in: row)
    src = try cells.source()
  }

  /// Reads `xwlb 2017-03-05`; a role that nobody has read of is not to be listed.
  private static func evidence(of items: [String], in row: RowReference) throws(LexiconError) -> [Evidence] {
    func error(_ problem: LexiconError.Problem) -> LexiconError {
      LexiconError(file: row.file, line: row.line, column: 8, problem: problem)
    }
    guard !items.isEmpty else { throw error(.emptyCell(column: "evidence")) }
    var evidence: [Evidence] = []
    for item in items {
      let parts = item.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let date = PartialDate(iso: parts[1]), date.day != nil else {
        throw error(.badDate(column: "evidence", value: item))
      }
      evidence.append(Evidence(publication: String(parts[0]), date: date))
    }
    return evidence
  }
}
