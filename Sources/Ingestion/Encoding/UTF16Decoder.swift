/// UTF-16 to UTF-8, stretch by stretch: a unit or a pair may be cut anywhere. Half a pair becomes U+FFFD, and its
/// place is noted; or 0xFF, which is no UTF-8, where whoever reads the lines is to find it.
struct UTF16Decoder: Sendable {
  let bigEndian: Bool
  private let marksBad: Bool
  /// Offset of the first half pair or half unit, from the start of the first stretch.
  private(set) var firstBad: Int?
  private(set) var badCount = 0
  private var halfUnit: UInt8?
  private var high: UInt32?
  private var offset = 0

  init(bigEndian: Bool, marksBad: Bool = false) {
    self.bigEndian = bigEndian
    self.marksBad = marksBad
  }

  mutating func utf8(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2 + 8)
    for byte in bytes {
      guard let first = halfUnit else {
        halfUnit = byte
        continue
      }
      halfUnit = nil
      take(bigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first), into: &text)
      offset += 2
    }
    return text
  }

  /// What the end leaves undone.
  mutating func finish() -> [UInt8] {
    var text: [UInt8] = []
    if high != nil { bad(at: offset - 2, into: &text) }
    if halfUnit != nil { bad(at: offset, into: &text) }
    (high, halfUnit) = (nil, nil)
    return text
  }

  private mutating func take(_ unit: UInt32, into text: inout [UInt8]) {
    if let lead = high {
      high = nil
      if unit & 0xFC00 == 0xDC00 {
        put(0x10000 + (lead & 0x3FF) << 10 + unit & 0x3FF, into: &text)
        return
      }
      bad(at: offset - 2, into: &text)
    }
    switch unit & 0xFC00 {
    case 0xD800: high = unit
    case 0xDC00: bad(at: offset, into: &text)
    default: put(unit, into: &text)
    }
  }

  private mutating func bad(at place: Int, into text: inout [UInt8]) {
    firstBad = firstBad ?? place
    badCount += 1
    if marksBad { text.append(0xFF) } else { put(0xFFFD, into: &text) }
  }

  private func put(_ scalar: UInt32, into text: inout [UInt8]) {
    if scalar < 0x80 {
      text.append(UInt8(scalar))
    } else if scalar < 0x800 {
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
