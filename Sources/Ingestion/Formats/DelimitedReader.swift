import DocumentModel

/// The articles of CSV or TSV in a source: a row an article. The first row names the columns, unless ``ColumnNames`` gives their order;
/// `text` must be among them. A row without an id is called by the file's and its line: `news:12`.
struct DelimitedReader: Sendable {
  private var rows: DelimitedRows
  private let names: ColumnNames
  private let fileID: String
  /// Where each field's column is; empty before the header was read.
  private var columns: [ColumnNames.Field: Int] = [:]
  private var width = 0
  private var broken = false

  init(separator: UInt8, fileID: String, _ options: InputOptions) {
    rows = DelimitedRows(separator: separator, options)
    names = options.columns
    self.fileID = fileID
    if let order = options.columns.order {
      width = order.count
      for (index, field) in order.enumerated() { if let field { columns[field] = index } }
    }
  }

  /// The next record; nil after the last one. When the header or the source is of no use, that is the last one.
  mutating func next(from source: inout ByteSource) -> ReadRecord? {
    while !broken {
      do throws(IngestionError) {
        if columns.isEmpty, try !readHeader(from: &source) { return nil }
        guard let row = try rows.next(from: &source) else { return nil }
        return ReadRecord(line: rows.rowLine, result: .success(try article(row, source.name)))
      } catch {
        if error.line == nil || columns.isEmpty { broken = true }
        return ReadRecord(line: error.line ?? rows.rowLine, result: .failure(error))
      }
    }
    return nil
  }

  /// Whether there is one.
  private mutating func readHeader(from source: inout ByteSource) throws(IngestionError) -> Bool {
    guard let row = try rows.next(from: &source) else { return false }
    let header = try row.map { cell throws(IngestionError) in try decoded(cell, source.name).trimmed }
    width = header.count
    var found: [ColumnNames.Field: Int] = [:]
    for field in ColumnNames.Field.allCases {
      let name = names.name(of: field)
      let places = header.indices.filter {
        header[$0] == name || names.names[field] == nil && header[$0].lowercased() == name
      }
      guard places.count < 2 else {
        throw headerError(source.name, "two columns are called \"\(name)\"", "rename one of them")
      }
      if let place = places.first {
        found[field] = place
      } else if names.names[field] != nil || field == .text {
        let all = header.prefix(20).map { "\"\($0.prefix(30))\"" }.joined(separator: ", ")
        throw headerError(
          source.name, "no column is called \"\(name)\"; there are \(all)",
          "name the columns with --columns, text=正文 for example, or id,,text for a file without a header")
      }
    }
    columns = found
    return true
  }

  private func headerError(_ file: String, _ what: String, _ remedy: String) -> IngestionError {
    IngestionError(.missingField, file: file, line: rows.rowLine, what: what, remedy: remedy)
  }

  private func article(_ row: [[UInt8]], _ file: String) throws(IngestionError) -> Article {
    guard row.count == width else {
      throw IngestionError(
        .malformed, file: file, line: rows.rowLine, what: "the row has \(row.count) fields, there are \(width) columns",
        remedy: "put fields with separators or line breaks in them in quotation marks")
    }
    func value(_ field: ColumnNames.Field) throws(IngestionError) -> String? {
      guard let column = columns[field] else { return nil }
      let text = try decoded(row[column], file)
      return text.isEmpty ? nil : text
    }
    let id = try value(.id) ?? "\(fileID):\(rows.rowLine)"
    guard let text = try value(.text) else {
      throw IngestionError(
        .missingField, file: file, line: rows.rowLine, id: id, what: "\"\(names.name(of: .text))\" is empty",
        remedy: "give every row a text")
    }
    var published: PartialDate?
    if let date = try value(.published) {
      published = try RecordDate.published(date, file: file, line: rows.rowLine, id: id)
    }
    return Article(
      id: id, text: text, title: try value(.title), published: published, source: try value(.source),
      url: try value(.url))
  }

  private func decoded(_ cell: [UInt8], _ file: String) throws(IngestionError) -> String {
    do throws(UndecodableBytes) {
      return String(decoding: try rows.decoding.utf8(of: cell), as: UTF8.self)
    } catch {
      let bad = UndecodableBytes(encoding: rows.encoding, offset: error.offset, count: error.count)
      throw bad.error(file: file, line: rows.rowLine, within: "a field")
    }
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
