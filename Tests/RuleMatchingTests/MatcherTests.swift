import DocumentModel
import RuleMatching
import Testing

/// What patterns match in small sentences; mentions stand in marks, results show the captures in marks.
@Suite struct MatcherTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let sentence: String
    let matches: [String]
    var header = ""
    var testDescription: String { "\(pattern) in \(sentence)" }

    init(_ pattern: String, _ sentence: String, _ matches: [String], header: String = "") {
      self.pattern = pattern
      self.sentence = sentence
      self.matches = matches
      self.header = header
    }
  }

  static let words = "words go = 赴 | 来到 | 来; words plan = 将 | 拟; words both = @go | 访;"
  static let known = "phrase known = <person> | 将 | [,];"
  static let post = "phrase post = org:<org|place>? title:<title>;"

  static let cases = [
    // Atoms.
    Case("甲 乙", "丙甲乙", ["甲乙"]),
    Case("\"甲\"", "甲甲", ["甲", "甲"]),
    Case("x:@go", "来到", ["[x:来到]"], header: words),
    Case("x:@both", "访来", ["[x:访]", "[x:来]"], header: words),
    Case("甲 [,、] 乙", "甲,乙甲、乙甲;乙", ["甲,乙", "甲、乙"]),
    Case("甲 [^,] 乙", "甲,乙甲丙乙", ["甲丙乙"]),
    Case("x:([0-9]+)", "第12和3", ["[x:12]", "[x:3]"]),
    Case("x:[0-9]+", "第12", ["[x:1][x:2]"]),
    Case("x:[\\]\\-]", "]-", ["[x:]]", "[x:-]"]),
    Case("甲 | 甲乙", "甲乙", ["甲"]),
    Case("甲乙 | 甲", "甲乙", ["甲乙"]),
    // Mentions.
    Case("x:<org>", "[org:市委]去", ["[x:市委]"]),
    Case("x:<org|place>", "[place:甲市][org:乙委]", ["[x:甲市]", "[x:乙委]"]),
    Case("x:<org:company>", "[org:甲][org.company:乙]", ["[x:乙]"]),
    Case("x:<org!bare>", "[org.bare:甲][org:乙]", ["[x:乙]"]),
    Case("x:<org:company!bare|place>", "[org.company.bare:甲][org.company:乙][place:丙]", ["[x:乙]", "[x:丙]"]),
    Case("市 委", "[org:市委]", []),
    Case("\"市委\"", "[org:市委]", ["市委"]),
    Case("代表", "[delegation:代表团]", []),
    Case("[代] | 团", "[delegation:代表团]团", ["团"]),
    Case("x:<place>", "[org:[place:甲市]委]", []),
    Case("x:<place> y:<org>", "[org:[place:甲市][org:市委]]", ["[x:甲市][y:市委]"]),
    Case("x:<org:inner>", "[place:甲市][org:[place:乙市][org:委]]", []),
    Case("x:<place!inner>", "[org:[place:甲市]委][place:乙]", ["[x:乙]"]),
    Case("赴 x:<place|org>", "赴[org:[place:甲市]委]", ["赴[x:甲市委]"]),
    // Skips.
    Case("甲 skip{0,3} 乙", "甲丙丙丙乙", ["甲丙丙丙乙"]),
    Case("甲 skip{0,2} 乙", "甲丙丙丙乙", []),
    Case("甲 skip{0,9} 乙", "甲丙乙丁乙", ["甲丙乙"]),
    Case("甲 skip{2,9} 乙", "甲丙乙丁乙", ["甲丙乙丁乙"]),
    Case("甲 skip{0,1} 乙", "甲[person:丙丁戊]乙", ["甲丙丁戊乙"]),
    Case("甲 skip{0,5} 乙", "甲丙。丙乙", []),
    Case("甲 skip{0,5 not [,]} 乙", "甲,乙甲丙乙", ["甲丙乙"]),
    Case("甲 skip{0,5 not @plan} 乙", "甲丙将乙甲丙乙", ["甲丙乙"], header: words),
    Case("甲 skip{0,5 not <person>} 乙", "甲[person:丙]乙甲[org:丙]乙", ["甲丙乙"]),
    Case("甲 skip{0,5 not known} 乙", "甲[person:丙]乙甲将乙甲,乙甲[org:丙]乙", ["甲丙乙"], header: known),
    Case("甲 !behind(known within 2 not end) 乙", "丁甲乙将甲乙,;甲乙", ["甲乙", "甲乙"], header: known + " phrase end = [;];"),
    // Repetition: longest first; a repeated capture occurs several times.
    Case("甲 x:<person>?", "甲[person:乙]甲", ["甲[x:乙]", "甲"]),
    Case(#"x:<person> ("、" x:<person>)*"#, "[person:甲]、[person:乙]、丙", ["[x:甲]、[x:乙]"]),
    Case("甲{2}", "甲甲甲", ["甲甲"]),
    Case("甲{1,2} 甲", "甲甲", ["甲甲"]),
    Case("甲+ 乙", "甲甲乙", ["甲甲乙"]),
    // Captures nest under the capture of a phrase.
    Case(
      "p:post who:<person>", "[org:市委][title:书记][person:甲]",
      ["[p:[p.org:市委][p.title:书记]][who:甲]"], header: post),
    Case("post who:<person>", "[title:书记][person:甲]", ["[title:书记][who:甲]"], header: post),
    Case(
      "(p:post \"、\"?)+", "[org:市委][title:书记]、[title:市长]",
      ["[p:[p.org:市委][p.title:书记]]、[p:[p.title:市长]]"], header: post),
    // Sentence ends.
    Case("^ 甲", "甲甲", ["甲"]),
    Case("甲 $", "甲甲。", ["甲"]),
    Case("甲 $", "甲甲乙。", []),
    // Looking around.
    Case("甲 ahead(乙 丙)", "甲乙甲乙丙", ["甲"]),
    Case("甲 !ahead(skip{0,2} 乙)", "甲丙乙丁甲", ["甲"]),
    Case("x:(甲 !ahead(乙) | 甲乙)", "甲乙", ["[x:甲乙]"]),
    Case("behind(将|拟) 甲", "甲将甲拟甲", ["甲", "甲"]),
    Case("!behind(@plan) 甲", "将甲乙甲", ["甲"], header: words),
    Case("!behind(@plan within 2) 甲", "将乙甲丙将乙丙丁甲", ["甲"], header: words),
    Case("!behind(将 within 5 not [,]) 甲", "将乙,丙甲将乙甲", ["甲"]),
    Case("!behind(将 within 5) 甲", "将。甲", ["甲"]),
    Case("behind(<person>) 甲", "[person:乙]甲丙甲", ["甲"]),
    Case("!behind(将) 甲", "[person:王将]甲", ["甲"]),
    // Blanks are passed over.
    Case("甲 乙", "甲 乙", ["甲 乙"]),
    Case("\"甲乙\" x:<person>", "甲 乙  [person:丙]", ["甲 乙  [x:丙]"]),
    Case("x:(甲 skip{1,1}) 丙", " 甲 乙 丙", ["[x:甲 乙] 丙"]),
    Case("甲 x:[ ] 乙", "甲 乙", ["甲 [x:]乙"]),
  ]

  @Test(arguments: cases) func finds(_ example: Case) throws {
    #expect(try Fixture.matches(pattern: example.pattern, example.sentence, header: example.header) == example.matches)
  }

  @Test func guardsOfTheWholeMatch() throws {
    let rules = try Fixture.parse(
      "rule r { match @go to:<place>; unless before 将 | 拟 within 3 not [,]; unless after skip{0,2} 未果; } \(Self.words)")
    #expect(Fixture.matches(rules, "赴[place:甲]") == ["赴[to:甲]"])
    #expect(Fixture.matches(rules, "将前赴[place:甲]") == [])
    #expect(Fixture.matches(rules, "将去,赴[place:甲]") == ["赴[to:甲]"])
    #expect(Fixture.matches(rules, "赴[place:甲]而未果") == [])
  }

  @Test func bindsMentions() throws {
    let rules = try Fixture.parse("phrase p = x:<person>; rule r { match a:p b:(<org> 人) c:(<title>?) 去; }")
    let (lattice, _) = Fixture.lattice("[person:甲][org:乙]人去", rules)
    let match = try #require(rules.matches(in: lattice, zone: .body).first)
    #expect(match.first("a")?.mention == 0)
    #expect(match.first("a.x")?.mention == 0)
    #expect(match.first("b")?.mention == nil)
    #expect(match.first("c").map { $0.range } == 3..<3)
    #expect(match.first("a.y") == nil)
  }

  @Test func keepsToItsZones() throws {
    let rules = try Fixture.parse("rule a { zones byline; match 甲; } rule b { match x:甲; }")
    #expect(Fixture.matches(rules, "甲", zone: .body) == ["[x:甲]"])
    #expect(Fixture.matches(rules, "甲", zone: .headline) == ["[x:甲]"])
    #expect(Fixture.matches(rules, "甲", zone: .byline) == ["甲"])
    #expect(Fixture.matches(rules, "甲", zone: .furniture) == [])
  }

  @Test func takesTriggersFromTheCaller() throws {
    let rules = try Fixture.parse("rule a { match 甲 x:(乙|丙); }")
    let (lattice, _) = Fixture.lattice("甲丙", rules)
    var present = TriggerSet()
    var matcher = Matcher(rules)
    #expect(matcher.matches(in: lattice, zone: .body, present: present).matches.isEmpty)
    for word in ["甲", "丙"] { present.insert(try #require(rules.triggerWords.firstIndex(of: Fixture.scalars(word)))) }
    #expect(matcher.matches(in: lattice, zone: .body, present: present).matches.count == 1)
    #expect(matcher.matches(in: lattice, zone: .body).matches.count == 1)
  }

  @Test func worksInTheMiddleOfAText() throws {
    let rules = try Fixture.parse("rule a { match ^ x:<org> 甲 $; }")
    let text = Fixture.scalars("甲乙丙甲丁")
    let labels = rules.labels.set(type: "org", labels: [])
    let edges = [(0, 1), (1, 3), (4, 5)].map { Edge(start: $0.0, end: $0.1, labels: labels, mention: $0.0) }
    let match = try #require(
      rules.matches(in: Lattice(scalars: text, range: 1..<4, edges: edges), zone: .body).first)
    #expect(match.range == 1..<4)
    #expect(match.first("x")?.range == 1..<3)
    #expect(match.first("x")?.mention == 1)
  }
}
