public import DocumentModel

/// Matches a rule set, sentence after sentence; keeps its memory between them. Each thread has its own.
public struct Matcher: Sendable {
  public let rules: RuleSet
  private var machine = Machine()
  private var builder = BindingBuilder()
  private var lastMet: [Int] = []
  private var open: [UInt64] = []
  private var counts: [UInt8] = []

  public init(_ rules: RuleSet) { self.rules = rules }

  /// Steps done so far: instructions, and edges and words looked at. A measure that does not depend on the machine.
  public var steps: Int { machine.steps }

  /// All matches in a sentence, conflicts decided.
  ///
  /// - Parameter present: The words of ``RuleSet/triggerWords`` that occur in the sentence, if the caller knows them.
  public mutating func matches(in lattice: Lattice, zone: Zone, pass: RulePass = .relations, present: TriggerSet? = nil)
    -> MatchOutcome
  {
    var found: [Match] = []
    findOpenRules(in: lattice, pass, zone, present)
    for block in open.indices {
      var bits = open[block]
      while bits != 0 {
        scan(block * 64 + bits.trailingZeroBitCount, lattice, into: &found)
        bits &= bits - 1
      }
    }
    return found.isEmpty ? MatchOutcome(matches: [], rejections: []) : rules.decide(found)
  }

  /// The matches of one rule, as if it were alone and for every zone; for tests of rules.
  public mutating func matches(ofRule number: Int, in lattice: Lattice) -> [Match] {
    var found: [Match] = []
    lastMet.reset(to: lattice.count, count: rules.vocabulary.needs.count)
    scan(number, lattice, into: &found)
    return found
  }

  /// Whether any rule of the set could match in a stretch of text, whatever mentions it has; much cheaper than trying.
  public func mayMatch(_ scalars: [UInt32], in range: Range<Int>) -> Bool {
    rules.triggers.mayMatch(scalars, range, rules.vocabulary)
  }

  private mutating func findOpenRules(in lattice: Lattice, _ pass: RulePass, _ zone: Zone, _ present: TriggerSet?) {
    rules.triggers.find(in: lattice, rules.vocabulary, present: present, lastMet: &lastMet)
    rules.gates.find(pass, zone, lastMet: lastMet, open: &open, counts: &counts)
  }

  /// From left to right, without overlaps; no further than the last place where every need is still met.
  mutating func scan(_ number: Int, _ lattice: Lattice, into found: inout [Match]) {
    let first = rules.firsts[number]
    var last = lattice.count - 1
    for need in rules.needs[number] { last = min(last, lastMet[need]) }
    var position = 0
    while position <= last, !canStart(first, lattice, at: position) { position += 1 }
    if position <= last { scan(number, lattice, from: position, to: last, into: &found) }
  }

  /// The same from the first position where the rule can start.
  private mutating func scan(
    _ number: Int, _ lattice: Lattice, from start: Int, to last: Int, into found: inout [Match]
  ) {
    let program = rules.programs[number]
    let vocabulary = rules.vocabulary
    let base = lattice.range.lowerBound
    machine.begin(program, in: lattice)
    var position = start
    while position <= last {
      defer { position += 1 }
      guard canStart(program.first, lattice, at: position) else { continue }
      guard let end = machine.match(program, vocabulary, in: lattice, from: position) else { continue }
      let bindings = builder.bindings(machine.trail, of: program, in: lattice)
      found.append(Match(rule: number, range: base + position..<base + end, bindings: bindings))
      position = end - 1
    }
  }

  @inline(__always)
  private func canStart(_ first: FirstSet, _ lattice: Lattice, at position: Int) -> Bool {
    let scalar = lattice.scalars[lattice.range.lowerBound + position]
    return !lattice.inside[position] && first.admits(labels: lattice.startLabels[position], scalar: scalar)
      && (scalar != SentenceSigns.blank || !rules.vocabulary.skipsBlanks || lattice.outerEnd[position] > 0)
  }

