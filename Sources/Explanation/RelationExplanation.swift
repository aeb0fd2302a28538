import DocumentModel
import Pipeline
import RelationExtraction
import RuleMatching

/// Why a relation was stated: its rule, what each element took, what the captures stand for, and what lost.
extension Explainer {
  func relation(_ index: Int) -> ExplanationNode {
    let relation = trace.extraction.relations[index]
    let name = { (id: String) in entity(id)?.name ?? id }
    var node = ExplanationNode(
      "relation", "\(relation.type.rawValue) \(name(relation.subject)) → \(name(relation.object))",
      at: range(relation.evidence))
    node.say("role", relation.role)
    node.say("title", relation.title)
    node.say("status", relation.status?.rawValue)
    node.say("date", relation.date?.description)
    node.say("kind", relation.kind)
    node.say("confidence", Self.rounded(relation.confidence))
    node.say("sentence", trace.document.text(of: relation.evidence))
    let derivations = derivations(of: index)
    for (number, derivation) in derivations.enumerated() {
      var match = self.match(derivation.match, sentence: derivation.sentence)
      match.say("stated by", rules.rules[derivation.match.rule].emissions[derivation.emission].location.description)
      add(derivation.groundings, to: &match)
      if number > 0 { match.say("note", "said again; the surest is kept") }
      for mention in [derivation.subject, derivation.title, derivation.object].compactMap({ $0 }) {
        match.add(self.mention(mention))
      }
      node.add(match)
    }
    return node
  }

  /// A match with its elements, bindings and the matches that lost to it.
  func match(_ match: Match, sentence: Int) -> ExplanationNode {
    let rule = rules.rules[match.rule]
    var node = ExplanationNode(
      "rule", "rule \(rule.id) took «\(text(ofIndices: match.range))»", at: range(ofIndices: match.range))
    node.say("at", rule.location.description)
    node.say("doc", rule.doc)
    node.say("priority", "\(rule.priority)" + (rule.group.map { " in group \($0)" } ?? ""))
    node.say("confidence", Self.rounded(rule.confidence))
    guard let traced = trace.relations.sentences[sentence] else { return node }
    var matcher = Matcher(rules)
    node.add(.group("elements", "elements", matcher.elements(of: match, in: traced.lattice).map { element($0, match) }))
    node.add(.group("bindings", "bindings", match.bindings.map { binding($0, prefix: "") }))
    let losers = traced.outcome.rejections.filter { $0.winner == match }.map { rejection($0) }
    node.add(.group("rivals", "matches that lost to it", losers))
    return node
  }

  private func element(_ taken: ElementMatch, _ match: Match) -> ExplanationNode {
    let element = rules.elements(ofRule: match.rule)[taken.element]
    let what = taken.range.isEmpty ? "holds" : "took «\(text(ofIndices: taken.range))»"
    var node = ExplanationNode("element", "\(element.text)  \(what)", at: range(ofIndices: taken.range))
    node.say("at", element.location.description)
    node.children = taken.children.map { self.element($0, match) }
    return node
  }

  private func binding(_ binding: Binding, prefix: String) -> ExplanationNode {
    let path = prefix + binding.name
    var node = ExplanationNode(
      "binding", "\(path) = «\(text(ofIndices: binding.range))»", at: range(ofIndices: binding.range))
    if let mention = binding.mention {
      let identity = trace.relations.statements.identities[mention]
      node.say("mention", "\(trace.mentions[mention].type.rawValue) → \(identity?.name ?? "(names nothing)")")
    }
    node.children = binding.children.map { self.binding($0, prefix: path + ".") }
    return node
  }

  func rejection(_ rejection: Rejection) -> ExplanationNode {
    let (loser, winner) = (rules.rules[rejection.match.rule], rules.rules[rejection.winner.rule])
    var node = ExplanationNode(
      "rival", "rule \(loser.id) with «\(text(ofIndices: rejection.match.range))»",
      at: range(ofIndices: rejection.match.range))
    node.say("at", loser.location.description)
    let reason =
      switch rejection.reason {
      case .priority: "its priority is higher: \(winner.priority) over \(loser.priority)"
      case .length: "it is longer: \(rejection.winner.range.count) over \(rejection.match.range.count) characters"
      case .start: "it begins earlier"
      case .order: "it stands earlier in the rule files"
      }
    node.say("lost to", "rule \(winner.id) (\(reason))")
    return node
  }
}
