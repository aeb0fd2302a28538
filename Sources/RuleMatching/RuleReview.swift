/// Finds in rule files what is useless: declarations nobody uses, alternatives and rules that can never win.
///
/// Told without a text, from the patterns alone; what depends on the texts (labels no mention has, rules no sentence
/// matches) is the business of ``RuleProfiler``.
struct RuleReview {
  let grammar: Grammar
  private let coverage: PatternCoverage

  init(grammar: Grammar) {
    self.grammar = grammar
    coverage = PatternCoverage(grammar: grammar)
  }

  func warnings(fileOrder: [String]) -> [RuleWarning] {
    var found = unused()
    for list in grammar.words.values { found += repeatedWords(list) }
    for phrase in grammar.phrases.values { found += problems(in: phrase.pattern) }
    for rule in grammar.rules {
      if rule.emissions.isEmpty, rule.mentions.isEmpty, rule.settings.isEmpty, rule.marks.isEmpty {
        found.append(warning(.noEffect(rule.id), rule.location))
      }
      if let match = rule.match { found += problems(in: match) }
      found += repeatedExamples(rule)
      if let loss = alwaysLoses(rule) { found.append(loss) }
    }
    found += carryProblems()
    let order = Dictionary(zip(fileOrder, 0...), uniquingKeysWith: { first, _ in first })
    return found.sorted { a, b in
      let (x, y) = (a.location, b.location)
      return (order[x.file] ?? 0, x.line, x.column, a.description) < (
        order[y.file] ?? 0, y.line, y.column, b.description
      )
    }
  }

  private func warning(_ problem: RuleWarning.Problem, _ location: RuleLocation) -> RuleWarning {
    RuleWarning(location: location, problem: problem)
  }

  // MARK: Declarations

  private func unused() -> [RuleWarning] {
    var pending = grammar.rules.flatMap { [$0.match].compactMap { $0 } + $0.before + $0.after }.flatMap(\.names)
    var (lists, phrases): (Set<String>, Set<String>) = (grammar.listsOfCarries, [])
    while let name = pending.popLast() {
      switch name {
      case .list(let name, _):
        if lists.insert(name).inserted { pending += grammar.words[name]?.members.flatMap(\.names) ?? [] }
      case .phrase(let name, _):
        if phrases.insert(name).inserted { pending += grammar.phrases[name]?.pattern.names ?? [] }
      default: break
      }
    }
    return grammar.words.values.filter { !lists.contains($0.name) }.map { warning(.unusedList($0.name), $0.location) }
      + grammar.phrases.values.filter { !phrases.contains($0.name) }.map {
        warning(.unusedPhrase($0.name), $0.location)
      }
  }

  private func repeatedWords(_ list: WordsSyntax) -> [RuleWarning] {
    var seen: Set<String> = []
    return list.members.compactMap { member in
      guard case .literal(let word, let location) = member, !seen.insert(word).inserted else { return nil }
      return warning(.shadowed(word), location)
    }
  }

  private func repeatedExamples(_ rule: RuleSyntax) -> [RuleWarning] {
    repeated(rule.examples.map { ($0, nil) })
  }

  private func repeated(_ examples: [(RuleExample, paper: String?)]) -> [RuleWarning] {
    var seen: Set<String> = []
    return examples.compactMap { example, paper in
      seen.insert("\(example.expectation) \(paper ?? "") \(example.text)").inserted
        ? nil : warning(.repeatedExample(example.text), example.location)
    }
  }

  // MARK: Patterns

