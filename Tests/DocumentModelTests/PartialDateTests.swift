import DocumentModel
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2020", "2020-12", "2020-12-19", "2024-02-29"])
  func readsWhatItWrites(text: String) {
    #expect(PartialDate(iso: text)?.description == text)
  }

  @Test(arguments: ["", "20", "2020-13", "2021-02-29", "2020-1-1", "2020-12-", "abcd", "2020/12/19", "+020-01-01"])
  func refusesWhatIsNoDate(text: String) {
    #expect(PartialDate(iso: text) == nil)
  }

  @Test func addsDaysAcrossMonthsAndYears() {
    let date = PartialDate(year: 2024, month: 2, day: 28)
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(PartialDate(year: 2021, month: 1, day: 1).adding(days: -1).description == "2020-12-31")
    #expect(date.adding(days: 366).adding(days: -366) == date)
  }

  @Test func spanOfOneDayIsADay() {
    let day = PartialDate(year: 2024, month: 7, day: 2)
    #expect(DateValue(day, through: day).description == "2024-07-02")
    #expect(DateValue(day, through: day.adding(days: 1)).description == "2024-07-02/2024-07-03")
  }
}
