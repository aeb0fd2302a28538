/// One rule of the validator: what it is called, how bad a breach is, which real mistake it stops, and how it looks for it.
///
/// Findings are values; a check changes nothing and sees all files as they are, with the mistakes of all other checks.
public struct Check: Sendable {
  /// `AREA.NAME`. Never changes: baselines and suppressions name it.
  public let id: String
  public let severity: Severity
  /// The mistake it stops, in a sentence or two, for CHECKS.md.
  public let mistake: String
  /// Whether `--fix` mends what it finds.
  public let isFixable: Bool
  let look: @Sendable (CheckedLexicons, inout Report) -> Void

  init(
    _ id: String, _ severity: Severity, _ mistake: String, isFixable: Bool = false,
    look: @escaping @Sendable (CheckedLexicons, inout Report) -> Void
  ) {
    (self.id, self.severity, self.mistake) = (id, severity, mistake)
    (self.isFixable, self.look) = (isFixable, look)
  }

  /// The part of the id before the dot.
  public var area: String { String(id.prefix { $0 != "." }) }

  func findings(in lexicons: CheckedLexicons) -> [Finding] {
    var report = Report(check: self)
    look(lexicons, &report)
    return report.findings
  }
}

/// Where a check writes down what it finds.
struct Report {
  let check: Check
  private(set) var findings: [Finding] = []

  init(check: Check) { self.check = check }

  /// At a cell of a row, or at its line where no column is named.
  mutating func add(_ row: Row, _ column: String? = nil, _ message: String, related: [Finding.Related] = []) {
    add(
      place: column.map { row.place(of: $0) } ?? row.place, message, key: row.key, file: row.file.path,
      related: related)
  }

  /// At bytes of a file.
  mutating func add(_ file: CheckedFile, line: Int, bytes: Range<Int>, _ message: String, key: String) {
    add(place: file.place(line: line, bytes: bytes), message, key: key, file: file.path)
  }

  /// At a whole file.
  mutating func add(_ file: CheckedFile, _ message: String) {
    add(place: Place(file.name), message, key: file.path, file: file.path)
  }

  mutating func add(place: Place, _ message: String, key: String, file: String, related: [Finding.Related] = []) {
    findings.append(
      Finding(
        check: check.id, severity: check.severity, place: place, message: message, key: key, file: file,
        related: related))
  }
}
