import DocumentModel
import Lexicons

/// The days on which a row is seen, as two numbers: what ``Validity/admits(_:)`` says, without the row, which lies somewhere
/// in a megabyte of rows.
struct ValidTime: Sendable {
  private let first: Int32
  private let last: Int32

  init(_ validity: Validity) {
    let grace = validity.precision == .year ? 1 : 0
    if let (year, month, day) = validity.from?.earliest {
      first = Self.number(year - grace, month, day)
    } else {
      first = .min
    }
    if grace == 1, let (year, month, day) = validity.to?.latest {
      last = Self.number(year + grace, month, day)
    } else if let (year, month, day) = validity.to?.earliest {
      last = Self.number(year, month, day) - 1
    } else {
      last = .max
    }
  }

  func admits(_ date: DayRange) -> Bool { date.latest >= first && date.earliest <= last }

  /// Whether a document of that date can only look back on it; never without a date.
  func hasEnded(by date: DayRange) -> Bool { date.earliest > last && date.latest != .max }

  /// Ascends with the date.
  fileprivate static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    Int32(clamping: (year * 16 + month) * 32 + day)
  }
}

/// The days a date can mean, numbered as in ``ValidTime``; without a date it is admitted everywhere.
struct DayRange: Sendable {
  fileprivate let earliest: Int32
  fileprivate let latest: Int32

  init(_ date: PartialDate?) {
    guard let date else {
      (earliest, latest) = (.min, .max)
      return
    }
    let (first, last) = (date.earliest, date.latest)
    earliest = ValidTime.number(first.0, first.1, first.2)
    latest = ValidTime.number(last.0, last.1, last.2)
  }
}
