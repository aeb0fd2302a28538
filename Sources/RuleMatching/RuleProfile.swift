public import DocumentModel

/// What one rule did over a corpus.
public struct RuleProfile: Hashable, Sendable {
  /// Sentences in which the rule was tried: those of its zones that have everything it needs.
  public internal(set) var tries = 0
  public internal(set) var matches = 0
  /// Matches that stayed, and those that lost to another rule's.
  public internal(set) var wins = 0
  public internal(set) var losses = 0
  /// Instructions done and edges looked at; depends on no machine.
  public internal(set) var steps = 0
  public internal(set) var time = Duration.zero
  /// By element: in how many sentences it was the furthest one that failed.
  public internal(set) var failures: [Int: Int] = [:]

  /// The element that failed most often, the first of equals.
  public var commonestFailure: (element: Int, count: Int)? {
    failures.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { ($0.key, $0.value) }
  }
}

/// Counts, sentence by sentence, what each rule does and what it costs.
public struct RuleProfiler: Sendable {
  private var matcher: Matcher
  /// One a rule.
  public private(set) var profiles: [RuleProfile]
  public private(set) var sentences = 0

  public init(_ rules: RuleSet) {
    matcher = Matcher(rules)
    profiles = Array(repeating: RuleProfile(), count: rules.rules.count)
  }

  public mutating func add(_ lattice: Lattice, zone: Zone, pass: RulePass = .relations) {
    if pass == .relations { sentences += 1 }
    var found: [Match] = []
    for number in matcher.openRules(in: lattice, pass: pass, zone: zone) {
      let (steps, count, began) = (matcher.steps, found.count, ContinuousClock.now)
      matcher.scan(number, lattice, into: &found)
      profiles[number].time += began.duration(to: .now)
      profiles[number].steps += matcher.steps - steps
      profiles[number].tries += 1
      profiles[number].matches += found.count - count
      if found.count == count, let element = matcher.stoppingElement(ofRule: number, in: lattice) {
        profiles[number].failures[element, default: 0] += 1
      }
    }
    let outcome = matcher.rules.decide(found)
    for match in outcome.matches { profiles[match.rule].wins += 1 }
    for rejection in outcome.rejections { profiles[rejection.match.rule].losses += 1 }
  }
}
