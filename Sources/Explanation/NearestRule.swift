import DocumentModel
import Pipeline
import RelationExtraction
import RuleMatching

/// The rule that came nearest to stating an expected relation, and the element it missed.
extension Explainer {
  private struct Attempt {
    let trace: RuleTrace
    let sentence: Int
    /// Whether the sentence's zone is one of the rule's.
    let isInZone: Bool
    /// Whether each side was taken or still stands ahead: going on could have stated it.
    let isOnTheWay: Bool
    /// Whether the subject is one of them.
    let hasSubject: Bool
    /// How many of subject and object lie in what was taken before the element was first tried, and in all it was tried over:
    /// what only a skip went over says little.
    let taken: Int
    let covered: Int
    /// Share of the rule's outermost elements that were passed, of those that must take something.
    let share: Double
    /// Over how many characters the element was tried in vain.
    var length: Int { trace.last - trace.first }

    func isNearer(than other: Attempt) -> Bool {
      if isInZone != other.isInZone { return isInZone }
      if isOnTheWay != other.isOnTheWay { return isOnTheWay }
      if hasSubject != other.hasSubject { return hasSubject }
      if taken != other.taken { return taken > other.taken }
      if share != other.share { return share > other.share }
      return length != other.length ? length < other.length : covered > other.covered
    }
  }

  func nearestRule(for expected: ExpectedRelation) -> Answer {
    let emitting = rules.rules.indices.filter { emits($0, expected.type) }
    guard !emitting.isEmpty else {
      return Answer(cause: .noRule, says: "no rule states \(expected.type.rawValue)")
    }
    let subjects = mentions(named: expected.subject).map { trace.document.matching.range(of: trace.mentions[$0].span) }
    // What a role is told by is its title; its body may be said nowhere.
    let others = (mentions(named: expected.object) + titles(expected)).map {
      trace.document.matching.range(of: trace.mentions[$0].span)
    }
    let attempts = attempts(of: emitting, at: subjects, and: others)
    let isTogether = trace.relations.sentences.contains { sentence in
      guard let range = sentence?.lattice.range else { return false }
      return subjects.contains { range.contains($0.lowerBound) } && others.contains { range.contains($0.lowerBound) }
    }
    let apart = isTogether ? "" : "no sentence names both sides; "
    let byRule = Dictionary(grouping: attempts) { $0.trace.rule }.compactMap { $1.nearest { $0.isNearer(than: $1) } }
    let nearest = byRule.sorted { a, b in
      a.isNearer(than: b) || !b.isNearer(than: a) && a.trace.rule < b.trace.rule
    }
    guard let best = nearest.first else {
      return Answer(
        cause: .ruleFailed,
        says: apart + "no rule that states \(expected.type.rawValue) begins anywhere near \(expected.subject): "
          + "the words they begin with are not there")
    }
    let rule = rules.rules[best.trace.rule]
    return Answer(
      cause: .ruleFailed,
      says: apart
        + "rule \(rule.id) came nearest and stopped at \(stopText(best.trace)): there stands \(stood(best.trace))"
        + between(subjects, others),
      parts: nearest.prefix(3).map { node(of: $0) })
  }

  /// What stands between the two sides where they are nearest: what a rule would have to go over.
  private func between(_ subjects: [Range<Int>], _ others: [Range<Int>]) -> String {
    var gaps: [Range<Int>] = []
    for sentence in trace.relations.sentences {
      guard let range = sentence?.lattice.range else { continue }
      for (a, b) in subjects.flatMap({ subject in others.map { (subject, $0) } }) {
        let (first, second) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
        guard range.contains(first.lowerBound), range.contains(second.lowerBound) else { continue }
        if first.upperBound < second.lowerBound { gaps.append(first.upperBound..<second.lowerBound) }
      }
    }
    guard let gap = gaps.min(by: { $0.count < $1.count }), gap.count <= 40 else { return "" }
    return "; between the two sides stands «\(text(ofIndices: gap))»"
  }

  /// The titles that an expected role means.
  func titles(_ expected: ExpectedRelation) -> [Int] {
    guard let role = expected["role"] else { return [] }
    return trace.mentions.indices.filter {
      guard case .title(let title) = trace.mentions[$0].reading else { return false }
      return title.role == role
    }
  }

