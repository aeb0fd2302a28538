import DocumentModel
public import Pipeline
import RelationExtraction
public import RuleMatching

/// Puts faults into rules and sees which of them the rules' own examples notice.
public struct MutationCheck {
  private let rules: RuleSet
  private let mutants: [RuleMutant]
  private let reader: Reader

  /// What became of the faults of one rule.
  public struct Result: Sendable {
    public let rule: String
    public let examples: Int
    public let faults: [RuleMutation]
    /// Examples that fail on the rule as it stands, each with what was found.
    public let unsound: [String]
    /// Faults no example noticed.
    public let survivors: [RuleMutation]
    public var total: Int { faults.count }
    public var killed: Int { total - survivors.count }

    /// The faults of one kind, and those of them that were noticed.
    public func count(of kind: RuleMutation.Kind) -> (killed: Int, total: Int) {
      let all = faults.count { $0.kind == kind }
      return (all - survivors.count { $0.kind == kind }, all)
    }

    /// `visits.led  12 examples  31 of 34 noticed`.
    public var line: String {
      let mark = survivors.isEmpty ? "" : ", \(survivors.count) not"
      return "\(rule): \(examples) examples, \(killed) of \(total) noticed\(mark)"
    }
  }

  public init(pipeline: Pipeline) throws {
    rules = pipeline.rules
    mutants = try pipeline.ruleMutants()
    reader = try pipeline.reader()
  }

  /// Examples that fail on the rule as it stands notice nothing and are left out; so are known gaps.
  public func result(ofRule number: Int) -> Result {
    let rule = rules.rules[number]
    let zone = rule.zones.contains(.body) ? Zone.body : rule.zones.first ?? .body
    var sound: [(example: RuleExample, source: LatticeSource)] = []
    var unsound: [String] = []
    for example in rule.examples where example.expectation != .todo {
      let source = reader.latticeSource(of: example.text, zone: zone)
      switch rules.check(example, ofRule: number, read: reading(source, rules, rule.pass)) {
      case .failed(let found):
        unsound.append("\(example.location): \(example.expectation.rawValue) \(example.text): \(found)")
      case .passed, .solved: sound.append((example, source))
      }
    }
    let own = mutants.filter { $0.rule == number }
    let survivors = own.filter { mutant in
      sound.allSatisfy {
        mutant.rules.check($0.example, ofRule: 0, read: reading($0.source, mutant.rules, rule.pass)) == .passed
      }
    }
    return Result(
      rule: rule.id, examples: sound.count, faults: own.map(\.mutation), unsound: unsound,
      survivors: survivors.map(\.mutation))
  }

  /// The same of a carry.
  public func result(ofCarry number: Int) -> Result {
    let carry = rules.carries[number]
    var sound: [(example: RuleExample, trial: CarryTrial)] = []
    var unsound: [String] = []
    for (example, paper) in zip(carry.examples, carry.papers) where example.expectation != .todo {
      let trial = reader.trial(of: example, in: paper)
      switch trial.verdict(of: example, ofCarry: number, carries: rules.carries) {
      case .failed(let found):
        unsound.append("\(example.location): \(example.expectation.rawValue) \(example.text): \(found)")
      case .passed, .solved: sound.append((example, trial))
      }
    }
    let mutants = carry.mutants
    let survivors = mutants.filter { mutant in
      let carries = rules.carries.replacing(number, with: mutant.carry)
      return sound.allSatisfy { $0.trial.verdict(of: $0.example, ofCarry: number, carries: carries) == .passed }
    }
    return Result(
      rule: carry.id, examples: sound.count, faults: mutants.map(\.mutation), unsound: unsound,
      survivors: survivors.map(\.mutation))
  }

  private func reading(_ source: LatticeSource, _ rules: RuleSet, _ pass: RulePass) -> (String) -> ExampleReading {
    { _ in source.exampleReading(labels: rules.labels, pass: pass) }
  }
}
