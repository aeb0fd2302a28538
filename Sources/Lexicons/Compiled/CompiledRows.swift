import FlatTables

/// Gives the rows of a compiled lexicon, reading each line when it is asked for.
struct CompiledRows: RowSource {
  private let file: FlatFile
  /// Names of the folders, as this run gives them.
  private let folders: [String]
  let contentHash: String
  private(set) var error: FlatFileError?

  init(_ file: FlatFile, folders: [String]) throws(FlatFileError) {
    self.file = file
    self.folders = folders
    contentHash = try file.text("rows.hash")
  }

  mutating func rows<Row: LexiconRow>(of type: Row.Type) -> Rows<Row> {
    do throws(FlatFileError) {
      let lines = try Lines(file, Row.schema, folders)
      return Rows(count: lines.count) { lines.rows($0) }
    } catch {
      self.error = self.error ?? error
      return []
    }
  }
}

/// The lines of one lexicon in a compiled file.
private struct Lines: Sendable {
  struct Part: Sendable {
    /// What row references call the table.
    let name: String
    let bytes: FlatArray<UInt8>
    let starts: FlatArray<UInt32>
  }
  private let schema: TableSchema
  /// By folder.
  private let parts: [Int: Part]
  private let only: Part?
  private let order: FlatArray<RowOrigin>
  let count: Int

  init(_ file: FlatFile, _ schema: TableSchema, _ folders: [String]) throws(FlatFileError) {
    let name = "rows.\(schema.name)"
    var parts: [Int: Part] = [:]
    let numbers: FlatArray<UInt32> = try file.array("\(name).folders")
    for folder in numbers.map(Int.init) {
      guard folder < folders.count else { throw .damaged(what: "it is made from more folders") }
      let part = Part(
        name: folder == 0 ? schema.file : "\(folders[folder])/\(schema.file)",
        bytes: try file.array("\(name).bytes.\(folder)"), starts: try file.array("\(name).starts.\(folder)"))
      guard let end = part.starts.last, Int(end) == part.bytes.count else {
        throw .damaged(what: "the lines of \(schema.file) do not fit their table")
      }
      parts[folder] = part
    }
    order = try file.array("\(name).order")
    only = order.isEmpty && parts.count == 1 ? parts.values.first : nil
    count = only.map { $0.starts.count - 1 } ?? order.count
    self.schema = schema
    self.parts = parts
  }

  /// Reads some rows. Their lines were read without error when the file was made, and the file is as it was made: a row
  /// that cannot be read is a mistake of the program.
  func rows<Row: LexiconRow>(_ range: Range<Int>) -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(range.count)
    for index in range {
      let (part, number) = place(of: index)
      let line = Int(part.starts[number])..<Int(part.starts[number + 1])
      // Rows follow the header without gaps, or the table would not have been taken.
      let table = Table(
        file: part.name, schema: schema, line: Array(part.bytes[line]), number: number + 2)
      var cells = RowReader(table, sources: nil)
      cells.start(0)
      do throws(LexiconError) {
        rows.append(try Row(&cells))
      } catch {
        preconditionFailure("a compiled row is broken: \(error)")
      }
    }
    return rows
  }

  private func place(of index: Int) -> (Part, Int) {
    if let only { return (only, index) }
    let origin = order[index]
    guard let part = parts[Int(origin.folder)] else { preconditionFailure("a compiled row is of no folder") }
    return (part, Int(origin.row))
  }
}
