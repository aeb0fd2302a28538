import FoundationEssentials
import Lexicons

/// The rule files of the lexicon folders in use.
struct RuleFiles {
  let folders: [String]

  struct Missing: Error, CustomStringConvertible {
    let folders: [String]
    var description: String {
      "no rules/main.rules in \(folders.joined(separator: ", ")): give a lexicon folder that has one with --lexicons"
    }
  }

  /// Path of the main rule file: that of the last folder which has one.
  func mainFile() throws(Missing) -> String {
    for folder in folders.reversed() where FileManager.default.fileExists(atPath: folder + "/rules/main.rules") {
      return folder + "/rules/main.rules"
    }
    throw Missing(folders: folders)
  }

  /// Foundation, which takes longer to begin than to read, is asked only what is wrong with a file.
  func read(_ path: String) throws -> [UInt8] {
    guard let bytes = try? FileBytes.read(path) else { return Array(try Data(contentsOf: URL(filePath: path))) }
    return bytes
  }

  /// The lexicons' hash carried on over the rule files' names and bytes.
  func hash(with lexicons: String) -> String {
    var hash = ContentHash()
    hash.add(lexicons)
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/rules")) ?? []
      for name in names.sorted() where name.hasSuffix(".rules") {
        hash.add(name)
        ((try? read(folder + "/rules/" + name)) ?? []).withUnsafeBytes { hash.add($0) }
      }
    }
    let digits = String(hash.low, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
