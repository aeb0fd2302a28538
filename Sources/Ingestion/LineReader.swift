/// The lines of a file, read in chunks: never more than one line and one chunk in memory. A line ends with LF or CR LF, which
/// are not part of it; the last one needs no end.
struct LineReader: ~Copyable, Sendable {
  private let file: OpenFile
  private let chunkSize: Int
  private var chunk: [UInt8] = []
  private var position = 0
  /// Number of the line given last, 1-based.
  private(set) var number = 0
  private var ended = false

  init(_ file: consuming OpenFile, chunkSize: Int = 1 << 18) {
    self.file = file
    self.chunkSize = chunkSize
  }

  var name: String { file.name }

  /// The next line; nil after the last one. A byte order mark is dropped from the first.
  mutating func next() throws(IngestionError) -> [UInt8]? {
    var line: [UInt8] = []
    var begun = false
    while true {
      if position == chunk.count {
        if !ended {
          chunk = try file.read(upTo: chunkSize)
          position = 0
          ended = chunk.isEmpty
        }
        if ended {
          guard begun else { return nil }
          break
        }
      }
      begun = true
      let rest = chunk[position...]
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: rest[..<end])
        position = end + 1
        break
      }
      line.append(contentsOf: rest)
      position = chunk.count
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    number += 1
    if number == 1, line.starts(with: UTF8Decoding.byteOrderMark) { line.removeFirst(3) }
    return line
  }
}
