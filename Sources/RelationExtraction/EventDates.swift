import DocumentModel

/// When what a sentence tells took place: dates of the text, resolved against the publication date.
///
/// A day holds for what follows in its paragraph until another day is named, and beyond it where the whole article is about
/// one day; a span of days holds for the destination named with it and for meetings without a day of their own, not for
/// single stops; months and years only for the sentence that names them. What is told inside somebody's speech has the dates
/// said there and no others: where it begins, and what is said of a whole stay, rules have marked. A date the text does not give is never made up.
struct EventDates {
  /// What a date is asked for: it decides whether a span of days answers.
  enum Occasion { case stop, destination, meeting }

  private struct Dated {
    let start: Int
    let value: DateValue
    let sentence: Int
    let line: Int
  }
  /// In text order.
  private var dates: [Dated] = []
  /// Those of them that hold beyond their sentence: days, said outside of speeches.
  private var days: [Dated] = []
  private let document: Document
  private let marks: Marks

  init(document: Document, mentions: [Mention], marks: Marks) {
    self.document = document
    self.marks = marks
    var sentence = 0
    var last: PartialDate?
    let reported = Dateline.date(of: document) ?? document.article.published
    for mention in mentions {
      guard case .date(let reading) = mention.reading else { continue }
      while sentence < document.sentences.count, document.sentences[sentence].span.end <= mention.span.start {
        sentence += 1
      }
      guard sentence < document.sentences.count, document.sentences[sentence].zone == .body else { continue }
      guard let value = Self.resolve(reading, published: document.article.published, reported: reported, last: last)
      else { continue }
      if value.start.day != nil { last = value.start }
      let dated = Dated(
        start: mention.span.start, value: value, sentence: sentence, line: document.sentences[sentence].line)
      dates.append(dated)
      if value.precision == .day, startOfSpeech(before: dated.start, inSentence: sentence) == nil {
        days.append(dated)
      }
    }
  }

  /// The date for something told at a byte offset of a sentence.
  func date(at offset: Int, inSentence number: Int, for occasion: Occasion) -> DateValue? {
    let sentence = document.sentences[number]
    let speech = startOfSpeech(before: offset, inSentence: number)
    let own = dates[dates.partitionPoint { $0.sentence >= number }..<dates.partitionPoint { $0.sentence > number }]
      .filter { $0.start <= offset && $0.start >= speech ?? Int.min }
    let ownDays = own.filter { $0.value.precision == .day }
    if let last = (ownDays.isEmpty ? own : ownDays).last {
      if last.value.end == nil || occasion != .stop { return last.value }
      return ownDays.last { $0.value.end == nil }?.value
    }
    if speech != nil { return nil }
    // A date somebody speaks of holds for nothing outside the speech.
    let article = days.first?.value
    if isAboutTheWhole(number, before: offset) {
      return article.flatMap { $0.end == nil || occasion == .meeting ? $0 : nil }
    }
    let next = days.partitionPoint { $0.sentence >= number }
    guard next > 0 else { return nil }
    let before = days[next - 1]
    if before.value.end != nil { return occasion == .meeting ? before.value : nil }
    // A day of a longer stay does not reach the next paragraph.
    return before.line == sentence.line || article?.end == nil ? before.value : nil
  }

  /// Where somebody's words begin before an offset (某某表示,…); nil if none do.
  private func startOfSpeech(before offset: Int, inSentence number: Int) -> Int? {
    let marked = marks.last("speech", inSentence: number, before: document.matching.index(atByte: offset))
    return marked.map { Int(document.matching.offsets[$0.upperBound - 1]) }
  }

  /// 考察期间, 在甬期间: said of the whole stay, not of the day last named.
  private func isAboutTheWhole(_ number: Int, before offset: Int) -> Bool {
    marks.last("whole-stay", inSentence: number, before: document.matching.index(atByte: offset)) != nil
  }

  /// 今天 is the day the report was written, which a dateline gives.
  static func resolve(
    _ reading: DateReading, published: PartialDate?, reported: PartialDate?, last: PartialDate?
  ) -> DateValue? {
    if let offset = reading.dayOffset {
      guard let reported, reported.day != nil else { return nil }
      return DateValue(reported.adding(days: offset))
    }
    guard let start = start(reading, published: published, last: last) else { return nil }
    guard reading.endDay != nil || reading.endMonth != nil || reading.endYear != nil else { return DateValue(start) }
    let end = PartialDate(
      year: reading.endYear ?? start.year, month: reading.endMonth ?? start.month, day: reading.endDay)
    guard end.isValid, !(end < start) else { return DateValue(start) }
    return DateValue(start, through: end)
  }

  /// The year unsaid is the publication's, or the one before where that would lie in the future; the month unsaid is the
  /// month of the date last named, else the publication's, or the one before.
  private static func start(_ reading: DateReading, published: PartialDate?, last: PartialDate?) -> PartialDate? {
    if let offset = reading.yearOffset {
      guard let published else { return nil }
      return valid(PartialDate(year: published.year + offset, month: reading.month, day: reading.day))
    }
    if let year = reading.year { return valid(PartialDate(year: year, month: reading.month, day: reading.day)) }
    if let month = reading.month {
      guard let published else { return nil }
      let date = PartialDate(year: published.year, month: month, day: reading.day)
      // December told in January is last year's; later in the year it is a plan of this one.
      let isLastYear = month - (published.month ?? month) >= 6
      return valid(isLastYear ? PartialDate(year: published.year - 1, month: month, day: reading.day) : date)
    }
    guard let day = reading.day else { return nil }
    if let last, let month = last.month {
      let date = PartialDate(year: last.year, month: month, day: day)
      if date.isValid, published.map({ !($0 < date) }) ?? true { return date }
    }
    guard let published, let month = published.month, let today = published.day else { return nil }
    if day <= today { return valid(PartialDate(year: published.year, month: month, day: day)) }
    let before =
      month == 1
      ? PartialDate(year: published.year - 1, month: 12) : PartialDate(year: published.year, month: month - 1)
    return valid(PartialDate(year: before.year, month: before.month, day: day))
  }

  private static func valid(_ date: PartialDate) -> PartialDate? { date.isValid ? date : nil }
}
