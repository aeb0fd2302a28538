/// The encoding a page declares in its first bytes: `<meta charset="gbk">`, `content="text/html; charset=gb2312"`,
/// `<?xml … encoding="…"?>`. These are ASCII in every encoding but UTF-16, which has a mark.
enum MetaCharset {
  /// Bytes in which browsers look for it, and as many more, for pages that start with scripts.
  private static let reach = 1 << 13

  /// Nil where none is declared, or one that is not read.
  static func declared(in bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(reach).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for key in ["charset", "encoding"] {
      if let name = value(of: Array(key.utf8), in: head), let encoding = TextEncoding(name: name) { return encoding }
    }
    return nil
  }

  /// The value of a `Content-Type: text/html; charset=…`.
  static func inContentType(_ value: String) -> TextEncoding? {
    Self.value(of: Array("charset".utf8), in: Array(value.lowercased().utf8)).flatMap { TextEncoding(name: $0) }
  }

  private static func value(of key: [UInt8], in head: [UInt8]) -> String? {
    var at = 0
    while at + key.count < head.count {
      guard head[at] == key[0], head[at..<at + key.count].elementsEqual(key) else {
        at += 1
        continue
      }
      at += key.count
      var next = at
      while next < head.count, head[next] == 0x20 { next += 1 }
      guard next < head.count, head[next] == UInt8(ascii: "=") else { continue }
      next += 1
      while next < head.count, [0x20, UInt8(ascii: "\""), UInt8(ascii: "'")].contains(head[next]) { next += 1 }
      let end = head[next...].firstIndex { !isName($0) } ?? head.count
      if end > next { return String(decoding: head[next..<end], as: UTF8.self) }
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
