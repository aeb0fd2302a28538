import Pipeline
import RelationExtraction
import RuleMatching

/// What was taken for what the text leaves unsaid, and which carry of the rule files took it.
extension Explainer {
  /// Says in short whose something is, and adds each carry that had a part in it, the last to decide last.
  func add(_ groundings: [Grounding], to node: inout ExplanationNode) {
    node.say("whose", groundings.last.map(describe))
    node.add(.group("carries", "what was left unsaid", groundings.map(carry)))
  }

  func describe(_ grounding: Grounding) -> String {
    let level = grounding.level.isEmpty ? "" : "\(grounding.level) "
    guard let number = grounding.carry else { return "\(level)stays open: nothing tells whose" }
    let carry = rules.carries[number]
    guard let unit = grounding.unit else { return "\(level)is nobody's (\(carry.id): \(carry.doc))" }
    return "\(level)= \(unit) (\(carry.id): \(carry.doc))"
  }

  private func carry(_ grounding: Grounding) -> ExplanationNode {
    let level = grounding.level.isEmpty ? "" : "for «\(grounding.level)» "
    guard let number = grounding.carry else {
      return ExplanationNode("carry", "nothing \(level)is found: it stays open")
    }
    let carry = rules.carries[number]
    let gave = grounding.unit.map { "gave \($0)" } ?? "says that there is none"
    var node = ExplanationNode("carry", "carry \(carry.id) \(level)\(gave)")
    node.say("at", carry.location.description)
    node.say("doc", carry.doc)
    for guarding in carry.guards { node.say(guarding.isNegated ? "not the case" : "is the case", guarding.text) }
    return node
  }
}
