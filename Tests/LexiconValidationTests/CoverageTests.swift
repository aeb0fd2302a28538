import DocumentModel
import Pipeline
import ShippedPipeline
import Testing

@testable import LexiconValidation

@Suite struct CoverageTests {
  @Test func countsRowsAndClashes() throws {
    let lexicons = try CheckedLexicons(folders: [Shipped.repository + "/Lexicons"], today: PartialDate(year: 2021))
    var coverage = try Coverage(lexicons)
    let reader = try Shipped.reader()
    let document = reader.document(from: Shipped.article("天津市委书记到曹妃甸区调研。", published: "2020-05-01"))
    coverage.add(document, mentions: reader.mentions(in: document))
    #expect(coverage.articles == 1)
    let counts = coverage.counts
    let unit = counts.filter { $0.table == "divisions" && $0.key == "d130209-2012" }
    #expect(unit.map(\.occurrences) == [1])
    #expect(unit.map(\.mentions) == [1])
    #expect(counts.first { $0.table == "divisions" && $0.key == "d310000-1983" }?.occurrences == 0)
    let clash = try #require(coverage.clashes.first { $0.surface == "曹妃甸" })
    #expect(clash.places.count == 3)
  }
}
