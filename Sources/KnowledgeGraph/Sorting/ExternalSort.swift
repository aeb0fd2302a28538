import Glibc

/// Records sorted by the bytes of their keys, in memory as long as they fit, then in runs on the disk.
///
/// The files are nameless: the system removes them when the program ends, however it ends.
struct ExternalSort: ~Copyable {
  /// The folder the runs are put in.
  private let folder: String
  /// Bytes held in memory before a run is written.
  private let limit: Int
  private var bytes: [UInt8] = []
  private var records: [Record] = []
  private var runs: [RunReader] = []

  /// Where a record stands in `bytes`: its key, then its value.
  private struct Record {
    var start: Int
    var keyEnd: Int
    var end: Int
  }

  init(in folder: String, limit: Int) {
    self.folder = folder
    self.limit = limit
  }

  /// Number of runs on the disk.
  var runCount: Int { runs.count }

  mutating func add(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) throws(FileError) {
    let start = bytes.count
    bytes.append(contentsOf: key)
    bytes.append(contentsOf: value)
    records.append(Record(start: start, keyEnd: start + key.count, end: bytes.count))
    if bytes.count + records.count * MemoryLayout<Record>.stride > limit { try spill() }
  }

  /// Calls `body` for every record, in the order of the keys; records of equal keys come in any order.
  consuming func forEach(_ body: (_ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) throws -> Void) throws {
    guard !runs.isEmpty else {
      sort()
      for record in records { try body(bytes[record.start..<record.keyEnd], bytes[record.keyEnd..<record.end]) }
      return
    }
    if !records.isEmpty { try spill() }
    bytes = []
    records = []
    try Self.merge(&runs, body)
  }

  /// Always the run with the least key first; a heap of run numbers.
  private static func merge(
    _ runs: inout [RunReader], _ body: (ArraySlice<UInt8>, ArraySlice<UInt8>) throws -> Void
  ) throws {
    var heap: [Int] = []
    for index in runs.indices where try runs[index].advance() { heap.append(index) }
    func sink(_ start: Int) {
      var parent = start
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
          if runs[heap[child]].precedes(runs[heap[least]]) { least = child }
        }
        guard least != parent else { return }
        heap.swapAt(parent, least)
        parent = least
      }
    }
    for start in stride(from: heap.count / 2, through: 0, by: -1) where start < heap.count { sink(start) }
    while let first = heap.first {
      try body(runs[first].key, runs[first].value)
      if try !runs[first].advance() {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      if !heap.isEmpty { sink(0) }
    }
  }

  private mutating func sort() {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      records.sort { a, b in
        let (x, y) = (a.keyEnd - a.start, b.keyEnd - b.start)
        let order = memcmp(base + a.start, base + b.start, min(x, y))
        return order != 0 ? order < 0 : x < y
      }
    }
  }

  private mutating func spill() throws(FileError) {
    sort()
    var run = try RunWriter(in: folder)
    for record in records {
      try run.write(key: bytes[record.start..<record.keyEnd], value: bytes[record.keyEnd..<record.end])
    }
    runs.append(try run.finish())
    bytes.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
  }
}
