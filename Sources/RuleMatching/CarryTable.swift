/// The carries of a rule set, found by target.
public struct CarryTable: Sendable {
  /// In the order of the files: the number of a carry is its position here.
  public private(set) var all: [Carry]
  public let forms: [String: CarryForm]
  let joint: CarryJoint?
  private let numbers: [Carry.Target: [Int]]

  init(all: [Carry] = [], forms: [String: CarryForm] = [:], joint: CarryJoint? = nil) {
    self.all = all
    self.forms = forms
    self.joint = joint
    var numbers: [Carry.Target: [Int]] = [:]
    for (number, carry) in all.enumerated() {
      for target in carry.targets { numbers[target, default: []].append(number) }
    }
    self.numbers = numbers
  }

  /// The numbers of the carries for a target, in the order they are asked.
  public func numbers(for target: Carry.Target) -> [Int] { numbers[target] ?? [] }

  public subscript(number: Int) -> Carry { all[number] }

  /// The first take of a target's carries that gives something, asked in their order: of those whose guards, and whose own
  /// conditions, hold of the facts. `gives` keeps what it gives itself, and says whether it is something: the other module's
  /// types would make this many times as slow.
  public func first(
    for target: Carry.Target, where fact: (Carry.Subject) -> CarryFact?, gives: (Carry.Take) -> Bool
  ) -> (take: Carry.Take, number: Int)? {
    // Many carries ask for the same few things.
    var known: [(subject: Carry.Subject, fact: CarryFact?)] = []
    func once(_ subject: Carry.Subject) -> CarryFact? {
      for entry in known where entry.subject == subject { return entry.fact }
      let found = fact(subject)
      known.append((subject, found))
      return found
    }
    for number in numbers(for: target) where all[number].isOpen(once) {
      for take in all[number].takes where take.conditions.allSatisfy({ $0.holds(of: once($0.subject)) }) {
        if gives(take) { return (take, number) }
      }
    }
    return nil
  }

  /// Whether a run of titles goes on over some characters.
  public func joins(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard let joint else { return scalars.isEmpty }
    return scalars.count <= joint.most && scalars.allSatisfy(joint.signs.contains)
  }

  /// With one carry exchanged for another with the same targets.
  public func replacing(_ number: Int, with carry: Carry) -> CarryTable {
    var changed = self
    changed.all[number] = carry
    return changed
  }
}

/// Carries, forms and runs as the files declare them.
struct CarryDeclarations {
  var all: [Carry] = []
  var forms: [CarryForm] = []
  var joints: [CarryJoint] = []

  static func += (a: inout Self, b: Self) {
    a.all += b.all
    a.forms += b.forms
    a.joints += b.joints
  }
}

extension Carry {
  /// With each value of its conditions exchanged for others.
  func mapValues(_ change: (Value) -> [Value]) -> Carry {
    var carry = self
    for guarding in carry.guards.indices {
      for index in carry.guards[guarding].conditions.indices {
        let values = carry.guards[guarding].conditions[index].values
        carry.guards[guarding].conditions[index].values = values.flatMap(change)
      }
    }
    for take in carry.takes.indices {
      for index in carry.takes[take].conditions.indices {
        let values = carry.takes[take].conditions[index].values
        carry.takes[take].conditions[index].values = values.flatMap(change)
      }
    }
    return carry
  }
}

extension CarryForm {
  func mapValues(_ change: (Carry.Value) -> [Carry.Value]) -> CarryForm {
    var form = self
    for index in form.names.indices { form.names[index].values = form.names[index].values.flatMap(change) }
    return form
  }
}

extension Carry.Take {
  /// Whether it gives something whatever the text.
  var isSure: Bool {
    guard conditions.isEmpty else { return false }
    switch source {
    case .text, .name(.nothing, _): return true
    case .name: return false
    }
  }
}
