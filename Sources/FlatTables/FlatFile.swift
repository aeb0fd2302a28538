#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of flat tables, mapped into memory: nothing of it is read into arrays.
///
/// Opening checks everything that reading relies on: magic, order of bytes, format, length, the checksum over all bytes,
/// and that each section lies inside the file and is aligned. So damage of any kind shows here. A file made up by somebody
/// to have the right checksum and wrong contents is not guarded against: it is written by the program, and trusted as the
/// program is.
public struct FlatFile: Sendable {
  private let memory: FlatMemory
  private let sections: [String: Range<Int>]

  /// Opens a file of a format.
  public init(path: String, format: UInt32) throws(FlatFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(reason: "it is no file") }
    let size = Int(status.st_size)
    guard size >= FlatFileLayout.headerSize else {
      // A file cut off in its first bytes is one of ours if those are.
      throw size == 0 ? .damaged(what: "it is empty") : Self.isBeginning(descriptor, size) ? .cutOff : .foreign
    }
    guard let memory = FlatMemory(mapping: descriptor, count: size) else {
      throw .unreadable(reason: String(cString: strerror(errno)))
    }
    self.memory = memory
    sections = try Self.sections(of: memory, format: format)
  }

  /// The table of a name.
  public func array<Element: BitwiseCopyable & Sendable>(
    _ name: String, of type: Element.Type = Element.self
  ) throws(FlatFileError) -> FlatArray<Element> {
    guard let range = sections[name] else { throw .damaged(what: "it has no section \(name)") }
    let stride = MemoryLayout<Element>.stride
    guard range.count % stride == 0, range.lowerBound % MemoryLayout<Element>.alignment == 0 else {
      throw .damaged(what: "section \(name) has \(range.count) bytes")
    }
    return FlatArray(memory, offset: range.lowerBound, count: range.count / stride)
  }

  /// The text of a name.
  public func text(_ name: String) throws(FlatFileError) -> String {
    let bytes: FlatArray<UInt8> = try array(name)
    return bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  private static func isBeginning(_ descriptor: Int32, _ size: Int) -> Bool {
    var bytes = [UInt8](repeating: 0, count: FlatFileLayout.magic.count)
    let got = pread(descriptor, &bytes, min(size, bytes.count), 0)
    return got > 0 && bytes.prefix(got).elementsEqual(FlatFileLayout.magic.prefix(got))
  }

  private static func sections(of memory: FlatMemory, format: UInt32) throws(FlatFileError) -> [String: Range<Int>] {
    let bytes = UnsafeRawBufferPointer(start: memory.base, count: memory.count)
    let header = FlatFileLayout.headerSize
    guard bytes.prefix(FlatFileLayout.magic.count).elementsEqual(FlatFileLayout.magic),
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == FlatFileLayout.byteOrder
    else { throw .foreign }
    let found = bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
    guard found == format else { throw .otherFormat(found: found, expected: format) }
    let length = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    guard length == UInt64(bytes.count) else { throw .damaged(what: "it has \(bytes.count) bytes of \(length)") }
    let checksum = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[FlatFileLayout.checkedFrom...])) == checksum else {
      throw .damaged(what: "its checksum is wrong")
    }
    let count = bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
    guard count <= UInt64((bytes.count - header) / FlatFileLayout.entrySize) else {
      throw .damaged(what: "it has no room for \(count) sections")
    }
    var sections: [String: Range<Int>] = [:]
    sections.reserveCapacity(Int(count))
    for number in 0..<Int(count) {
      let entry = header + number * FlatFileLayout.entrySize
      let name = bytes[entry..<entry + FlatFileLayout.nameSize].prefix { $0 != 0 }
      let offset = bytes.loadUnaligned(fromByteOffset: entry + FlatFileLayout.nameSize, as: UInt64.self)
      let size = bytes.loadUnaligned(fromByteOffset: entry + FlatFileLayout.nameSize + 8, as: UInt64.self)
      guard offset <= length, size <= length - offset, offset % UInt64(FlatFileLayout.alignment) == 0 else {
        throw .damaged(what: "section \(number) lies outside")
      }
      sections[String(decoding: name, as: UTF8.self)] = Int(offset)..<Int(offset + size)
    }
    return sections
  }
}

extension FlatFileError {
  fileprivate static var cutOff: FlatFileError { .damaged(what: "it is cut off") }
}
