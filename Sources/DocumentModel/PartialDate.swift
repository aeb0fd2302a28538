/// A calendar date of which the month or the day may be unknown: `2020`, `2020-12`, `2020-12-19`.
public struct PartialDate: Hashable, Sendable {
  public var year: Int
  /// 1 to 12; nil where only the year is known.
  public var month: Int?
  /// 1 to 31; nil where only the month is known.
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time after the day (`T…` or a blank) is ignored. Nil for anything else,
  /// impossible days included.
  public init?(iso text: some StringProtocol) {
    // Year, month and day as they are filled, digit by digit.
    var (numbers, digits, part) = ((0, 0, 0), 0, 0)
    reading: for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "T"), UInt8(ascii: " "): break reading
      case UInt8(ascii: "-"):
        guard part < 2, digits == (part == 0 ? 4 : 2) else { return nil }
        (part, digits) = (part + 1, 0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        digits += 1
        guard digits <= 4 else { return nil }
        switch part {
        case 0: numbers.0 = numbers.0 * 10 + digit
        case 1: numbers.1 = numbers.1 * 10 + digit
        default: numbers.2 = numbers.2 * 10 + digit
        }
      default: return nil
      }
    }
    guard digits == (part == 0 ? 4 : 2) else { return nil }
    self.init(year: numbers.0, month: part > 0 ? numbers.1 : nil, day: part > 1 ? numbers.2 : nil)
    guard isValid else { return nil }
  }

  /// Whether the month and the day exist in the Gregorian calendar.
  public var isValid: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= Self.days(in: month, of: year)
  }

  /// Number of days of a month, 1 to 12, of a year.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public enum Precision: String, Sendable { case day, month, year }
  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// First day it can mean, as year, month, day.
  public var earliest: (Int, Int, Int) { (year, month ?? 1, day ?? 1) }
  /// Last day it can mean.
  public var latest: (Int, Int, Int) { (year, month ?? 12, day ?? Self.days(in: month ?? 12, of: year)) }

  /// The date `days` later (negative: earlier); dates without a day stay as they are.
  public func adding(days count: Int) -> PartialDate {
    guard var month, var day else { return self }
    var year = year
    day += count
    while day < 1 {
      month -= 1
      if month < 1 { (month, year) = (12, year - 1) }
      day += Self.days(in: month, of: year)
    }
    while day > Self.days(in: month, of: year) {
      day -= Self.days(in: month, of: year)
      month += 1
      if month > 12 { (month, year) = (1, year + 1) }
    }
    return PartialDate(year: year, month: month, day: day)
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601, as precise as the date is.
  public var description: String {
    func pad(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = pad(year, 4)
    if let month { text += "-" + pad(month, 2) }
    if let day { text += "-" + pad(day, 2) }
    return text
  }
}

extension PartialDate: Comparable {
  /// By the first day it can mean; the less precise one first.
  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    a.earliest != b.earliest ? a.earliest < b.earliest : a.latest > b.latest
  }
}

/// A date or a span of dates, as output writes it: `2020-12-12` or `2024-07-02/2024-07-03`.
public struct DateValue: Hashable, Sendable, CustomStringConvertible {
  public var start: PartialDate
  /// The last date of a span, inclusive; nil for a single date.
  public var end: PartialDate?

  public init(_ start: PartialDate, through end: PartialDate? = nil) {
    self.start = start
    self.end = end == start ? nil : end
  }

  public var precision: PartialDate.Precision { start.precision }
  public var description: String { end.map { "\(start)/\($0)" } ?? "\(start)" }
}
