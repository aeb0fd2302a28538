#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// All files below a folder, links followed, each folder entered once: what links lead back to is not walked again.
struct FolderWalk {
  private let root: String
  private var seen: Set<FileStatus.Identity> = []
  /// Folders still to walk, as paths below the root; links last, so that a folder keeps its own name where it has one.
  private var folders: [String] = [""]
  private var links: [String] = []
  private var found: [(below: [UInt8], file: InputFile)] = []
  private var notes: [String] = []
  private var failures: [IngestionError] = []

  static func walk(_ folder: String, into inputs: inout ResolvedInputs) {
    var root = folder
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    var walk = FolderWalk(root: root)
    walk.run()
    inputs.files += walk.found.sorted { $0.below.lexicographicallyPrecedes($1.below) }.map(\.file)
    inputs.notes += walk.notes.sorted()
    inputs.failures += walk.failures.sorted { $0.file < $1.file }
  }

  private init(root: String) { self.root = root }

  private mutating func run() {
    while true {
      if let folder = folders.popLast() {
        visit(folder)
      } else if !links.isEmpty {
        folders.append(links.removeFirst())
      } else {
        return
      }
    }
  }

  private mutating func visit(_ folder: String) {
    let path = full(folder)
    do throws(IngestionError) {
      guard seen.insert(try FileStatus(path).identity).inserted else {
        notes.append("\(path): passed over, the folder was read under another name")
        return
      }
      for name in try Self.names(in: path).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        enter(name, of: folder)
      }
    } catch {
      failures.append(error)
    }
  }

  private mutating func enter(_ name: [UInt8], of folder: String) {
    guard UTF8Decoding.firstBadByte(in: name) == nil else {
      failures.append(
        IngestionError(
          .unreadable, file: full(folder), what: "it holds a file whose name is not UTF-8", remedy: "rename the file"))
      return
    }
    let name = String(decoding: name, as: UTF8.self)
    let below = folder.isEmpty ? name : folder + "/" + name
    let path = full(below)
    if name.hasPrefix(".") {
      notes.append("\(path): passed over, hidden")
      return
    }
    do throws(IngestionError) {
      switch try FileStatus(path).kind {
      case .folder: if FileStatus.isLink(path) { links.append(below) } else { folders.append(below) }
      case .stream: notes.append("\(path): passed over, not a file")
      case .file:
        guard let format = InputFormat(fileName: name) else {
          notes.append("\(path): passed over, its suffix names no format that is read")
          return
        }
        let id = CompressedName(below).withoutSuffixes
        let prefix = format == .archive ? id + "/" : ""
        found.append((Array(below.utf8), InputFile(place: .path(path), format: format, id: id, prefix: prefix)))
      }
    } catch {
      failures.append(error)
    }
  }

  private func full(_ below: String) -> String {
    below.isEmpty ? root : root.hasSuffix("/") ? root + below : root + "/" + below
  }

  /// Names in a folder as bytes, without `.` and `..`, in the system's order.
  static func names(in path: String) throws(IngestionError) -> [[UInt8]] {
    guard let stream = opendir(path) else { throw OpenFile.failure(path, errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }
}
