import DocumentModel
public import RuleMatching

/// Rules in columns, for a terminal.
public enum RuleTable {
  /// One line a rule, in the order of the files.
  public static func text(of rules: RuleSet) -> String {
    let rows = rules.rules.map { rule in
      [
        rule.id, "\(rule.location.file):\(rule.location.line)", "\(rule.priority)", rule.group ?? "-",
        emitted(by: rule), rule.doc,
      ]
    }
    let table = aligned([["rule", "at", "priority", "group", "states", "doc"]] + rows, right: [2])
    return rules.carries.all.isEmpty ? table : table + "\n\n" + text(of: rules.carries)
  }

  /// One line a carry, in the order they are asked.
  private static func text(of carries: CarryTable) -> String {
    let rows = carries.all.map { carry in
      [
        carry.id, "\(carry.location.file):\(carry.location.line)", carry.targets.map(\.rawValue).joined(separator: " "),
        carry.takes.map(\.text).joined(separator: " | "), carry.doc,
      ]
    }
    return aligned([["carry", "at", "for", "takes", "doc"]] + rows, right: [])
  }

  /// One line a rule, the costliest first; then the rules that never matched and those that always lost.
  public static func text(of profiler: RuleProfiler, _ rules: RuleSet, articles: Int) -> String {
    let order = rules.rules.indices.sorted {
      let (a, b) = (profiler.profiles[$0], profiler.profiles[$1])
      return a.time != b.time ? a.time > b.time : $0 < $1
    }
    let rows = order.map { number -> [String] in
      let profile = profiler.profiles[number]
      let failure = profile.commonestFailure.map { element, count in
        let element = rules.elements(ofRule: number)[element]
        let text = element.text.count > 40 ? element.text.prefix(39) + "…" : element.text[...]
        return "\(count) at \(text) (\(element.location.line):\(element.location.column))"
      }
      return [
        rules.rules[number].id, "\(profile.tries)", "\(profile.matches)", "\(profile.wins)", "\(profile.losses)",
        "\(profile.steps)", milliseconds(profile.time), failure ?? "-",
      ]
    }
    let total = profiler.profiles.reduce(Duration.zero) { $0 + $1.time }
    let steps = profiler.profiles.reduce(0) { $0 + $1.steps }
    let dead = rules.rules.indices.filter { profiler.profiles[$0].matches == 0 }.map { rules.rules[$0].id }
    let losing = rules.rules.indices.filter { profiler.profiles[$0].matches > 0 && profiler.profiles[$0].wins == 0 }
      .map { rules.rules[$0].id }
    var text = aligned(
      [["rule", "tries", "matches", "wins", "losses", "steps", "ms", "most often stuck"]] + rows, right: Set(1...6))
    text += "\n\n\(articles) articles, \(profiler.sentences) sentences, \(steps) steps, \(milliseconds(total)) ms"
    if !dead.isEmpty { text += "\nnever matched: " + dead.joined(separator: " ") }
    if !losing.isEmpty { text += "\nalways lost: " + losing.joined(separator: " ") }
    return text
  }

  /// One line a carry: how many roles and other mentions it had a part in; then those that had none.
  public static func text(of carries: CarryTable, uses: [Int]) -> String {
    let rows = zip(carries.all, uses).map { [$0.id, "\($1)", $0.doc] }
    let dead = zip(carries.all, uses).filter { $1 == 0 }.map(\.0.id)
    let table = aligned([["carry", "uses", "doc"]] + rows, right: [1])
    return dead.isEmpty ? table : table + "\nnever used: " + dead.joined(separator: " ")
  }

  /// `holds_role, sets guest`.
  static func emitted(by rule: Rule) -> String {
    var said: [String] = []
    for emission in rule.mentions where !said.contains("a " + emission.type.rawValue) {
      said.append("a " + emission.type.rawValue)
    }
    for emission in rule.emissions where !said.contains(emission.relation.rawValue) {
      said.append(emission.relation.rawValue)
    }
    for setting in rule.settings where !said.contains("$" + setting.register) { said.append("$" + setting.register) }
    said += rule.marks.map { "marks " + $0 }
    return said.isEmpty ? "-" : said.joined(separator: " ")
  }

  static func milliseconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .microseconds(10)).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// Columns of even width; Han characters and wide signs count two.
  static func aligned(_ rows: [[String]], right: Set<Int>) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - width(cell))
        let isLast = column == row.count - 1
        line += right.contains(column) ? padding + cell : isLast ? cell : cell + padding
        if !isLast { line += "  " }
      }
      return line
    }.joined(separator: "\n")
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        sum + 2
      default: sum + 1
      }
    }
  }
}
