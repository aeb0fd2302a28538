import DocumentModel

/// Looks up the captures and registers that clauses name, and makes the final rules.
struct RuleChecker {
  let grammar: Grammar
  let registers: Set<String>
  private(set) var errors: [RuleError] = []
  private var pathsOfPhrases: [String: [CapturePath]] = [:]

  init(grammar: Grammar, registers: Set<String>) {
    self.grammar = grammar
    self.registers = registers
  }

  mutating func check(_ rule: RuleSyntax, program: Program) -> Rule {
    // A pattern too large to compile is not unfolded for its captures either.
    let isWhole = !program.instructions.isEmpty
    let paths = isWhole ? rule.match.map { Set(capturePaths(of: $0)) } ?? [] : nil
    if let claims = rule.claims, let location = rule.claimsLocation {
      require(claims, in: paths, at: location)
      if rule.group == nil { note(.claimsWithoutGroup(rule.id), at: location) }
    }
    for (setting, location) in zip(rule.settings, rule.settingLocations) {
      require(setting.value, in: paths, at: location)
    }
    for example in rule.examples {
      for mark in example.marks { require(mark.path, in: paths, at: example.location) }
    }
    for emission in rule.mentions { require(emission.capture, in: paths, at: emission.location) }
    let isPlain = rule.emissions.isEmpty && rule.settings.isEmpty && rule.marks.isEmpty && !rule.seen.contains("zones")
    if rule.pass == .relations ? !rule.mentions.isEmpty : !isPlain { note(.badPass(rule.id), at: rule.location) }
    return Rule(
      id: rule.id, doc: rule.doc, zones: rule.zones, priority: rule.priority, confidence: rule.confidence,
      group: rule.group, claims: rule.claims, pass: rule.pass,
      emissions: rule.emissions.map { check($0, paths: paths) },
      mentions: rule.mentions, settings: rule.settings, marks: rule.marks, examples: rule.examples,
      location: rule.location)
  }

  private mutating func check(_ emission: Emission, paths: Set<CapturePath>?) -> Emission {
    var when = emission.when
    if case .capture(let path) = when, paths?.contains(path) == false {
      if path.components == ["day"] || path.components == ["span"] {
        when = .text(path.description)
      } else {
        note(.unknownWhen(path.description), at: emission.location)
      }
    }
    for value in [emission.subject, emission.object, emission.when ?? .text("")] + emission.fields.map(\.value) {
      switch value {
      case .capture(let path) where value != emission.when: require(path, in: paths, at: emission.location)
      case .register(let name) where !registers.contains(name):
        note(.unknownRegister(name), at: emission.location)
      default: break
      }
    }
    return Emission(
      relation: emission.relation, subject: emission.subject, object: emission.object, fields: emission.fields,
      when: when, pairwise: emission.pairwise, location: emission.location)
  }

  private mutating func note(_ problem: RuleError.Problem, at location: RuleLocation) {
    errors.append(RuleError(location: location, problem: problem))
  }

  private mutating func require(_ path: CapturePath, in paths: Set<CapturePath>?, at location: RuleLocation) {
    guard let paths, !paths.contains(path) else { return }
    note(.unknownCapture(path.description), at: location)
  }

  /// Every path that a match of a pattern can bind; some more than once.
  private mutating func capturePaths(of pattern: Pattern) -> [CapturePath] {
    switch pattern {
    case .sequence(let items), .choice(let items):
      var paths: [CapturePath] = []
      for item in items { paths += capturePaths(of: item) }
      return paths
    case .repeated(let body, _, _, _), .item(let body, _): return capturePaths(of: body)
    case .phrase(let name, _):
      if let known = pathsOfPhrases[name] { return known }
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return [] }
      let paths = Array(Set(capturePaths(of: phrase.pattern)))
      pathsOfPhrases[name] = paths
      return paths
    case .capture(let name, let body):
      return [CapturePath(components: [name])]
        + capturePaths(of: body).map { CapturePath(components: [name] + $0.components) }
    case .edge, .literal, .list, .characterClass, .skip, .sentenceStart, .sentenceEnd, .ahead, .behind: return []
    }
  }
}
