import DocumentModel

/// An article or a failure, and the line where it stands.
struct ReadRecord {
  /// 1-based; nil where the file or member is the article.
  let line: Int?
  let result: Result<Article, IngestionError>
}

/// The records of JSON Lines in a source.
struct JSONLines: Sendable {
  private var lines: LineReader
  private var broken = false

  init(_ options: InputOptions) { lines = LineReader(options) }

  /// The next record; nil after the last one. When the source cannot be read further, that is the last one.
  mutating func next(from source: inout ByteSource) -> ReadRecord? {
    while !broken {
      do throws(IngestionError) {
        guard let line = try lines.next(from: &source) else { return nil }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        return ReadRecord(line: lines.number, result: .success(try article(line, source.name)))
      } catch {
        if error.line == nil { broken = true }
        return ReadRecord(line: error.line ?? lines.number + 1, result: .failure(error))
      }
    }
    return nil
  }

  private func article(_ line: [UInt8], _ file: String) throws(IngestionError) -> Article {
    var utf8: [UInt8] = []
    do throws(UndecodableBytes) {
      utf8 = try lines.decoding.utf8(of: line)
    } catch {
      let bad = UndecodableBytes(encoding: lines.encoding, offset: error.offset, count: error.count)
      throw bad.error(file: file, line: lines.number, within: "the line")
    }
    return try JSONLinesReader.article(fromUTF8: utf8, file: file, line: lines.number)
  }
}

/// The date of a record.
enum RecordDate {
  /// Throws `.badField`.
  static func published(_ text: String, file: String, line: Int, id: String?) throws(IngestionError) -> PartialDate {
    if let date = PartialDate(iso: text) ?? PageDates.leadingDate(in: text) { return date }
    throw IngestionError(
      .badField, file: file, line: line, id: id, what: "\"published\" is \"\(text.prefix(40))\", which is no date",
      remedy: "write it as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out")
  }
}
