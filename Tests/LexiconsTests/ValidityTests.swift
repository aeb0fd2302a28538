import DocumentModel
import Lexicons
import Testing

@Suite struct ValidityTests {
  private func interval(_ text: String, _ precision: PartialDate.Precision?) -> Validity {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    return Validity(from: PartialDate(iso: ends[0]), to: PartialDate(iso: ends[1]), precision: precision)
  }

  /// Interval, precision, date, whether it lies inside, whether it is let in.
  @Test(
    arguments: [
      ("/", nil, "1949", true, true),
      ("/2018", .year, "2017-12-31", true, true),
      // Abolished by the table of 31 December 2018: January papers still write the name.
      ("/2018", .year, "2019-01-20", false, true),
      ("/2018-12-31", .year, "2019-01-20", false, true),
      ("/2018", .year, "2019-12-31", false, true),
      ("/2018", .year, "2020-01-01", false, false),
      ("2012/", .year, "2011-01-01", false, true),
      ("2012/", .year, "2010-12-31", false, false),
      ("2012/", .year, "2010", false, false),
      ("2012/", .year, "2012", true, true),
      // Exact dates: half-open, no grace.
      ("2012-07-11/2019-01-09", nil, "2012-07-11", true, true),
      ("2012-07-11/2019-01-09", nil, "2012-07-10", false, false),
      ("2012-07-11/2019-01-09", nil, "2019-01-08", true, true),
      ("2012-07-11/2019-01-09", nil, "2019-01-09", false, false),
      // A date that may mean a day inside counts.
      ("2012-07-11/2019-01-09", nil, "2012-07", true, true),
      ("2012-07-11/2019-01-09", nil, "2019", true, true),
      // A year among the dates makes the precision a year.
      ("2012-07-11/2019", .day, "2019-05", false, true),
    ] as [(String, PartialDate.Precision?, String, Bool, Bool)])
  func dates(_ text: String, _ precision: PartialDate.Precision?, _ date: String, contains: Bool, admits: Bool) throws {
    let interval = interval(text, precision)
    let date = try #require(PartialDate(iso: date))
    #expect(interval.contains(date) == contains)
    #expect(interval.admits(date) == admits)
  }

  @Test func noDateIsInEveryInterval() {
    #expect(interval("2012/2013", .year).contains(nil))
    #expect(interval("2012/2013", .day).admits(nil))
  }
}
