import DocumentModel
import FoundationEssentials
import RuleMatching
import Testing

/// Work counted in steps, on patterns and sentences that plain backtracking would never finish.
@Suite struct LinearityTests {
  static func steps(_ rules: RuleSet, _ text: String, persons: [Range<Int>] = []) -> Int {
    let scalars = Fixture.scalars(text)
    let labels = rules.labels.set(type: "person", labels: [])
    let edges = persons.enumerated().map { number, range in
      Edge(start: range.lowerBound, end: range.upperBound, labels: labels, mention: number)
    }
    var matcher = Matcher(rules)
    _ = matcher.matches(in: Lattice(scalars: scalars, range: 0..<scalars.count, edges: edges), zone: .body)
    return matcher.steps
  }

  /// Those of `Scripts/bench/adversarial.patterns`, which the benchmark times.
  static let patterns: [String] = {
    let path =
      #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Scripts/bench/adversarial.patterns"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.first != "#" }.map(String.init)
  }()

  @Test func thereArePatterns() { #expect(Self.patterns.count > 10) }

  /// 乙 stands only behind a full stop, where no pattern reaches it, but the test of what must occur is passed.
  @Test(arguments: patterns) func growsWithTheSentence(pattern: String) throws {
    let rules = try Fixture.parse("rule r { match \(pattern); }")
    let small = Self.steps(rules, "丙" + String(repeating: "甲", count: 2_000) + "。乙")
    let large = Self.steps(rules, "丙" + String(repeating: "甲", count: 20_000) + "。乙")
    #expect(small > 0)
    #expect(Double(large) < Double(small) * 10.5)
  }

  @Test func staysWithinItsBoundOnALongSentence() throws {
    let rules = try Fixture.parse("rule r { match 甲 skip{0,12} 甲 skip{0,12} 乙; }")
    // 6 instructions and two skips of 12 steps.
    let count = 100_000
    #expect(Self.steps(rules, String(repeating: "甲", count: count) + "。乙") <= (6 + 2 * 2 * 12) * (count + 2))
  }

  @Test func countsEdgesOnce() throws {
    let rules = try Fixture.parse("rule r { match <person>* 甲 <person>* 乙; }")
    // Every stretch of up to 5 characters is a mention.
    let count = 2_000
    let persons = (0..<count).flatMap { start in (1...5).map { start + 1..<min(count + 1, start + 1 + $0) } }
    let steps = Self.steps(rules, "丙" + String(repeating: "甲", count: count) + "。乙", persons: persons)
    #expect(steps > count)
    #expect(steps < 10 * (count + persons.count))
  }

  @Test func aRuleThatCannotMatchTakesNoStep() throws {
    let rules = try Fixture.parse(
      "rule r { match 甲 skip{0,9} <org>; } rule s { match 甲 skip{0,9} (丙 | 丁); } rule t { match <person> 甲; }")
    #expect(Self.steps(rules, "甲乙甲乙", persons: []) == 0)
  }

  /// What a sentence lacks for the rest of it need not be sought: past the last 乙 no match is begun.
  @Test func startsEndWhereTheLastNeedIsMet() throws {
    let rules = try Fixture.parse("rule r { match 甲 skip{0,9} 乙; }")
    #expect(Self.steps(rules, "丙乙" + String(repeating: "甲", count: 1_000)) == 0)
  }

  @Test func manyMatchesStayLinear() throws {
    let rules = try Fixture.parse("rule r { match 甲 !ahead(skip{0,20} 丙) 乙?; }")
    let small = Self.steps(rules, String(repeating: "甲乙", count: 1_000))
    let large = Self.steps(rules, String(repeating: "甲乙", count: 10_000))
    #expect(Double(large) < Double(small) * 10.5)
  }
}
