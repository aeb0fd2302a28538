import DocumentModel
import FoundationEssentials
import LexiconTagging
import Lexicons
import Segmentation
import ShippedPipeline
import TestSupport
import Testing

/// Dates need no lexicon but the words for days, years and parts of a month: they are read here with those alone.
@Suite struct DateTests {
  private let tagger: LexiconTagger
  private let segmenter: Segmenter

  init() throws {
    let normalizer = try MatchingNormalizer()
    let table = "grammar/word_lists.tsv"
    let words = try #require(FileManager.default.contents(atPath: Shipped.repository + "/Lexicons/" + table))
    let lexicons = try LexiconLoader.load(files: [table: String(decoding: words, as: UTF8.self)])
    tagger = try LexiconTagger(
      lexicons: lexicons, divisions: DivisionIndex(lexicons.divisions), normalize: normalizer.normalize)
    segmenter = try Segmenter(normalizer: normalizer)
  }

  private func dates(in text: String) -> [Mention] {
    tagger.complete(tagger.tag(segmenter.document(from: Shipped.article(text))), persons: [])
  }

  @Test(arguments: [
    ("会议于[12日]举行", DateReading(day: 12)),
    ("会议于[１２日]举行", DateReading(day: 12)),
    ("会议于[12号]举行", DateReading(day: 12)),
    ("[10月7日]举行", DateReading(month: 10, day: 7)),
    ("[10月7日至10日]举行", DateReading(month: 10, day: 7, endDay: 10)),
    ("[10月7-10日]举行", DateReading(month: 10, day: 7, endDay: 10)),
    ("[9月30日至10月2日]举行", DateReading(month: 9, day: 30, endMonth: 10, endDay: 2)),
    (
      "[2019年12月30日至2020年1月2日]举行",
      DateReading(year: 2019, month: 12, day: 30, endYear: 2020, endMonth: 1, endDay: 2)
    ),
    ("[2020年12月19日]举行", DateReading(year: 2020, month: 12, day: 19)),
    ("[2020年12月]举行", DateReading(year: 2020, month: 12)),
    ("[2020年]举行", DateReading(year: 2020)),
    ("[5月上旬]举行", DateReading(month: 5)),
    ("[五月十二日]举行", DateReading(month: 5, day: 12)),
    ("[二〇二〇年十月二十三日]举行", DateReading(year: 2020, month: 10, day: 23)),
    ("[去年12月24日]举行", DateReading(month: 12, day: 24, yearOffset: -1)),
    ("[今日]举行", DateReading(dayOffset: 0)),
    ("[昨天]举行", DateReading(dayOffset: -1)),
    ("[前天]举行", DateReading(dayOffset: -2)),
    ("[明天]举行", DateReading(dayOffset: 1)),
  ]) func areRead(marked: String, reading: DateReading) throws {
    let expected = MarkedText(marked)
    let found = dates(in: expected.text)
    #expect(found.map(\.span) == expected.spans)
    #expect(found.map(\.reading) == [.date(reading)])
  }

  @Test(arguments: [
    "为期3天的活动", "增长12.5日均", "共32日", "2020年度报告", "近年来", "投资2020万元", "1234日",
  ]) func areNone(text: String) { #expect(dates(in: text) == []) }
}
