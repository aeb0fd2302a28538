extension Check {
  /// Every check, in the order of CHECKS.md. Ids are unique (a test says so).
  public static let all: [Check] =
    formChecks + textChecks + valueChecks + keyChecks + sourceChecks + divisionChecks + aliasChecks + bodyChecks
    + officialChecks + grammarChecks + nameChecks + ruleChecks + suppressionChecks

  /// The page that lists them, `Lexicons/CHECKS.md`.
  public static var page: String {
    let counts = Severity.allCases.reversed().map { severity in
      let count = all.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    var page = """
      # Checks of `gongbao lexicon check`

      Written by `gongbao lexicon check --list`; do not edit. \(all.count) checks: \(counts.joined(separator: ", ")).
      Errors give exit status 1, with `--strict` warnings too. `--fix` mends the ones marked *fix*.

      """
    var area = ""
    for check in all {
      if check.area != area {
        area = check.area
        page += "\n## \(area)\n| id | severity | the mistake it stops |\n|---|---|---|\n"
      }
      page += "| `\(check.id)` | \(check.severity.rawValue)\(check.isFixable ? ", *fix*" : "") | \(check.mistake) |\n"
    }
    return page
  }
}
