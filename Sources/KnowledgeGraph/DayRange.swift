import DocumentModel

/// The first and the last day of something, both inclusive and as wide as what is known allows; empty where nothing is.
struct DayRange: Hashable, Sendable {
  /// A date with month and day.
  private(set) var first: PartialDate?
  /// A date with month and day.
  private(set) var last: PartialDate?

  init() {}

  /// Both with month and day.
  init(from first: PartialDate?, to last: PartialDate?) {
    self.first = first
    self.last = last
  }

  /// A publication date; `2020` may be any day of that year.
  init(_ date: PartialDate?) {
    guard let date else { return }
    first = Self.day(date.earliest)
    last = Self.day(date.latest)
  }

  init(_ date: DateValue?) {
    guard let date else { return }
    first = Self.day(date.start.earliest)
    last = Self.day((date.end ?? date.start).latest)
  }

  /// Widens the range to cover another one.
  mutating func cover(_ other: DayRange) {
    first = [first, other.first].compactMap(\.self).min()
    last = [last, other.last].compactMap(\.self).max()
  }

  private static func day(_ day: (Int, Int, Int)) -> PartialDate {
    PartialDate(year: day.0, month: day.1, day: day.2)
  }
}
