import RuleMatching
import Testing

/// What is said of broken rule files, with the place.
@Suite struct ParserErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let errors: [String]
    var testDescription: String { text }

    init(_ text: String, _ errors: String...) {
      self.text = text
      self.errors = errors
    }
  }

  static let cases = [
    Case("rule a { match 甲; }"),
    Case("rule a { }", "main.rules:1:1: rule a has no match clause"),
    Case("rule a { match 甲 }", "main.rules:1:18: found }, expected ;"),
    Case("rule a { match x:甲 emit visited(x, x); }", "main.rules:1:20: found emit, expected ;"),
    Case("rule a { match ok:甲 no:乙; }"),
    Case("rule a { match 甲;", "main.rules:1:18: found the end of the file, expected }"),
    Case("rul a;", "main.rules:1:1: found rul, expected include, words, phrase, rule, carry, form or run"),
    Case(
      "rule a {\n  matches 甲;\n  match 甲;\n}",
      "main.rules:2:3: found matches, expected doc, zones, over, priority, confidence, group, claims, match, unless, emit, set, mark, ok, no or todo"
    ),
    Case("carry a for title { when run is <org>; take run; }"),
    Case("carry a { take run; }", "main.rules:1:9: found {, expected for"),
    Case(
      "carry a for head { take run; }",
      "main.rules:1:13: found head, expected a target: title, organ, name, place, level, mention, holders"),
    Case("carry a for title { when run; }", "main.rules:1:1: rule a has no take clause"),
    Case("carry a for title { take run as b; }", "main.rules:1:26: no form is called b"),
    Case("carry a for title { when run is @w; take run; }", "main.rules:1:33: no word list is called @w"),
    Case(
      "carry a for title { when run is ; take run; }",
      "main.rules:1:33: found ;, expected a <type>, a word, a @list or a name"),
    Case("carry a for title { take run; no \"[甲\"; }", "main.rules:1:34: marks are [capture:text], each closed: [甲"),
    Case("rule a { match 甲; }\ncarry a for title { take run; }", "main.rules:2:1: there is already a rule a"),
    Case("run = 甲;", "main.rules:1:7: found 甲, expected a [class]{0,n}"),
    Case("rule a { match x; }", "main.rules:1:16: no phrase is called x; words of the text stand in quotes"),
    Case("rule a { match @x; }", "main.rules:1:16: no word list is called @x"),
    Case("words w = 甲 | @v;", "main.rules:1:15: no word list is called @v"),
    Case("words w = 甲 | ;", "main.rules:1:15: found ;, expected a word, a string or a @list"),
    Case(
      "phrase a = b 甲;\nphrase b = a?;", "main.rules:1:1: a contains itself", "main.rules:2:1: b contains itself"),
    Case("words w = @w;", "main.rules:1:1: @w contains itself"),
    Case(
      "rule a { zones bodi; match 甲; }",
      "main.rules:1:16: there is no zone bodi; zones are headline, byline, body, furniture"),
    Case("rule a { match <perzon>; }", "main.rules:1:16: there is no mention type perzon"),
    Case("rule a { match <person; }", "main.rules:1:23: found ;, expected >"),
    Case("rule a { match (甲 | ); }", "main.rules:1:21: an alternative is empty; use ? for what may be left out"),
    Case("rule a { match \"\"; }", "main.rules:1:16: a word is empty after normalisation"),
    Case(
      "rule a { match 甲? 乙?; }",
      "main.rules:1:1: the match could take nothing at all; make a part of it obligatory"),
    Case(
      "rule a { match (甲?)+ 乙; }",
      "main.rules:1:16: what is repeated here could take nothing at all; make a part of it obligatory"),
    Case("rule a { match 甲{3,2}; }", "main.rules:1:17: bounds 3,2 are not m,n with m <= n <= 1000"),
    Case("rule a { match 甲{1,2000}; }", "main.rules:1:20: bounds 2000 are not m,n with m <= n <= 1000"),
    Case("rule a { match 甲 ahead(乙*); }", "main.rules:1:18: ahead(…) must be bounded: use {m,n} for * and +"),
    Case("rule a { match 甲 ahead(x:乙); }", "main.rules:1:26: nothing can be captured inside ahead(…)"),
    Case(
      "rule a { match 甲 behind((乙)); }",
      "main.rules:1:25: found (, expected a word, a @list, a [class] or a <type>"),
    Case(
      "phrase p = 甲 | [、,] | <person>; rule a { match 甲 skip{0,3 not p @w} 乙 !behind(p within 3 not p); } words w = 丙;"),
    Case(
      "phrase p = 甲 乙; rule a { match 甲 skip{0,3 not p} 乙; }",
      "main.rules:1:47: p must be alternatives of single words, @lists, [classes] and <types> to stand here"),
    Case(
      "rule a { match 甲 skip{0,3 not q} 乙; }",
      "main.rules:1:31: no phrase is called q; words of the text stand in quotes"),
    Case("rule a { match []; }", "main.rules:1:16: found [], expected at least one character"),
    Case("rule a { match x.y:甲; }", "main.rules:1:16: found x.y, expected a capture name without dots"),
    Case(
      "rule a { match (((甲{99}){99}){99}); }",
      "main.rules:1:1: the pattern grows to over 20000 steps; use smaller bounds or phrases"),
    Case("rule a { match 甲; }\nrule a { match 乙; }", "main.rules:2:1: there is already a rule a"),
    Case("words a = 甲;\nwords a = 乙;", "main.rules:2:1: the name a is already taken"),
    Case("rule a { match 甲; match 乙; }", "main.rules:1:19: there is already a match clause"),
    Case("rule a { match x:甲; emit visited(x, y.z); }", "main.rules:1:21: the pattern has no capture y.z"),
    Case("rule a { match x:甲; emit visitd(x, x); }", "main.rules:1:26: there is no relation visitd"),
    Case(
      "rule a { match x:甲; emit visited(x, x) when noon; }",
      "main.rules:1:21: when takes day, span, a capture or a register, not noon"),
    Case("rule a { match x:甲; emit visited($y, x, date=$paper); }", "main.rules:1:21: no rule sets the register $y"),
    Case(
      "rule a { match x:甲; emit visited(pairwise x, x); }",
      "main.rules:1:21: pairwise takes two captures with different first names"),
    Case("rule a { match x:甲; set r = y; }", "main.rules:1:29: the pattern has no capture y"),
    Case("rule a { match x:甲; claims x; }", "main.rules:1:28: claims has no effect without a group in rule a"),
    Case("rule a { match x:甲; ok \"[x:甲\"; }", "main.rules:1:24: marks are [capture:text], each closed: [x:甲"),
    Case("rule a { match x:甲; ok \"[y:甲]\"; }", "main.rules:1:21: the pattern has no capture y"),
    Case("rule a { priority high; match 甲; }", "main.rules:1:19: found high, expected a number"),
    Case("rule a { confidence 1.5; match 甲; }", "main.rules:1:21: found 1.5, expected a number from 0 to 1"),
    Case(
      "rule a { match \"甲; }",
      "main.rules:1:21: found the end of the file, expected \" at the end of the string begun at 1:16",
      "main.rules:1:21: found the end of the file, expected ;", "main.rules:1:21: found the end of the file, expected }"
    ),
    Case(
      "rule a { match 甲 、 乙; }",
      "main.rules:1:18: found 、, expected a name, a word or a sign of the rule language; other text stands in quotes"),
    Case("include \"x.rules\";", "main.rules:1:1: cannot read r/x.rules: NoSuchFile()"),
    Case(
      "include \"../x.rules\";",
      "main.rules:1:1: include takes a file beside or below the main file, once, and only there: ../x.rules"),
    // All of them, not only the first.
    Case(
      "rule a { match y; zones x; emit q(a, a); }\nrule b { mach 甲; match @z; }",
      "main.rules:1:16: no phrase is called y; words of the text stand in quotes",
      "main.rules:1:25: there is no zone x; zones are headline, byline, body, furniture",
      "main.rules:1:33: there is no relation q",
      "main.rules:2:10: found mach, expected doc, zones, over, priority, confidence, group, claims, match, unless, emit, set, mark, ok, no or todo",
      "main.rules:2:24: no word list is called @z"),
  ]

  @Test(arguments: cases) func says(_ example: Case) {
    #expect(Fixture.errors(example.text) == example.errors)
  }

  @Test func includedFilesIncludeNothing() {
    let files = ["r/a.rules": "include \"b.rules\";\nrule a { match w; }", "r/b.rules": "phrase w = 甲;"]
    #expect(
      Fixture.errors("include \"a.rules\";\ninclude \"b.rules\";\ninclude \"b.rules\";", files) == [
        "main.rules:3:1: include takes a file beside or below the main file, once, and only there: b.rules",
        "a.rules:1:1: include takes a file beside or below the main file, once, and only there: b.rules",
      ])
  }

  @Test func includedRulesCountInOrder() throws {
    let rules = try Fixture.parse(
      "include \"a.rules\"; rule m { match 甲; }", ["r/a.rules": "# 甲\nrule a { doc \"D.\"; match 甲; }"])
    #expect(rules.rules.map(\.id) == ["m", "a"])
    #expect(rules.rules[1].location.description == "r/a.rules:2:1")
    #expect(rules.rules[1].doc == "D.")
  }
}
