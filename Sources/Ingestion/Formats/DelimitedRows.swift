/// The rows of CSV (RFC 4180) or TSV in a source: fields between separators, in quotation marks where they hold separators, line
/// breaks or quotation marks (doubled). A quotation mark inside an unquoted field is a character like others.
///
/// In every encoding that has bytes for lines, separators and quotation marks are bytes that nothing else has.
struct DelimitedRows: Sendable {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private enum State { case fieldStart, plain, quoted, quoteInQuoted, bad }

  private let separator: UInt8
  private let limit: Int
  private var chunks: TextChunks
  private var chunk: [UInt8] = []
  private var position = 0
  private var ended = false
  /// Line that the next byte stands on, 1-based.
  private var line = 1
  /// Line on which the row given last starts.
  private(set) var rowLine = 1

  init(separator: UInt8, _ options: InputOptions) {
    self.separator = separator
    chunks = TextChunks(options)
    limit = options.limits.lineBytes
  }

  var decoding: TextDecoding { chunks.decoding }
  var encoding: TextEncoding { chunks.encoding }

  /// The next row's fields, not yet decoded; nil after the last one. Blank lines are no rows.
  ///
  /// Throws `.malformed` or `.tooLarge` with the line, and goes on behind that row; and what the source throws.
  mutating func next(from source: inout ByteSource) throws(IngestionError) -> [[UInt8]]? {
    while let row = try row(from: &source) {
      if row.count > 1 || row.first?.isEmpty == false { return row }
    }
    return nil
  }

  private mutating func row(from source: inout ByteSource) throws(IngestionError) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var size = 0
    var state = State.fieldStart
    var quotedSince = line
    rowLine = line
    var begun = false
    while let byte = try byte(from: &source) {
      begun = true
      size += 1
      if byte == Self.lineFeed { line += 1 }
      if state == .quoted {
        if byte == Self.quote {
          state = .quoteInQuoted
        } else if size <= limit {
          field.append(byte)
          copyRun(into: &field, &size) { $0 == Self.quote || $0 == Self.lineFeed }
        }
        continue
      }
      if byte == Self.lineFeed {
        if state != .quoteInQuoted, field.last == Self.carriageReturn { field.removeLast() }
        fields.append(field)
        try check(state, size, source.name)
        return fields
      }
      if state == .bad || size > limit { continue }
      switch (state, byte) {
      case (_, separator):
        fields.append(field)
        field = []
        state = .fieldStart
      case (.fieldStart, Self.quote):
        state = .quoted
        quotedSince = line
      case (.quoteInQuoted, Self.quote):
        field.append(byte)
        state = .quoted
      case (.quoteInQuoted, Self.carriageReturn): break
      case (.quoteInQuoted, _): state = .bad
      default:
        field.append(byte)
        state = .plain
        let separator = separator
        copyRun(into: &field, &size) { $0 == separator || $0 == Self.lineFeed }
      }
    }
    guard begun else { return nil }
    if state == .quoted {
      throw IngestionError(
        .malformed, file: source.name, line: rowLine,
        what: "the quotation mark that opens on line \(quotedSince) is never closed, and all behind it is one field",
        remedy: "close it, and double quotation marks inside a field")
    }
    if state != .quoteInQuoted, field.last == Self.carriageReturn { field.removeLast() }
    fields.append(field)
    try check(state, size, source.name)
    return fields
  }

  private func check(_ state: State, _ size: Int, _ file: String) throws(IngestionError) {
    if state == .bad {
      throw IngestionError(
        .malformed, file: file, line: rowLine,
        what: "something stands between a field's closing quotation mark and its end",
        remedy: "double quotation marks inside a field")
    }
    if size > limit {
      throw IngestionError(
        .tooLarge, file: file, line: rowLine, what: "the row has more than the \(limit) bytes it may have",
        remedy: "close the quotation marks, or split the article")
    }
  }

  /// Copies what follows up to a byte that means something, as far as the chunk goes.
  private mutating func copyRun(into field: inout [UInt8], _ size: inout Int, until stops: (UInt8) -> Bool) {
    let end = chunk[position...].firstIndex(where: stops) ?? chunk.count
    size += end - position
    if size <= limit { field.append(contentsOf: chunk[position..<end]) }
    position = end
  }

  private mutating func byte(from source: inout ByteSource) throws(IngestionError) -> UInt8? {
    if position == chunk.count {
      guard !ended else { return nil }
      chunk = try chunks.next(from: &source)
      position = 0
      ended = chunk.isEmpty
      if ended { return nil }
    }
    position += 1
    return chunk[position - 1]
  }
}
