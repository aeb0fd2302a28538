import DocumentModel
import Pipeline
import RelationExtraction
import RuleMatching

/// Why an expected relation is missing: the first stage that went another way is the cause.
extension Explainer {
  public func whyNot(_ expected: ExpectedRelation) -> ExplanationNode {
    var node = ExplanationNode(
      "why-not", "why not \(expected.type.rawValue) \(expected.subject) → \(expected.object)")
    for field in expected.fields { node.say(field.key, field.value) }
    for step in [found, subjectMissing, titleMissing, dropped, lost, resolvedOtherwise, objectMissing] {
      if let answer = step(expected) { return answered(node, answer) }
    }
    return answered(node, nearestRule(for: expected))
  }

  struct Answer {
    let cause: MissCause
    let says: String
    var parts: [ExplanationNode?] = []
  }

  private func answered(_ node: ExplanationNode, _ answer: Answer) -> ExplanationNode {
    var node = node
    node.say("cause", answer.cause.rawValue)
    node.say("because", answer.says)
    for part in answer.parts { node.add(part) }
    return node
  }

  /// The mentions that a name of the question means: by what they name, else by what is written.
  func mentions(named name: String) -> [Int] {
    let named = trace.mentions.indices.filter { trace.relations.statements.identities[$0]?.name == name }
    return named.isEmpty
      ? trace.mentions.indices.filter { trace.document.text(of: trace.mentions[$0].span) == name } : named
  }

  func isNamed(_ identity: Identity?, _ name: String) -> Bool {
    guard let identity else { return false }
    if identity.name == name { return true }
    return mentions(named: name).contains { trace.relations.statements.identities[$0]?.name == identity.name }
  }

  // MARK: Steps

  private func found(_ expected: ExpectedRelation) -> Answer? {
    let same = trace.extraction.relations.indices.filter { index in
      let relation = trace.extraction.relations[index]
      return relation.type == expected.type && isNamed(identity(relation.subject), expected.subject)
        && isNamed(identity(relation.object), expected.object)
    }
    guard !same.isEmpty else { return nil }
    let exact = same.filter { index in
      let relation = trace.extraction.relations[index]
      let values = [
        "role": relation.role, "status": relation.status?.rawValue, "kind": relation.kind,
        "date": relation.date?.description,
      ]
      return expected.fields.allSatisfy { values[$0.key] == $0.value }
    }
    if let index = exact.first { return Answer(cause: .found, says: "it was found", parts: [relation(index)]) }
    guard expected["role"] == nil || same.contains(where: { trace.extraction.relations[$0].role == expected["role"] })
    else { return nil }
    return Answer(
      cause: .foundOtherwise, says: "it was found with other fields", parts: same.map { relation($0) })
  }

  private func identity(_ id: String) -> Identity? { entity(id).map { Identity(type: $0.type, name: $0.name) } }

  private func subjectMissing(_ expected: ExpectedRelation) -> Answer? {
    guard mentions(named: expected.subject).isEmpty else { return nil }
    let canBePerson = ![.sentBy, .locatedIn].contains(expected.type)
    return missing(expected.subject, .subjectNotRecognised, canBePerson ? "a person" : "something named")
  }

  private func titleMissing(_ expected: ExpectedRelation) -> Answer? {
    guard expected.type == .holdsRole, let role = expected["role"] else { return nil }
    let isThere = trace.mentions.contains { mention in
      guard case .title(let title) = mention.reading else { return false }
      return title.role == role || trace.document.text(of: mention.span) == role
    }
    return isThere ? nil : missing(role, .titleNotRecognised, "a title")
  }

  /// Only names that are written can be missed: what a title implies stands nowhere.
  private func objectMissing(_ expected: ExpectedRelation) -> Answer? {
    guard mentions(named: expected.object).isEmpty, !places(of: expected.object).isEmpty else { return nil }
    return missing(expected.object, .objectNotRecognised, "something named")
  }

  /// Why a stretch is no mention: what covers it, and what it scored as a name.
  private func missing(_ name: String, _ cause: MissCause, _ what: String) -> Answer {
    guard let place = places(of: name).first else {
      return Answer(cause: .notInText, says: "«\(name)» stands nowhere in the article, nor does anything that names it")
    }
    var parts: [ExplanationNode?] = []
    let covering = trace.mentions.indices.filter { range(trace.mentions[$0].span).overlaps(place) }
    parts.append(.group("covering", "what was read there instead", covering.map { mention($0) }))
    let weighed = trace.names.filter { range(ofIndices: $0.range).overlaps(place) }
    let best = weighed.max { $0.score < $1.score }
    if what == "a person" {
      let exact = weighed.filter { range(ofIndices: $0.range) == place }.max { $0.score < $1.score }
      parts.append(exact.map(self.name))
      if exact?.range != best?.range { parts.append(best.map(self.name)) }
      if exact == nil {
        let says = "«\(name)» was never weighed as a name: no shape of name fits it (surname, given characters, length)"
        return Answer(cause: cause, says: says, parts: parts)
      }
    }
    let instead = covering.first.map { "; «\(trace.document.text(of: trace.mentions[$0].span))» was taken there" } ?? ""
    return Answer(
      cause: cause, says: "«\(name)» at \(place.lowerBound) was not recognised as \(what)\(instead)", parts: parts)
  }

