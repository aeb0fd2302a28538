import DocumentModel

/// Hands out the cells of a row one after the other, as the type that is asked for.
///
/// Every call takes the next cell; the name says which one it must be, for messages and for the reader of the code.
struct RowReader {
  let table: Table
  /// Ids of sources.tsv; nil where they are not known, so that any is taken.
  let sources: Set<String>?
  private var row = 0
  private var column = 0
  /// The source of the row before, which mostly is this one's.
  private var lastSource = ""

  init(_ table: Table, sources: Set<String>?) {
    self.table = table
    self.sources = sources
  }

  /// Goes to the first cell of a row, from 0.
  mutating func start(_ row: Int) {
    self.row = row
    column = 0
  }

  /// Where the row stands.
  var reference: RowReference { RowReference(file: table.file, line: Int(table.rows[row].line)) }

  private mutating func next(_ name: StaticString) -> Range<Int> {
    assert(table.schema.columns[column] == name.description, "cells are read in the order of the columns")
    defer { column += 1 }
    return table.range(row: row, column: column)
  }

  /// An error at the cell that was read last.
  private func error(_ problem: LexiconError.Problem) -> LexiconError {
    table.error(problem, line: Int(table.rows[row].line), column: column)
  }

  /// Text that must be there.
  mutating func text(_ name: StaticString) throws(LexiconError) -> String {
    let range = next(name)
    guard !range.isEmpty else { throw error(.emptyCell(column: name.description)) }
    return table.string(range)
  }

  /// Text, nil for an empty cell.
  mutating func optionalText(_ name: StaticString) -> String? {
    let range = next(name)
    return range.isEmpty ? nil : table.string(range)
  }

  /// Items with `,` between two; none for an empty cell.
  mutating func list(_ name: StaticString) throws(LexiconError) -> [String] {
    let range = next(name)
    guard !range.isEmpty else { return [] }
    var items: [String] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || table.bytes[index] == UInt8(ascii: ",") else { continue }
      guard index > start else { throw error(.emptyListItem(column: name.description)) }
      items.append(table.string(start..<index))
      start = index + 1
    }
    return items
  }

  /// `y`, or `n` or nothing.
  mutating func flag(_ name: StaticString) throws(LexiconError) -> Bool {
    let range = next(name)
    if range.isEmpty { return false }
    if range.count == 1, table.bytes[range.lowerBound] == UInt8(ascii: "y") { return true }
    if range.count == 1, table.bytes[range.lowerBound] == UInt8(ascii: "n") { return false }
    throw error(.unknownValue(column: name.description, value: table.string(range), expected: ["y", "n"]))
  }

  /// One of the values of an enumeration, which must be there.
  mutating func choice<Value>(_ name: StaticString, of type: Value.Type = Value.self) throws(LexiconError) -> Value
  where Value: RawRepresentable<String> & CaseIterable {
    guard let value = try optionalChoice(name, of: type) else { throw error(.emptyCell(column: name.description)) }
    return value
  }

  /// One of the values of an enumeration; nil for an empty cell.
  mutating func optionalChoice<Value>(_ name: StaticString, of type: Value.Type = Value.self) throws(LexiconError)
    -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    let range = next(name)
    guard !range.isEmpty else { return nil }
    let written = table.string(range)
    guard let value = Value(rawValue: written) else {
      let expected = Value.allCases.map(\.rawValue)
      throw error(.unknownValue(column: name.description, value: written, expected: expected))
    }
    return value
  }

  /// A whole number in decimal digits, which must be there.
  mutating func integer(_ name: StaticString) throws(LexiconError) -> Int {
    let range = next(name)
    guard !range.isEmpty else { throw error(.emptyCell(column: name.description)) }
    guard range.count <= 9, case (let number, 0)? = table.decimal(range) else {
      throw error(.badNumber(column: name.description, value: table.string(range)))
    }
    return number
  }

  /// A number that is not negative, `12` or `0.25`; nil for an empty cell.
  mutating func optionalNumber(_ name: StaticString) throws(LexiconError) -> Double? {
    let range = next(name)
    guard !range.isEmpty else { return nil }
    guard range.count <= 16, let (digits, decimals) = table.decimal(range) else {
      throw error(.badNumber(column: name.description, value: table.string(range)))
    }
    // Both are exact, so the quotient is the nearest number to what is written.
    var divisor = 1.0
    for _ in 0..<decimals { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// A number that is not negative; 0 for an empty cell.
  mutating func number(_ name: StaticString) throws(LexiconError) -> Double { try optionalNumber(name) ?? 0 }

  /// A date; nil for an empty cell.
  mutating func optionalDate(_ name: StaticString) throws(LexiconError) -> PartialDate? {
    let range = next(name)
    guard !range.isEmpty else { return nil }
    guard let date = table.date(range) else {
      throw error(.badDate(column: name.description, value: table.string(range)))
    }
    return date
  }

  /// The cells `valid_from` and `valid_to`.
  mutating func validity() throws(LexiconError) -> Validity {
    let from = try optionalDate("valid_from")
    let to = try optionalDate("valid_to")
    if let from, let to, !(from.earliest < to.earliest) {
      throw error(.emptyInterval(from: from.description, to: to.description))
    }
    return Validity(from: from, to: to)
  }

  /// A code of GB/T 2260; nil for an empty cell.
  mutating func optionalCode(_ name: StaticString) throws(LexiconError) -> String? {
    guard let code = optionalText(name) else { return nil }
    let digits = code.utf8
    guard digits.count == 6, digits.allSatisfy({ (0x30...0x39).contains($0) }), let first = digits.first,
      (0x31...0x38).contains(first)
    else { throw error(.badCode(column: name.description, value: code)) }
    return code
  }

  /// The cell `src`, an id of sources.tsv.
  mutating func source() throws(LexiconError) -> String {
    let source = try text("src")
    if source == lastSource { return source }
    if let sources, !sources.contains(source) {
      let file = Source.schema.file
      throw error(.unknownReference(column: "src", value: source, file: file, key: "src"))
    }
    lastSource = source
    return source
  }
}
