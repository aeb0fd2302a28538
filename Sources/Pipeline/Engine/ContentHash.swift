public import DocumentModel

/// 128 bits over bytes, to tell contents apart: equal where the bytes are equal, and nowhere else as far as any corpus goes.
/// Two lanes of multiply and fold, eight bytes a step. Not cryptographic.
public struct ContentHash: Hashable, Sendable {
  public private(set) var high: UInt64 = 0x9E37_79B9_7F4A_7C15
  public private(set) var low: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Of one text.
  public init(of text: String) { add(text) }

  /// Of everything an article is given with.
  public init(of article: Article) {
    add(article.id)
    add(article.text)
    for field in [article.title, article.published?.description, article.source, article.url] {
      // What is not there differs from what is empty.
      step(field == nil ? 0 : 1)
      add(field ?? "")
    }
  }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    // The length first: a boundary that moves between two parts must show.
    step(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      step(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
    step(rest)
  }

  private mutating func step(_ word: UInt64) {
    let first = (high ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let second = (low ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    // The state goes in once more, or a word equal to it would wipe out all before.
    high = first.high ^ first.low ^ (high << 29 | high >> 35)
    low = second.high ^ second.low ^ (low << 31 | low >> 33)
  }
}
