#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the inputs of a command line come to: the files to read, in order, and what there is to say about the rest.
public struct ResolvedInputs: Sendable {
  /// In the order of the arguments; below a folder in byte order of the paths.
  public internal(set) var files: [InputFile] = []
  /// One line each about what was passed over, for the log.
  public internal(set) var notes: [String] = []
  /// Inputs that could not be resolved; the others are read all the same.
  public internal(set) var failures: [IngestionError] = []
}

/// Turns `INPUT...` into files: a file or archive, a folder (walked), a pattern (`news/**/*.jsonl`, where the shell left it), a list
/// of inputs (`@FILE`, a line each), or `-` for standard input.
public enum InputPath {
  public static func resolve(_ arguments: [String]) -> ResolvedInputs {
    var inputs = ResolvedInputs()
    for argument in arguments { resolve(argument, inList: false, into: &inputs) }
    return inputs
  }

  private static func resolve(_ argument: String, inList: Bool, into inputs: inout ResolvedInputs) {
    do throws(IngestionError) {
      if argument == "-" {
        inputs.files.append(InputFile(place: .standardInput, format: .jsonLines, id: "-"))
      } else if argument.hasPrefix("@"), !inList {
        try InputList.forEachEntry(of: String(argument.dropFirst())) { resolve($0, inList: true, into: &inputs) }
      } else if PathPattern.isPattern(argument), !FileStatus.exists(argument) {
        for path in try PathPattern(argument).matches() { try resolve(path: path, into: &inputs) }
      } else {
        try resolve(path: argument, into: &inputs)
      }
    } catch {
      inputs.failures.append(error)
    }
  }

  private static func resolve(path: String, into inputs: inout ResolvedInputs) throws(IngestionError) {
    let status = try FileStatus(path)
    switch status.kind {
    case .folder: FolderWalk.walk(path, into: &inputs)
    case .file, .stream:
      let format = InputFormat(fileName: path)
      // A pipe handed over by the shell, such as /dev/fd/63, has no suffix.
      guard let format = format ?? (status.kind == .stream ? .jsonLines : nil) else {
        throw IngestionError(
          .unknownFormat, file: path, what: "its suffix names no format that is read",
          remedy: "use \(InputFormat.suffixes), or pipe it to -")
      }
      let id = FileName(CompressedName(path).withoutSuffixes + ".").stem
      inputs.files.append(InputFile(place: .path(path), format: format, id: id))
    }
  }
}

/// What the system says of a path, links followed.
struct FileStatus {
  enum Kind { case file, folder, stream }
  /// Which file it is, whatever the path.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }
  let kind: Kind
  let identity: Identity

  /// Throws `.missing` or `.unreadable`.
  init(_ path: String) throws(IngestionError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw OpenFile.failure(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: kind = .folder
    case S_IFREG: kind = .file
    default: kind = .stream
    }
    identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
