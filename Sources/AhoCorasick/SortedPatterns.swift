/// The patterns in codes, sorted, a prefix before what it begins, equal ones in the order they were added: the trie is
/// read off it range by range, without building one.
struct SortedPatterns {
  /// The codes of all patterns in sorted order, and where each pattern starts in them (one more element: the end).
  private let codes: [UInt32]
  private let starts: [Int32]
  private let values: [UInt32]

  private struct Entry {
    /// The first three codes, 21 bits each (no code is 0, so a shorter pattern sorts first).
    var key: UInt64
    var start: Int32
    var length: Int32
    var value: UInt32
    var order: UInt32
  }

  init(scalars: [UInt32], ends: [Int], values: [UInt32], alphabet: Alphabet) {
    let codes = scalars.map(alphabet.code(of:))
    var entries: [Entry] = []
    entries.reserveCapacity(ends.count)
    var start = 0
    for (order, end) in ends.enumerated() {
      var key: UInt64 = 0
      for offset in 0..<3 { key = key << 21 | (start + offset < end ? UInt64(codes[start + offset]) : 0) }
      entries.append(
        Entry(
          key: key, start: Int32(start), length: Int32(end - start), value: values[order], order: UInt32(order)))
      start = end
    }
    entries.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      var offset: Int32 = 3
      while offset < a.length, offset < b.length {
        let (left, right) = (codes[Int(a.start + offset)], codes[Int(b.start + offset)])
        if left != right { return left < right }
        offset += 1
      }
      return a.length != b.length ? a.length < b.length : a.order < b.order
    }
    // Written out in that order, so that walking a range of patterns walks through memory, too.
    var sorted: [UInt32] = []
    sorted.reserveCapacity(codes.count)
    var starts: [Int32] = [0]
    starts.reserveCapacity(entries.count + 1)
    for entry in entries {
      sorted.append(contentsOf: codes[Int(entry.start)..<Int(entry.start + entry.length)])
      starts.append(Int32(sorted.count))
    }
    self.codes = sorted
    self.starts = starts
    self.values = entries.map(\.value)
  }

  var count: Int { values.count }
  func length(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }
  func value(_ index: Int) -> UInt32 { values[index] }
  func code(_ index: Int, at depth: Int) -> UInt32 { codes[Int(starts[index]) + depth] }
}
