/// A 64-bit hash of names and bytes: FNV-1a's scheme, but eight bytes a step, multiplied into 128 bits and folded, so
/// that megabytes take no noticeable time. Not cryptographic.
struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(name: String, bytes: [UInt8]) {
    add(Array(name.utf8))
    add(bytes)
  }

  var value: UInt64 { state }

  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ bytes: [UInt8]) {
    // The length first: a boundary that moves between two parts must show.
    step(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset + 8 <= buffer.count {
        step(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      var rest: UInt64 = 0
      for byte in buffer[offset...] { rest = rest << 8 | UInt64(byte) }
      step(rest)
    }
  }

  private mutating func step(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    // The state goes in once more, or a word equal to it would wipe out all before.
    state = product.high ^ product.low ^ (state << 29 | state >> 35)
  }
}
