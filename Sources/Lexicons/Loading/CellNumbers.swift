import DocumentModel

// Numbers and dates straight from the bytes: there are tens of thousands in a load.
extension Table {
  /// Decimal digits with at most one point between two of them: the number without the point, and how many digits follow it.
  func decimal(_ range: Range<Int>) -> (digits: Int, decimals: Int)? {
    var (digits, decimals) = (0, 0)
    var point: Int?
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), point == nil, index > range.lowerBound, index + 1 < range.upperBound {
        point = index
      } else if (0x30...0x39).contains(byte) {
        digits = digits * 10 + Int(byte - 0x30)
        if point != nil { decimals += 1 }
      } else {
        return nil
      }
    }
    return (digits, decimals)
  }

  /// A date that exists, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  func date(_ range: Range<Int>) -> PartialDate? {
    let (start, length) = (range.lowerBound, range.count)
    guard length == 4 || length == 7 || length == 10 else { return nil }
    guard case (let year, 0)? = decimal(start..<start + 4) else { return nil }
    // The number of two digits after a hyphen; nil for anything else.
    func part(_ offset: Int) -> Int? {
      guard bytes[start + offset] == UInt8(ascii: "-"),
        case (let number, 0)? = decimal(start + offset + 1..<start + offset + 3)
      else { return nil }
      return number
    }
    let month = length > 4 ? part(4) : nil
    let day = length > 7 ? part(7) : nil
    guard (month != nil) == (length > 4), (day != nil) == (length > 7) else { return nil }
    let date = PartialDate(year: year, month: month, day: day)
    return date.isValid ? date : nil
  }
}
