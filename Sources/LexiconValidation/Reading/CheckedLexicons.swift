public import DocumentModel
import Lexicons
import Segmentation

/// All files of some lexicon folders, as they are, and their rows with overlays applied as in a run.
public struct CheckedLexicons: Sendable {
  /// Every table of every folder that is there or must be.
  let files: [CheckedFile]
  /// Required tables that the first folder lacks.
  let missing: [(schema: TableSchema, folder: String)]
  /// Tables that no lexicon reads, as they are named on the command line.
  let unknown: [(name: String, path: String)]
  let folders: [LexiconFolder]
  /// The day on which it is asked whether a suppression has expired.
  let today: PartialDate
  let normalizer: MatchingNormalizer
  /// For each file the characters that have no place in it.
  let faults: [[ScalarFault]]
  /// Every name of a row, by what is written.
  private(set) var surfaces: [String: [Surface]] = [:]
  /// The rules and their examples.
  private(set) var rules = RuleReading()
  private let rowsByTable: [String: [Row]]

  /// Reads folders; later ones are laid over earlier ones. Never fails: what cannot be read is a finding.
  public init(folders: [String], today: PartialDate) throws(ValidationError) {
    try self.init(folders.map(LexiconFolder.path), today: today)
  }

  /// Tables and rules in memory, by their paths below a lexicon folder.
  init(files: [String: [UInt8]], over base: [String: [UInt8]]? = nil, today: PartialDate) throws(ValidationError) {
    try self.init((base.map { [.memory($0)] } ?? []) + [.memory(files)], today: today)
  }

  private init(_ folders: [LexiconFolder], today: PartialDate) throws(ValidationError) {
    do { normalizer = try MatchingNormalizer() } catch { throw ValidationError(description: "\(error)") }
    self.folders = folders
    self.today = today
    var files: [CheckedFile] = []
    var missing: [(TableSchema, String)] = []
    var unknown: [(String, String)] = []
    for (number, folder) in folders.enumerated() {
      // Folders in memory have no name that could stand before their files.
      let prefix = if case .path(let path) = folder { path.hasSuffix("/") ? path : path + "/" } else { "" }
      for schema in TableName.schemas {
        do {
          let bytes = try folder.read(schema.file)
          files.append(
            CheckedFile(path: schema.file, name: prefix + schema.file, folder: number, schema: schema, bytes: bytes))
        } catch {
          if !error.isMissing {
            files.append(
              CheckedFile(
                path: schema.file, name: prefix + schema.file, folder: number, schema: schema, bytes: [],
                failure: error.reason))
          } else if number == 0, !schema.isOptional {
            missing.append((schema, prefix))
          }
        }
      }
      let known = Set(TableName.schemas.map(\.file))
      for part in ["checks", "gazetteers", "grammar", "names"] {
        for name in folder.names(in: part) where name.hasSuffix(".tsv") && !known.contains("\(part)/\(name)") {
          unknown.append((prefix + "\(part)/\(name)", "\(part)/\(name)"))
        }
      }
    }
    self.files = files
    self.missing = missing
    self.unknown = unknown
    var finder = ScalarFaultFinder(normalizer)
    faults = files.map { finder.faults(in: $0) }
    rowsByTable = Self.merged(files)
    rules = RuleReading(folders: folders, normalizer: normalizer)
    surfaces = Dictionary(grouping: Surface.all(of: self), by: \.text)
  }

  /// The rows of a table in the order of the folders: a later row takes the place of one with its key, `-key` removes it.
  subscript(_ table: TableName) -> [Row] { rowsByTable[table.rawValue, default: []] }

  /// Whether a table is there from beginning to end, so that a row it lacks is really missing.
  func isWhole(_ table: TableName) -> Bool {
    let parts = files.filter { $0.path == table.rawValue }
    return !parts.isEmpty && parts.allSatisfy(\.isWhole)
  }

  /// Whether a table is there, and rows of it may be lost: it cannot be read, or is cut off.
  func isCutOff(_ table: TableName) -> Bool { files.contains { $0.path == table.rawValue && !$0.isWhole } }

  /// What stands before the paths of each folder's files.
  var folderNames: [String] {
    folders.map { folder in if case .path(let path) = folder { path.hasSuffix("/") ? path : path + "/" } else { "" } }
  }

  /// The files whose lines can be read.
  var readableFiles: [CheckedFile] { files.filter(\.isReadable) }

  private static func merged(_ files: [CheckedFile]) -> [String: [Row]] {
    var merged: [String: [Row]] = [:]
    for (path, parts) in Dictionary(grouping: files.filter(\.isReadable), by: \.path) {
      guard parts.count > 1 else {
        merged[path] = parts[0].rows.filter { !$0.isRemoval }
        continue
      }
      var rows: [Row?] = []
      var places: [String: Int] = [:]
      for file in parts {
        for row in file.rows {
          let key = row.key
          if row.isRemoval {
            if let place = places.removeValue(forKey: String(key.dropFirst())) { rows[place] = nil }
          } else if let place = places[key], rows[place]?.file !== file {
            rows[place] = row
          } else {
            places[key] = rows.count
            rows.append(row)
          }
        }
      }
      merged[path] = rows.compactMap { $0 }
    }
    return merged
  }
}

/// The validator itself cannot work here.
public struct ValidationError: Error, CustomStringConvertible {
  public let description: String
}
