import DocumentModel
import Testing

@testable import RuleMatching

/// What a rule's elements took, and which of them stopped it.
@Suite struct TraceTests {
  static let header = "words go = 赴 | 来到; phrase post = org:<org>? title:<title>;\n"

  @Test func elementsKeepTheirSource() throws {
    let rules = try Fixture.parse(
      Self.header + "rule r { match p:post (\"、\" p:post)*\n    skip{0,4 not [,]} @go; unless before 将 within 3; }")
    let elements = rules.elements(ofRule: 0)
    let roots = elements.filter { $0.parent == nil }
    #expect(roots.map(\.text) == ["unless before 将 within 3", "p:post", "(\"、\" p:post)*", "skip{0,4 not [,]}", "@go"])
    #expect(roots.map { "\($0.location.line):\($0.location.column)" } == ["3:28", "2:16", "2:23", "3:5", "3:23"])
    let title = try #require(elements.first { $0.text == "title:<title>" })
    #expect(title.location.line == 1)
    #expect(title.parent.map { elements[$0].text } == "p:post")
  }

  @Test func aMatchTellsWhatEachElementTook() throws {
    let rules = try Fixture.parse(Self.header + "rule r { match who:<person> skip{0,4} @go to:<place>+ !ahead(时); }")
    let (lattice, text) = Fixture.lattice("[person:甲]再次来到[place:乙][place:丙]。", rules)
    var matcher = Matcher(rules)
    let match = try #require(matcher.matches(in: lattice, zone: .body).matches.first)
    let taken = matcher.elements(of: match, in: lattice)
    let elements = rules.elements(ofRule: 0)
    #expect(
      taken.map { "\(elements[$0.element].text) \(text.string($0.range))" } == [
        "who:<person> 甲", "skip{0,4} 再次", "@go 来到", "to:<place>+ 乙", "to:<place>+ 丙", "!ahead(时) ",
      ])
  }

  struct Stop: Sendable, CustomTestStringConvertible {
    let pattern: String
    let sentence: String
    let failed: [String]
    let first: String
    let last: String
    var isGuarded = false
    var testDescription: String { pattern }
  }

  static let stops = [
    Stop(pattern: "<person> 会见 <person>", sentence: "[person:甲]会见[org:乙]", failed: ["<person>"], first: "乙", last: "乙"),
    Stop(pattern: "<person> @go <place>", sentence: "[person:甲]离开[place:乙],来到", failed: ["@go"], first: "离", last: "离"),
    // Behind a skip the element was tried again and again.
    Stop(pattern: "<person> skip{0,3} @go", sentence: "[person:甲]一二三四,来到", failed: ["@go"], first: "一", last: "四"),
    // The furthest outermost element counts, not the furthest character.
    Stop(pattern: "甲 skip{0,9} 乙 丙", sentence: "甲一乙二三四五", failed: ["丙"], first: "二", last: "二"),
    Stop(pattern: "甲 (乙 | 丙)", sentence: "甲丁,乙丙", failed: ["乙", "丙"], first: "丁", last: "丁"),
    // A look is named where nothing else is in the way.
    Stop(
      pattern: "<person> skip{0,4} !behind(将 within 3) @go", sentence: "[person:甲]将来到", failed: ["!behind(将 within 3)"],
      first: "来", last: "来", isGuarded: true),
    Stop(pattern: "甲 乙 !ahead(丙)", sentence: "甲乙丙", failed: ["!ahead(丙)"], first: "丙", last: "丙", isGuarded: true),
    Stop(pattern: "甲 !behind(丁 within 3) 乙", sentence: "丁甲丙乙", failed: ["!behind(丁 within 3)"], first: "丙", last: "丙"),
  ]

  @Test(arguments: stops) func namesTheElement(stop: Stop) throws {
    let rules = try Fixture.parse(Self.header + "rule r { match \(stop.pattern); }")
    let (lattice, text) = Fixture.lattice(stop.sentence, rules)
    var matcher = Matcher(rules)
    let trace = try #require(matcher.traces(ofRule: 0, in: lattice).first)
    let elements = rules.elements(ofRule: 0)
    #expect(trace.failed.map { elements[$0].text }.filter { !$0.hasPrefix("(") } == stop.failed)
    #expect(text.string(trace.first..<trace.first + 1) == stop.first)
    #expect(text.string(trace.last..<trace.last + 1) == stop.last)
    #expect(trace.isGuarded == stop.isGuarded)
  }

  @Test func profilesCount() throws {
    let rules = try Fixture.parse(
      "rule a { group g; match 甲 乙; } rule b { group g; priority 60; match 乙 丙; } rule c { match 丁 skip{0,2} 乙; }")
    var profiler = RuleProfiler(rules)
    for sentence in ["甲乙丙", "甲乙", "丁一二三乙", "无"] {
      profiler.add(Fixture.lattice(sentence, rules).lattice, zone: .body)
    }
    let profiles = profiler.profiles
    #expect(profiles.map(\.tries) == [2, 1, 1])
    #expect(profiles.map(\.matches) == [2, 1, 0])
    #expect(profiles.map(\.wins) == [1, 1, 0])
    #expect(profiles.map(\.losses) == [1, 0, 0])
    #expect(profiles[2].commonestFailure.map { rules.elements(ofRule: 2)[$0.element].text } == "乙")
    #expect(profiler.sentences == 4)
  }
}
