import Glibc

/// The folder a graph is written to: checked before, filled beside, moved into place after.
struct GraphFolder {
  /// Where the graph shall stand, links followed.
  let path: String
  private let exists: Bool

  /// Checks that the target is free, empty, or an earlier graph.
  init(at target: String) throws(GraphError) {
    guard let kind = try Self.kind(of: target) else {
      exists = false
      path = Self.withoutTrailingSlashes(target)
      return
    }
    guard kind == .folder else { throw .targetTaken(path: target, by: "a file") }
    exists = true
    path = try Self.resolved(target)
    let stranger = try Self.entries(below: path).first { !GraphWriter.paths.contains($0) }
    if let stranger { throw .targetTaken(path: target, by: stranger) }
  }

  func makeFoldersAbove() throws(GraphError) { try Self.makeFolders(above: path) }

  /// Fills a new folder beside the target, then puts it in the target's place; on an error the target stays as it was.
  func replace(filling fill: (Staging) throws(GraphError) -> Void) throws(GraphError) {
    let staging = Staging(path: path + ".partial-\(getpid())")
    try Self.makeFolders(above: path)
    removeAbandoned()
    do throws(GraphError) {
      for folder in ["", "/nodes", "/edges"] { try Self.makeFolder(staging.path + folder) }
      try fill(staging)
      try putInPlace(staging)
    } catch {
      Self.removeGraph(staging.path)
      throw error
    }
  }

  /// Removes what runs that were killed had begun to fill beside the target.
  private func removeAbandoned() {
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return }
    let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    let parent = above.isEmpty ? "." : above
    let prefix = name + ".partial-"
    guard let stream = opendir(parent) else { return }
    defer { closedir(stream) }
    var abandoned: [String] = []
    while let entry = readdir(stream) {
      let found = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      // A process of that number may still be at it.
      guard found.hasPrefix(prefix), let process = pid_t(found.dropFirst(prefix.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      abandoned.append(parent + "/" + found)
    }
    for folder in abandoned { Self.removeGraph(folder) }
  }

  private func putInPlace(_ staging: Staging) throws(GraphError) {
    let former = path + ".former-\(getpid())"
    if exists { try Self.move(path, to: former) }
    do throws(GraphError) {
      try Self.move(staging.path, to: path)
    } catch {
      if exists { try? Self.move(former, to: path) }
      throw error
    }
    if exists { Self.removeGraph(former) }
  }

  /// The folder that is filled before it is moved.
  struct Staging {
    let path: String

    func write(_ bytes: [UInt8], to name: String) throws(GraphError) {
      do throws(FileError) {
        var file = try ByteFile(creating: path + "/" + name)
        try file.write(bytes)
        try file.finish()
      } catch {
        throw GraphError(error)
      }
    }
  }
}

/// The few system calls a graph folder needs.
extension GraphFolder {
  fileprivate enum Kind { case folder, file }

  /// Nil where nothing stands at the path.
  fileprivate static func kind(of path: String) throws(GraphError) -> Kind? {
    var info = stat()
    if stat(path, &info) == 0 { return info.st_mode & S_IFMT == S_IFDIR ? .folder : .file }
    guard errno == ENOENT else { throw refusal("cannot look at", path) }
    return nil
  }

  fileprivate static func resolved(_ path: String) throws(GraphError) -> String {
    guard let resolved = realpath(path, nil) else { throw refusal("cannot look at", path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Paths below a folder, two levels deep, sorted.
  fileprivate static func entries(below folder: String) throws(GraphError) -> [String] {
    var paths: [String] = []
    for name in try names(in: folder) {
      paths.append(name)
      if try kind(of: folder + "/" + name) == .folder {
        paths += try names(in: folder + "/" + name).map { name + "/" + $0 }
      }
    }
    return paths.sorted()
  }

  private static func names(in folder: String) throws(GraphError) -> [String] {
    guard let stream = opendir(folder) else { throw refusal("cannot list", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  fileprivate static func makeFolders(above path: String) throws(GraphError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let parent = String(path[..<slash])
    if try kind(of: parent) == .folder { return }
    try makeFolders(above: parent)
    try makeFolder(parent)
  }

  fileprivate static func makeFolder(_ path: String) throws(GraphError) {
    guard mkdir(path, 0o777) == 0 else { throw refusal("cannot create", path) }
  }

  fileprivate static func move(_ path: String, to target: String) throws(GraphError) {
    guard rename(path, target) == 0 else { throw refusal("cannot move to \(target)", path) }
  }

  /// Removes the files of a graph and its folders; anything else in them stays, and so does the folder it is in.
  fileprivate static func removeGraph(_ folder: String) {
    let paths = GraphWriter.paths
    for path in paths where path.contains("/") { unlink(folder + "/" + path) }
    for path in paths where !path.contains("/") && unlink(folder + "/" + path) != 0 { rmdir(folder + "/" + path) }
    rmdir(folder)
  }

  fileprivate static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func refusal(_ operation: String, _ path: String) -> GraphError {
    .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
  }
}

extension GraphError {
  init(_ error: FileError) {
    self = .system(operation: error.operation, path: error.path, reason: error.reason)
  }
}
