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
    let start = range.lowerBound
    guard [4, 7, 10].contains(range.count), case (let year, 0)? = decimal(start..<start + 4) else { return nil }
    var parts: [Int] = []
    for offset in stride(from: 4, to: range.count, by: 3) {
      guard bytes[start + offset] == UInt8(ascii: "-"),
        case (let number, 0)? = decimal(start + offset + 1..<start + offset + 3)
      else { return nil }
      parts.append(number)
    }
    let date = PartialDate(year: year, month: parts.first, day: parts.count > 1 ? parts[1] : nil)
    return date.isValid ? date : nil
  }
}
