import FoundationEssentials
import Lexicons

/// The rule files of the lexicon folders in use, read once.
struct RuleFiles {
  private struct File {
    let name: String
    let path: String
    /// Nil where it cannot be read.
    let bytes: [UInt8]?
  }
  private let folders: [String]
  /// Folder by folder, each in the order of the names.
  private let files: [File]

  init(folders: [String]) {
    self.folders = folders
    files = folders.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/rules")) ?? []
      return names.filter { $0.hasSuffix(".rules") }.sorted().map { name in
        let path = folder + "/rules/" + name
        return File(name: name, path: path, bytes: try? FileBytes.read(path))
      }
    }
  }

  struct Missing: Error, CustomStringConvertible {
    let folders: [String]
    var description: String {
      "no rules/main.rules in \(folders.joined(separator: ", ")): give a lexicon folder that has one with --lexicons"
    }
  }

  /// Path of the main rule file: that of the last folder which has one.
  func mainFile() throws(Missing) -> String {
    for folder in folders.reversed() {
      let path = folder + "/rules/main.rules"
      if files.contains(where: { $0.path == path }) { return path }
    }
    throw Missing(folders: folders)
  }

  /// Foundation, which takes longer to begin than to read, is asked only what is wrong with a file.
  func read(_ path: String) throws -> [UInt8] {
    if let bytes = files.first(where: { $0.path == path })?.bytes { return bytes }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// The lexicons' hash carried on over the rule files' names and bytes.
  func hash(with lexicons: String) -> String {
    var hash = ContentHash()
    hash.add(lexicons)
    for file in files {
      hash.add(file.name)
      (file.bytes ?? []).withUnsafeBytes { hash.add($0) }
    }
    let digits = String(hash.low, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
