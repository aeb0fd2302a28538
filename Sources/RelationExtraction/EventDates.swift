import DocumentModel

/// When what a sentence tells took place: dates of the text, resolved against the publication date.
///
/// A day holds for what follows until another day is named; a span of days holds only for the sentence that names it; months
/// and years without a day (2010年以来) too. A date the text does not give is never made up.
struct EventDates {
  private struct Dated {
    let start: Int
    let value: DateValue
    let sentence: Int
  }
  private var dates: [Dated] = []

  init(document: Document, mentions: [Mention]) {
    var sentence = 0
    var last: PartialDate?
    for mention in mentions {
      guard case .date(let reading) = mention.reading else { continue }
      while sentence < document.sentences.count, document.sentences[sentence].span.end <= mention.span.start {
        sentence += 1
      }
      guard sentence < document.sentences.count, document.sentences[sentence].zone == .body else { continue }
      guard let value = Self.resolve(reading, published: document.article.published, last: last) else { continue }
      if value.start.day != nil { last = value.start }
      dates.append(Dated(start: mention.span.start, value: value, sentence: sentence))
    }
  }

  /// The date for something told at a byte offset of a sentence. `takesSpan` is for destinations and meetings.
  func date(at offset: Int, inSentence sentence: Int, takesSpan: Bool) -> DateValue? {
    let own = dates.filter { $0.sentence == sentence && $0.start <= offset }
    if let last = own.last(where: { takesSpan || $0.value.end == nil }) { return last.value }
    if own.contains(where: { $0.value.end != nil }) { return nil }
    guard let before = dates.last(where: { $0.sentence < sentence && $0.value.precision == .day }) else { return nil }
    if before.value.end == nil || takesSpan { return before.value }
    return nil
  }

  static func resolve(_ reading: DateReading, published: PartialDate?, last: PartialDate?) -> DateValue? {
    if let offset = reading.dayOffset {
      guard let published, published.day != nil else { return nil }
      return DateValue(published.adding(days: offset))
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
