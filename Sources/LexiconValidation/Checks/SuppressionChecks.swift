// Exceptions that people have made: findings that are known and accepted for a while.

extension Check {
  static let suppressionChecks: [Check] = [unknownCheck, expiredSuppression, unusedSuppression]

  static let unknownCheck = Check(
    "suppression.check", .error, "An exception for a check that does not exist: it was misspelt, and the finding stays."
  ) { lexicons, report in
    let known = Set(all.map(\.id))
    for row in lexicons[.suppressions] where !row["check"].isEmpty && !known.contains(row["check"]) {
      report.add(row, "check", "there is no check \(row["check"]); see CHECKS.md")
    }
  }

  static let expiredSuppression = Check(
    "suppression.expired", .warning, "An exception made for a few weeks that nobody has come back to."
  ) { lexicons, report in
    for row in lexicons[.suppressions] {
      if let end = row.date("expires"), !Suppression.isValid(until: end, on: lexicons.today) {
        report.add(row, "expires", "the exception ended on \(end); mend what it hid, or give a new reason and date")
      }
    }
  }

  /// Needs the findings of all others: see `Validation`.
  static let unusedSuppression = Check(
    "suppression.unused", .warning,
    "An exception for something that has been mended: it would hide the next mistake there."
  ) { _, _ in }
}
