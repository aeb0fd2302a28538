/// Where files of lexicons are: a folder on disk, or a few files in memory, by their paths below a lexicon folder.
package enum LexiconFolder: Sendable {
  case path(String)
  case memory([String: [UInt8]])

  /// What messages call it.
  package var name: String {
    switch self {
    case .path(let path): path
    case .memory: "memory"
    }
  }

  package var isInMemory: Bool {
    if case .memory = self { true } else { false }
  }

  package func read(_ file: String) throws(FileBytes.Failure) -> [UInt8] {
    switch self {
    case .path(let path): return try FileBytes.read("\(path)/\(file)")
    case .memory(let files):
      guard let bytes = files[file] else { throw .missing }
      return bytes
    }
  }

  /// The names of the files right below a part of it, sorted.
  package func names(in part: String) -> [String] {
    switch self {
    case .path(let path): FileBytes.names(in: "\(path)/\(part)")
    case .memory(let files):
      files.keys.filter { $0.hasPrefix(part + "/") }.map { String($0.dropFirst(part.count + 1)) }.sorted()
    }
  }
}
