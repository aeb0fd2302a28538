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
  /// What became of each example of a rule or carry.
  let outcomes: [RuleReading.Outcome]

  /// Runs checks; findings that are in the baseline or suppressed stay in the list and say so.
  public init(of lexicons: CheckedLexicons, baseline: Baseline = .empty, checks: [Check] = Check.all) {
    var found = Self.withoutEchoes(checks.flatMap { $0.findings(in: lexicons) })
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
    outcomes = lexicons.rules.outcomes
  }

  /// Leaves out what the loader says of a line or a file of which a check has said that it is wrong.
  private static func withoutEchoes(_ findings: [Finding]) -> [Finding] {
    let echo = Check.loadable.id
    let errors = findings.filter { $0.severity == .error && $0.check != echo }
    guard !errors.isEmpty else { return findings }
    return findings.filter { finding in finding.check != echo || !errors.contains { $0.says(finding.message) } }
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

extension Finding {
  /// Whether a message of the loader (`FILE:LINE:COLUMN: …`, or `and 3 more`) is of the same line, or of the same file where
  /// one of the two names no line.
  fileprivate func says(_ message: String) -> Bool {
    guard let start = message.rest(after: file) else { return message.hasPrefix("and ") }
    let digits = message[start...].prefix { $0.isNumber }
    guard let line = place.line, let other = Int(digits) else { return true }
    return line == other
  }
}

extension String {
  /// Where the text goes on after a path and a colon, if it begins with that path or one that ends in it.
  fileprivate func rest(after path: String) -> String.Index? {
    let head = prefix { $0 != ":" }
    guard head == path[...] || head.hasSuffix("/" + path), head.endIndex < endIndex else { return nil }
    return index(after: head.endIndex)
  }
}
