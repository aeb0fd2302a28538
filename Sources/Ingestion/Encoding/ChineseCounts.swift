/// The Chinese-aware check: how far bytes read in a two-byte encoding look like written Chinese.
///
/// Both encodings put the frequent characters into one block (GB 2312's first level: 3,755 characters by sound; Big5's first
/// level: 5,401 by strokes) and the rare ones into another. Chinese text read in the right encoding lies almost wholly in the
/// first and in the punctuation; read in the wrong one it scatters. The commonest characters of all count extra.
struct ChineseCounts {
  private(set) var common = 0
  private(set) var telling = 0
  private(set) var rare = 0
  private(set) var bad = 0

  init(_ bytes: [UInt8], _ encoding: TextEncoding) {
    let isSimplified = encoding == .gb18030
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard at + 1 < bytes.count else {
        if bytes.count != EncodingDetector.sampleSize { bad += 1 }
        break
      }
      let trail = bytes[at + 1]
      if isSimplified { countGB(lead, trail, bytes, &at) } else { countBig5(lead, trail, &at) }
    }
  }

  private mutating func countGB(_ lead: UInt8, _ trail: UInt8, _ bytes: [UInt8], _ at: inout Int) {
    if (0x30...0x39).contains(trail), at + 3 < bytes.count, bytes[at + 2] >= 0x81, (0x30...0x39).contains(bytes[at + 3])
    {
      rare += 1
      at += 4
      return
    }
    guard lead != 0x80, lead != 0xFF, trail >= 0x40, trail != 0x7F, trail != 0xFF else { return fail(&at) }
    at += 2
    switch (lead, trail) {
    // 、 。 “ ” 《 》 ， ： and the characters 的 一 是 在 中 国 年 会 人 大 和 为
    case (0xA1, 0xA2), (0xA1, 0xA3), (0xA1, 0xB0), (0xA1, 0xB1), (0xA1, 0xB6), (0xA1, 0xB7), (0xA3, 0xAC), (0xA3, 0xBA),
      (0xB5, 0xC4), (0xD2, 0xBB), (0xCA, 0xC7), (0xD4, 0xDA), (0xD6, 0xD0), (0xB9, 0xFA), (0xC4, 0xEA), (0xBB, 0xE1),
      (0xC8, 0xCB), (0xB4, 0xF3), (0xBA, 0xCD), (0xCE, 0xAA):
      telling += 1
    case (0xA1...0xA3, 0xA1...), (0xB0...0xD7, 0xA1...): common += 1
    default: rare += 1
    }
  }

  private mutating func countBig5(_ lead: UInt8, _ trail: UInt8, _ at: inout Int) {
    guard lead >= 0x87, lead != 0xFF, (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
      return fail(&at)
    }
    at += 2
    switch (lead, trail) {
    // ， 、 。 ： 「 」 《 》 and the characters 的 一 是 在 中 國 年 會 人 大 和 為
    case (0xA1, 0x41), (0xA1, 0x42), (0xA1, 0x43), (0xA1, 0x47), (0xA1, 0x75), (0xA1, 0x76), (0xA1, 0x6D), (0xA1, 0x6E),
      (0xAA, 0xBA), (0xA4, 0x40), (0xAC, 0x4F), (0xA6, 0x62), (0xA4, 0xA4), (0xB0, 0xEA), (0xA6, 0x7E), (0xB7, 0x7C),
      (0xA4, 0x48), (0xA4, 0x6A), (0xA9, 0x4D), (0xAC, 0xB0):
      telling += 1
    case (0xA1...0xA3, _), (0xA4...0xC6, _): common += 1
    default: rare += 1
    }
  }

  private mutating func fail(_ at: inout Int) {
    bad += 1
    at += 1
  }

  private var characters: Int { common + telling + rare }

  /// Share of what is written Chinese, in thousandths; extra for the commonest characters, less for what is no text.
  var score: Int {
    let all = characters + 4 * bad
    return all == 0 ? 0 : (1000 * (common + telling) + 2000 * telling) / all
  }

  /// Whether a declaration may be believed.
  var isPossible: Bool { characters > 0 && bad * 10 <= characters }
  /// Whether it is so likely that no declaration is needed.
  var isLikely: Bool { isPossible && (common + telling) * 2 >= characters }
}
