/// A carry with one fault, to see whether its examples notice it.
public struct CarryMutant: Sendable {
  public let mutation: RuleMutation
  public let carry: Carry
}

extension Carry {
  /// Every fault that can be put into it: a guard, a condition, a source or a form dropped, a test made to hold for more.
  public var mutants: [CarryMutant] {
    var found: [CarryMutant] = []
    func add(_ kind: RuleMutation.Kind, _ element: String, _ location: RuleLocation, _ change: (inout Carry) -> Void) {
      var carry = self
      change(&carry)
      let mutation = RuleMutation(kind: kind, element: element, location: location)
      found.append(CarryMutant(mutation: mutation, carry: carry))
    }
    for (index, guarding) in guards.enumerated() {
      add(.drop, guarding.text, guarding.location) { $0.guards.remove(at: index) }
      for (number, condition) in guarding.conditions.enumerated() {
        if guarding.conditions.count > 1 {
          add(.drop, "\(condition.text) in \(guarding.text)", guarding.location) {
            $0.guards[index].conditions.remove(at: number)
          }
        }
        for (kind, looser) in condition.loosened {
          add(kind, "\(condition.text) in \(guarding.text)", guarding.location) {
            $0.guards[index].conditions[number] = looser
          }
        }
      }
    }
    for (index, take) in takes.enumerated() {
      if takes.count > 1 { add(.drop, take.text, take.location) { $0.takes.remove(at: index) } }
      if take.form != nil { add(.drop, "as in \(take.text)", take.location) { $0.takes[index].form = nil } }
      for (number, condition) in take.conditions.enumerated() {
        add(.drop, "\(condition.text) of \(take.text)", take.location) { $0.takes[index].conditions.remove(at: number) }
        for (kind, looser) in condition.loosened {
          add(kind, "\(condition.text) of \(take.text)", take.location) { $0.takes[index].conditions[number] = looser }
        }
      }
    }
    if isAlone { add(.drop, "alone", location) { $0.isAlone = false } }
    return found
  }
}

extension Carry.Condition {
  /// That hold for more: whatever there is, a type without its labels.
  fileprivate var loosened: [(RuleMutation.Kind, Carry.Condition)] {
    guard relation != .exists else { return [] }
    var found: [(RuleMutation.Kind, Carry.Condition)] = []
    func add(_ kind: RuleMutation.Kind, _ values: [Carry.Value], _ relation: Relation) {
      found.append((kind, Carry.Condition(subject: subject, relation: relation, values: values)))
    }
    add(.widen, [], .exists)
    let plain = values.map { value -> Carry.Value in
      if case .mention(let type, _, _) = value { .mention(type: type, labels: [], excluded: []) } else { value }
    }
    if plain != values { add(.loosen, plain, relation) }
    return found
  }

  fileprivate var text: String { relation == .exists ? subject.rawValue : "\(subject.rawValue) \(relation.rawValue) …" }
}
