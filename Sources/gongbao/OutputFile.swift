import Glibc
import KnowledgeGraph

/// Where lines go: standard output, or a file that appears under its name only when it is complete.
///
/// Pipes and devices named as a file are written directly. A file that is not finished leaves nothing behind.
struct OutputFile: ~Copyable {
  private var file: ByteFile
  /// The file's name while it grows, and the name it gets at the end.
  private let renaming: (from: String, to: String)?
  private var isComplete = false

  init() {
    file = ByteFile(standard: 1)
    renaming = nil
  }

  init(path: String) throws(Failure) {
    var info = stat()
    let exists = stat(path, &info) == 0
    let kind = info.st_mode & S_IFMT
    if exists && kind == S_IFDIR {
      throw Failure(.wrongUsage, "\(path): is a folder — name a file, or ask for --format csv")
    }
    do throws(FileError) {
      if exists && kind != S_IFREG {
        file = try ByteFile(creating: path)
        renaming = nil
      } else {
        let target = exists ? Self.resolved(path) : path
        let partial = target + ".partial-\(getpid())"
        file = try ByteFile(creating: partial)
        renaming = (partial, target)
      }
    } catch {
      throw Failure(.wrongUsage, "\(error)")
    }
  }

  deinit {
    if let renaming, !isComplete { unlink(renaming.from) }
  }

  mutating func write(_ bytes: [UInt8]) throws(FileError) { try file.write(bytes) }
  mutating func flush() throws(FileError) { try file.flush() }

  /// Writes what is left and gives the file its name.
  mutating func finish() throws(FileError) {
    try file.flush()
    guard let renaming else { return }
    guard rename(renaming.from, renaming.to) == 0 else { throw FileError(doing: "cannot create", renaming.to, errno) }
    isComplete = true
  }

  /// Follows links, so that the file they lead to is replaced and not the link.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
