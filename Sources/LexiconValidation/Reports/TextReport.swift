/// `FILE:LINE:COLUMN: SEVERITY: MESSAGE [CHECK]`, a line a finding, and a line that counts them.
public enum TextReport {
  /// So many findings of one check in one file are shown; the rest is counted.
  static let mostAlike = 20

  public static func text(_ validation: Validation) -> String {
    var lines: [String] = []
    var shown: [String: Int] = [:]
    for finding in validation.new {
      let kind = "\(finding.check) \(finding.place.file)"
      shown[kind, default: 0] += 1
      guard shown[kind, default: 0] <= mostAlike else { continue }
      lines.append("\(finding.place): \(finding.severity.rawValue): \(finding.message) [\(finding.check)]")
      for related in finding.related { lines.append("  \(related.place): \(related.message)") }
    }
    for (kind, count) in shown.sorted(by: { $0.key < $1.key }) where count > mostAlike {
      let parts = kind.split(separator: " ", maxSplits: 1)
      lines.append("\(parts.last ?? ""): \(count - mostAlike) more [\(parts.first ?? "")]")
    }
    return (lines + [validation.summary]).joined(separator: "\n")
  }
}
