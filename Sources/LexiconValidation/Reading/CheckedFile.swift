import Lexicons

/// A table as it stands in its file, mistakes and all.
///
/// The loader stops at the first broken line; here every line is kept, so that one mistake hides no other. Lines and cells
/// are ranges of bytes, blanks at a cell's edges left out; only the checks of form look at the bytes around them.
final class CheckedFile: Sendable {
  /// Path below the lexicon folder: `grammar/posts.tsv`.
  let path: String
  /// The path with the folder in front, for places.
  let name: String
  /// Number of the folder, from 0.
  let folder: Int
  let schema: TableSchema?
  let bytes: [UInt8]
  /// Why it could not be read, in the system's words.
  let failure: String?
  /// Offset of the first byte that is not UTF-8.
  let invalidAt: Int?
  /// Each line without what ends it (LF, CR LF) and without a byte order mark.
  let lines: [Range<Int>]
  /// For each column of the schema its cell in a line; empty where the header lacks one.
  let columnCells: [Int]
  /// Cells of the header.
  let width: Int
  /// The lines that have as many cells as the header, in order: number of the line, and where its cells start in `cells`.
  private let rowStarts: [(line: Int32, cell: Int32)]
  private let cells: [Range<Int32>]

  init(path: String, name: String, folder: Int, schema: TableSchema?, bytes: [UInt8], failure: String? = nil) {
    (self.path, self.name, self.folder, self.schema) = (path, name, folder, schema)
    (self.bytes, self.failure) = (bytes, failure)
    invalidAt = Self.firstInvalidByte(of: bytes)
    lines = invalidAt == nil ? Self.lines(of: bytes) : []
    let header = lines.first.map { Self.cells(of: bytes, in: $0) } ?? []
    width = header.count
    let names = header.map { Self.text(bytes, $0) }
    let found = schema?.columns.map { names.firstIndex(of: $0) } ?? []
    columnCells = found.contains(nil) ? [] : found.compactMap { $0 }
    var rowStarts: [(line: Int32, cell: Int32)] = []
    var cells: [Range<Int32>] = []
    if !columnCells.isEmpty {
      cells.reserveCapacity(bytes.count / 6)
      for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
        let start = cells.count
        for cell in Self.cells(of: bytes, in: line) {
          cells.append(Int32(cell.lowerBound)..<Int32(cell.upperBound))
        }
        if cells.count - start == width {
          rowStarts.append((Int32(index + 1), Int32(start)))
        } else {
          cells.removeLast(cells.count - start)
        }
      }
    }
    self.rowStarts = rowStarts
    self.cells = cells
  }

  /// Whether content can be judged by it: it was read, is text, and has its columns.
  var isReadable: Bool { failure == nil && invalidAt == nil && (schema == nil || !columnCells.isEmpty) }

  /// Whether nothing seems to be missing at its end.
  var isWhole: Bool { isReadable && bytes.last == UInt8(ascii: "\n") }

  var rows: [Row] { rowStarts.indices.map { Row(file: self, index: $0) } }
  func line(ofRow index: Int) -> Int { Int(rowStarts[index].line) }

  /// A cell of a row by the number of its column in the schema.
  func cell(row: Int, column: Int) -> Range<Int> {
    let cell = cells[Int(rowStarts[row].cell) + columnCells[column]]
    return Int(cell.lowerBound)..<Int(cell.upperBound)
  }

  func text(_ range: Range<Int>) -> String { Self.text(bytes, range) }

  /// Where bytes of a line stand.
  func place(line: Int, bytes range: Range<Int>) -> Place {
    let start = column(line: line, byte: range.lowerBound)
    return Place(name, line: line, column: start, endColumn: start + Self.scalarCount(bytes[range]))
  }

  /// Number of a byte's code point in its line, from 1; the byte order mark does not count.
  private func column(line: Int, byte: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return 1 }
    return Self.scalarCount(bytes[lines[line - 1].lowerBound..<max(lines[line - 1].lowerBound, byte)]) + 1
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    func add(until end: Int) {
      lines.append(start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end))
    }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      add(until: index)
      start = index + 1
    }
    if start < bytes.count { add(until: bytes.count) }
    return lines
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The cells of a line, blanks at their edges left out.
  private static func cells(of bytes: [UInt8], in line: Range<Int>) -> [Range<Int>] {
    rawCells(of: bytes, in: line).map { trimmed($0, bytes) }
  }

  /// The cells of a line, all between two tabs.
  static func rawCells(of bytes: [UInt8], in line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where bytes[index] == UInt8(ascii: "\t") {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<line.upperBound)
    return cells
  }

  static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }
}

/// A line of a table with its cells.
struct Row: Sendable {
  let file: CheckedFile
  /// Number among the rows of its file, from 0.
  let index: Int

  var line: Int { file.line(ofRow: index) }

  /// The text of a cell; empty for a column that is not there.
  subscript(_ column: String) -> String { cell(column).map { file.text($0) } ?? "" }

  /// The items of a cell that holds a list, empty ones left out.
  func list(_ column: String) -> [String] {
    self[column].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
  }

  /// The bytes of a cell.
  func cell(_ column: String) -> Range<Int>? {
    guard let number = file.schema?.columns.firstIndex(of: column) else { return nil }
    return file.cell(row: index, column: number)
  }

  var place: Place { Place(file.name, line: line, column: 1) }

  func place(of column: String) -> Place { cell(column).map { file.place(line: line, bytes: $0) } ?? place }

  /// The cells that tell the row from others, with a blank between two.
  var key: String {
    guard let schema = file.schema else { return "" }
    return schema.key.map { file.text(file.cell(row: index, column: $0)) }.joined(separator: " ")
  }

  /// Whether it takes away a row of an earlier folder.
  var isRemoval: Bool { file.bytes[file.cell(row: index, column: 0)].first == UInt8(ascii: "-") }
}
