/// Workflow commands of GitHub Actions (`::error file=…::…`), and the summary of a step.
///
/// GitHub shows at most 10 errors, 10 warnings and 10 notices of one step; the rest goes into the summary.
public enum GitHubReport {
  static let mostOfOneKind = 10
  /// GitHub takes 1 MiB of summary a step.
  static let mostSummaryBytes = 900_000

  public static func text(_ validation: Validation) -> String {
    var lines: [String] = []
    for severity in Severity.allCases.reversed() {
      let found = validation.new.filter { $0.severity == severity }
      lines += found.prefix(mostOfOneKind).map(command)
    }
    return (lines + [validation.summary]).joined(separator: "\n")
  }

  private static func command(_ finding: Finding) -> String {
    let name = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties = ["file=\(escapedProperty(finding.place.file))"]
    if let line = finding.place.line { properties.append("line=\(line)") }
    if let column = finding.place.column { properties.append("col=\(column)") }
    if let end = finding.place.endColumn, end > (finding.place.column ?? 0) { properties.append("endColumn=\(end)") }
    properties.append("title=\(escapedProperty(finding.check))")
    return "::\(name) \(properties.joined(separator: ","))::\(escapedData(finding.message))"
  }

  static func escapedData(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  static func escapedProperty(_ text: String) -> String {
    escapedData(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Markdown for `$GITHUB_STEP_SUMMARY`: all findings in a table, as far as they fit.
  public static func summary(_ validation: Validation) -> String {
    var text = "### Lexicon check\n\n\(validation.summary)\n"
    guard !validation.new.isEmpty else { return text }
    text += "\n| | where | what | check |\n|---|---|---|---|\n"
    var left = validation.new.count
    for finding in validation.new {
      let message = finding.message.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      let row = "| \(finding.severity.rawValue) | `\(finding.place)` | \(message) | `\(finding.check)` |\n"
      guard text.utf8.count + row.utf8.count < mostSummaryBytes else { break }
      text += row
      left -= 1
    }
    return left > 0 ? text + "\nand \(left) more\n" : text
  }
}
