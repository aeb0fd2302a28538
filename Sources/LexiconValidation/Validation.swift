/// What all checks together have found.
public struct Validation: Sendable {
  public enum State: Hashable, Sendable {
    case new
    /// In the baseline.
    case known
    /// Accepted in checks/suppressions.tsv, with the reason given there.
    case suppressed(String)
  }

  /// In the order of places.
  public let findings: [(finding: Finding, state: State)]
  /// How many files were looked at.
  public let fileCount: Int

  /// Runs checks; findings that are in the baseline or suppressed stay in the list and say so.
  public init(of lexicons: CheckedLexicons, baseline: Baseline = .empty, checks: [Check] = Check.all) {
    var found = checks.flatMap { $0.findings(in: lexicons) }
    let suppressions = Suppression.valid(in: lexicons)
    var uses = [Int](repeating: 0, count: suppressions.count)
    var reasons: [Finding: String] = [:]
    for finding in found {
      guard let number = suppressions.firstIndex(where: { $0.covers(finding) }) else { continue }
      uses[number] += 1
      reasons[finding] = suppressions[number].reason
    }
    let unused = checks.first { $0.id == Check.unusedSuppression.id }
    // A table cut off finds less than a whole one.
    if let unused, lexicons.files.allSatisfy(\.isWhole) {
      var report = Report(check: unused)
      for (suppression, count) in zip(suppressions, uses) where count == 0 {
        report.add(suppression.row, "check", "nothing is found here any more; delete the row")
      }
      found += report.findings
    }
    var baseline = baseline
    findings = found.sorted(by: Finding.precedes).map { finding in
      if let reason = reasons[finding] { return (finding, .suppressed(reason)) }
      return (finding, baseline.take(finding) ? .known : .new)
    }
    fileCount = lexicons.files.count
  }

  /// The findings that count.
  public var new: [Finding] { findings.filter { $0.state == .new }.map(\.finding) }

  public func count(_ severity: Severity) -> Int {
    findings.count { $0.state == .new && $0.finding.severity == severity }
  }

  /// `2 errors, 1 warning, 0 notes in 36 files`, and how many were left out.
  public var summary: String {
    func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let parts = [Severity.error, .warning, .note].map { counted(count($0), $0.rawValue) }
    let known = findings.count { $0.state == .known }
    let suppressed = findings.count - new.count - known
    var text = parts.joined(separator: ", ") + " in \(counted(fileCount, "file"))"
    if known > 0 { text += "; \(known) in the baseline" }
    if suppressed > 0 { text += "; \(suppressed) suppressed" }
    return text
  }
}