  /// The rules that have everything they need in a sentence.
  mutating func openRules(in lattice: Lattice, pass: RulePass, zone: Zone) -> [Int] {
    findOpenRules(in: lattice, pass, zone, nil)
    return rules.rules.indices.filter { open[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
  }

  // MARK: Traces

  /// The furthest outermost element that failed, in a sentence for which the rule is open; nil where none was tried.
  mutating func stoppingElement(ofRule number: Int, in lattice: Lattice) -> Int? {
    machine.keepsRecord = true
    defer { machine.keepsRecord = false }
    machine.begin(rules.programs[number], in: lattice)
    var found: [Match] = []
    scan(number, lattice, into: &found)
    return machine.stop.root < 0 ? nil : machine.stop.root
  }

  /// Where a rule got stuck, for each place in a sentence at which it could begin and did not match.
  ///
  /// Each place is tried as if it were the only one, so this is slow; it answers "why did this rule not match".
  public mutating func traces(ofRule number: Int, in lattice: Lattice) -> [RuleTrace] {
    let program = rules.programs[number]
    let base = lattice.range.lowerBound
    machine.keepsRecord = true
    defer { machine.keepsRecord = false }
    return (0..<lattice.count).compactMap { position in
      guard canStart(program.first, lattice, at: position) else { return nil }
      machine.begin(program, in: lattice)
      guard machine.match(program, rules.vocabulary, in: lattice, from: position) == nil else { return nil }
      let stop = machine.stop
      if let guarding = failedGuard(program, in: lattice, from: position) {
        return RuleTrace(guarding, of: program, rule: number, start: base + position, base: base)
      }
      return RuleTrace(stop, of: program, rule: number, start: base + position, base: base)
    }
  }

  /// The look without which a rule would match from a position; nil where that is not the cause.
  private mutating func failedGuard(
    _ program: Program, in lattice: Lattice, from position: Int
  ) -> (instruction: Int, position: Int)? {
    guard program.instructions.contains(where: { $0.operation == .behind || $0.operation == .ahead }) else {
      return nil
    }
    machine.passesGuards = true
    defer { machine.passesGuards = false }
    machine.begin(program, in: lattice)
    guard machine.match(program, rules.vocabulary, in: lattice, from: position) != nil else { return nil }
    return machine.firstFailedGuard(program, rules.vocabulary, in: lattice)
  }

  /// The matches a rule would have, instead of those it has, but for one obstacle each: a look that does not hold, or a skip that ends too early.
  /// Slow, like ``traces(ofRule:in:)``.
  public mutating func hindered(ofRule number: Int, in lattice: Lattice) -> [HinderedMatch] {
    let program = rules.programs[number]
    let base = lattice.range.lowerBound
    machine.keepsRecord = true
    defer { (machine.keepsRecord, machine.passesGuards, machine.passesLimits) = (false, false, false) }
    var found: [HinderedMatch] = []
    for position in 0..<lattice.count where canStart(program.first, lattice, at: position) {
      (machine.passesGuards, machine.passesLimits) = (false, false)
      machine.begin(program, in: lattice)
      let plain = machine.match(program, rules.vocabulary, in: lattice, from: position).map { end in
        Match(
          rule: number, range: base + position..<base + end,
          bindings: builder.bindings(machine.trail, of: program, in: lattice))
      }
      for (guards, limits) in [(true, false), (false, true), (true, true)] {
        (machine.passesGuards, machine.passesLimits) = (guards, limits)
        machine.begin(program, in: lattice)
        guard let end = machine.match(program, rules.vocabulary, in: lattice, from: position) else { continue }
        let match = Match(
          rule: number, range: base + position..<base + end,
          bindings: builder.bindings(machine.trail, of: program, in: lattice))
        if match == plain { continue }
        let limit = limits ? machine.firstBrokenLimit(program, rules.vocabulary, in: lattice, end: end) : nil
        if guards, let look = machine.firstFailedGuard(program, rules.vocabulary, in: lattice),
          let element = program.element(ofInstruction: look.instruction)
        {
          let evidence = evidence(program.instructions[look.instruction], lattice, at: look.position)
          found.append(HinderedMatch(match: match, element: element, obstacle: .look(evidence)))
        } else if let limit, let element = program.element(ofInstruction: limit.instruction) {
          found.append(
            HinderedMatch(
              match: match, element: element, obstacle: .limit(from: base + limit.position, steps: limit.steps)))
        }
        break
      }
    }
    return found
  }

  /// What stands where a look should not find it: the words in front that a negated `behind` has found, else where it is asked.
  private func evidence(_ look: Instruction, _ lattice: Lattice, at position: Int) -> Range<Int> {
    let base = lattice.range.lowerBound
    guard look.operation == .behind,
      let words = rules.vocabulary.found(rules.vocabulary.behinds[Int(look.a)], in: lattice, at: position)
    else { return base + position..<base + position }
    return base + words.lowerBound..<base + words.upperBound
  }

  /// What each element of a rule took in a match.
  public mutating func elements(of match: Match, in lattice: Lattice) -> [ElementMatch] {
    let program = rules.programs[match.rule]
    let base = lattice.range.lowerBound
    machine.keepsRecord = true
    defer { machine.keepsRecord = false }
    machine.begin(program, in: lattice)
    guard
      let end = machine.match(program, rules.vocabulary, in: lattice, from: match.range.lowerBound - base)
    else { return [] }
    return ElementMatch.tree(of: machine.trail, program, end: end, base: base)
  }

  /// The furthest trace of a rule in a sentence; nil where it has not begun or matches.
  public mutating func furthest(ofRule number: Int, in lattice: Lattice) -> RuleTrace? {
    guard matches(ofRule: number, in: lattice).isEmpty else { return nil }
    return traces(ofRule: number, in: lattice).max { ($0.root, $0.last) < ($1.root, $1.last) }
  }
}

extension RuleSet {
  /// All matches in a sentence, by start and then by rule. Uses a new ``Matcher``; keep one for many sentences.
  public func matches(in lattice: Lattice, zone: Zone) -> [Match] {
    var matcher = Matcher(self)
    return matcher.matches(in: lattice, zone: zone).matches
  }
}
