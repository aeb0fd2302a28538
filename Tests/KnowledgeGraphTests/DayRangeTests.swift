import DocumentModel
import Testing

@testable import KnowledgeGraph

/// The bounds written beside dates that may be partial.
@Suite struct DayRangeTests {
  @Test(arguments: [
    ("2023-05-07", nil, ["2023-05-07", "2023-05-07"]), ("2024-02", nil, ["2024-02-01", "2024-02-29"]),
    ("2023", nil, ["2023-01-01", "2023-12-31"]), ("2024-07-02", "2024-07-03", ["2024-07-02", "2024-07-03"]),
    ("2023-11", "2024", ["2023-11-01", "2024-12-31"]),
  ])
  func bounds(start: String, end: String?, cells: [String]) throws {
    let date = DateValue(try #require(PartialDate(iso: start)), through: end.flatMap { PartialDate(iso: $0) })
    #expect(DayRange(date).cells == cells)
  }

  @Test func nothingKnown() {
    var range = DayRange(nil as PartialDate?)
    #expect(range.cells == ["", ""])
    range.cover(DayRange(PartialDate(iso: "2023")))
    range.cover(DayRange(nil as PartialDate?))
    #expect(range.cells == ["2023-01-01", "2023-12-31"])
  }
}
