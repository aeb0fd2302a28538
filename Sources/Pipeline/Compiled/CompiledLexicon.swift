import FlatTables
import Lexicons
import Segmentation

/// A compiled lexicon: everything the stages make of the tables of some folders, as one file to be mapped.
struct CompiledLexicon {
  /// Version of what is in the file. The file also says which build of the program wrote it: tables are as that build lays
  /// them out, and hold what it makes of the rows.
  static let format: UInt32 = 1

  /// What has been found beside the lexicons.
  enum Finding {
    case none
    case usable(FlatFile)
    /// Why it is not what would be made now.
    case stale(String)
  }

  /// It is not what its name says, or not whole.
  struct Broken: Error, CustomStringConvertible {
    let path: String
    let error: FlatFileError
    var description: String { "\(path): \(error) — make it again with gongbao lexicon build, or delete it" }
  }

  /// Where the compiled form of folders laid over each other is looked for: in the last one.
  static func path(for folders: [String]) -> String { (folders.last ?? ".") + "/" + Pipeline.compiledFile }

  /// Looks whether there is one, and whether it is that of the tables as they are.
  static func find(for folders: [String]) throws(Broken) -> Finding {
    let path = path(for: folders)
    do throws(FlatFileError) {
      let file = try FlatFile(path: path, format: format)
      guard try file.text("maker") == maker else { return .stale("another build of the program made it") }
      if let change = try SourceStamps(file).change(in: folders) { return .stale(change) }
      return .usable(file)
    } catch {
      switch error {
      case .missing: return .none
      case .otherFormat: return .stale("it \(error)")
      case .unreadable, .foreign, .damaged: throw Broken(path: path, error: error)
      }
    }
  }

  /// What the contents depend on besides the tables: the program, known by the size and time of its file, and the ICU by
  /// which terms are put into their matching form.
  static var maker: String {
    let program = FileBytes.status(of: "/proc/self/exe")
    return "\(program?.size ?? 0) \(program?.seconds ?? 0) ICU \(ICU.version)"
  }
}
