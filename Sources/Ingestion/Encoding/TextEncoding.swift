/// The encodings articles are read in. The names are those of the WHATWG Encoding Standard, as pages write them.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// GBK and GB 2312 are parts of it.
  case gb18030 = "GB18030"
  /// With the characters of Hong Kong (HKSCS), as browsers read Big5.
  case big5 = "Big5"

  /// By one of the names it goes under, in any case: `gbk`, `utf8`, `Big5-HKSCS`; nil for an encoding that is not read.
  public init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii": self = .utf8
    case "utf-16le", "utf-16", "utf16", "unicode", "csunicode", "ucs-2": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "gb18030", "gb-18030", "gbk", "x-gbk", "gb2312", "gb_2312", "gb_2312-80", "gb2312-80", "csgb2312", "chinese",
      "iso-ir-58", "cp936", "936", "windows-936", "ms936", "euc-cn", "gb":
      self = .gb18030
    case "big5", "big-5", "big5-hkscs", "big5hkscs", "csbig5", "cn-big5", "x-x-big5", "cp950", "950", "windows-950":
      self = .big5
    default: return nil
    }
  }

  /// What `--encoding` takes, for messages.
  public static var names: String { "UTF-8, UTF-16LE, UTF-16BE, GB18030 (or GBK, GB2312), Big5 (or Big5-HKSCS)" }

  /// Whether a line feed is one byte, and that byte nothing else.
  var hasByteLines: Bool { self != .utf16LittleEndian && self != .utf16BigEndian }
}

/// The marks that say which encoding follows.
enum ByteOrderMark {
  static func encoding(of bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }
}
