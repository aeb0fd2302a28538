/// Numbers by strings, several for one string: what a dictionary of arrays would be, in flat arrays.
///
/// Strings are equal only where their bytes are: lexicons are NFC. Open addressing, never changed after it is made.
public struct KeyTable: Sendable {
  struct Entry: BitwiseCopyable, Sendable {
    var hash: UInt32
    /// The key in `bytes`.
    var keyStart: UInt32
    var keyCount: UInt32
    /// The numbers in `values`.
    var valueStart: UInt32
    var valueCount: UInt32
  }
  private let bytes: FlatArray<UInt8>
  private let entries: FlatArray<Entry>
  /// 1 + the number of an entry, or 0; twice as many as entries and more, a power of two.
  private let slots: FlatArray<UInt32>
  private let values: FlatArray<Int32>

  /// The values of equal keys keep their order.
  public init(_ pairs: [(key: String, value: Int32)]) {
    var size = 16
    while size < pairs.count * 2 { size *= 2 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pairs.count * 12)
    var entries: [Entry] = []
    entries.reserveCapacity(pairs.count)
    var slots = [UInt32](repeating: 0, count: size)
    var entryOfPair = [UInt32](repeating: 0, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      var key = pair.key
      entryOfPair[number] = key.withUTF8 { key in
        let hash = Self.hash(key)
        var slot = Int(hash) & (size - 1)
        while slots[slot] != 0 {
          let entry = Int(slots[slot]) - 1
          let (start, count) = (Int(entries[entry].keyStart), Int(entries[entry].keyCount))
          if entries[entry].hash == hash, count == key.count, bytes[start..<start + count].elementsEqual(key) {
            entries[entry].valueCount += 1
            return UInt32(entry)
          }
          slot = (slot + 1) & (size - 1)
        }
        entries.append(
          Entry(
            hash: hash, keyStart: UInt32(bytes.count), keyCount: UInt32(key.count), valueStart: 0, valueCount: 1))
        bytes.append(contentsOf: key)
        slots[slot] = UInt32(entries.count)
        return UInt32(entries.count - 1)
      }
    }
    var next: UInt32 = 0
    for entry in entries.indices {
      entries[entry].valueStart = next
      next += entries[entry].valueCount
    }
    var places = entries.map(\.valueStart)
    var values = [Int32](repeating: 0, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      let entry = Int(entryOfPair[number])
      values[Int(places[entry])] = pair.value
      places[entry] += 1
    }
    self.bytes = FlatArray(bytes)
    self.entries = FlatArray(entries)
    self.slots = FlatArray(slots)
    self.values = FlatArray(values)
  }

  /// The numbers of a key, in the order they were given; none where it is not there.
  public func values(of key: String) -> Slice<FlatArray<Int32>> {
    var key = key
    return key.withUTF8 { key in
      let hash = Self.hash(key)
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let entry = entries[Int(slots[slot]) - 1]
        let start = Int(entry.keyStart)
        if entry.hash == hash, Int(entry.keyCount) == key.count,
          bytes[start..<start + key.count].elementsEqual(key)
        {
          let first = Int(entry.valueStart)
          return values[first..<first + Int(entry.valueCount)]
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return values[0..<0]
    }
  }

  public func first(of key: String) -> Int32? { values(of: key).first }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32)
  }
}

extension KeyTable {
  /// The table that ``write(to:as:)`` wrote under a name.
  public init(_ file: FlatFile, _ name: String) throws(FlatFileError) {
    bytes = try file.array(name + ".keys")
    entries = try file.array(name + ".entries")
    slots = try file.array(name + ".slots")
    values = try file.array(name + ".values")
    guard slots.count > 0, slots.count & (slots.count - 1) == 0 else {
      throw .damaged(what: "section \(name).slots has \(slots.count) elements")
    }
  }

  public func write(to writer: inout FlatFileWriter, as name: String) {
    writer.add(name + ".keys", bytes)
    writer.add(name + ".entries", entries)
    writer.add(name + ".slots", slots)
    writer.add(name + ".values", values)
  }
}
