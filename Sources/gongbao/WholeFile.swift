import Glibc
import KnowledgeGraph

/// A small file written at once: it appears under its name only when it is complete.
enum WholeFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    let partial = path + ".partial-\(getpid())"
    do {
      var file = try ByteFile(creating: partial)
      try file.write(bytes)
      try file.finish()
      guard rename(partial, path) == 0 else { throw FileError(doing: "cannot create", path, errno) }
    } catch {
      unlink(partial)
      throw error
    }
  }
}
