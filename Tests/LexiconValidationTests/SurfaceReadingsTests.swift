import DocumentModel
import Pipeline
import ShippedPipeline
import Testing

@testable import LexiconValidation

/// What `lexicon show` says of the shipped lexicons: names that changed with the years.
@Suite struct SurfaceReadingsTests {
  private static let lexicons = Result {
    try CheckedLexicons(folders: [Shipped.repository + "/Lexicons"], today: PartialDate(year: 2021))
  }

  @Test(arguments: [
    ("曹妃甸", "2010", "place 曹妃甸新区", "曹妃甸新区"), ("曹妃甸", "2020", "place 曹妃甸区 130209", "曹妃甸区 130209"),
    ("襄樊市", "2005", "place 襄樊市 420600", "襄樊市 420600"), ("襄阳市", "2020", "place 襄阳市 420600", "襄阳市 420600"),
    ("襄樊", "2005", "place 襄樊市 420600", "襄樊市 420600"), ("襄樊", "2011", "place 襄樊市 420600", "襄樊市 420600"),
    ("襄阳", "2005", "place 襄阳区 420607", "襄阳区 420607"),
    // Both are seen within a year; the one that was there goes first.
    ("襄阳", "2009", "place 襄阳区 420607", "襄阳区 420607"), ("襄阳", "2015", "place 襄阳市 420600", "襄阳市 420600"),
    // A table of 31 December ends it in 2018; papers of January still write it.
    ("莱芜市", "2019-01-15", "place 莱芜市 371200", "莱芜市 371200"),
    ("国土资源部", "2010", "org 国土资源部", "国土资源部"), ("国土资源部", "2020", "org 国土资源部", "国土资源部"),
    ("自然资源部", "2020", "org 自然资源部", "自然资源部"),
  ]) func meansWhatItMeantThen(surface: String, date: String, result: String, winner: String) throws {
    let found = try SurfaceReadings(
      of: surface, on: PartialDate(iso: date), in: try Self.lexicons.get(), pipeline: try Shipped.pipeline())
    #expect(found.result == result)
    let winners = found.readings.filter(\.isWinner)
    #expect(winners.count == 1)
    #expect(winners.first?.meaning.hasPrefix(winner) == true)
    #expect(winners.first?.place.line != nil)
  }

  /// Every reading is listed with its time, and why it wins or does not.
  @Test func listsAllReadingsAndSaysWhy() throws {
    func lines(_ surface: String, _ date: String) throws -> [String] {
      try SurfaceReadings(
        of: surface, on: PartialDate(iso: date), in: try Self.lexicons.get(), pipeline: try Shipped.pipeline()
      ).readings.filter { ["division_aliases", "central_orgs"].contains($0.table) }
        .map { "\($0.isWinner ? "→" : "-") \($0.meaning) (\($0.validity ?? "")): \($0.reason)" }
    }
    #expect(
      try lines("曹妃甸", "2010") == [
        "- 曹妃甸区 130209 county (2012 to …): not valid on 2010", "→ 曹妃甸新区 region (2008 to 2012): valid on 2010",
        "- 曹妃甸工业区 region (2005 to 2008): not valid on 2010",
      ])
    #expect(
      try lines("襄阳", "2005") == [
        "- 襄阳市 420600 prefecture (2010 to …): not valid on 2005", "→ 襄阳区 420607 county (2001 to 2010): valid on 2005",
        "- 襄阳县 420621 county (… to 2001): not valid on 2005",
      ])
    #expect(
      try lines("国土资源部", "2020") == [
        "→ 国土资源部, government_department (1998-03 to 2018-03): gone by 2020, and nothing else has its name since"
      ])
    #expect(
      try lines("自然资源部", "2005") == [
        "- 自然资源部, government_department (2018-03 to …): not valid on 2005"
      ])
  }

  @Test(arguments: [("襄樊市", "2020"), ("襄樊", "2020"), ("莱芜市", "2021"), ("自然资源部", "2005"), ("曹妃甸区", "2005")])
  func isNothingOutsideItsTime(surface: String, date: String) throws {
    let found = try SurfaceReadings(
      of: surface, on: PartialDate(iso: date), in: try Self.lexicons.get(), pipeline: try Shipped.pipeline())
    #expect(!found.readings.isEmpty)
    #expect(found.readings.allSatisfy { !$0.isWinner })
    #expect(found.readings.contains { $0.reason == "not valid on \(date)" })
  }

  @Test func saysWhatAReadingNeeds() throws {
    let found = try SurfaceReadings(
      of: "合作", on: nil, in: try Self.lexicons.get(), pipeline: try Shipped.pipeline())
    #expect(found.readings.contains { $0.table == "division_aliases" && $0.reason.hasPrefix("counts only before 市") })
    let organ = try SurfaceReadings(
      of: "市委", on: nil, in: try Self.lexicons.get(), pipeline: try Shipped.pipeline())
    #expect(organ.readings.contains { $0.table == "organs" && $0.meaning.contains("composed of the level 市 and 委") })
  }
}
