public import DocumentModel

/// Matches a rule set, sentence after sentence; keeps its memory between them. Each thread has its own.
public struct Matcher: Sendable {
  public let rules: RuleSet
  private var machine = Machine()
  private var builder = BindingBuilder()
  private var met: [Bool] = []

  public init(_ rules: RuleSet) { self.rules = rules }

  /// Steps done so far: instructions, and edges and words looked at. A measure that does not depend on the machine.
  public var steps: Int { machine.steps }

  /// All matches in a sentence, conflicts decided.
  ///
  /// - Parameter present: The words of ``RuleSet/triggerWords`` that occur in the sentence, if the caller knows them.
  public mutating func matches(in lattice: Lattice, zone: Zone, present: TriggerSet? = nil) -> MatchOutcome {
    rules.triggers.find(in: lattice, rules.vocabulary, present: present, met: &met)
    var found: [Match] = []
    for number in rules.gates.indices where rules.gates[number].lets(zone, met) {
      scan(number, lattice, into: &found)
    }
    return found.isEmpty ? MatchOutcome(matches: [], rejections: []) : rules.decide(found)
  }

  /// The matches of one rule, as if it were alone and for every zone; for tests of rules.
  public mutating func matches(ofRule number: Int, in lattice: Lattice) -> [Match] {
    var found: [Match] = []
    scan(number, lattice, into: &found)
    return found
  }

  /// From left to right, without overlaps.
  private mutating func scan(_ number: Int, _ lattice: Lattice, into found: inout [Match]) {
    let program = rules.programs[number]
    let vocabulary = rules.vocabulary
    let base = lattice.range.lowerBound
    var hasBegun = false
    var position = 0
    while position < lattice.count {
      defer { position += 1 }
      let scalar = lattice.scalars[base + position]
      guard !lattice.inside[position], program.first.admits(labels: lattice.startLabels[position], scalar: scalar),
        scalar != SentenceSigns.blank || !vocabulary.skipsBlanks || lattice.outerEnd[position] > 0
      else { continue }
      if !hasBegun {
        machine.begin(program, in: lattice)
        hasBegun = true
      }
      guard let end = machine.match(program, vocabulary, in: lattice, from: position) else { continue }
      let bindings = builder.bindings(machine.trail, of: program, in: lattice)
      found.append(Match(rule: number, range: base + position..<base + end, bindings: bindings))
      position = end - 1
    }
  }

  /// The furthest a rule comes in a sentence: index into the matching text, or nil where it has not begun.
  ///
  /// Answers "why did this rule not match": everything before the index was taken, what stands there was not.
  public mutating func furthest(ofRule number: Int, in lattice: Lattice) -> Int? {
    guard matches(ofRule: number, in: lattice).isEmpty else { return nil }
    return machine.furthest.position > 0 ? lattice.range.lowerBound + machine.furthest.position : nil
  }
}

extension RuleSet {
  /// All matches in a sentence, by start and then by rule. Uses a new ``Matcher``; keep one for many sentences.
  public func matches(in lattice: Lattice, zone: Zone) -> [Match] {
    var matcher = Matcher(self)
    return matcher.matches(in: lattice, zone: zone).matches
  }
}
