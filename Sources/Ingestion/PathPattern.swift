#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path with `*`, `?` and `[…]` in it, and `**` for any folders, for where the shell does not spell it out: too many files, or
/// a list. Hidden files are matched only where the pattern starts with a dot.
struct PathPattern {
  private let pattern: String
  private let root: String
  private let parts: [String]

  static func isPattern(_ text: String) -> Bool { text.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B } }

  init(_ pattern: String) {
    self.pattern = pattern
    root = pattern.hasPrefix("/") ? "/" : ""
    parts = pattern.split(separator: "/").map(String.init)
  }

  /// The paths that match, in byte order. Throws `.missing` where none does, and `.unreadable` for a folder that cannot be read.
  func matches() throws(IngestionError) -> [String] {
    var found: Set<String> = []
    // What is to be looked at: a folder's path, and the number of the part that names in it are to match.
    var open = [(path: root, part: 0)]
    var seen: Set<String> = []
    while let (path, part) = open.popLast() {
      guard seen.insert("\(part) \(path)").inserted else { continue }
      guard part < parts.count else {
        found.insert(path)
        continue
      }
      if parts[part] == "**" {
        open.append((path, part + 1))
        for name in try Self.folders(in: path) { open.append((Self.join(path, name), part)) }
      } else if !Self.isPattern(parts[part]) {
        let next = Self.join(path, parts[part])
        if FileStatus.exists(next) { open.append((next, part + 1)) }
      } else {
        for name in try Self.names(in: path) where fnmatch(parts[part], name, FNM_PERIOD) == 0 {
          open.append((Self.join(path, name), part + 1))
        }
      }
    }
    guard !found.isEmpty else {
      throw IngestionError(.missing, file: pattern, what: "no file matches", remedy: "check the pattern")
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + name : path + "/" + name
  }

  private static func names(in path: String) throws(IngestionError) -> [String] {
    let folder = path.isEmpty ? "." : path
    guard let status = try? FileStatus(folder), status.kind == .folder else { return [] }
    return try FolderWalk.names(in: folder).filter { UTF8Decoding.firstBadByte(in: $0) == nil }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Folders that `**` goes into: not hidden ones, and no links, which may lead back.
  private static func folders(in path: String) throws(IngestionError) -> [String] {
    try names(in: path).filter { name in
      let full = join(path, name)
      guard !name.hasPrefix("."), !FileStatus.isLink(full), let status = try? FileStatus(full) else { return false }
      return status.kind == .folder
    }
  }
}
