/// JUnit's XML as most CI servers read it: a test case a check, failed by its findings. Notes fail nothing.
public enum JUnitReport {
  public static func text(_ validation: Validation) -> String {
    let found = Dictionary(grouping: validation.new, by: \.check)
    let failures = Check.all.count { check in found[check.id, default: []].contains { $0.severity > .note } }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites tests=\"\(Check.all.count)\" failures=\"\(failures)\">\n"
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
    return text + "</testsuite>\n</testsuites>\n"
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
