import DocumentModel
import Lexicons
import Testing

@Suite struct DivisionIndexTests {
  /// A county that became a district under another code, and a second district of its name elsewhere.
  private let table =
    FixtureFolder.divisionHeader
    + "/p1|890000|东海省|province|省|||||hand/p2|880000|西岭省|province|省|||||hand/m|870000|北港市|province|直辖市|||||hand"
    + "/c1|890100|临江市|prefecture|地级市|p1|||year|hand/c2|880200|石门市|prefecture|地级市|p2|||year|hand"
    + "/k1|890121|望山县|county|县|c1||2012|year|hand/k2|890105|望山区|county|市辖区|c1|2012||year|hand"
    + "/k3|880203|望山区|county|市辖区|c2|2001|2005|year|hand/k4|880208|望山区|county|市辖区|c2|2005||year|hand"
    + "/m1|870104|河湾区|county|市辖区|m|||year|hand/n1||海滨新区|region|新区|p1|2015-04-01||day|hand"
    + "/x||圆镇|region|镇|y||||hand/y||环镇|region|镇|x||||hand"

  private func index() throws -> DivisionIndex {
    let files = [
      "gazetteers/divisions.tsv": FixtureFolder.table(table),
      "gazetteers/division_aliases.tsv":
        FixtureFolder.table("alias|division_id|kind|needs_context|valid_from|valid_to|src"),
    ]
    let folder = try FixtureFolder(files)
    return DivisionIndex(try LexiconLoader.load(folders: [folder.path]).divisions)
  }

  /// Nil for an empty text, too.
  private func date(_ text: String) -> PartialDate? { PartialDate(iso: text) }

  @Test func upAndDown() throws {
    let index = try index()
    let district = try #require(index["k2"])
    let province = try #require(index["p1"])
    #expect(index.parent(of: district)?.id == "c1")
    #expect(index.ancestors(of: district).map(\.id) == ["c1", "p1"])
    #expect(index.ancestors(of: province) == [])
    #expect(index.isInside(district, province))
    #expect(!index.isInside(province, district))
    #expect(index.children(of: province).map(\.id) == ["c1", "n1"])
    #expect(index.children(of: province, on: PartialDate(year: 2010)).map(\.id) == ["c1"])
    #expect(index["nobody"] == nil)
    #expect(index.divisions(named: "望山区").map(\.id) == ["k2", "k3", "k4"])
  }

  /// The validator reports circles; a run must not hang on one.
  @Test func aCircleOfParentsEnds() throws {
    let index = try index()
    for id in ["x", "y"] { #expect(index.ancestors(of: try #require(index[id])).count <= 1) }
  }

  @Test(arguments: [
    ("p1", "东海省"), ("c1", "临江市"), ("k1", "望山县"), ("k2", "临江市望山区"), ("k3", "石门市望山区"), ("m1", "北港市河湾区"),
    ("n1", "海滨新区"),
  ]) func fullNames(id: String, name: String) throws {
    let index = try index()
    #expect(index.fullName(of: try #require(index[id])) == name)
  }

  @Test(arguments: [
    // The one valid then; in the year's grace the exact one wins.
    ("k1 k2", "2000", "k1"), ("k1 k2", "2012-03-01", "k2"), ("k1 k2", "2011-11-01", "k1"),
    ("k1 k2", "2020-05-01", "k2"),
    // The old name alone may still be meant shortly after.
    ("k1", "2013-01-10", "k1"), ("k1", "2014-01-10", ""),
    // Without a date the latest; units of the same time stay side by side.
    ("k1 k2", "", "k2"), ("k2 k3 k4", "", "k2 k4"), ("k3", "", "k3"), ("k1 k3", "", "k1"),
    // Day precision has no grace.
    ("n1", "2015-03-31", ""), ("n1", "2015-04-01", "n1"),
  ]) func readingsThatFitADate(ids: String, on text: String, fit: String) throws {
    let index = try index()
    let candidates = try ids.split(separator: " ").map { try #require(index[String($0)]) }
    #expect(index.valid(candidates, on: date(text)).map(\.id).joined(separator: " ") == fit)
  }

  @Test(arguments: [
    ("k2", "2020", "890105"), ("k2", "", "890105"), ("k4", "2003-06-01", "880203"), ("k2", "1990", ""),
    ("n1", "2020", ""),
  ]) func codes(id: String, on text: String, code: String) throws {
    let index = try index()
    #expect(index.code(of: try #require(index[id]), on: date(text)) == (code.isEmpty ? nil : code))
  }
}
