import DocumentModel
import Lexicons
import Testing

/// Roles of leaders, successions and ambiguities. All units and people are invented.
@Suite struct OfficialsTests {
  static let officials = FixtureFolder.table("id|name|variants|birth|src/p-1|王小明|||hand")
  static let roleHeader = "official_id|title|organ|division_id|start|end|precision|evidence|src"

  private func load(roles: String) throws -> LexiconSet {
    let folder = try FixtureFolder([
      "gazetteers/officials.tsv": Self.officials,
      "gazetteers/official_roles.tsv": FixtureFolder.table(Self.roleHeader + "/" + roles),
    ])
    return try LexiconLoader.load(folders: [folder.path])
  }

  @Test func rolesHaveATermAndEvidence() throws {
    let roles = try load(
      roles: "p-1|书记|委|d890100-1990|2013-03||month|xwlb 2013-04-02,xwlb 2016-01-30|hand"
        + "/p-1|国家主席|CN|||||xwlb 2019-01-01|hand/p-1|总理|state-council|||||xwlb 2019-01-01|hand"
    ).officialRoles
    let first = try #require(roles.first)
    #expect(first.divisionID == "d890100-1990")
    #expect(first.term == Validity(from: PartialDate(year: 2013, month: 3), to: nil, precision: .month))
    #expect(first.evidence.map(\.publication) == ["xwlb", "xwlb"])
    #expect(first.evidence.last?.date == PartialDate(year: 2016, month: 1, day: 30))
    #expect(roles.map(\.organ) == ["委", "CN", "state-council"])
    #expect(roles.last?.term == Validity(from: nil, to: nil))
  }

  @Test(arguments: [
    // No evidence at all, a year only, no publication.
    ("p-1|书记|委|d890100-1990|||||hand", 8), ("p-1|书记|委|d890100-1990||||xwlb 2013|hand", 8),
    ("p-1|书记|委|d890100-1990||||2013-04-02|hand", 8),
    // Ends before it starts.
    ("p-1|书记|委|d890100-1990|2013-03|2013-03||xwlb 2013-04-02|hand", 5),
    // Nobody of that id; no such unit; a central organ without that id; an organ of a unit that is no ending.
    ("p-2|书记|委|d890100-1990||||xwlb 2013-04-02|hand", 1), ("p-1|书记|委|d890100-1991||||xwlb 2013-04-02|hand", 4),
    ("p-1|书记|委|||||xwlb 2013-04-02|hand", 3), ("p-1|书记|state-council|d890100-1990||||xwlb 2013-04-02|hand", 3),
  ])
  func brokenRolesAreRefused(row: String, column: Int) throws {
    do {
      _ = try load(roles: row)
      Issue.record("\(row) is taken")
    } catch LexiconLoadError.files(let errors, more: 0) {
      #expect(errors.map(\.file) == ["gazetteers/official_roles.tsv"])
      #expect(errors.map(\.line) == [2])
      #expect(errors.map(\.column) == [column])
    }
  }

  @Test func rolesAreLeftOutWithTheirPeople() throws {
    let folder = try FixtureFolder([
      "gazetteers/official_roles.tsv": FixtureFolder.table(
        Self.roleHeader + "/p-9|书记|委|d890100-1990||||xwlb 2013-04-02|hand")
    ])
    #expect(try LexiconLoader.load(folders: [folder.path], without: ["officials"]).officialRoles.count == 1)
    #expect(try LexiconLoader.load(folders: [folder.path], without: ["official_roles"]).officialRoles.isEmpty)
  }

  @Test func successionsPointToDivisions() throws {
    func load(_ row: String) throws -> LexiconSet {
      let folder = try FixtureFolder([
        "gazetteers/division_succession.tsv": FixtureFolder.table("from_id|to_id|kind|date|doc_no|src/" + row)
      ])
      return try LexiconLoader.load(folders: [folder.path])
    }
    let row = try #require(try load("d890100-1990|d890102-2012|split|2012||hand").divisionSuccession.first)
    #expect(row.kind == .split && row.date == PartialDate(year: 2012) && row.documentNumber == nil)
    #expect(throws: LexiconLoadError.self) { try load("d890100-1990|d890102-2013|split|2012||hand") }
    #expect(throws: LexiconLoadError.self) { try load("d890100-1990|d890102-2012|divide|2012||hand") }
  }

  @Test func readingsNameALexiconAndMayNameARow() throws {
    let folder = try FixtureFolder([
      "gazetteers/ambiguity.tsv": FixtureFolder.table(
        "surface|reading_a|reading_b|policy|reason|src/东海|divisions:d990000-1980|words|by-title|a sea|hand")
    ])
    let row = try #require(try LexiconLoader.load(folders: [folder.path]).ambiguities.first)
    #expect(row.readingA.lexicon == "divisions" && row.readingA.id == "d990000-1980")
    #expect(row.readingB.lexicon == "words" && row.readingB.id == nil)
    #expect(row.policy == .byTitle)
  }
}
