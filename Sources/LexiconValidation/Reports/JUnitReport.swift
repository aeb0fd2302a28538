import DocumentModel
import RuleMatching

/// JUnit's XML as most CI servers read it: a test case a check, failed by its findings (notes fail nothing), and a test case
/// an example of a rule, failed by what was found instead; known gaps are skipped.
public enum JUnitReport {
  public static func text(_ validation: Validation) -> String {
    let found = Dictionary(grouping: validation.new, by: \.check)
    let failures = Check.all.count { check in found[check.id, default: []].contains { $0.severity > .note } }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let examples = validation.outcomes
    let broken = examples.count(where: \.isFailure)
    text += "<testsuites tests=\"\(Check.all.count + examples.count)\" failures=\"\(failures + broken)\">\n"
    text += "<testsuite name=\"gongbao lexicon check\" tests=\"\(Check.all.count)\" failures=\"\(failures)\">\n"
    for check in Check.all {
      let own = found[check.id, default: []]
      let name = "<testcase classname=\"lexicon.\(check.area)\" name=\"\(check.id)\""
      guard !own.isEmpty else {
        text += name + "/>\n"
        continue
      }
      let lines = own.map { "\($0.place): \($0.message)" }.joined(separator: "\n")
      let fails = own.contains { $0.severity > .note }
      let element = fails ? "failure" : "system-out"
      let attributes = fails ? " type=\"\(check.severity.rawValue)\" message=\"\(escaped(own[0].message))\"" : ""
      text += "\(name)><\(element)\(attributes)>\(escaped(lines))</\(element)></testcase>\n"
    }
    text += "</testsuite>\n"
    if !examples.isEmpty {
      text += "<testsuite name=\"examples of rules\" tests=\"\(examples.count)\" failures=\"\(broken)\">\n"
      for example in examples { text += testCase(example) }
      text += "</testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func testCase(_ outcome: RuleReading.Outcome) -> String {
    let example = outcome.example
    let file = example.location.file.split(separator: "/").last.map(String.init) ?? example.location.file
    let name = "\(file):\(example.location.line) \(example.expectation.rawValue) \(example.text)"
    let start = "<testcase classname=\"rules.\(escaped(outcome.rule))\" name=\"\(escaped(name))\""
    switch outcome.verdict {
    case .passed where example.expectation == .todo: return start + "><skipped message=\"a known gap\"/></testcase>\n"
    case .passed: return start + "/>\n"
    case .solved: return start + "><system-out>this gap is closed: make it an ok</system-out></testcase>\n"
    case .failed(let found):
      let place = escaped("\(example.location): found \(found)")
      return start + "><failure type=\"example\" message=\"\(escaped(found))\">\(place)</failure></testcase>\n"
    }
  }

  /// Markup, and characters that XML 1.0 cannot hold.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        let isHeld = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.unicodeScalars.append(isHeld ? scalar : "\u{FFFD}")
      }
    }
  }
}

extension RuleReading.Outcome {
  fileprivate var isFailure: Bool { if case .failed = verdict { true } else { false } }
}
