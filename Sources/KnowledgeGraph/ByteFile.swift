import Glibc

/// A file being written: bytes are gathered and handed to the system in large pieces.
///
/// Closed when it goes out of use; `finish` writes what is still gathered and says whether the system took it.
public struct ByteFile: ~Copyable {
  private let descriptor: CInt
  private let path: String
  private let ownsDescriptor: Bool
  private var pending: [UInt8] = []
  private static let pieceSize = 1 << 16

  /// Creates a file, or empties the one that stands at the path.
  public init(creating path: String) throws(FileError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    self.path = path
    ownsDescriptor = true
    guard descriptor >= 0 else { throw FileError(doing: "cannot create", path, errno) }
  }

  /// Goes on at the end of a file that is there.
  init(appendingTo path: String) throws(FileError) {
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    self.path = path
    ownsDescriptor = true
    guard descriptor >= 0 else { throw FileError(doing: "cannot open", path, errno) }
  }

  /// Standard output (1) or standard error (2), which stay open.
  public init(standard descriptor: CInt) {
    self.descriptor = descriptor
    path = descriptor == 1 ? "standard output" : "standard error"
    ownsDescriptor = false
  }

  deinit { if ownsDescriptor, descriptor >= 0 { close(descriptor) } }

  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    pending += bytes
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Hands everything gathered so far to the system.
  public mutating func flush() throws(FileError) {
    var start = 0
    while start < pending.count {
      let written = pending.withUnsafeBytes { bytes in
        Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]).baseAddress, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        throw FileError(doing: "cannot write", path, errno)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  public consuming func finish() throws(FileError) {
    try flush()
  }
}

/// What the system refused about a file.
public struct FileError: Error, Hashable, Sendable {
  /// `cannot create`, `cannot write`.
  public var operation: String
  public var path: String
  /// The system's `errno`.
  public var number: CInt

  public init(doing operation: String, _ path: String, _ number: CInt) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// Whether nobody reads the pipe any more: the reader has seen enough, which is no fault.
  public var isClosedPipe: Bool { number == EPIPE }
  /// The system's words for `number`.
  public var reason: String { String(cString: strerror(number)) }
}

extension FileError: CustomStringConvertible {
  public var description: String {
    "\(path): \(operation): \(reason) — check the path, its permissions and the space left"
  }
}
