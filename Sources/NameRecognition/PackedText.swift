/// Up to four scalars of the basic plane as one integer, the key of every table of short strings. Scalars of other planes
/// are all U+FFFF, which no table has.
struct PackedText: Hashable, Sendable {
  static let capacity = 4
  private(set) var value: UInt64 = 0

  init(_ a: UInt32) { append(a) }
  init(_ a: UInt32, _ b: UInt32) {
    append(a)
    append(b)
  }
  init(_ a: UInt32, _ b: UInt32, _ c: UInt32) {
    append(a)
    append(b)
    append(c)
  }

  /// Nil for an empty text or one of more than four scalars.
  init?(_ scalars: [UInt32]) {
    guard (1...Self.capacity).contains(scalars.count) else { return nil }
    for scalar in scalars { append(scalar) }
  }

  /// The first two scalars as the key of a text of two; of a text of one that one.
  var firstTwo: UInt64 {
    var value = value
    while value > 0xFFFF_FFFF { value >>= 16 }
    return value
  }

  /// The text with one more scalar; beyond four the first is lost.
  mutating func append(_ scalar: UInt32) { value = value << 16 | UInt64(min(scalar, 0xFFFF)) }
}

/// Short strings with one number each: open addressing, no deletion, read in the inner loop.
///
/// Most look-ups are for what the table does not have. They are answered by a filter of eight bits a key, which stays in the
/// cache; keys and values lie side by side, so that the others touch one line of memory.
struct PackedTable: Sendable {
  private struct Entry {
    var key: UInt64 = 0
    var value: Float = 0
  }
  private var entries: [Entry]
  private var filter: [UInt64]
  private let filterShift: UInt64
  private let mask: Int

  init(_ rows: [(PackedText, Float)]) {
    var size = 16
    // Three quarters full at most: most look-ups end at the filter, and a small table stays in the cache.
    while size * 3 < rows.count * 4 { size *= 2 }
    mask = size - 1
    entries = Array(repeating: Entry(), count: size)
    // Four times as many bits as slots, 64 at least.
    filterShift = 64 - UInt64((size * 4).trailingZeroBitCount)
    filter = Array(repeating: 0, count: size * 4 / 64)
    for (text, value) in rows {
      let hash = Self.hash(text.value)
      var slot = Self.slot(hash) & mask
      while entries[slot].key != 0, entries[slot].key != text.value { slot = (slot + 1) & mask }
      entries[slot] = Entry(key: text.value, value: value)
      let bit = hash >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
  }

  subscript(text: PackedText) -> Float? {
    let hash = Self.hash(text.value)
    let bit = hash >> filterShift
    guard filter[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return nil }
    var slot = Self.slot(hash) & mask
    while true {
      let entry = entries[slot]
      if entry.key == text.value { return entry.value }
      if entry.key == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 33) }
}

/// Which pairs of scalars some text of two or more begins with: asked before the table itself.
struct PairSet: Sendable {
  /// Small enough for the innermost cache.
  private var bits = [UInt64](repeating: 0, count: 1 << 12)

  init(startsOf texts: [PackedText]) {
    for text in texts {
      let bit = Self.bit(text.firstTwo)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// False where no text begins with these two; true mostly where one does.
  func mayContain(_ pair: PackedText) -> Bool {
    let bit = Self.bit(pair.value)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// 18 bits.
  private static func bit(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 46) }
}
