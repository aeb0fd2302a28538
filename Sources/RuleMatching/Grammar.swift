/// All declarations of a set of rule files, looked up by name.
struct Grammar: Sendable {
  private(set) var words: [String: WordsSyntax] = [:]
  private(set) var phrases: [String: PhraseSyntax] = [:]
  private(set) var rules: [RuleSyntax] = []
  private(set) var carries = CarryTable()
  private(set) var errors: [RuleError] = []
  /// Phrases and lists that contain themselves; they must not be expanded.
  private(set) var recursive: Set<String> = []
  /// Word lists that carries use.
  private(set) var listsOfCarries: Set<String> = []

  /// Declarations in the order of the files.
  init(words: [WordsSyntax], phrases: [PhraseSyntax], rules: [RuleSyntax], carries: CarryDeclarations) {
    for list in words {
      if self.words.updateValue(list, forKey: list.name) != nil { note(.duplicateName(list.name), at: list.location) }
    }
    for phrase in phrases {
      if self.phrases.updateValue(phrase, forKey: phrase.name) != nil {
        note(.duplicateName(phrase.name), at: phrase.location)
      }
    }
    var ids: Set<String> = []
    for rule in rules {
      if ids.insert(rule.id).inserted {
        self.rules.append(rule)
      } else {
        note(.duplicateRule(rule.id), at: rule.location)
      }
    }
    for list in words { checkNames(.sequence(list.members)) }
    for phrase in phrases { checkNames(phrase.pattern) }
    for rule in self.rules {
      for pattern in [rule.match].compactMap({ $0 }) + rule.before + rule.after { checkNames(pattern) }
    }
    for list in words where reaches(list.name, from: list.members.flatMap(\.names)) {
      note(.recursive("@" + list.name), at: list.location)
      recursive.insert("@" + list.name)
    }
    for phrase in phrases where reaches(phrase.name, from: phrase.pattern.names) {
      note(.recursive(phrase.name), at: phrase.location)
      recursive.insert(phrase.name)
    }
    resolve(carries, ids: &ids)
  }

  private mutating func resolve(_ declared: CarryDeclarations, ids: inout Set<String>) {
    var forms: [String: CarryForm] = [:]
    for form in declared.forms {
      let resolved = form.mapValues { resolve($0) }
      if forms.updateValue(resolved, forKey: form.id) != nil { note(.duplicateName(form.id), at: form.location) }
    }
    var all: [Carry] = []
    for carry in declared.all {
      guard ids.insert(carry.id).inserted else {
        note(.duplicateRule(carry.id), at: carry.location)
        continue
      }
      for take in carry.takes {
        if let form = take.form, forms[form] == nil { note(.undefinedForm(form), at: take.location) }
      }
      all.append(carry.mapValues { resolve($0) })
    }
    for joint in declared.joints.dropFirst() { note(.duplicateName("run"), at: joint.location) }
    carries = CarryTable(all: all, forms: forms, joint: declared.joints.first)
  }

  /// A list of words as its words.
  private mutating func resolve(_ value: Carry.Value) -> [Carry.Value] {
    guard case .list(let name, let location) = value else { return [value] }
    guard !recursive.contains("@" + name) else { return [] }
    guard let list = words[name] else {
      note(.undefinedList(name), at: location)
      return []
    }
    listsOfCarries.insert(name)
    return list.members.flatMap { member -> [Carry.Value] in
      switch member {
      case .literal(let word, _): [.word(word)]
      case .list(let name, let location): resolve(.list(name, location))
      default: []
      }
    }
  }

  private mutating func note(_ problem: RuleError.Problem, at location: RuleLocation) {
    errors.append(RuleError(location: location, problem: problem))
  }

  private mutating func checkNames(_ pattern: Pattern) {
    for name in pattern.names {
      switch name {
      case .list(let name, let location) where words[name] == nil: note(.undefinedList(name), at: location)
      case .phrase(let name, let location) where phrases[name] == nil: note(.undefinedPhrase(name), at: location)
      default: break
      }
    }
  }

  /// Whether expanding some names comes to the list or phrase called `target`.
  private func reaches(_ target: String, from names: [Pattern]) -> Bool {
    var pending = names
    var seen: Set<String> = []
    while let name = pending.popLast() {
      switch name {
      case .list(let name, _):
        if name == target { return true }
        if seen.insert("@" + name).inserted { pending += words[name]?.members.flatMap(\.names) ?? [] }
      case .phrase(let name, _):
        if name == target { return true }
        if seen.insert(name).inserted { pending += phrases[name]?.pattern.names ?? [] }
      default: break
      }
    }
    return false
  }
}

extension Pattern {
  /// The lists and phrases it names, without what those name.
  var names: [Pattern] {
    switch self {
    case .list, .phrase: [self]
    case .sequence(let items), .choice(let items): items.flatMap(\.names)
    case .repeated(let body, _, _, _), .ahead(let body, _, _), .capture(_, let body), .item(let body, _): body.names
    case .skip(_, _, let stops): stops.flatMap(\.names)
    case .behind(let pieces, _, let stops, _, _): (pieces + stops).flatMap(\.names)
    case .edge, .literal, .characterClass, .sentenceStart, .sentenceEnd: []
    }
  }
}
