import DocumentModel
import Testing

@testable import RuleMatching

/// What the compiler warns of, and what it leaves alone.
@Suite struct WarningTests {
  static let cases: [(rules: String, warnings: [String])] = [
    ("rule a { match 甲; emit visited(x, x); }".replacing("match 甲", with: "match x:甲"), []),
    ("words w = 甲 | 乙; rule a { match x:丙; set r = x; }", ["no rule uses the word list @w"]),
    ("words v = 甲; words w = @v | 乙; rule a { match x:@w; set r = x; }", []),
    ("words w = 甲; carry c for title { when title is @w; take run; }", []),
    ("form f = \"{D}\"; carry c for title { take run; }", ["no carry uses the form f"]),
    (
      "carry c for title { take nothing; } carry d for title { when run; take run; }",
      ["rule d always loses to c, which stands earlier and always decides"]
    ),
    ("carry c for title { when said; take nothing; } carry d for title { take run; }", []),
    (
      "carry c for title { take nothing | run; }",
      ["run is never reached: an earlier alternative takes all it could"]
    ),
    ("phrase p = 甲; rule a { match x:丙; set r = x; }", ["no rule uses the phrase p"]),
    ("rule a { match 甲; }", ["rule a neither states nor sets anything"]),
    (
      "words w = 甲 | 乙 | 甲; rule a { match x:@w; set r = x; }",
      ["甲 is never reached: an earlier alternative takes all it could"]
    ),
    (
      "words w = 甲 | 乙; rule a { match x:(@w | 丙 | 乙); set r = x; }",
      ["乙 is never reached: an earlier alternative takes all it could"]
    ),
    (
      "rule a { match x:(<org> | <org:company>); set r = x; }",
      ["<org:company> is never reached: an earlier alternative takes all it could"]
    ),
    ("rule a { match x:(<org:company> | <org>); set r = x; }", []),
    ("rule a { match x:(甲 | 甲 乙); set r = x; }", []),
    ("rule a { match x:<org:company!company>; set r = x; }", ["<org:company!company> can never match"]),
    ("rule a { match x:甲 ^ 乙; set r = x; }", ["^ after something that takes text can never match"]),
    ("rule a { match x:甲 $ 乙; set r = x; }", ["$ in front of something that takes text can never match"]),
    ("rule a { match x:甲 (乙 $)?; set r = x; }", []),
    ("rule a { match x:甲 !ahead(乙 | 丙) 乙; set r = x; }", ["乙 behind !ahead(乙 | 丙) can never match"]),
    ("rule a { match x:甲 !ahead(乙 丙) 乙; set r = x; }", []),
    (
      "rule a { match x:<org:company> !behind(<org>) 乙; set r = x; }",
      ["!behind(<org>) behind x:<org:company> can never match"]
    ),
    ("rule a { match x:<org> !behind(<org:company>) 乙; set r = x; }", []),
    (
      "rule a { match x:甲; set r = x; no \"乙\"; no \"乙\"; }", ["the example stands here twice: 乙"]
    ),
    (
      "rule a { group g; match x:<org:company> 甲; set r = x; } rule b { group g; priority 60; match x:<org> (甲 | 乙)?; set r = x; }",
      ["rule a always loses to b, which matches wherever it does and has a higher priority"]
    ),
    (
      "rule a { group g; match x:<org>; set r = x; } rule b { group g; match x:<org:company>; set r = x; }",
      ["rule b always loses to a, which matches wherever it does and stands earlier"]
    ),
    // Another group, a guard, narrower zones: it cannot be told.
    ("rule a { group g; match x:<org>; set r = x; } rule b { group h; match x:<org>; set r = x; }", []),
    (
      "rule a { group g; match x:<org>; unless before 甲; set r = x; } rule b { group g; match x:<org>; set r = x; }", []
    ),
    (
      "rule a { group g; zones headline; match x:<org>; set r = x; } rule b { group g; match x:<org>; set r = x; }", []
    ),
  ]

  @Test(arguments: cases.indices) func warns(number: Int) throws {
    let (text, expected) = Self.cases[number]
    #expect(try Fixture.parse(text).warnings.map(\.problem.message) == expected)
  }
}
