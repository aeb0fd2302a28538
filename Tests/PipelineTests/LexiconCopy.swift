import FoundationEssentials
import ShippedPipeline
import Testing

@testable import Pipeline

/// A lexicon folder of a test, gone after it.
final class LexiconCopy {
  enum Content {
    case empty
    /// All tables with their header lines alone, but for the sources; and the shipped rules.
    case headers
    case shipped
  }
  let path: String

  private static let parts = ["gazetteers", "grammar", "names"]

  init(_ content: Content) throws {
    let files = FileManager.default
    path = files.temporaryDirectory.path + "/gongbao-compiled-\(UUID().uuidString)"
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard content != .empty else { return }
    let shipped = Shipped.repository + "/Lexicons"
    for part in Self.parts + ["rules"] { try files.copyItem(atPath: "\(shipped)/\(part)", toPath: "\(path)/\(part)") }
    guard content == .headers else { return }
    for part in Self.parts {
      for name in try files.contentsOfDirectory(atPath: "\(path)/\(part)")
      where name.hasSuffix(".tsv") && name != "sources.tsv" {
        try write("\(part)/\(name)", Self.header(of: "\(part)/\(name)"))
      }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func compile(_ folders: [String]? = nil) throws {
    try write(Pipeline.compiledFile, try Pipeline.compile(lexicons: folders ?? [path]))
  }

  func compiled() throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path + "/" + Pipeline.compiledFile))) }

  func write(_ file: String, _ bytes: [UInt8]) throws {
    let target = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
  }

  /// Adds lines at the end of a table.
  func add(_ file: String, _ lines: [String]) throws {
    let before = try Array(Data(contentsOf: URL(filePath: path + "/" + file)))
    try write(file, before + lines.flatMap { Array(($0 + "\n").utf8) })
  }

  func replace(_ old: String, _ new: String, in file: String) throws {
    let text = try String(decoding: Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
    try write(file, Array(text.replacing(old, with: new).utf8))
  }

  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

  /// The first line of a shipped table.
  static func header(of file: String) throws -> [UInt8] {
    let bytes = try Array(Data(contentsOf: URL(filePath: Shipped.repository + "/Lexicons/" + file)))
    return Array(bytes.prefix { $0 != UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")]
  }

  /// A row that removes one has the key alone, and as many tabs as any other.
  static func filled(_ line: String) -> String { line.hasPrefix("-") ? line + "\t\t\t\t\t" : line }
}
