/// A line of a page without the blanks around it, in bytes `start..<end`.
struct PageLine: Hashable {
  var start: Int
  var end: Int
  var isBlank: Bool { start >= end }

  /// The lines of a text, cut at every kind of line break; blank ones included.
  static func lines(of bytes: [UInt8]) -> [PageLine] {
    var lines: [PageLine] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      let length = breakLength(bytes, at)
      if length == 0 {
        at += 1
        continue
      }
      lines.append(trimmed(bytes, start, at))
      at += length
      start = at
    }
    lines.append(trimmed(bytes, start, bytes.count))
    return lines
  }

  /// LF, VT, FF, CR, NEL, and the line and paragraph separators.
  private static func breakLength(_ bytes: [UInt8], _ at: Int) -> Int {
    switch bytes[at] {
    case 0x0A...0x0D: 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0x85: 2
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> PageLine {
    var (start, end) = (start, end)
    while start < end {
      let length = blankLength(bytes, from: start, to: end)
      if length == 0 { break }
      start += length
    }
    search: while start < end {
      for length in [1, 3, 2, 6] where end - length >= start {
        if blankLength(bytes, from: end - length, to: end) == length {
          end -= length
          continue search
        }
      }
      break
    }
    return PageLine(start: start, end: end)
  }

  private static let entity = Array("&nbsp;".utf8)

  /// Length of the blank at `start`, 0 where there is none. The HTML entity that pages leave behind counts as one.
  private static func blankLength(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let second = start + 1 < end ? bytes[start + 1] : 0
    let third = start + 2 < end ? bytes[start + 2] : 0
    switch (bytes[start], second, third) {
    case (0...0x20, _, _), (0x7F, _, _): return 1
    case (0xC2, 0xA0, _): return 2
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F...0xA0):
      return 3
    case (UInt8(ascii: "&"), _, _): return bytes[start..<end].starts(with: entity) ? entity.count : 0
    default: return 0
    }
  }
}

/// Folded scalars of a stretch of the page, with the byte at which each one starts.
struct FoldedText {
  private(set) var scalars: [UInt32] = []
  /// One more than scalars: the last is the end.
  private(set) var offsets: [Int] = []

  var count: Int { scalars.count }
  subscript(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  /// Folds at most `limit` scalars from `start`. `bytes` is UTF-8 and `start` the start of a character.
  init(_ bytes: [UInt8], from start: Int, to end: Int, limit: Int = .max, folding: PageFolding) {
    scalars.reserveCapacity(min(limit, (end - start) / 3 + 8))
    offsets.reserveCapacity(min(limit, (end - start) / 3 + 8) + 1)
    var at = start
    while at < end, scalars.count < limit {
      let first = bytes[at]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
      for next in 1..<max(1, length) where at + next < end { value = value << 6 | UInt32(bytes[at + next] & 0x3F) }
      scalars.append(folding(value))
      offsets.append(at)
      at += length
    }
    offsets.append(at)
  }

  /// Folds the last `limit` scalars before `end`, not going back beyond `start`.
  init(_ bytes: [UInt8], before end: Int, notBefore start: Int, limit: Int, folding: PageFolding) {
    var from = end
    var count = 0
    while from > start, count < limit {
      from -= 1
      while from > start, bytes[from] & 0xC0 == 0x80 { from -= 1 }
      count += 1
    }
    self.init(bytes, from: from, to: end, folding: folding)
  }

  func starts(with word: [UInt32], at index: Int = 0) -> Bool {
    guard index >= 0, index + word.count <= scalars.count else { return false }
    for offset in word.indices where scalars[index + offset] != word[offset] { return false }
    return true
  }

  func contains(_ word: [UInt32]) -> Bool {
    guard let first = word.first else { return true }
    for index in scalars.indices where scalars[index] == first {
      if starts(with: word, at: index) { return true }
    }
    return false
  }
}

extension UInt32 {
  init(_ scalar: Unicode.Scalar) { self = scalar.value }

  var isBlank: Bool { self == 0x20 }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLatin: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  /// A Chinese character; what ``PageFolding`` puts for rare ones is one.
  var isHan: Bool { (0x3400...0x9FFF).contains(self) || (0xF900...0xFAFF).contains(self) || self == 0x3007 }
}

/// The value of a character, for comparisons with folded text.
func code(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
