import DocumentModel
import Pipeline
import RelationExtraction
import RuleMatching
import ShippedPipeline
import Testing

/// Every example of Lexicons/rules, read with the mentions of the whole pipeline: one case each.
@Suite struct ExampleTests {
  /// One example, named by where it stands.
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Int
    let id: String
    let zone: Zone
    let example: RuleExample

    var testDescription: String {
      let file = example.location.file.split(separator: "/").last.map(String.init) ?? example.location.file
      return "\(file):\(example.location.line) \(id) \(example.expectation.rawValue) \(example.text)"
    }
  }

  static let rules = (try? Shipped.pipeline().rules.rules) ?? []

  static let cases = rules.enumerated().flatMap { number, rule in
    rule.examples.map { example in
      let zone = rule.zones.contains(.body) ? Zone.body : rule.zones.first ?? .body
      return Case(rule: number, id: rule.id, zone: zone, example: example)
    }
  }

  @Test func thereAreRules() throws { #expect(try Shipped.pipeline().rules.rules.count > 0) }

  @Test(arguments: rules.map(\.id)) func everyRuleShowsWhatItMatchesAndWhatNot(id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    let expectations = Set(rule.examples.map(\.expectation))
    #expect(expectations.contains(.ok), "\(rule.location): rule \(id) has no ok example")
    #expect(expectations.contains(.no), "\(rule.location): rule \(id) has no no example")
  }

  @Test(arguments: cases) func holds(example: Case) throws {
    let pipeline = try Shipped.pipeline()
    let reader = try pipeline.reader()
    let pass = pipeline.rules.rules[example.rule].pass
    let verdict = pipeline.rules.check(example.example, ofRule: example.rule) { text in
      reader.exampleReading(of: text, zone: example.zone, pass: pass)
    }
    switch verdict {
    case .passed: break
    case .solved: Issue.record("\(example.example.location): this todo holds now: make it an ok")
    case .failed(let found): Issue.record("\(example.example.location): found \(found)")
    }
  }

  // MARK: Carries

  struct CarryCase: CustomTestStringConvertible, Sendable {
    let carry: Int
    let id: String
    let example: RuleExample
    let paper: String?

    var testDescription: String {
      "carry.rules:\(example.location.line) \(id) \(example.expectation.rawValue) \(example.text)"
    }
  }

  static let carries = (try? Shipped.pipeline().rules.carries.all) ?? []

  static let carryCases = carries.enumerated().flatMap { number, carry in
    zip(carry.examples, carry.papers).map { CarryCase(carry: number, id: carry.id, example: $0, paper: $1) }
  }

  @Test func thereAreCarries() { #expect(Self.carries.count > 0) }

  @Test(arguments: carries.map(\.id)) func everyCarryShowsWhatItGivesAndWhatNot(id: String) throws {
    let carry = try #require(Self.carries.first { $0.id == id })
    let expectations = Set(carry.examples.map(\.expectation))
    #expect(expectations.contains(.ok), "\(carry.location): carry \(id) has no ok example")
    #expect(expectations.contains(.no), "\(carry.location): carry \(id) has no no example")
  }

  @Test(arguments: carryCases) func holds(example: CarryCase) throws {
    let pipeline = try Shipped.pipeline()
    let trial = try pipeline.reader().trial(of: example.example, in: example.paper)
    let verdict = trial.verdict(of: example.example, ofCarry: example.carry, carries: pipeline.rules.carries)
    switch verdict {
    case .passed: break
    case .solved: Issue.record("\(example.example.location): this todo holds now: make it an ok")
    case .failed(let found): Issue.record("\(example.example.location): found \(found)")
    }
  }
}
