import DocumentModel
import RuleMatching

// Rule files and their examples.

extension Check {
  static let ruleChecks: [Check] = [
    ruleSyntax, missingRules, withoutOK, withoutNo, fewExamples, headWords, failingExample, solvedTodo, ruleName,
    ruleDoc, loadable,
  ]

  static let ruleSyntax = Check(
    "rule.syntax", .error, "A rule file that cannot be read: the program would not start."
  ) { lexicons, report in
    for error in lexicons.rules.errors { report.add(error.location, error.problem.message) }
  }

  static let missingRules = Check(
    "rule.missing", .error, "A lexicon folder without rules/main.rules: mentions would be found and no relation."
  ) { lexicons, report in
    if lexicons.rules.isMissing, let folder = lexicons.folderNames.first {
      report.add(
        place: Place(folder + "rules/main.rules"), "is missing; a lexicon folder needs it", key: "rules/main.rules",
        file: "rules/main.rules")
    }
  }

  static let withoutOK = Check(
    "rule.no-ok", .error, "A rule that shows nothing it matches: nobody would notice when it no longer does."
  ) { lexicons, report in
    for rule in lexicons.rules.shown where !rule.examples.contains(where: { $0.expectation == .ok }) {
      report.add(rule.location, "rule \(rule.id) has no `ok` example; add a text that it must match", key: rule.id)
    }
  }

  static let withoutNo = Check(
    "rule.no-no", .warning, "A rule that shows nothing it must leave alone: it may match too much."
  ) { lexicons, report in
    for rule in lexicons.rules.shown where !rule.examples.contains(where: { $0.expectation == .no }) {
      report.add(rule.location, "rule \(rule.id) has no `no` example; add a text that it must not match", key: rule.id)
    }
  }

  static let fewExamples = Check(
    "rule.few-examples", .warning,
    "A rule with fewer than three examples: they do not show what each of its parts is for."
  ) { lexicons, report in
    for rule in lexicons.rules.shown where rule.examples.count < leastExamples {
      let count = rule.examples.count
      report.add(
        rule.location, "rule \(rule.id) has \(count) of at least \(leastExamples) examples; add some", key: rule.id)
    }
  }
  private static let leastExamples = 3

  static let headWords = Check(
    "rule.head-words", .warning,
    "Examples that all name the same: a rule that had learnt one word by heart would pass them."
  ) { lexicons, report in
    for rule in lexicons.rules.rules {
      let shown = rule.examples.filter { $0.expectation == .ok }
      // Of the capture that is marked with the most words, else whole examples.
      var words: [String: Set<String>] = [:]
      for example in shown {
        for mark in example.marks { words[mark.path.description, default: []].insert(example.text(of: mark)) }
      }
      let most = words.values.map(\.count).max() ?? Set(shown.map(\.text)).count
      guard most < min(leastExamples, shown.count) else { continue }
      report.add(
        rule.location, "the `ok` examples of \(rule.id) name \(most) different things; let each name others",
        key: rule.id)
    }
  }

  static let failingExample = Check(
    "rule.example", .error, "A rule broken by an edit to a lexicon or to a phrase that it uses."
  ) { lexicons, report in
    for outcome in lexicons.rules.outcomes {
      guard case .failed(let found) = outcome.verdict else { continue }
      let kind = outcome.example.expectation.rawValue
      report.add(
        outcome.example.location,
        "the `\(kind)` example of \(outcome.rule) fails: \(found); correct the rule or the example",
        key: "\(outcome.rule) \(outcome.example.text)")
    }
  }

  static let solvedTodo = Check(
    "rule.solved-todo", .note, "A known gap that an edit has closed, and that nothing keeps closed."
  ) { lexicons, report in
    for outcome in lexicons.rules.outcomes where outcome.verdict == .solved {
      report.add(
        outcome.example.location, "this `todo` of \(outcome.rule) matches now; make it an `ok`",
        key: "\(outcome.rule) \(outcome.example.text)")
    }
  }

  static let ruleName = Check(
    "rule.name", .warning,
    "A rule whose id names another file: whoever looks for the rule of a fact looks there in vain."
  ) { lexicons, report in
    for rule in lexicons.rules.rules {
      let last = rule.location.file.split(separator: "/").last.map(String.init) ?? ""
      let file = String(last.prefix { $0 != "." })
      if !rule.id.hasPrefix(file + "."), file != "main" {
        report.add(rule.location, "rule \(rule.id) stands in \(last); begin its id with \(file).", key: rule.id)
      }
    }
  }

  static let ruleDoc = Check(
    "rule.doc", .warning, "A rule without a sentence that says what it is for."
  ) { lexicons, report in
    for rule in lexicons.rules.shown where rule.doc.unicodeScalars.count < 4 {
      report.add(rule.location, "rule \(rule.id) has no `doc`; say in a sentence what it reads", key: rule.id)
    }
  }

  static let loadable = Check(
    "load.refused", .error,
    "Something that stops every run and that no other check has a name for. Silent where one of them names the line."
  ) { lexicons, report in
    for message in lexicons.rules.refusals {
      report.add(place: Place(lexicons.folderNames.first ?? ""), message, key: message, file: "")
    }
  }
}

extension Report {
  /// At a place of a rule file.
  mutating func add(_ location: RuleLocation, _ message: String, key: String? = nil) {
    let path = location.file.range(ofRules: "rules/").map { String(location.file[$0...]) } ?? location.file
    add(
      place: Place(location.file, line: location.line, column: location.column), message, key: key ?? message,
      file: path)
  }
}

extension RuleExample {
  fileprivate func text(of mark: Mark) -> String {
    String(decoding: Array(text.utf8)[mark.span.start..<mark.span.end], as: UTF8.self)
  }
}

extension String {
  /// Where the last `rules/` of a path begins.
  fileprivate func range(ofRules part: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      formIndex(before: &index)
      if self[index...].hasPrefix(part) { return index }
    }
    return nil
  }
}
