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
    ("国土资源部", "2010", "org 国土资源部", "国土资源部"), ("自然资源部", "2020", "org 自然资源部", "自然资源部"),
  ]) func meansWhatItMeantThen(surface: String, date: String, result: String, winner: String) throws {
    let found = try SurfaceReadings(
      of: surface, on: PartialDate(iso: date), in: try Self.lexicons.get(), pipeline: try Shipped.pipeline())
    #expect(found.result == result)
    let winners = found.readings.filter(\.isWinner)
    #expect(winners.count == 1)
    #expect(winners.first?.meaning.hasPrefix(winner) == true)
    #expect(winners.first?.place.line != nil)
  }

  @Test(arguments: [("襄樊市", "2020"), ("自然资源部", "2005"), ("曹妃甸区", "2005")])
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
