import Glibc
import KnowledgeGraph

/// Where a path given as `--out` leads: to a file that is replaced when the new one is complete, or to a pipe or device.
enum OutputPlace {
  case file(String)
  case stream(String)

  init(_ path: String) throws(Failure) {
    var info = stat()
    guard stat(path, &info) == 0 else {
      self = .file(path)
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: throw Failure(.wrongUsage, "\(path): is a folder — name a file, or ask for --format csv")
    case S_IFREG: self = .file(Self.resolved(path))
    default: self = .stream(path)
    }
  }

  /// Follows links, so that the file they lead to is replaced and not the link.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Puts a small file beside an output; a list that is empty leaves none.
  static func write(_ bytes: [UInt8], beside target: String, suffix: String) throws(FileError) {
    let path = target + suffix
    guard !bytes.isEmpty else {
      unlink(path)
      return
    }
    var file = try ByteFile(creating: path)
    try file.write(bytes)
    try file.finish()
  }
}
