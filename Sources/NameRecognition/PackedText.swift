import FlatTables

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

/// Short strings with one number each: open addressing, no deletion, read in the inner loop. A class, so that who looks
/// something up in it copies one reference, and not three arrays.
final class PackedTable: Sendable {
  private let keys: FlatArray<UInt64>
  private let values: FlatArray<Float>
  private let mask: Int
  /// One bit for each hash of the first two scalars of some key: a small table asked before the large one.
  private let starts: FlatArray<UInt64>

  init(_ rows: [(PackedText, Float)]) {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    mask = size - 1
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Float](repeating: 0, count: size)
    var starts = [UInt64](repeating: 0, count: Self.startWords)
    for (text, value) in rows {
      var slot = Self.slot(text.value) & mask
      while keys[slot] != 0, keys[slot] != text.value { slot = (slot + 1) & mask }
      keys[slot] = text.value
      values[slot] = value
      let start = Self.start(text.firstTwo)
      starts[start >> 6] |= 1 << UInt64(start & 63)
    }
    self.keys = FlatArray(keys)
    self.values = FlatArray(values)
    self.starts = FlatArray(starts)
  }

  private static let startWords = 1 << 14

  init(_ file: FlatFile, _ name: String) throws(FlatFileError) {
    keys = try file.array(name + ".keys")
    values = try file.array(name + ".values")
    starts = try file.array(name + ".starts")
    mask = keys.count - 1
    guard keys.count > 0, keys.count & mask == 0, values.count == keys.count, starts.count == Self.startWords else {
      throw .damaged(what: "the tables of \(name) do not fit each other")
    }
  }

  func write(to writer: inout FlatFileWriter, as name: String) {
    writer.add(name + ".keys", keys)
    writer.add(name + ".values", values)
    writer.add(name + ".starts", starts)
  }

  /// False where no key longer than one scalar begins with these two; true mostly where one does.
  func mayBegin(with pair: PackedText) -> Bool {
    let start = Self.start(pair.value)
    return starts[start >> 6] >> UInt64(start & 63) & 1 == 1
  }

  /// 20 bits.
  private static func start(_ pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 44)
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
