/// Up to three scalars as one integer, the key of every table of short strings. 0 is the empty string.
struct PackedText: Hashable, Sendable {
  static let capacity = 3
  let value: UInt64

  init(_ a: UInt32) { value = UInt64(a) }
  init(_ a: UInt32, _ b: UInt32) { value = UInt64(a) << 21 | UInt64(b) }
  init(_ a: UInt32, _ b: UInt32, _ c: UInt32) { value = UInt64(a) << 42 | UInt64(b) << 21 | UInt64(c) }

  /// Nil for an empty text or one longer than `capacity`.
  init?(_ scalars: [UInt32]) {
    switch scalars.count {
    case 1: self.init(scalars[0])
    case 2: self.init(scalars[0], scalars[1])
    case 3: self.init(scalars[0], scalars[1], scalars[2])
    default: return nil
    }
  }
}

/// Short strings with one number each: open addressing, no deletion, read in the inner loop.
struct PackedTable: Sendable {
  private var keys: [UInt64]
  private var values: [Float]
  private let mask: Int

  init(_ rows: [(PackedText, Float)]) {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (text, value) in rows {
      var slot = Self.slot(text.value) & mask
      while keys[slot] != 0, keys[slot] != text.value { slot = (slot + 1) & mask }
      keys[slot] = text.value
      values[slot] = value
    }
  }

  subscript(text: PackedText) -> Float? {
    var slot = Self.slot(text.value) & mask
    while true {
      let key = keys[slot]
      if key == text.value { return values[slot] }
      if key == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  private static func slot(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
