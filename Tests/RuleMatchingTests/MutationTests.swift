import Testing

@testable import RuleMatching

/// Which faults are put into a rule, and that examples can notice them.
@Suite struct MutationTests {
  static func mutants(_ rule: String) -> [RuleMutant] {
    RuleSet.mutants(main: "r", normalize: Fixture.scalars) { _ in
      Array("words go = 赴 | 来到; phrase p = 甲; rule r { \(rule) }".utf8)
    }
  }

  static let faults: [(rule: String, faults: [String])] = [
    ("match 甲 乙;", ["drop 甲", "loosen 甲", "widen 甲", "drop 乙", "loosen 乙", "widen 乙"]),
    // What makes the rule match nothing at all is no fault to be noticed.
    ("match x:<person>;", ["widen x:<person>"]),
    ("match 甲 (乙 | 丙);", ["drop 甲", "loosen 甲", "widen 甲", "drop (乙 | 丙)", "loosen (乙 | 丙)", "widen (乙 | 丙)"]),
    (
      "match 甲 skip{0,3 not [,]} @go;",
      [
        "drop 甲", "loosen 甲", "widen 甲", "drop skip{0,3 not [,]}", "loosen skip{0,3 not [,]}",
        "widen skip{0,3 not [,]}",
        "drop @go", "loosen @go", "widen @go",
      ]
    ),
    // A skip never goes over these anyway.
    ("match p skip{0,3 not [。;]};", ["drop skip{0,3 not [。;]}", "widen skip{0,3 not [。;]}"]),
    ("match p !ahead(乙); unless before 丙;", ["drop !ahead(乙)", "drop unless before 丙"]),
    (
      "match p (x:<person> 乙)?;",
      [
        "drop (x:<person> 乙)?", "drop x:<person>", "loosen x:<person>", "widen x:<person>", "drop 乙", "loosen 乙",
        "widen 乙",
      ]
    ),
  ]

  @Test(arguments: faults.indices) func faultsAreMade(number: Int) {
    let (rule, expected) = Self.faults[number]
    #expect(Self.mutants(rule).map { "\($0.mutation.kind.rawValue) \($0.mutation.element)" } == expected)
  }

  @Test func aFaultChangesWhatMatches() throws {
    let mutants = Self.mutants("match 甲 乙;")
    func matches(_ text: String) -> [String] {
      mutants.filter { mutant in
        let (lattice, _) = Fixture.lattice(text, mutant.rules)
        var matcher = Matcher(mutant.rules)
        return !matcher.matches(ofRule: 0, in: lattice).isEmpty
      }.map { "\($0.mutation.kind.rawValue) \($0.mutation.element)" }
    }
    #expect(matches("甲") == ["drop 乙", "loosen 乙"])
    #expect(matches("丙乙") == ["drop 甲", "loosen 甲", "widen 甲"])
    #expect(matches("丙") == [])
  }
}
