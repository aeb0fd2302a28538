#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file open for reading, closed when it goes out of scope. The system's calls directly: a whole Foundation is not needed
/// to read bytes in order.
struct OpenFile: ~Copyable, Sendable {
  /// As it is named in errors.
  let name: String
  let descriptor: Int32
  private let owned: Bool

  init(standardInputNamed name: String) {
    self.name = name
    descriptor = 0
    owned = false
  }

  /// Throws `.missing` or `.unreadable`.
  init(path: String) throws(IngestionError) {
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    owned = true
    if descriptor < 0 { throw Self.failure(path, errno) }
  }

  deinit {
    if owned, descriptor >= 0 { close(descriptor) }
  }

  /// Up to `limit` further bytes; empty at the end of the file.
  func read(upTo limit: Int) throws(IngestionError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var got = 0
      repeat {
        #if canImport(Glibc)
          got = Glibc.read(descriptor, buffer.baseAddress, limit)
        #elseif canImport(Musl)
          got = Musl.read(descriptor, buffer.baseAddress, limit)
        #else
          got = Darwin.read(descriptor, buffer.baseAddress, limit)
        #endif
      } while got < 0 && errno == EINTR
      code = got < 0 ? errno : 0
      count = max(0, got)
    }
    if code != 0 { throw Self.failure(name, code) }
    return bytes
  }

  static func failure(_ path: String, _ code: Int32) -> IngestionError {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    if code == ENOENT || code == ENOTDIR {
      return IngestionError(.missing, file: path, what: "no such file or folder", remedy: "check the path")
    }
    if code == ELOOP {
      return IngestionError(
        .missing, file: path, what: "the link leads to itself", remedy: "remove the link or let it lead to a file")
    }
    return IngestionError(
      .unreadable, file: path, what: "cannot be read: \(reason)", remedy: "check its permissions and that it is a file")
  }
}
