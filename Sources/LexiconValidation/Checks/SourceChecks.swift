import Lexicons

// Where the rows come from, and whether they may be carried.

extension Check {
  static let sourceChecks: [Check] = [unusedSource, licence, unpinnedSource]

  static let unusedSource = Check(
    "source.unused", .warning,
    "A source that no row uses any more: NOTICE thanks people for nothing, or a table lost its rows."
  ) { lexicons, report in
    guard lexicons.files.allSatisfy(\.isWhole), lexicons.missing.isEmpty else { return }
    var used: Set<String> = []
    for file in lexicons.files where file.schema?.columns.contains("src") == true {
      guard file.path != TableName.sources.rawValue else { continue }
      for row in file.rows { used.insert(row["src"]) }
    }
    for row in lexicons[.sources] where row["kind"] != "check" && row["kind"] != "counts" && !used.contains(row["src"])
    {
      report.add(
        row, "src", "no row has the source \(row["src"]); delete it, or make its kind `check` if it only checks")
    }
  }

  /// SPDX names of licences under which a table may be carried along.
  private static let allowed: Set<String> = [
    "Apache-2.0", "MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Unicode-3.0", "CC0-1.0", "CC-BY-4.0", "0BSD",
  ]

  static let licence = Check(
    "source.licence", .error, "A list under GPL, NC or share-alike terms, which may not be carried with the program."
  ) { lexicons, report in
    for row in lexicons[.sources] {
      for part in row["licence"].split(separator: " ") where part != "AND" && !allowed.contains(String(part)) {
        let names = allowed.sorted().joined(separator: ", ")
        report.add(
          row, "licence", "\(part) is not among \(names); take the rows out, or name the licence by its SPDX name")
      }
    }
  }

  static let unpinnedSource = Check(
    "source.unpinned", .error, "A package without its version and hash: nobody can build the table again."
  ) { lexicons, report in
    for row in lexicons[.sources] where ["package", "data", "check"].contains(row["kind"]) {
      let hash = row["sha256"].utf8
      let isHash = hash.count == 64 && hash.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
      if !isHash {
        report.add(row, "sha256", "`sha256` must be 64 hex digits; give the hash of the file that was read")
      }
      if row["version"].isEmpty { report.add(row, "version", "`version` is empty; give the version that was read") }
    }
  }
}
