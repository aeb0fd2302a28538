import DocumentModel

/// An exception from checks/suppressions.tsv: findings of one check in one file that are accepted until a day.
struct Suppression {
  let row: Row
  let reason: String
  private let check: String
  private let file: String
  /// Empty for all rows of the file.
  private let key: String

  init(_ row: Row) {
    self.row = row
    (check, file, key, reason) = (row["check"], row["file"], row["key"], row["reason"])
  }

  /// Those that have not expired, and have a reason.
  static func valid(in lexicons: CheckedLexicons) -> [Suppression] {
    lexicons[.suppressions].filter { row in
      guard let end = row.date("expires"), !row["reason"].isEmpty else { return false }
      return isValid(until: end, on: lexicons.today)
    }.map(Suppression.init)
  }

  static func isValid(until end: PartialDate, on day: PartialDate) -> Bool { day.earliest <= end.latest }

  func covers(_ finding: Finding) -> Bool {
    finding.check == check && finding.file == file && (key.isEmpty || finding.key == key)
  }
}
