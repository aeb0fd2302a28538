/// Findings that were there before: only new ones make a check fail.
///
/// A line names a check, a file and a row's key, tab-separated; a line number would change with every row added above. The
/// same line twice stands for two findings.
public struct Baseline: Sendable {
  private var counts: [String: Int] = [:]

  public static let empty = Baseline()

  private init() {}

  /// Reads what ``text(of:)`` wrote; nil where it is something else.
  public init?(text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard lines.popFirst() == Substring(Self.header) else { return nil }
    for line in lines {
      guard line.split(separator: "\t", omittingEmptySubsequences: false).count == 3 else { return nil }
      counts[String(line), default: 0] += 1
    }
  }

  private static let header = "check\tfile\tkey"

  /// The file that makes all of these findings known, sorted.
  public static func text(of findings: [Finding]) -> String {
    ([header] + findings.map(line).sorted()).joined(separator: "\n") + "\n"
  }

  private static func line(_ finding: Finding) -> String {
    let key = finding.key.split(separator: "\t").joined(separator: " ")
    return "\(finding.check)\t\(finding.file)\t\(key.split(separator: "\n").joined(separator: " "))"
  }

  /// Takes a finding out of the baseline, if it is in there still.
  mutating func take(_ finding: Finding) -> Bool {
    let line = Self.line(finding)
    guard let count = counts[line], count > 0 else { return false }
    counts[line] = count - 1
    return true
  }
}
