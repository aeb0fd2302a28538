/// A 64-bit checksum of many bytes at the speed of memory: finds damage, and is no protection against forgery.
///
/// Four lanes of multiply and fold, sixteen bytes a step each; the state goes in once more at each step, or a word that
/// makes a factor zero would hide the other.
enum Checksum {
  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
  )

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d) = keys
    var offset = 0
    func word(_ at: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + at, as: UInt64.self))
    }
    while offset + 64 <= bytes.count {
      a = step(a, word(0), word(8))
      b = step(b, word(16), word(24))
      c = step(c, word(32), word(40))
      d = step(d, word(48), word(56))
      offset += 64
    }
    // The rest, and how much it is.
    var last: UInt64 = 0
    for byte in bytes[offset...] {
      last = last << 8 | UInt64(byte)
      a = step(a, last, UInt64(bytes.count))
    }
    return step(step(step(a, b, keys.0), c, keys.1), d, UInt64(bytes.count))
  }

  @inline(__always)
  private static func step(_ state: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (state ^ first).multipliedFullWidth(by: second ^ 0x9E37_79B9_7F4A_7C15)
    // Both words once more as they are: where one factor is zero, the other still shows.
    return (product.high ^ product.low) &+ (state << 29 | state >> 35) ^ (first &+ (second << 32 | second >> 32))
  }
}