  private func dropped(_ expected: ExpectedRelation) -> Answer? {
    let drops = trace.relations.drops.filter { drop in
      let emission = rules.rules[drop.match.rule].emissions[drop.emission]
      guard emission.relation == expected.type, touchesSubject(drop.match, expected) else { return false }
      if case .plannedTitle(let role) = drop.reason, let wanted = expected["role"] { return role == wanted }
      if case .noOrganisation(let role) = drop.reason, let wanted = expected["role"] { return role == wanted }
      return drop.object == nil || isNamed(drop.object, expected.object)
    }
    guard let drop = drops.first else { return nil }
    var part = match(drop.match, sentence: drop.sentence)
    part.say("dropped", Self.describe(drop.reason))
    add(drop.groundings, to: &part)
    return Answer(
      cause: .dropped, says: "rule \(rules.rules[drop.match.rule].id) matched, but \(Self.describe(drop.reason))",
      parts: [part])
  }

  private func lost(_ expected: ExpectedRelation) -> Answer? {
    for sentence in trace.relations.sentences {
      for rejected in sentence?.outcome.rejections ?? []
      where emits(rejected.match.rule, expected.type) && touchesSubject(rejected.match, expected)
        && (mentions(named: expected.object).isEmpty || touches(rejected.match, expected.object))
        && (expected["role"] == nil || touches(rejected.match, titles(expected)))
      {
        return Answer(
          cause: .lost,
          says: "rule \(rules.rules[rejected.match.rule].id) matched and lost to "
            + "\(rules.rules[rejected.winner.rule].id) (\(rejected.reason.rawValue))", parts: [rejection(rejected)])
      }
    }
    return nil
  }

  /// The fact was stated, but of another body: whose it is was decided otherwise.
  private func resolvedOtherwise(_ expected: ExpectedRelation) -> Answer? {
    let stated = zip(trace.relations.statements.relations, trace.relations.derivations).filter { relation, derivation in
      guard relation.type == expected.type else { return false }
      if expected.type == .holdsRole, let role = expected["role"], relation.role != role { return false }
      let isSubject = isNamed(relation.subject, expected.subject)
      let isObject = isNamed(relation.object, expected.object)
      if isObject { return derivation.subject.map { mentions(named: expected.subject).contains($0) } ?? false }
      return isSubject && (expected.type == .holdsRole && expected["role"] != nil)
    }
    guard let (relation, derivation) = stated.first.map({ ($0.0, $0.1) }) else { return nil }
    var part = match(derivation.match, sentence: derivation.sentence)
    part.say("stated", "\(relation.type.rawValue) \(relation.subject.name) → \(relation.object.name)")
    add(derivation.groundings, to: &part)
    if let object = derivation.object { part.add(mention(object)) }
    let isOpen = relation.object.resolved == false
    return Answer(
      cause: .otherObject,
      says: "it was stated of \(relation.subject.name) and \(relation.object.name)"
        + (isOpen ? ", whose place stayed open" : "")
        + (derivation.groundings.last.map { ": \(describe($0))" } ?? ""),
      parts: [part])
  }

  // MARK: Tests

  func emits(_ rule: Int, _ type: RelationType) -> Bool {
    rules.rules[rule].emissions.contains { $0.relation == type }
  }

  func touchesSubject(_ match: Match, _ expected: ExpectedRelation) -> Bool { touches(match, expected.subject) }

  func touches(_ match: Match, _ name: String) -> Bool { touches(match, mentions(named: name)) }

  private func touches(_ match: Match, _ numbers: [Int]) -> Bool {
    numbers.contains {
      trace.document.matching.range(of: trace.mentions[$0].span).overlaps(match.range)
    }
  }

  static func describe(_ reason: Drop.Reason) -> String {
    switch reason {
    case .nothingNamed(let what): "\(what) names nothing that could be told"
    case .emptyRegister("place"): "its name says no place that is known"
    case .emptyRegister("outlet"): "the article names no outlet (its source)"
    case .emptyRegister(let name): "nothing in the article has set $\(name) before"
    case .same: "subject and object are one"
    case .notAdmitted(let subject, let object, let resolved):
      "the relation does not take \(subject.rawValue) → \(object.rawValue)"
        + (resolved == false ? " whose place stayed open" : "")
    case .future(let date): "its date \(date) lies after the publication: a plan"
    case .plannedTitle(let role): "\(role) is only planned (拟任, 候选人…)"
    case .noOrganisation(let role): "nothing tells which body \(role) belongs to"
    case .singular(let role): "\(role) is held by one person: of a list only the first takes it"
    case .rows(.tooMany(let count)): "\(count) combinations are too many"
    case .rows(.uneven(let first, let second)): "\(first) and \(second) captures do not go in step"
    }
  }
}
