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
    let steps = [
      found, subjectMissing, titleMissing, otherTitle, objectNotInText, dropped, hindered, lost, resolvedOtherwise,
      missingThere,
      droppedElsewhere, objectMissing, hinderedElsewhere, stoppedShort,
    ]
    for step in steps {
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

  /// The mentions that a name of the question means: by what they name, else by what is written, else by how either ends.
  func mentions(named name: String) -> [Int] {
    let identities = trace.relations.statements.identities
    let named = trace.mentions.indices.filter { identities[$0]?.name == name }
    if !named.isEmpty { return named }
    let written = trace.mentions.indices.filter { trace.document.text(of: trace.mentions[$0].span) == name }
    // 第七次联席会议 for the whole name of the meeting; what is shorter ends too many names.
    guard written.isEmpty, name.count > 3 else { return written }
    return trace.mentions.indices.filter { identities[$0]?.name.hasSuffix(name) ?? false }
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

  /// A name that stands nowhere, where nothing could stand for it: a title implies its body, but a visit says where.
  private func objectNotInText(_ expected: ExpectedRelation) -> Answer? {
    guard ![.holdsRole, .sentBy].contains(expected.type), mentions(named: expected.object).isEmpty,
      places(of: expected.object).isEmpty,
      drops(of: expected).allSatisfy({ if case .emptyRegister = $0.reason { true } else { false } })
    else { return nil }
    return missing(expected.object, .objectNotRecognised, "something named")
  }

  /// A name that is known elsewhere in the article, but not where it stands beside the other side.
  private func missingThere(_ expected: ExpectedRelation) -> Answer? {
    let sentences = trace.document.sentences.indices
    guard
      !sentences.contains(where: { names(expected.subject, sentence: $0) && names(expected.object, sentence: $0) })
    else { return nil }
    let sides = [
      (expected.object, expected.subject, MissCause.objectNotRecognised),
      (expected.subject, expected.object, MissCause.subjectNotRecognised),
    ]
    for (name, other, cause) in sides {
      let place = places(of: name).first { place in
        sentences.contains { number in
          range(trace.document.sentences[number].span).contains(place.lowerBound)
            && trace.relations.sentences[number] != nil && isWritten(other, inSentence: number)
        } && !mentions(named: name).contains { range(trace.mentions[$0].span).overlaps(place) }
      }
      let isPerson = mentions(named: name).contains { trace.mentions[$0].type == .person }
      if let place { return missing(name, cause, isPerson ? "a person" : "something named", at: place) }
    }
    return nil
  }

  /// A rule that states this, and whose match takes one side and ends before it reaches the other.
  private func stoppedShort(_ expected: ExpectedRelation) -> Answer? {
    let wanted = titles(expected).isEmpty ? mentions(named: expected.object) : titles(expected)
    let subjects = mentions(named: expected.subject)
    var nearest: (match: Match, sentence: Int, gap: Range<Int>)?
    for (number, sentence) in trace.relations.sentences.enumerated() {
      guard let sentence else { continue }
      for match in sentence.outcome.matches where emits(match.rule, expected.type) {
        for (taken, missed) in [(subjects, wanted), (wanted, subjects)] where touches(match, taken) {
          let starts = missed.map { trace.document.matching.range(of: trace.mentions[$0].span).lowerBound }
            .filter { sentence.lattice.range.contains($0) && $0 >= match.range.upperBound }
          guard let start = starts.min() else { continue }
          let gap = match.range.upperBound..<start
          if nearest.map({ gap.count < $0.gap.count }) ?? true { nearest = (match, number, gap) }
        }
      }
    }
    guard let nearest else { return nil }
    let between =
      nearest.gap.isEmpty ? "right before the rest" : "«\(text(ofIndices: nearest.gap))» parts it from the rest"
    return Answer(
      cause: .stoppedShort,
      says: "rule \(rules.rules[nearest.match.rule].id) matched «\(text(ofIndices: nearest.match.range))» "
        + "and ended there: \(between)", parts: [match(nearest.match, sentence: nearest.sentence)])
  }

  /// Whether a sentence mentions something called so, or has the words.
  private func isWritten(_ name: String, inSentence number: Int) -> Bool {
    names(name, sentence: number)
      || trace.document.text(of: trace.document.sentences[number].span).contains(name)
  }

  /// Whether a sentence mentions something called so.
  private func names(_ name: String, sentence: Int) -> Bool {
    let span = trace.document.sentences[sentence].span
    return mentions(named: name).contains { span.contains(trace.mentions[$0].span) }
  }

  /// Why a stretch is no mention: what covers it, and what it scored as a name.
  private func missing(_ name: String, _ cause: MissCause, _ what: String, at place: Range<Int>? = nil) -> Answer {
    guard let place = place ?? places(of: name).first else {
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

  /// Where several sentences speak of the subject, the one that names the object too is meant.
  private func dropped(_ expected: ExpectedRelation) -> Answer? {
    let drops = drops(of: expected)
    let isAnywhere = trace.document.sentences.indices.contains { isWritten(expected.object, inSentence: $0) }
    let meant = isAnywhere ? drops.first { isWritten(expected.object, inSentence: $0.sentence) } : drops.first
    return meant.map(answer)
  }

  private func droppedElsewhere(_ expected: ExpectedRelation) -> Answer? { drops(of: expected).first.map(answer) }

  private func drops(of expected: ExpectedRelation) -> [Drop] {
    trace.relations.drops.filter { drop in
      let emission = rules.rules[drop.match.rule].emissions[drop.emission]
      guard emission.relation == expected.type, touchesSubject(drop.match, expected) else { return false }
      if case .plannedTitle(let role) = drop.reason, let wanted = expected["role"] { return role == wanted }
      if case .noOrganisation(let role) = drop.reason, let wanted = expected["role"] { return role == wanted }
      return drop.object == nil || isNamed(drop.object, expected.object)
    }
  }

  private func answer(_ drop: Drop) -> Answer {
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
      if isObject {
        return derivation.subject.map { mentions(named: expected.subject).contains($0) }
          ?? (register(derivation) != nil)
      }
      guard isSubject else { return false }
      return expected.type == .holdsRole
        ? expected["role"] != nil : register(derivation) != nil || touches(derivation.match, expected.object)
    }
    let meant = stated.first { isWritten(expected.object, inSentence: $0.1.sentence) } ?? stated.first
    guard let (relation, derivation) = meant else { return nil }
    var part = match(derivation.match, sentence: derivation.sentence)
    part.say("stated", "\(relation.type.rawValue) \(relation.subject.name) → \(relation.object.name)")
    add(derivation.groundings, to: &part)
    if let object = derivation.object { part.add(mention(object)) }
    let isOpen = relation.object.resolved == false
    let context = register(derivation).map { ", for whom the article's context ($\($0)) stood" } ?? ""
    return Answer(
      cause: .otherObject,
      says: "it was stated of \(relation.subject.name) and \(relation.object.name)"
        + (isOpen ? ", whose place stayed open" : "") + context
        + (derivation.groundings.last.map { ": \(describe($0))" } ?? ""),
      parts: [part])
  }

  /// The register that gave one side of what was stated.
  private func register(_ derivation: Derivation) -> String? {
    let emission = rules.rules[derivation.match.rule].emissions[derivation.emission]
    for (value, mention) in [(emission.object, derivation.object), (emission.subject, derivation.subject)] {
      if case .register(let name) = value, mention == nil { return name }
    }
    return nil
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
