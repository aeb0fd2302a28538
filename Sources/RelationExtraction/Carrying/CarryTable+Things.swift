import RuleMatching

extension CarryTable {
  /// The first thing that the takes of a target's carries give (see ``CarryTable/first(for:where:gives:)``).
  func firstThing<Thing>(
    for target: Carry.Target, where fact: (Carry.Subject) -> CarryFact?, gives: (Carry.Take) -> Thing?
  ) -> (thing: Thing, take: Carry.Take, number: Int)? {
    var thing: Thing?
    let found = first(for: target, where: fact) { take in
      thing = gives(take)
      return thing != nil
    }
    guard let found, let thing else { return nil }
    return (thing, found.take, found.number)
  }
}
