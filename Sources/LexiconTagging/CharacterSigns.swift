/// What a character may be a sign of. Most sentences have none of some signs, and the tagger that would look for them is not
/// asked at all.
struct CharacterSigns: OptionSet, Sendable {
  let rawValue: UInt8

  /// Figures, and the first characters of 今天, 昨日, 前年, 明年, 去年, 本月.
  static let date = CharacterSigns(rawValue: 1)
  /// 》
  static let titleMark = CharacterSigns(rawValue: 4)
  /// The first character of 镇, 乡, 街道 and what else ends the names of towns and villages.
  static let townSuffix = CharacterSigns(rawValue: 8)

  func intersects(_ other: CharacterSigns) -> Bool { rawValue & other.rawValue != 0 }
}

/// The signs of every character below U+10000; those above have none.
struct SignTable: Sendable {
  /// A bit for each character that has signs: it fits the cache, and most have none.
  private let marked: [UInt64]
  private let signs: [CharacterSigns]

  init(_ words: WordLists) {
    var signs = [CharacterSigns](repeating: [], count: 0x10000)
    func mark(_ characters: String, _ sign: CharacterSigns) {
      for scalar in characters.unicodeScalars { signs[Int(scalar.value)].insert(sign) }
    }
    mark("0123456789〇零○十廿一二三四五六七八九", .date)
    for scalar in words.dates.firsts where scalar < 0x10000 { signs[Int(scalar)].insert(.date) }
    mark("》", .titleMark)
    for suffix in words.settlements { mark(String(suffix.word.text.prefix(1)), .townSuffix) }
    self.signs = signs
    var marked = [UInt64](repeating: 0, count: 0x10000 / 64)
    for scalar in signs.indices where signs[scalar] != [] { marked[scalar >> 6] |= 1 << UInt64(scalar & 63) }
    self.marked = marked
  }

  subscript(scalar: UInt32) -> CharacterSigns {
    guard scalar < 0x10000, marked[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1 else { return [] }
    return signs[Int(scalar)]
  }
}
