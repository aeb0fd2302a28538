import DocumentModel
import Testing

@testable import RuleMatching

/// What becomes of matches: conflicts, rows of emissions, examples.
@Suite struct OutcomeTests {
  // MARK: Conflicts

  struct Conflict: Sendable, CustomTestStringConvertible {
    let rules: String
    let sentence: String
    let stay: [String]
    let reasons: [Rejection.Reason]
    var testDescription: String { rules }
  }

  static let conflicts = [
    Conflict(
      rules: "rule a { group g; match 甲 乙; } rule b { group g; priority 60; match 乙 丙; }", sentence: "甲乙丙", stay: ["b"],
      reasons: [.priority]),
    Conflict(
      rules: "rule a { group g; match 甲 乙; } rule b { group g; match 乙 丙 丁; }", sentence: "甲乙丙丁", stay: ["b"],
      reasons: [.length]),
    Conflict(
      rules: "rule a { group g; match 乙 丙; } rule b { group g; match 甲 乙; }", sentence: "甲乙丙", stay: ["b"],
      reasons: [.start]),
    Conflict(
      rules: "rule a { group g; match 甲 乙; } rule b { group g; match x:(甲 乙); }", sentence: "甲乙", stay: ["a"],
      reasons: [.order]),
    // Other groups, no group, claims that do not meet.
    Conflict(
      rules: "rule a { group g; match 甲; } rule b { group h; match 甲; } rule c { match 甲; }", sentence: "甲",
      stay: ["a", "b", "c"], reasons: []),
    Conflict(
      rules: "rule a { group g; claims p; match p:甲 乙 丙; } rule b { group g; claims p; match 甲 p:(乙 丙); }",
      sentence: "甲乙丙", stay: ["a", "b"], reasons: []),
    Conflict(
      rules: "rule a { group g; claims p; match p:甲 (乙 p:丙)+; } rule b { group g; claims p; match p:丙; }",
      sentence: "甲乙丙,丙", stay: ["a", "b"], reasons: [.length]),
    // A loser does not take others with it: b loses to a, c overlaps only b.
    Conflict(
      rules:
        "rule a { group g; priority 70; match 甲 乙; } rule b { group g; priority 60; match 乙 丙; } rule c { group g; match 丙; }",
      sentence: "甲乙丙", stay: ["a", "c"], reasons: [.priority]),
  ]

  @Test(arguments: conflicts) func decides(_ conflict: Conflict) throws {
    let rules = try Fixture.parse(conflict.rules)
    var matcher = Matcher(rules)
    let outcome = matcher.matches(in: Fixture.lattice(conflict.sentence, rules).lattice, zone: .body)
    #expect(outcome.matches.map { rules.rules[$0.rule].id } == conflict.stay)
    #expect(outcome.rejections.map(\.reason) == conflict.reasons)
  }

  // MARK: Rows

  static func rows(_ rules: String, _ sentence: String) throws -> [String] {
    let rules = try Fixture.parse("phrase post = org:<org>? title:<title>; rule r { \(rules) }")
    let (lattice, text) = Fixture.lattice(sentence, rules)
    let match = try #require(rules.matches(in: lattice, zone: .body).first)
    let rule = rules.rules[match.rule]
    return try rule.emissions.flatMap { emission in
      try match.rows(for: emission).map { row in
        ([row.subject, row.object] + row.fields + (emission.when == nil ? [] : [row.when]))
          .map { $0.map { text.string($0.range) } ?? "-" }.joined(separator: " ")
      }
    }
  }

  @Test func sharedPathsGoTogether() throws {
    let rule = #"match (p:post "、"?)+ (who:<person> "、"?)+; emit holds_role(who, p.org, title=p.title);"#
    #expect(
      try Self.rows(rule, "[org:市委][title:书记]、[title:市长][person:甲]、[person:乙]") == [
        "甲 市委 书记", "甲 - 市长", "乙 市委 书记", "乙 - 市长",
      ])
  }

  @Test func whatTookNoPartIsAbsent() throws {
    let rule =
      "match who:<person> x:<org>? 去; emit visited(who, x, note=\"n\") when $paper; emit visited(who, who) when x;"
    #expect(try Self.rows(rule, "[person:甲]去") == ["甲 - - -", "甲 甲 -"])
  }

  @Test func pairwiseGoesInStep() throws {
    let rule = "match who:<person>+ 分别任 p:post+; emit holds_role(pairwise who, pairwise p.org, title=p.title);"
    #expect(
      try Self.rows(rule, "[person:甲][person:乙]分别任[org:子委][title:书记][org:丑委][title:主任]") == ["甲 子委 书记", "乙 丑委 主任"])
    #expect(throws: RowProblem.uneven(1, 2)) {
      try Self.rows(rule, "[person:甲]分别任[org:子委][title:书记][org:丑委][title:主任]")
    }
  }

  @Test func tooManyCombinationsGiveNone() throws {
    let rule = "match a:甲+ b:乙+; emit met_with(a, b);"
    let fits = String(repeating: "甲", count: 50) + String(repeating: "乙", count: 50)
    #expect(try Self.rows(rule, fits).count == 2500)
    #expect(throws: RowProblem.tooMany(2550)) { try Self.rows(rule, fits + "乙") }
  }

  // MARK: Clauses

  @Test func clausesAreExposed() throws {
    let rules = try Fixture.parse(
      "rule a { priority 7; confidence 0.5; match x:甲 y:乙; emit visited(x, \"丙\", n=$r) when day; set r = y; }")
    let rule = try #require(rules.rules.first)
    #expect(rule.priority == 7)
    #expect(rule.confidence == 0.5)
    #expect(rule.zones == [.headline, .body])
    #expect(rule.settings == [ContextSetting(register: "r", value: CapturePath("y"))])
    let emission = try #require(rule.emissions.first)
    #expect(emission.relation == .visited)
    #expect(emission.subject == .capture(CapturePath("x")))
    #expect(emission.object == .text("丙"))
    #expect(emission.fields.map(\.value) == [.register("r")])
    #expect(emission.when == .text("day"))
  }

  // MARK: Examples

  @Test func examplesAreJudged() throws {
    let rules = try Fixture.parse(
      #"""
      phrase p = a:甲 b:乙?;
      rule r {
        match (q:p ","?)+ c:丙;
        ok "[q:[q.a:甲][q.b:乙]],[q:[q.a:甲]]丙";
        ok "甲丙\[\"";
        ok "[q:甲]乙丙";
        ok "甲乙";
        no "甲乙";
        no "甲丙";
        todo "甲丁丙";
        todo "甲[c:丙]";
      }
      """#)
    let verdicts = rules.rules[0].examples.map { example in
      rules.check(example, ofRule: 0) { text in
        let scalars = Fixture.scalars(text)
        var offsets: [Int32] = [0]
        for scalar in text.unicodeScalars { offsets.append((offsets.last ?? 0) + Int32(String(scalar).utf8.count)) }
        return ExampleReading(
          matching: MatchingText(scalars: scalars, offsets: offsets),
          sentences: [Lattice(scalars: scalars, range: 0..<scalars.count, edges: [])])
      }
    }
    #expect(
      verdicts == [
        .passed, .passed, .failed("[q:[q.a:甲][q.b:乙]][c:丙]"),
        .failed("no match; came as far as …甲乙‖; r/main.rules:3:21: expected c:丙"), .passed,
        .failed("[q:[q.a:甲]][c:丙]"), .passed, .solved,
      ])
  }
}
