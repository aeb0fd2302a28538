import Glibc
import KnowledgeGraph

/// The lines of a file or of standard input as bytes, each given out as soon as it is complete.
final class LineReader {
  private let descriptor: CInt
  private let path: String
  private var buffer: [UInt8] = []
  /// Where the next line starts in `buffer`.
  private var start = 0
  private var atEnd = false

  init(standardInput: Void) {
    descriptor = 0
    path = "standard input"
  }

  init(path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(doing: "cannot open", path, errno) }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next line without its line break (a CR before it included); nil at the end.
  func next() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(until: end)
      }
      searched = buffer.count
      guard !atEnd else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(until: buffer.count)
      }
      searched -= start
      buffer.removeSubrange(..<start)
      start = 0
      try fill()
    }
  }

  private func line(until end: Int) -> [UInt8] {
    let line = buffer[start..<end]
    return Array(line.last == 0x0D ? line.dropLast() : line)
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
