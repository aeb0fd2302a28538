import DocumentModel
import Pipeline
import RelationExtraction

/// The title beside the name was read, but as a longer or a shorter one: 纪委书记 for 书记.
extension Explainer {
  func otherTitle(_ expected: ExpectedRelation) -> Answer? {
    guard expected.type == .holdsRole, let role = expected["role"] else { return nil }
    let statements = trace.relations.statements.relations
    // Where the very title stands in a sentence with the name, what became of that is the answer.
    let exact = titles(expected).map { trace.mentions[$0].span }
    let isBeside = trace.document.sentences.contains { sentence in
      exact.contains { sentence.span.contains($0) }
        && mentions(named: expected.subject).contains { sentence.span.contains(trace.mentions[$0].span) }
    }
    guard !isBeside else { return nil }
    // The longest says most: 纪委书记 before 副书记.
    let stated = zip(statements, trace.relations.derivations).filter { relation, _ in
      guard relation.type == .holdsRole, isNamed(relation.subject, expected.subject), let other = relation.role else {
        return false
      }
      return other != role && (other.hasSuffix(role) || role.hasSuffix(other))
    }.max { ($0.0.role?.count ?? 0) < ($1.0.role?.count ?? 0) }
    guard let (relation, derivation) = stated else { return nil }
    var part = match(derivation.match, sentence: derivation.sentence)
    part.say("stated", "\(relation.subject.name) → \(relation.object.name), \(relation.role ?? "")")
    if let title = derivation.title { part.add(mention(title)) }
    return Answer(
      cause: .otherTitle,
      says: "the title was read as \(relation.role ?? ""), and stated of \(relation.object.name)", parts: [part])
  }
}
