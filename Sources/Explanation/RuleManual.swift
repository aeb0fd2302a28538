import DocumentModel
public import RuleMatching

/// The manual of the rules in Markdown: what each is for, what it matches and states, and the examples that show it.
public enum RuleManual {
  public static func markdown(of rules: RuleSet) -> String {
    var text = """
      # The rules

      Made from the rule files by `gongbao rules doc`; change those, not this. The language is explained in `README.md`.

      | rule | states | for |
      |---|---|---|

      """
    for rule in rules.rules {
      text += "| [\(rule.id)](#\(anchor(rule.id))) | \(code(RuleTable.emitted(by: rule))) | \(cell(rule.doc)) |\n"
    }
    var file = ""
    for (number, rule) in rules.rules.enumerated() {
      if rule.location.file != file {
        file = rule.location.file
        text += "\n## \(name(file))\n"
      }
      text += section(rule, rules.elements(ofRule: number))
    }
    return text
  }

  private static func section(_ rule: Rule, _ elements: [Element]) -> String {
    var text = "\n### \(rule.id)\n\n\(rule.doc)\n\n"
    text += "- at `\(name(rule.location.file))`, priority \(rule.priority)"
    text += ", confidence \(rule.confidence), in \(rule.zones.map(\.rawValue).joined(separator: " and "))\n"
    if let group = rule.group {
      text +=
        "- excludes others of the group `\(group)`" + (rule.claims.map { " where their `\($0)` overlap" } ?? "") + "\n"
    }
    text += "- pattern: \(elements.filter { $0.parent == nil }.map { code($0.text) }.joined(separator: " "))\n"
    for emission in rule.emissions { text += "- states \(code(describe(emission)))\n" }
    for setting in rule.settings { text += "- later sentences read `\(setting.value)` as `$\(setting.register)`\n" }
    let kinds: [(RuleExample.Expectation, String)] = [(.ok, "matches"), (.no, "does not match"), (.todo, "not yet")]
    for (kind, word) in kinds {
      let examples = rule.examples.filter { $0.expectation == kind }
      guard !examples.isEmpty else { continue }
      text += "- \(word):\n" + examples.map { "  - \(marked($0))\n" }.joined()
    }
    return text
  }

  private static func describe(_ emission: Emission) -> String {
    var parts = [describe(emission.subject), describe(emission.object)]
    parts += emission.fields.map { "\($0.name)=\(describe($0.value))" }
    return "\(emission.relation.rawValue)(\(parts.joined(separator: ", ")))"
      + (emission.when.map { " when " + describe($0) } ?? "")
  }

  private static func describe(_ value: EmissionValue) -> String {
    switch value {
    case .capture(let path): path.description
    case .register(let name): "$" + name
    case .text(let text): text
    }
  }

  /// The example with what its captures take in bold.
  private static func marked(_ example: RuleExample) -> String {
    let bytes = Array(example.text.utf8)
    let outer = example.marks.filter { mark in
      !example.marks.contains {
        $0.span != mark.span && $0.span.start <= mark.span.start && mark.span.end <= $0.span.end
      }
    }
    var (text, at) = ("", 0)
    for mark in outer where mark.span.start >= at {
      text += String(decoding: bytes[at..<mark.span.start], as: UTF8.self)
      text += "**" + String(decoding: bytes[mark.span.start..<mark.span.end], as: UTF8.self) + "**"
      text += "(\(mark.path))"
      at = mark.span.end
    }
    return text + String(decoding: bytes[at...], as: UTF8.self)
  }

  /// Path of a file below the folder of rules: the manual is the same wherever the lexicons lie.
  private static func name(_ file: String) -> String {
    guard let range = file.firstRange(of: "/rules/") else { return file }
    return String(file[range.upperBound...])
  }

  private static func code(_ text: String) -> String { text == "-" ? "–" : "`" + cell(text) + "`" }
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
  private static func anchor(_ id: String) -> String { id.replacing(".", with: "") }
}
