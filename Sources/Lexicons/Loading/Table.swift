/// A TSV file cut into lines and cells, its structure checked; the cells are still bytes.
struct Table {
  /// What errors and row references call it.
  let file: String
  let schema: TableSchema
  let bytes: [UInt8]
  /// Where each cell ends, row after row, the header not counted. A cell starts after its predecessor's tab or newline.
  private(set) var cellEnds: [Int32] = []
  /// For each row where its line starts, and the line's number.
  private(set) var rows: [(start: Int32, line: Int32)] = []
  private(set) var errors: [LexiconError] = []

  init(file: String, schema: TableSchema, bytes: [UInt8]) {
    self.file = file
    self.schema = schema
    self.bytes = bytes
    guard checkEncoding() else { return }
    cellEnds.reserveCapacity(bytes.count / 6)
    cut()
  }

  /// One line of a table that was read before, its line feed with it.
  init(file: String, schema: TableSchema, line: [UInt8], number: Int) {
    self.file = file
    self.schema = schema
    bytes = line
    rows = [(0, Int32(number))]
    cellEnds.reserveCapacity(schema.columns.count)
    for (index, byte) in line.enumerated() where byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") {
      cellEnds.append(Int32(index))
    }
  }

  /// The bytes of a cell of a row, both from 0.
  func range(row: Int, column: Int) -> Range<Int> {
    let cell = row * schema.columns.count + column
    let start = column == 0 ? rows[row].start : cellEnds[cell - 1] + 1
    return Int(start)..<Int(cellEnds[cell])
  }

  func string(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// The key of a row: its cells, with a blank between two.
  func key(row: Int) -> String {
    var key = string(range(row: row, column: 0))
    for column in schema.key.dropFirst() { key += " " + string(range(row: row, column: column)) }
    return key
  }

  func error(_ problem: LexiconError.Problem, line: Int? = nil, column: Int? = nil) -> LexiconError {
    LexiconError(file: file, line: line, column: column, problem: problem)
  }

  private func line(at offset: Int) -> Int {
    bytes[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  private mutating func checkEncoding() -> Bool {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      errors.append(error(.byteOrderMark, line: 1))
      return false
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      errors.append(self.error(.notUTF8, line: line(at: error.byteOffsets.lowerBound)))
      return false
    }
    if let offset = bytes.firstIndex(of: UInt8(ascii: "\r")) {
      errors.append(error(.carriageReturn, line: line(at: offset)))
      return false
    }
    if bytes.last != UInt8(ascii: "\n") {
      errors.append(error(.noFinalNewline, line: line(at: bytes.count)))
      return false
    }
    return true
  }

  private mutating func cut() {
    let (tab, newline) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"))
    let width = schema.columns.count
    var line = 1
    var lineStart = 0
    var firstCell = 0
    var ends = cellEnds
    var rows = self.rows
    var errors: [LexiconError] = []
    for (index, byte) in bytes.enumerated() where byte == tab || byte == newline {
      ends.append(Int32(index))
      guard byte == newline else { continue }
      let found = ends.count - firstCell
      if line == 1 {
        let header = string(lineStart..<index).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        if let problem = headerProblem(header) {
          self.errors.append(error(problem.0, line: 1, column: problem.1))
          return
        }
        ends.removeAll(keepingCapacity: true)
      } else if index == lineStart {
        errors.append(error(.emptyLine, line: line))
        ends.removeLast(found)
      } else if found != width {
        errors.append(error(.cellCount(found: found, expected: width), line: line))
        ends.removeLast(found)
      } else {
        rows.append((Int32(lineStart), Int32(line)))
        firstCell = ends.count
      }
      line += 1
      lineStart = index + 1
    }
    cellEnds = ends
    self.rows = rows
    self.errors = errors
  }

  /// What is wrong with the header, and in which cell, from 1.
  private func headerProblem(_ header: [String]) -> (LexiconError.Problem, Int?)? {
    let expected = schema.columns
    guard header != expected else { return nil }
    if let index = header.firstIndex(where: { !expected.contains($0) }) {
      return (.unknownColumn(name: header[index], expected: expected), index + 1)
    }
    if let name = expected.first(where: { !header.contains($0) }) {
      return (.missingColumn(name: name, expected: expected), nil)
    }
    return (.columnOrder(expected: expected), nil)
  }
}
