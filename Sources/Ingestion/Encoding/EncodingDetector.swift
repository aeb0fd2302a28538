import CICU

/// Tells the encoding of some bytes: by their mark, by what the page declares, by being UTF-8, and by the characters that
/// Chinese text is made of, ICU's detector having a say where those leave it open.
enum EncodingDetector {
  /// Bytes that are looked at; enough for the counts to settle.
  static let sampleSize = 1 << 16

  enum Verdict: Hashable {
    case sure(TextEncoding)
    /// Neither any encoding that is read. `likely` names what ICU takes it for.
    case unknown(likely: String?)
  }

  /// The encoding of bytes of which more may follow. `declared` is what the page or its server says.
  static func detect(_ bytes: [UInt8], declared: TextEncoding? = nil) -> Verdict {
    if let mark = ByteOrderMark.encoding(of: bytes) { return .sure(mark.encoding) }
    let sample = bytes.count > sampleSize ? Array(bytes.prefix(sampleSize)) : bytes
    let utf8 = UTF8Counts(sample)
    // Valid UTF-8 with anything beyond ASCII in it is nothing else, whatever is declared.
    if utf8.bad == 0, utf8.characters > 0 { return .sure(.utf8) }
    if let wide = WideCounts(sample).encoding { return .sure(wide) }
    if utf8.bad == 0 { return .sure(declared.flatMap { $0.hasByteLines ? $0 : nil } ?? .utf8) }
    // Broken UTF-8 is UTF-8 still: what it breaks at must be told of in its own terms.
    if utf8.characters > 2 * utf8.bad { return .sure(.utf8) }
    let simplified = ChineseCounts(sample, .gb18030)
    let traditional = ChineseCounts(sample, .big5)
    if declared == .gb18030, simplified.isPossible, simplified.score * 2 >= traditional.score { return .sure(.gb18030) }
    if declared == .big5, traditional.isPossible, traditional.score * 2 >= simplified.score { return .sure(.big5) }
    var status = cicu_status.ok
    let guess = cicu_detect(sample, Int32(clamping: sample.count), &status)
    let scores = [
      (TextEncoding.gb18030, simplified, Int(guess.gb18030)), (TextEncoding.big5, traditional, Int(guess.big5)),
    ].filter { $0.1.isLikely }.map { (encoding: $0.0, score: $0.1.score * (200 + $0.2) / 200) }
    if let best = scores.max(by: { $0.score < $1.score }) { return .sure(best.encoding) }
    if let declared, declared.hasByteLines { return .sure(declared) }
    return .unknown(likely: name(of: guess))
  }

  private static func name(of guess: cicu_guess) -> String? {
    guard guess.other_confidence >= 30 else { return nil }
    return withUnsafeBytes(of: guess.other) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// How much of some bytes is UTF-8; a character cut at the end is not counted.
struct UTF8Counts {
  /// Of several bytes each.
  private(set) var characters = 0
  private(set) var bad = 0

  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0
      let end = at + max(1, length)
      let tail = bytes[(at + 1)..<min(max(at + 1, end), bytes.count)]
      if length > 0, tail.allSatisfy({ $0 & 0xC0 == 0x80 }),
        end <= bytes.count || bytes.count == EncodingDetector.sampleSize
      {
        characters += 1
        at = end
      } else {
        bad += 1
        at += 1
      }
    }
  }
}

/// Whether bytes are UTF-16 without a mark: one half of the units is that of Chinese characters and of ASCII, the other is anything.
struct WideCounts {
  let encoding: TextEncoding?

  init(_ bytes: [UInt8]) {
    var telling = [0, 0]
    let units = bytes.count / 2
    for index in 0..<units * 2 {
      switch bytes[index] {
      // Row 0: ASCII and the line feed; row 30: 。、; rows 4E to 9F: Chinese characters; row FF: ，：.
      case 0x00, 0x30, 0x4E...0x9F, 0xFF: telling[index & 1] += 1
      default: break
      }
    }
    let zeros = bytes.contains(0)
    // Without any zero byte (no ASCII at all) it takes more of the others to be sure.
    let needed = zeros ? units * 9 / 10 : units * 49 / 50
    let (even, odd) = (telling[0], telling[1])
    if units < 2 || !zeros && units < 32 {
      encoding = nil
    } else if odd >= needed, odd > even + units / 5 {
      encoding = .utf16LittleEndian
    } else if even >= needed, even > odd + units / 5 {
      encoding = .utf16BigEndian
    } else {
      encoding = nil
    }
  }
}
