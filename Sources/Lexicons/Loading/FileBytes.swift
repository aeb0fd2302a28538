#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files and folders with the system's calls; Foundation would cost the program milliseconds at its start.
package enum FileBytes {
  package struct Failure: Error {
    static let missing = Failure(code: ENOENT)

    package let code: Int32
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    package var reason: String { String(cString: strerror(code)) }
  }

  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(code: EISDIR) }

    var failure: Int32 = 0
    let size = Int(status.st_size)
    // The storage of empty arrays is one for all threads, and making one this way writes its count.
    guard size > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = systemRead(descriptor, start + count, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw Failure(code: failure) }
    return bytes
  }

  /// What the system says of a file without its being read; nil where there is none.
  package struct Status: BitwiseCopyable, Hashable, Sendable {
    package let size: Int64
    /// When it was last written, seconds and nanoseconds since 1970.
    package let seconds: Int64
    package let nanoseconds: Int64
  }

  package static func status(of path: String) -> Status? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Status(
      size: Int64(status.st_size), seconds: Int64(status.st_mtim.tv_sec), nanoseconds: Int64(status.st_mtim.tv_nsec))
  }

  /// The names in a folder, sorted; empty where there is no such folder.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

// Inside `FileBytes` the name `read` is its own function.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
