/// The lines of a source, read in chunks: never more than one line and one chunk in memory. A line ends with LF or CR LF, which
/// are not part of it; the last one needs no end.
struct LineReader: Sendable {
  private var chunks: TextChunks
  private let limit: Int
  private var chunk: [UInt8] = []
  private var position = 0
  /// Number of the line given last, 1-based.
  private(set) var number = 0
  private var ended = false

  init(_ options: InputOptions) {
    chunks = TextChunks(options)
    limit = options.limits.lineBytes
  }

  /// How the lines become UTF-8; known after the first one.
  var decoding: TextDecoding { chunks.decoding }
  var encoding: TextEncoding { chunks.encoding }

  /// The next line's bytes; nil after the last one. Throws `.tooLarge`, with the line's number, where it is too long; the next call
  /// goes on behind it.
  mutating func next(from source: inout ByteSource) throws(IngestionError) -> [UInt8]? {
    var line: [UInt8] = []
    var begun = false
    var length = 0
    while true {
      if position == chunk.count {
        if !ended {
          chunk = try chunks.next(from: &source)
          position = 0
          ended = chunk.isEmpty
        }
        if ended {
          guard begun else { return nil }
          break
        }
      }
      begun = true
      let end = lineFeed()
      let stop = end ?? chunk.count
      length += stop - position
      if length <= limit { line.append(contentsOf: chunk[position..<stop]) } else { line = [] }
      position = stop
      if end != nil {
        position += 1
        break
      }
    }
    number += 1
    if length > limit {
      throw IngestionError(
        .tooLarge, file: source.name, line: number,
        what: "the line has \(length) bytes, more than the \(limit) it may have",
        remedy: "split the article")
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  private func lineFeed() -> Int? {
    chunk.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[position...]).firstIndex(of: UInt8(ascii: "\n")).map { $0 + position }
    }
  }
}
