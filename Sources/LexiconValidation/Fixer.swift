import Lexicons
import Segmentation

/// Mends what can be mended without knowing anything: line ends, byte order mark, empty lines, blanks at the edges of cells,
/// NFC, the order of rows, exact duplicates. Everything else stays byte for byte.
public struct Fixer {
  /// A file that was mended.
  public struct Fix: Sendable {
    /// Path as it was given, to be written to.
    public let path: String
    public let bytes: [UInt8]
  }

  /// The files of the folders that would change.
  public static func fixes(for lexicons: CheckedLexicons) -> [Fix] {
    lexicons.files.compactMap { file in
      guard file.isReadable, let schema = file.schema else { return nil }
      let fixed = fixed(file.bytes, schema)
      return fixed == file.bytes ? nil : Fix(path: file.name, bytes: fixed)
    }
  }

  static func fixed(_ bytes: [UInt8], _ schema: TableSchema) -> [UInt8] {
    let file = CheckedFile(path: schema.file, name: schema.file, folder: 0, schema: schema, bytes: bytes)
    guard file.isReadable else { return bytes }
    let names = CheckedFile.rawCells(of: bytes, in: file.lines[0]).map {
      file.text(CheckedFile.trimmed($0, bytes))
    }
    var lines: [[UInt8]] = []
    for line in file.lines where !line.allSatisfy({ bytes[$0] == UInt8(ascii: " ") }) {
      lines.append(fixed(line, of: file, names, schema))
    }
    let header = lines.removeFirst()
    lines.sort { $0.lexicographicallyPrecedes($1) }
    var result = header + [UInt8(ascii: "\n")]
    result.reserveCapacity(bytes.count)
    var last: [UInt8]?
    for line in lines where line != last {
      result += line
      result.append(UInt8(ascii: "\n"))
      last = line
    }
    return result
  }

  private static func fixed(_ line: Range<Int>, of file: CheckedFile, _ names: [String], _ schema: TableSchema)
    -> [UInt8]
  {
    var result: [UInt8] = []
    for (number, cell) in CheckedFile.rawCells(of: file.bytes, in: line).enumerated() {
      if number > 0 { result.append(UInt8(ascii: "\t")) }
      // Carriage returns inside a line end nothing: they are left to the check.
      var text = file.text(CheckedFile.trimmed(cell, file.bytes))
      if !NormalForm.isComposed(text) { text = NormalForm.composed(text) }
      if number < names.count, ColumnRule.of(schema, names[number])?.type.isList == true, text.contains(" ") {
        text = text.split(separator: ",", omittingEmptySubsequences: false).map { item in
          item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().map { String($0) }.joined()
        }.joined(separator: ",")
      }
      result += Array(text.utf8)
    }
    return result
  }
}
