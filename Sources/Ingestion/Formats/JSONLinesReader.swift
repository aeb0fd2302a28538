public import DocumentModel

/// JSON Lines: one record `{id, text, title?, published?, source?, url?}` a line, other fields ignored.
///
/// Reads by chunks, so a file may be larger than memory; see ``InputLimits/lineBytes``. A bad line is a failure and the next one is read; blank lines are
/// skipped. When the file itself cannot be read further, that is the last element.
public struct JSONLinesReader: ~Copyable, Sendable {
  /// An article and where it stands.
  public struct Element: Sendable {
    /// 1-based.
    public let line: Int
    public let result: Result<Article, IngestionError>
  }

  private var source: ByteSource
  private var records: JSONLines

  /// Opens a file. Throws `.missing` or `.unreadable`.
  public init(path: String, options: InputOptions = InputOptions()) throws(IngestionError) {
    var source = ByteSource(limits: options.limits)
    try source.open(.path(path))
    self.source = source
    records = JSONLines(options)
  }

  /// As errors name it.
  public var file: String { source.name }

  /// The next record; nil after the last one.
  public mutating func next() -> Element? {
    records.next(from: &source).map { Element(line: $0.line ?? 0, result: $0.result) }
  }

  private static let wanted: Set<String> = ["id", "text", "title", "published", "source", "url"]

  /// The article of one line's bytes, its regions not yet found. `line` is 1-based.
  ///
  /// Throws `.notUTF8`, `.malformed`, `.missingField` or `.badField`.
  public static func article(from bytes: [UInt8], file: String, line: Int) throws(IngestionError) -> Article {
    if let bad = UTF8Decoding.firstBadByte(in: bytes) {
      throw UndecodableBytes(encoding: .utf8, offset: bad, count: 1).error(file: file, line: line, within: "the line")
    }
    return try article(fromUTF8: bytes, file: file, line: line)
  }

  static func article(fromUTF8 bytes: [UInt8], file: String, line: Int) throws(IngestionError) -> Article {
    var fields: [String: JSONValue] = [:]
    do throws(JSONFault) {
      fields = try JSONRecord.fields(wanted, of: bytes)
    } catch {
      throw IngestionError(
        .malformed, file: file, line: line, what: "malformed JSON at byte \(error.column): \(error.what)",
        remedy: "write one JSON object a line, {\"id\": …, \"text\": …}")
    }
    let record = Record(fields: fields, file: file, line: line)
    let id = try record.required("id")
    if id.isEmpty {
      throw IngestionError(
        .badField, file: file, line: line, what: "\"id\" is empty", remedy: "give every record an id of its own")
    }
    return Article(
      id: id, text: try record.required("text"), title: try record.optional("title"),
      published: try record.published(), source: try record.optional("source"), url: try record.optional("url"))
  }

  /// One record's fields, and where they stand.
  private struct Record {
    var fields: [String: JSONValue]
    var file: String
    var line: Int

    var id: String? { if case .string(let id) = fields["id"] { id } else { nil } }

    func required(_ name: String) throws(IngestionError) -> String {
      guard let text = try string(name) else {
        throw IngestionError(
          .missingField, file: file, line: line, id: id, what: "\"\(name)\" is missing",
          remedy: "every record needs \"id\" and \"text\", both strings")
      }
      return text
    }

    /// Nil also for the empty string: a field that says nothing is not there.
    func optional(_ name: String) throws(IngestionError) -> String? {
      guard let text = try string(name), !text.isEmpty else { return nil }
      return text
    }

    func published() throws(IngestionError) -> PartialDate? {
      try optional("published").map { text throws(IngestionError) in
        try RecordDate.published(text, file: file, line: line, id: id)
      }
    }

    private func string(_ name: String) throws(IngestionError) -> String? {
      switch fields[name] {
      case nil, .null: return nil
      case .string(let text): return text
      case .other(let kind):
        throw IngestionError(
          .badField, file: file, line: line, id: id, what: "\"\(name)\" is \(kind), not a string",
          remedy: "put it in quotation marks")
      }
    }
  }
}