  private func problems(in pattern: Pattern) -> [RuleWarning] {
    switch pattern {
    case .edge(let syntax, let location):
      return syntax.alternatives.compactMap { alternative in
        let both = alternative.labels.filter(alternative.excluded.contains)
        return both.first.map { warning(.dead("<\(alternative.type):\($0)!\($0)>"), location) }
      }
    case .choice(let items):
      var found = items.flatMap(problems)
      for index in items.indices.dropFirst() {
        guard let location = items[index].location else { continue }
        if items[..<index].contains(where: { coverage.covers($0, items[index]) && !$0.hasLook }) {
          found.append(warning(.shadowed(items[index].source ?? "this alternative"), location))
        }
      }
      return found
    case .sequence(let items):
      var found = items.flatMap(problems)
      for (index, item) in items.enumerated() {
        guard let location = item.location else { continue }
        if item.bare == .sentenceStart, items[..<index].contains(where: { coverage.takesSomething($0) }) {
          found.append(warning(.dead("^ after something that takes text"), location))
        }
        if item.bare == .sentenceEnd, items[(index + 1)...].contains(where: { coverage.takesSomething($0) }) {
          found.append(warning(.dead("$ in front of something that takes text"), location))
        }
        if case .ahead(let body, negated: true, _) = item.bare, index + 1 < items.count,
          coverage.covers(body, items[index + 1].uncaptured)
        {
          let next = items[index + 1].source ?? "what follows"
          found.append(warning(.dead("\(next) behind \(item.source ?? "this")"), location))
        }
        if case .behind(let pieces, _, _, negated: true, _) = item.bare, index > 0,
          pieces.contains(where: { coverage.covers($0, items[index - 1].uncaptured) })
        {
          found.append(
            warning(.dead("\(item.source ?? "this") behind \(items[index - 1].source ?? "that")"), location))
        }
      }
      return found
    case .repeated(let body, _, _, _), .capture(_, let body), .item(let body, _), .ahead(let body, _, _):
      return problems(in: body)
    case .literal, .list, .phrase, .characterClass, .skip, .sentenceStart, .sentenceEnd, .behind: return []
    }
  }

  // MARK: Carries

  /// Forms nobody uses, carries behind one that always decides, and takes behind one that always gives something.
  private func carryProblems() -> [RuleWarning] {
    let carries = grammar.carries
    let used = Set(carries.all.flatMap(\.takes).compactMap(\.form))
    var found = carries.forms.values.filter { !used.contains($0.id) }.map { warning(.unusedForm($0.id), $0.location) }
    for (number, carry) in carries.all.enumerated() {
      found += repeated(Array(zip(carry.examples, carry.papers)))
      let winner = carries.all[..<number].first { earlier in
        Set(carry.targets).isSubset(of: earlier.targets) && earlier.takes.contains(where: \.isSure)
          && Set(earlier.guards).isSubset(of: carry.guards)
      }
      if let winner {
        found.append(
          warning(
            .alwaysLoses(rule: carry.id, to: winner.id, because: "stands earlier and always decides"), carry.location))
      }
      guard let sure = carry.takes.firstIndex(where: \.isSure), sure + 1 < carry.takes.count else { continue }
      found.append(warning(.shadowed(carry.takes[sure + 1].text), carry.takes[sure + 1].location))
    }
    return found
  }

  // MARK: Rules

  private func alwaysLoses(_ rule: RuleSyntax) -> RuleWarning? {
    guard let group = rule.group, let match = rule.match else { return nil }
    guard let own = grammar.rules.firstIndex(where: { $0.id == rule.id }) else { return nil }
    for (index, other) in grammar.rules.enumerated()
    where index != own && other.group == group && other.pass == rule.pass {
      guard let wider = other.match, other.claims == rule.claims, Set(rule.zones).isSubset(of: other.zones),
        other.before.isEmpty, other.after.isEmpty,
        other.priority > rule.priority || other.priority == rule.priority && index < own,
        coverage.covers(wider, match)
      else { continue }
      let why = other.priority > rule.priority ? "has a higher priority" : "stands earlier"
      return warning(
        .alwaysLoses(rule: rule.id, to: other.id, because: "matches wherever it does and \(why)"), rule.location)
    }
    return nil
  }
}
