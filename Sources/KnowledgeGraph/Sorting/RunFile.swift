import Glibc

/// A sorted run being written: lengths of key and value in four bytes each, key, value, and so on.
struct RunWriter {
  private let descriptor: CInt
  private let folder: String
  private var pending: [UInt8] = []

  init(in folder: String) throws(FileError) {
    self.folder = folder
    var template = Array((folder + "/run-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(doing: "cannot create a file to sort in", folder, errno) }
    // It lives on without its name as long as it is open.
    unlink(template)
  }

  mutating func write(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) throws(FileError) {
    pending.append(littleEndian: key.count)
    pending.append(littleEndian: value.count)
    pending.append(contentsOf: key)
    pending.append(contentsOf: value)
    if pending.count >= 1 << 18 { try flush() }
  }

  mutating func finish() throws(FileError) -> RunReader {
    try flush()
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileError(doing: "cannot read", folder, errno) }
    return RunReader(descriptor, folder)
  }

  private mutating func flush() throws(FileError) {
    var start = 0
    while start < pending.count {
      let written = pending.withUnsafeBytes { bytes in
        Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]).baseAddress, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        let number = errno
        close(descriptor)
        throw FileError(doing: "cannot write a file to sort in", folder, number)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}

/// A sorted run being read, or any file of records in that form; closed when nobody holds it.
final class RunReader {
  private let descriptor: CInt
  private let place: String
  private var buffer: [UInt8] = []
  private var position = 0
  private(set) var key: ArraySlice<UInt8> = []
  private(set) var value: ArraySlice<UInt8> = []

  init(_ descriptor: CInt, _ place: String) {
    self.descriptor = descriptor
    self.place = place
  }

  deinit { close(descriptor) }

  func precedes(_ other: RunReader) -> Bool { key.lexicographicallyPrecedes(other.key) }

  /// Goes on to the next record; false at the end.
  func advance() throws(FileError) -> Bool {
    // The slices hold the buffer; let go, or it would be copied when it is filled.
    key = []
    value = []
    guard try fill(8) else { return false }
    let keyCount = buffer.littleEndian(at: position)
    let valueCount = buffer.littleEndian(at: position + 4)
    guard try fill(8 + keyCount + valueCount) else { throw FileError(doing: "cannot read", place, EIO) }
    let start = position + 8
    key = buffer[start..<start + keyCount]
    value = buffer[start + keyCount..<start + keyCount + valueCount]
    position = start + keyCount + valueCount
    return true
  }

  /// Makes sure that `count` bytes stand at the position; false where the file ends before.
  private func fill(_ count: Int) throws(FileError) -> Bool {
    guard buffer.count - position < count else { return true }
    buffer.removeSubrange(..<position)
    position = 0
    while buffer.count < count {
      var failure: CInt = 0
      let piece = [UInt8](unsafeUninitializedCapacity: max(1 << 16, count - buffer.count)) { bytes, filled in
        var got = 0
        repeat { got = Glibc.read(descriptor, bytes.baseAddress, bytes.count) } while got < 0 && errno == EINTR
        if got < 0 { failure = errno }
        filled = max(0, got)
      }
      guard failure == 0 else { throw FileError(doing: "cannot read", place, failure) }
      if piece.isEmpty { return false }
      buffer += piece
    }
    return true
  }
}

extension [UInt8] {
  /// Four bytes; a record is never longer than they can say.
  mutating func append(littleEndian number: Int) {
    let word = UInt32(clamping: number)
    for shift in stride(from: UInt32(0), to: 32, by: 8) { append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  func littleEndian(at position: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(self[position + $1]) << (8 * $1) }
  }
}