  private func attempts(of emitting: [Int], at subjects: [Range<Int>], and objects: [Range<Int>]) -> [Attempt] {
    var matcher = Matcher(rules)
    var attempts: [Attempt] = []
    for (number, sentence) in trace.relations.sentences.enumerated() {
      guard let sentence else { continue }
      let here = (subjects + objects).filter { sentence.lattice.range.contains($0.lowerBound) }
      guard subjects.contains(where: { sentence.lattice.range.contains($0.lowerBound) }) else { continue }
      for rule in emitting {
        let elements = rules.elements(ofRule: rule)
        let roots = max(1, elements.count { $0.parent == nil && $0.mustTake })
        for found in matcher.traces(ofRule: rule, in: sentence.lattice) {
          let reach = found.start..<found.last
          let covered = here.filter { $0.overlaps(reach) }.count
          guard covered > 0 else { continue }
          let taken = here.filter { $0.overlaps(found.start..<found.first) }.count
          let isOnTheWay = [subjects, objects].allSatisfy { side in
            side.contains {
              sentence.lattice.range.contains($0.lowerBound) && ($0.overlaps(reach) || $0.lowerBound >= found.first)
            }
          }
          let passed = elements[..<found.root].count { $0.parent == nil && $0.mustTake }
          attempts.append(
            Attempt(
              trace: found, sentence: number, isInZone: rules.rules[rule].zones.contains(sentence.zone),
              isOnTheWay: isOnTheWay, hasSubject: subjects.contains { $0.overlaps(reach) },
              taken: found.isGuarded ? max(2, taken) : taken,
              covered: found.isGuarded ? max(2, covered) : covered,
              share: found.isGuarded ? 1 - 1 / Double(roots) : Double(passed) / Double(roots)))
        }
      }
    }
    return attempts
  }

  private func node(of attempt: Attempt) -> ExplanationNode {
    let rule = rules.rules[attempt.trace.rule]
    let stopped = attempt.trace
    var node = ExplanationNode(
      "attempt", "rule \(rule.id) from «\(text(ofIndices: stopped.start..<max(stopped.start, stopped.first)))»",
      at: range(ofIndices: stopped.start..<max(stopped.start + 1, stopped.first)))
    node.say("at", rule.location.description)
    node.say("passed", "\(Int((attempt.share * 100).rounded())) % of its elements")
    if !attempt.isInZone { node.say("zone", "the sentence is in no zone of the rule") }
    let elements = rules.elements(ofRule: stopped.rule)
    node.say("failed", "\(elements[stopped.root].text)  (\(elements[stopped.root].location))")
    for element in stopped.failed where element != stopped.root {
      node.say("expected", "\(elements[element].text)  (\(elements[element].location))")
    }
    if stopped.isGuarded { node.say("but for this", "the rule would have matched") }
    node.say("tried from", stood(at: stopped.first))
    if stopped.last > stopped.first { node.say("and last at", stood(at: stopped.last)) }
    return node
  }

  private func stopText(_ trace: RuleTrace) -> String {
    let element = rules.elements(ofRule: trace.rule)[trace.root]
    return "\(element.text) (\(element.location))"
  }

  private func stood(_ stopped: RuleTrace) -> String {
    stopped.first == stopped.last
      ? stood(at: stopped.last)
      : "\(stood(at: stopped.first)), and no more luck as far as \(stood(at: stopped.last))"
  }

  /// What stands at an index: the mention that begins there, or some characters.
  private func stood(at index: Int) -> String {
    let text = trace.document.matching
    guard index < text.count else { return "the end of the text" }
    let mention = trace.mentions.first { text.range(of: $0.span).lowerBound == index }
    if let mention { return "\(mention.type.rawValue) «\(trace.document.text(of: mention.span))»" }
    return "«\(self.text(ofIndices: index..<min(text.count, index + 8)).replacing("\n", with: "⏎"))»"
  }
}

extension Element {
  /// Whether no match can do without taking something for it; looks, skips and what may be missing say little.
  fileprivate var mustTake: Bool {
    !["skip", "!", "ahead", "behind", "unless"].contains(where: text.hasPrefix)
      && !["?", "*"].contains(where: text.hasSuffix)
  }
}

extension Array {
  /// The first element that no other precedes.
  fileprivate func nearest(_ precedes: (Element, Element) -> Bool) -> Element? {
    self.min { precedes($0, $1) }
  }
}
