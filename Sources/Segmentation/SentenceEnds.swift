import CICU

/// Decides which of ICU's sentence breaks end a sentence of Chinese news, and where exactly.
///
/// Only 。！？ and their like end one, with the quotation marks and brackets that close right after them. `；` and `;` do
/// not: they stand between the parts of lists of titled persons (…陪同考察；副县长…) that share a verb or a heading, and
/// what reads such a list needs it whole. ICU breaks in more places, and these are taken back:
/// - after a full stop, as in A. B and 3.5: Chinese news ends no sentence with one;
/// - after `?` and `!` before a letter or digit, as in an address: `?id=1`;
/// - inside 《》, since the mark is then part of a title: 《你好！明天》;
/// - before an opening mark: to ICU “ closes as well as opens, and 。“我们 would leave “ with the sentence before.
struct SentenceEnds {
  let units: UnsafeBufferPointer<UInt16>

  /// How far after a mark the 》 of its title may stand, in UTF-16 units; the longest titles of documents have about 60.
  static let longestTitle = 80

  private static let straightQuote: UInt16 = 0x22
  /// Everything before it has been looked at for 《 》 and ".
  private var seen = 0
  private var isInTitle = false
  private var straightQuotes = 0
  /// The last candidate; no mark before it is looked at again, which keeps time linear whatever ICU breaks at.
  private var judged = 0

  init(_ units: UnsafeBufferPointer<UInt16>) { self.units = units }

  /// Whether a text has anything that can end a sentence; asked first, since most headlines have not.
  static func occur(in units: UnsafeBufferPointer<UInt16>) -> Bool {
    units.contains(where: isMark)
  }

  /// Where the sentence ends that ICU ends at `candidate`; nil if it goes on. Candidates must ascend.
  mutating func end(at candidate: Int) -> Int? {
    let start = judged
    judged = candidate
    var last = candidate - 1
    while last >= start, !Self.isMark(units[last]) {
      guard Self.isClosing(units[last]) || Self.isOpening(units[last]) || Self.isBlank(units[last]) else { return nil }
      last -= 1
    }
    guard last >= start else { return nil }
    look(upTo: last)
    if isInTitle, titleCloses(after: last) { return nil }
    var end = last + 1
    while end < candidate {
      let unit = units[end]
      let closes = unit == Self.straightQuote ? !straightQuotes.isMultiple(of: 2) : Self.isClosing(unit)
      guard closes else { break }
      end += 1
      look(upTo: end)
    }
    if end == last + 1, end < units.count, units[last] < 0x80, Self.isASCIIWord(units[end]) { return nil }
    return end
  }

  private mutating func look(upTo end: Int) {
    while seen < end {
      switch units[seen] {
      case 0x300A: isInTitle = true  // 《
      case 0x300B: isInTitle = false  // 》
      case Self.straightQuote: straightQuotes += 1
      default: break
      }
      seen += 1
    }
  }

  private func titleCloses(after mark: Int) -> Bool {
    for unit in units[mark..<min(units.count, mark + Self.longestTitle)] {
      if unit == 0x300B { return true }
      if unit == 0x300A { return false }
    }
    return false
  }

  /// 。｡ ！! ？? ‼ ⁇ ⁈ ⁉
  @inline(__always)
  private static func isMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF61, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x203C, 0x2047, 0x2048, 0x2049: true
    default: false
    }
  }

  private static func isClosing(_ unit: UInt16) -> Bool {
    unit == straightQuote || unit == 0x27 || unit == 0xFF02 || cicu_is_closing(UInt32(unit))
  }

  private static func isOpening(_ unit: UInt16) -> Bool { cicu_is_opening(UInt32(unit)) }

  private static func isASCIIWord(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Blanks of any width, tabs and line breaks.
  static func isBlank(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
