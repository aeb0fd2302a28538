import FoundationEssentials

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

  func read(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  /// The lexicons' hash carried on over the rule files' names and bytes.
  func hash(with lexicons: String) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    add(lexicons.utf8)
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/rules")) ?? []
      for name in names.sorted() where name.hasSuffix(".rules") {
        add(name.utf8)
        add((try? read(folder + "/rules/" + name)) ?? [])
      }
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
