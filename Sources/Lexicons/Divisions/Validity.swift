public import DocumentModel

/// When something was what a row says: from a date on, up to but without another one. Open where a date is nil.
public struct Validity: Hashable, Sendable {
  public let from: PartialDate?
  /// The first date that is no longer valid.
  public let to: PartialDate?
  /// How sure the dates are. `year` where they come from yearly tables, even if they name a day.
  public let precision: PartialDate.Precision

  /// Without a precision it is that of the less precise date.
  public init(from: PartialDate?, to: PartialDate?, precision: PartialDate.Precision? = nil) {
    self.from = from
    self.to = to
    let precisions = [from?.precision, to?.precision, precision]
    self.precision = precisions.contains(.year) ? .year : precisions.contains(.month) ? .month : .day
  }

  /// Whether some day that `date` can mean lies in the interval as it is written. No date lies in every interval.
  public func contains(_ date: PartialDate?) -> Bool {
    guard let date else { return true }
    if let from, date.latest < from.earliest { return false }
    if let to, date.earliest >= to.earliest { return false }
    return true
  }

  /// ``contains(_:)``, but with a year's grace at both ends where the precision is `year`: tables are of 31 December, and
  /// papers write a name before a table has it and for a while after. An end whose day is not known may be its last.
  public func admits(_ date: PartialDate?) -> Bool {
    guard let date, precision == .year else { return contains(date) }
    if let from {
      let (year, month, day) = from.earliest
      if date.latest < (year - 1, month, day) { return false }
    }
    if let to {
      let (year, month, day) = to.latest
      if date.earliest > (year + 1, month, day) { return false }
    }
    return true
  }

  /// Whether this interval ends after another one.
  func outlasts(_ other: Validity) -> Bool {
    guard let end = other.to else { return false }
    guard let to else { return true }
    return to.earliest > end.earliest
  }
}
