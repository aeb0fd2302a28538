/// Pinyin in brackets after a character, as pages for learners and damaged conversions have it: 會(huì), 李(lǐ)文(wén), 会议（huìyì）.
///
/// It is read through: matching text has 李文, and the span of what is found there covers the brackets that stand between.
enum PinyinGloss {
  /// Bytes between the brackets that are looked at: three long syllables.
  private static let longest = 40

  /// Where the gloss ends whose bracket opens at `start`; nil where it is none. `toneless` also takes syllables without a mark
  /// (们(men)), which alone might be any word.
  static func end(in utf8: [UInt8], from start: Int, toneless: Bool) -> Int? {
    var letters: [UInt8] = []
    var tones = 0
    var at = start + (utf8[start] == UInt8(ascii: "(") ? 1 : 3)
    let limit = min(utf8.count, at + longest)
    while at < limit {
      let byte = utf8[at]
      switch byte {
      case UInt8(ascii: ")"):
        return isGloss(letters, tones, toneless) ? at + 1 : nil
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        letters.append(byte)
        at += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters.append(byte | 0x20)
        at += 1
      case 0x20, UInt8(ascii: "'"): at += 1
      case 0xC3, 0xC4, 0xC5, 0xC7, 0xC9, 0xCC:
        guard at + 1 < limit, let mark = marked(byte, utf8[at + 1]) else { return nil }
        if let letter = mark.letter { letters.append(letter) }
        if mark.isTone { tones += 1 }
        at += 2
      case 0xEF:
        guard at + 2 < utf8.count, utf8[at + 1] == 0xBC, utf8[at + 2] == 0x89 else { return nil }
        return isGloss(letters, tones, toneless) ? at + 3 : nil
      default: return nil
      }
    }
    return nil
  }

  private static func isGloss(_ letters: [UInt8], _ tones: Int, _ toneless: Bool) -> Bool {
    guard tones > 0 ? !letters.isEmpty : toneless && letters.count > 1 else { return false }
    return areSyllables(letters)
  }

  /// The letter (ü as v) and tone of two bytes of UTF-8; nil for what pinyin does not have.
  private static func marked(_ first: UInt8, _ second: UInt8) -> (letter: UInt8?, isTone: Bool)? {
    func toned(_ letter: Unicode.Scalar) -> (letter: UInt8?, isTone: Bool) { (UInt8(ascii: letter), true) }
    switch UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F) {
    case 0x101, 0xE1, 0x1CE, 0xE0, 0x100, 0xC1, 0x1CD, 0xC0: return toned("a")
    case 0x113, 0xE9, 0x11B, 0xE8, 0x112, 0xC9, 0x11A, 0xC8: return toned("e")
    case 0x12B, 0xED, 0x1D0, 0xEC: return toned("i")
    case 0x14D, 0xF3, 0x1D2, 0xF2, 0x14C, 0xD3, 0x1D1, 0xD2: return toned("o")
    case 0x16B, 0xFA, 0x1D4, 0xF9: return toned("u")
    case 0x1D6, 0x1D8, 0x1DA, 0x1DC: return toned("v")
    case 0x144, 0x148, 0x1F9: return toned("n")
    case 0xFC: return (UInt8(ascii: "v"), false)
    case 0xEA: return (UInt8(ascii: "e"), false)
    case 0x251: return (UInt8(ascii: "a"), false)
    case 0x261: return (UInt8(ascii: "g"), false)
    case 0x300, 0x301, 0x304, 0x30C: return (nil, true)
    case 0x308: return (nil, false)
    default: return nil
    }
  }

  private static let finals: Set<[UInt8]> = Set(
    """
    a o e ai ei ao ou an en ang eng er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ong v ve ue van vn n ng
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })

  /// Whether letters without tones are pinyin syllables, one after the other.
  private static func areSyllables(_ letters: [UInt8]) -> Bool {
    var reached = [Bool](repeating: false, count: letters.count + 1)
    reached[0] = true
    for start in letters.indices where reached[start] {
      for initial in initials(letters, start) {
        let from = start + initial
        for length in 1...4 where from + length <= letters.count {
          let final = Array(letters[from..<from + length])
          guard finals.contains(final), initial == 0 || fits(letters[start], final[0]) else { continue }
          reached[from + length] = true
        }
      }
    }
    return reached[letters.count]
  }

  /// Lengths of the initials that may stand at `start`; 0 for none.
  private static func initials(_ letters: [UInt8], _ start: Int) -> [Int] {
    let isSingle = "bpmfdtnlgkhjqxrzcsyw".utf8.contains(letters[start])
    guard isSingle else { return [0] }
    let isDouble =
      "zcs".utf8.contains(letters[start]) && start + 1 < letters.count && letters[start + 1] == UInt8(ascii: "h")
    return isDouble ? [2] : letters[start] == UInt8(ascii: "n") ? [0, 1] : [1]
  }

  /// j, q and x stand only before i and ü.
  private static func fits(_ initial: UInt8, _ vowel: UInt8) -> Bool {
    guard "jqx".utf8.contains(initial) else { return true }
    return "iuv".utf8.contains(vowel)
  }
}
