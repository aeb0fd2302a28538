import DocumentModel
import Pipeline
import RelationExtraction
import RuleMatching

/// Rules that would have stated an expected relation but for one obstacle: what is planned or wished, what is too far away.
extension Explainer {
  /// Both sides stand in the match.
  func hindered(_ expected: ExpectedRelation) -> Answer? {
    // That a role was stated of another body is the better answer.
    let isStated = trace.relations.statements.relations.contains {
      $0.type == expected.type && expected.type == .holdsRole && isNamed($0.subject, expected.subject)
        && $0.role == expected["role"]
    }
    return isStated ? nil : hindered(expected, mayLackSide: false)
  }

  /// One side was said before, and the rule takes it from there.
  func hinderedElsewhere(_ expected: ExpectedRelation) -> Answer? { hindered(expected, mayLackSide: true) }

  private func hindered(_ expected: ExpectedRelation, mayLackSide: Bool) -> Answer? {
    let (subjects, objects) = (mentions(named: expected.subject), mentions(named: expected.object))
    let titles = titles(expected)
    var matcher = Matcher(rules)
    var best: (found: HinderedMatch, sentence: Int)?
    for (number, sentence) in trace.relations.sentences.enumerated() {
      guard let sentence else { continue }
      for rule in rules.rules.indices
      where emits(rule, expected.type) && rules.rules[rule].zones.contains(sentence.zone) {
        for found in matcher.hindered(ofRule: rule, in: sentence.lattice) {
          let states = rules.rules[rule].emissions.contains { emission in
            guard emission.relation == expected.type, let rows = try? found.match.rows(for: emission) else {
              return false
            }
            return rows.contains { row in
              let subject = row.subject?.mention.map(subjects.contains)
              let object =
                expected.type == .holdsRole
                ? row.fields.contains { $0?.mention.map(titles.contains) ?? false }
                : row.object?.mention.map(objects.contains)
              guard subject ?? object ?? false else { return false }
              func isSaidBefore(_ value: EmissionValue, _ mentions: [Int]) -> Bool {
                guard mayLackSide, isRegister(value) else { return false }
                return mentions.contains { start(of: $0) < found.match.range.lowerBound }
              }
              return (subject ?? isSaidBefore(emission.subject, subjects))
                && (object ?? isSaidBefore(emission.object, objects))
            }
          }
          guard states, best.map({ weight(found) < weight($0.found) }) ?? true else { continue }
          best = (found, number)
        }
      }
    }
    return best.map { answer($0.found, sentence: $0.sentence) }
  }

  private func start(of mention: Int) -> Int {
    trace.document.matching.range(of: trace.mentions[mention].span).lowerBound
  }

  private func isRegister(_ value: EmissionValue) -> Bool {
    if case .register = value { true } else { false }
  }

  /// Looks are nearer than bounds, and what is hardly too far is nearer than what is far.
  private func weight(_ found: HinderedMatch) -> Int {
    switch found.obstacle {
    case .look: 0
    case .limit(_, let steps): steps
    }
  }

  private func answer(_ found: HinderedMatch, sentence: Int) -> Answer {
    let rule = rules.rules[found.match.rule]
    let element = rules.elements(ofRule: found.match.rule)[found.element]
    let (cause, why): (MissCause, String) =
      switch found.obstacle {
      case .look(let range):
        (
          .guarded,
          range.isEmpty
            ? "which does not hold before «\(text(ofIndices: range.lowerBound..<min(found.match.range.upperBound, range.lowerBound + 8)))»"
            : "which finds «\(text(ofIndices: range))»"
        )
      case .limit(let start, let steps):
        (
          .tooFar,
          "which would have to go over \(steps), «\(text(ofIndices: start..<min(found.match.range.upperBound, start + 12)))…»"
        )
      }
    var node = ExplanationNode(
      "hindered", "rule \(rule.id) but for this «\(text(ofIndices: found.match.range))»",
      at: range(ofIndices: found.match.range))
    node.say("at", rule.location.description)
    node.say("obstacle", "\(element.text)  (\(element.location))")
    return Answer(
      cause: cause,
      says:
        "rule \(rule.id) would match «\(text(ofIndices: found.match.range))» but for \(element.text) (\(element.location)), \(why)",
      parts: [node])
  }
}
