import Testing

@testable import RuleMatching

/// What is compiled once and copied is what it would be if it were written out.
struct CopyingTests {
  static let cases: [(declarations: String, short: String, written: String)] = [
    ("", "甲{3} 乙", "甲 甲 甲 乙"),
    ("", "(x:甲 | <org> 乙?){2} 丙", "(x:甲 | <org> 乙?) (x:甲 | <org> 乙?) 丙"),
    ("", "(甲 乙*){2} skip{0,3 not [丙]} 丙", "(甲 乙*) (甲 乙*) skip{0,3 not [丙]} 丙"),
    ("", "甲+ 丙", "甲 甲* 丙"),
    ("phrase a = x:甲 (乙 | 丙)?;", "p:a (q:a \"、\")* a", "p:(x:甲 (乙 | 丙)?) (q:(x:甲 (乙 | 丙)?) \"、\")* (x:甲 (乙 | 丙)?)"),
    (
      "phrase a = 甲 !ahead(乙 | 丙); phrase b = (a | y:<place> a){1,2};", "丁 b b",
      "丁 ((甲 !ahead(乙 | 丙)) | y:<place> (甲 !ahead(乙 | 丙))){1,2} ((甲 !ahead(乙 | 丙)) | y:<place> (甲 !ahead(乙 | 丙))){1,2}"
    ),
  ]

  @Test(arguments: cases)
  func copyIsWhatWouldBeWrittenOut(declarations: String, short: String, written: String) throws {
    // Two rules, so that phrases are copied into the second from the first.
    let rules = "rule r { match %; } rule s { match 戊 %; }"
    func programs(_ pattern: String) throws -> [Program] {
      let text = rules.split(separator: "%", omittingEmptySubsequences: false).joined(separator: pattern)
      return try Fixture.parse(declarations + text).programs
    }
    for (copied, plain) in zip(try programs(short), try programs(written)) {
      // Every skip written is a test of its own; what it is has its number in `a`.
      #expect(copied.instructions == plain.instructions)
      #expect(copied.captures == plain.captures)
      #expect(copied.firsts == plain.firsts)
      #expect(copied.needs == plain.needs)
    }
  }

  @Test func everyPlaceOfAPhraseHasElementsOfItsOwn() throws {
    let rules = try Fixture.parse("phrase a = 甲 乙; rule r { match a{2} 丙 a; } rule s { match 丁 a; }")
    func texts(_ rule: Int) -> [String] {
      let elements = rules.elements(ofRule: rule)
      return elements.map { ($0.parent.map { elements[$0].text + "/" } ?? "") + $0.text }
    }
    #expect(texts(0) == ["a{2}", "a{2}/甲", "a{2}/乙", "丙", "a", "a/甲", "a/乙"])
    #expect(texts(1) == ["丁", "a", "a/甲", "a/乙"])
    #expect(rules.elements(ofRule: 0).map(\.root) == [0, 0, 0, 3, 4, 4, 4])
  }

  @Test func capturesOfAPhraseAreStillWrongInALook() {
    let errors = Fixture.errors("phrase a = x:甲; rule r { match a 乙; } rule s { match 丙 ahead(a); }")
    #expect(errors.count == 1 && errors[0].contains("nothing can be captured inside ahead"), "\(errors)")
  }
}
