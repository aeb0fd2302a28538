import Glibc
import KnowledgeGraph

/// The lines of a file or of standard input as bytes, each given out as soon as it is complete.
final class LineReader {
  private let descriptor: CInt
  private let path: String
  /// Bytes of a line. Of a longer one, its first `limit` + 1 bytes are given out, so that it can be told.
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where the next line starts in `buffer`.
  private var start = 0
  private var atEnd = false

  init(standardInput: Void, limit: Int = .max - 1) {
    descriptor = 0
    self.limit = limit
    path = "standard input"
  }

  init(path: String) throws(FileError) {
    self.path = path
    limit = .max - 1
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(doing: "cannot open", path, errno) }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next line without its line break (a CR before it included); nil at the end.
  func next() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = lineFeed(from: searched) {
        defer { start = end + 1 }
        return line(until: end)
      }
      guard !atEnd else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(until: buffer.count)
      }
      buffer.removeSubrange(..<start)
      start = 0
      // The rest of a line that is too long is read and dropped.
      if buffer.count > limit + 1 { buffer.removeSubrange((limit + 1)...) }
      searched = buffer.count
      try fill()
    }
  }

  private func lineFeed(from position: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard position < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + position, 0x0A, bytes.count - position)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func line(until end: Int) -> [UInt8] {
    let line = buffer[start..<end]
    return Array((line.last == 0x0D ? line.dropLast() : line).prefix(limit + 1))
  }

  private func fill() throws(FileError) {
    var result = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
      repeat { result = Glibc.read(descriptor, bytes.baseAddress, bytes.count) } while result < 0 && errno == EINTR
      count = max(0, result)
    }
    guard result >= 0 else { throw FileError(doing: "cannot read", path, errno) }
    buffer += piece
    atEnd = piece.isEmpty
  }
}
