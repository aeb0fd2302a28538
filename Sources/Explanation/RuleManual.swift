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
    return text + carries(rules.carries)
  }

  private static func carries(_ carries: CarryTable) -> String {
    guard !carries.all.isEmpty else { return "" }
    var text =
      "\n# What is left unsaid\n\nFor each target the first carry decides whose guards hold and that finds something.\n"
    for carry in carries.all {
      text += "\n### \(carry.id)\n\n\(carry.doc)\n\n"
      text += "- for \(carry.targets.map(\.rawValue).joined(separator: " and ")), at `\(name(carry.location.file))`\n"
      for guarding in carry.guards { text += "- \(code(guarding.text))\n" }
      for take in carry.takes {
        text += "- takes \(code(take.text))" + (take.conditionText.map { " \(code($0))" } ?? "") + "\n"
      }
      if carry.isAlone { text += "- the titles that follow in the run do not take it\n" }
      text += examples(carry.examples, ["gives", "has no part in", "not yet"])
    }
    return text
  }

  private static func section(_ rule: Rule, _ elements: [Element]) -> String {
    var text = "\n### \(rule.id)\n\n\(rule.doc)\n\n"
    text += "- at `\(name(rule.location.file))`, priority \(rule.priority)"
    text +=
      rule.pass == .relations
      ? ", confidence \(rule.confidence), in \(rule.zones.map(\.rawValue).joined(separator: " and "))\n"
      : ", over \(rule.pass.rawValue)\n"
    if let group = rule.group {
      text +=
        "- excludes others of the group `\(group)`" + (rule.claims.map { " where their `\($0)` overlap" } ?? "") + "\n"
    }
    text += "- pattern: \(elements.filter { $0.parent == nil }.map { code($0.text) }.joined(separator: " "))\n"
    for emission in rule.emissions { text += "- states \(code(describe(emission)))\n" }
    for emission in rule.mentions { text += "- finds \(code(describe(emission)))\n" }
    for setting in rule.settings { text += "- later sentences read `\(setting.value)` as `$\(setting.register)`\n" }
    for mark in rule.marks { text += "- what it matches is marked `\(mark)`\n" }
    return text + examples(rule.examples)
  }

  private static func examples(
    _ all: [RuleExample], _ words: [String] = ["matches", "does not match", "not yet"]
  ) -> String {
    var text = ""
    for (kind, word) in zip([RuleExample.Expectation.ok, .no, .todo], words) {
      let examples = all.filter { $0.expectation == kind }
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

  private static func describe(_ emission: MentionEmission) -> String {
    let fields = emission.labels.map { "label=\($0)" } + (emission.kind.map { ["kind=\($0)"] } ?? [])
    return "\(emission.type.rawValue)(\(([emission.capture.description] + fields).joined(separator: ", ")))"
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
    guard let range = file.ranges(of: "/rules/").last else { return file }
    return String(file[range.upperBound...])
  }

  private static func code(_ text: String) -> String { text == "-" ? "–" : "`" + cell(text) + "`" }
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
  private static func anchor(_ id: String) -> String { id.replacing(".", with: "") }
}
