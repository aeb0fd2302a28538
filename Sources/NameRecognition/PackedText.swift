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

/// Short strings with one number each: open addressing, no deletion, read in the inner loop.
///
/// Most look-ups are for what the table does not have. They are answered by a filter of eight bits a key, which stays in the
/// cache; keys and values lie side by side, so that the others touch one line of memory.
///
/// A class, so that who looks something up in it copies one reference, and not the arrays.
final class PackedTable: Sendable {
  private struct Entry: BitwiseCopyable {
    var key: UInt64 = 0
    var value: Float = 0
    /// Whatever else the table's owner wants to know of the string.
    var mark: UInt32 = 0
  }
  private let entries: FlatArray<Entry>
  private let filter: FlatArray<UInt64>
  private let filterShift: UInt64
  private let mask: Int

  convenience init(_ rows: [(PackedText, Float)]) { self.init(marked: rows.map { ($0.0, $0.1, 0) }) }

  init(marked rows: [(text: PackedText, value: Float, mark: UInt32)]) {
    var size = 16
    // Three quarters full at most: most look-ups end at the filter, and a small table stays in the cache.
    while size * 3 < rows.count * 4 { size *= 2 }
    mask = size - 1
    var entries = [Entry](repeating: Entry(), count: size)
    var filter = [UInt64](repeating: 0, count: Self.filterWords(of: size))
    filterShift = Self.filterShift(of: size)
    for (text, value, mark) in rows {
      let hash = Self.hash(text.value)
      var slot = Self.slot(hash) & mask
      while entries[slot].key != 0, entries[slot].key != text.value { slot = (slot + 1) & mask }
      entries[slot] = Entry(key: text.value, value: value, mark: mark)
      let bit = hash >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    self.entries = FlatArray(entries)
    self.filter = FlatArray(filter)
  }

  /// Four times as many bits as slots, 64 at least.
  private static func filterWords(of size: Int) -> Int { size * 4 / 64 }
  private static func filterShift(of size: Int) -> UInt64 { 64 - UInt64((size * 4).trailingZeroBitCount) }

  init(_ file: FlatFile, _ name: String) throws(FlatFileError) {
    entries = try file.array(name + ".entries")
    filter = try file.array(name + ".filter")
    mask = entries.count - 1
    guard entries.count >= 16, entries.count & mask == 0, filter.count == Self.filterWords(of: entries.count) else {
      throw .damaged(what: "the tables of \(name) do not fit each other")
    }
    filterShift = Self.filterShift(of: entries.count)
  }

  func write(to writer: inout FlatFileWriter, as name: String) {
    writer.add(name + ".entries", entries)
    writer.add(name + ".filter", filter)
  }

  subscript(text: PackedText) -> Float? { marked(text)?.value }

  /// The greatest number, at least 0.
  var largest: Float { entries.reduce(0) { max($0, $1.value) } }

  /// The number of a string and its mark.
  @inline(__always)
  func marked(_ text: PackedText) -> (value: Float, mark: UInt32)? {
    let hash = Self.hash(text.value)
    let bit = hash >> filterShift
    guard filter[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return nil }
    var slot = Self.slot(hash) & mask
    while true {
      let entry = entries[slot]
      if entry.key == text.value { return (entry.value, entry.mark) }
      if entry.key == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 33) }
}

/// Which pairs of scalars some text of two or more begins with: asked before the table itself.
struct PairSet: Sendable {
  private let bits: FlatArray<UInt64>
  /// Small enough for the innermost cache.
  private static let words = 1 << 12

  init(startsOf texts: [PackedText]) {
    var bits = [UInt64](repeating: 0, count: Self.words)
    for text in texts {
      let bit = Self.bit(text.firstTwo)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.bits = FlatArray(bits)
  }

  init(_ file: FlatFile, _ name: String) throws(FlatFileError) {
    bits = try file.array(name)
    guard bits.count == Self.words else { throw .damaged(what: "section \(name) has \(bits.count) elements") }
  }

  func write(to writer: inout FlatFileWriter, as name: String) { writer.add(name, bits) }

  /// False where no text begins with these two; true mostly where one does.
  func mayContain(_ pair: PackedText) -> Bool {
    let bit = Self.bit(pair.value)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// 18 bits.
  private static func bit(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 46) }
}
