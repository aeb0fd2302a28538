import CArchive
import DocumentModel

/// WARC (ISO 28500): the pages that a crawl was answered with. An article is a `response` record (or a `resource`) with HTML or plain
/// text and status 200; its id is the record's, its url the address that was asked for. All other records are passed over.
struct WARCReader: Sendable {
  private let options: InputOptions
  private var stream: RecordStream
  private var broken = false
  private var passed = 0

  init(_ options: InputOptions) {
    self.options = options
    stream = RecordStream()
  }

  /// The next article; nil after the last one. When the file breaks, that is the last one.
  mutating func next(from source: inout ByteSource, _ notes: inout InputNotes) -> ReadRecord? {
    while !broken {
      let start = stream.offset
      do throws(IngestionError) {
        guard let header = try WARCHeader(&stream, &source) else {
          if passed > 0 { notes.add("\(source.name): \(passed) records passed over that are no pages with text") }
          passed = 0
          return nil
        }
        if let article = try article(header, &source, &notes) {
          return ReadRecord(line: nil, result: .success(article))
        }
        passed += 1
      } catch {
        // What is wrong with a page leaves the next record where it is.
        if error.id == nil { broken = true }
        return ReadRecord(line: nil, result: .failure(placed(error, start)))
      }
    }
    return nil
  }

  private func placed(_ error: IngestionError, _ offset: Int) -> IngestionError {
    IngestionError(
      error.code, file: error.file, id: error.id, what: "record at byte \(offset): \(error.what)", remedy: error.remedy)
  }

  private mutating func article(
    _ header: WARCHeader, _ source: inout ByteSource, _ notes: inout InputNotes
  ) throws(IngestionError) -> Article? {
    let isResponse = header.type == "response" && header["content-type"].hasPrefix("application/http")
    guard isResponse || header.type == "resource" else {
      try stream.skip(header.length, &source)
      return nil
    }
    guard header.length <= options.limits.pageBytes else {
      try stream.skip(header.length, &source)
      // A film or an archive is no page that is too long.
      return nil
    }
    let block = try stream.take(header.length, &source)
    var payload = HTTPPayload(contentType: header["content-type"], body: block)
    if isResponse {
      guard let answer = HTTPPayload(response: block) else { return nil }
      payload = answer
    }
    let type = payload.contentType.lowercased()
    let isHTML = type.contains("html")
    guard isHTML || type.hasPrefix("text/plain") else { return nil }
    let body = try payload.decoded(limit: options.limits.pageBytes, file: source.name, id: header.id)
    let declared = MetaCharset.inContentType(payload.contentType)
    var article: Article
    if isHTML {
      let page = try HTMLReader.page(from: body, declared: declared, id: header.id, file: source.name, options: options)
      if let note = page.dropped.note(of: "\(source.name): \(header.target)") { notes.add(note) }
      article = page.article
    } else {
      article = Article(
        id: header.id,
        text: try PlainTextReader.text(of: body, declared: declared, id: header.id, file: source.name, options: options)
      )
    }
    article.url = header.target.isEmpty ? article.url : header.target
    return article
  }
}

/// The bytes of a source, taken by lines and by numbers.
struct RecordStream: Sendable {
  private var chunk: [UInt8] = []
  private var position = 0
  /// Bytes taken so far.
  private(set) var offset = 0

  private mutating func fill(_ source: inout ByteSource) throws(IngestionError) -> Bool {
    if position < chunk.count { return true }
    chunk = try source.read()
    position = 0
    return !chunk.isEmpty
  }

  /// A line without its end; nil at the end of the source. Throws `.corrupt` beyond `limit` bytes.
  mutating func line(limit: Int, _ source: inout ByteSource) throws(IngestionError) -> [UInt8]? {
    var line: [UInt8] = []
    var begun = false
    while try fill(&source) {
      begun = true
      let end = chunk[position...].firstIndex(of: 0x0A)
      line += chunk[position..<(end ?? chunk.count)]
      offset += (end.map { $0 + 1 } ?? chunk.count) - position
      position = end.map { $0 + 1 } ?? chunk.count
      if line.count > limit {
        throw IngestionError(
          .corrupt, file: source.name, what: "a line of a header has more than \(limit) bytes",
          remedy: "it may be no WARC, or damaged: fetch it again")
      }
      if end != nil { break }
    }
    if line.last == 0x0D { line.removeLast() }
    return begun ? line : nil
  }

  /// Throws `.corrupt` where there are not so many.
  mutating func take(_ count: Int, _ source: inout ByteSource) throws(IngestionError) -> [UInt8] {
    var taken: [UInt8] = []
    try pass(count, &source) { taken += $0 }
    return taken
  }

  mutating func skip(_ count: Int, _ source: inout ByteSource) throws(IngestionError) {
    try pass(count, &source) { _ in }
  }

  private mutating func pass(
    _ count: Int, _ source: inout ByteSource, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(IngestionError) {
    var left = count
    while left > 0 {
      guard try fill(&source) else {
        throw IngestionError(
          .corrupt, file: source.name, what: "the file ends \(left) bytes before the record does",
          remedy: "it is cut off: fetch it again")
      }
      let end = min(chunk.count, position + left)
      body(chunk[position..<end])
      left -= end - position
      offset += end - position
      position = end
    }
  }
}
