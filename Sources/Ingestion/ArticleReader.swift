public import DocumentModel

/// The articles of many files one after the other, archives and their members included, zoned, each id once.
///
/// Never more than one article, one chunk and the ids seen are in memory; see ``InputLimits``.
public struct ArticleReader: ~Copyable, Sendable {
  /// An article or a failure, and where it stands.
  public struct Element: Sendable {
    /// Path as it was given; of an archive's member `ARCHIVE:MEMBER`.
    public let file: String
    /// 1-based; nil where the file is the article.
    public let line: Int?
    public let result: Result<Article, IngestionError>
  }

  /// What is read record by record.
  private enum Records {
    case none
    case jsonLines(JSONLines)
    case delimited(DelimitedReader)
    case warc(WARCReader)
  }

  private let files: [InputFile]
  private let options: InputOptions
  private let page: PageReader
  private var source: ByteSource
  private var records = Records.none
  /// The file whose archive is open.
  private var archive: InputFile?
  private var nextFile = 0
  private var ids = ArticleIDs()
  private var notes = InputNotes()

  /// `page` may be one that others use too; making one takes about a millisecond.
  public init(_ files: [InputFile], options: InputOptions = InputOptions(), page: PageReader = PageReader()) {
    self.files = files
    self.page = page
    self.options = options
    source = ByteSource(limits: options.limits)
  }

  /// What there was to say since the last call that is no failure: members passed over, what was dropped from a page.
  public mutating func takeNotes() -> [String] { notes.take() }

  /// The next article or failure; nil after the last one.
  public mutating func next() -> Element? {
    while true {
      if let record = nextRecord() { return finish(record.result, file: source.name, line: record.line) }
      var file = source.name
      do throws(IngestionError) {
        if let outer = archive {
          guard let member = try source.nextMember(&notes) else {
            archive = nil
            continue
          }
          file = member.name
          if let article = try open(member, of: outer) { return finish(.success(article), file: file, line: nil) }
        } else {
          guard nextFile < files.count else { return nil }
          let next = files[nextFile]
          nextFile += 1
          file = next.name
          try source.open(next.place)
          if let article = try open(next) { return finish(.success(article), file: file, line: nil) }
        }
      } catch {
        return finish(.failure(error), file: error.file, line: nil)
      }
    }
  }

  private mutating func nextRecord() -> ReadRecord? {
    let record: ReadRecord?
    switch records {
    case .none: return nil
    case .jsonLines(var lines):
      records = .none
      record = lines.next(from: &source)
      if record != nil { records = .jsonLines(lines) }
    case .delimited(var rows):
      records = .none
      record = rows.next(from: &source)
      if record != nil { records = .delimited(rows) }
    case .warc(var warc):
      records = .none
      record = warc.next(from: &source, &notes)
      if record != nil { records = .warc(warc) }
    }
    return record
  }

  private mutating func open(_ file: InputFile) throws(IngestionError) -> Article? {
    var format = file.format
    if file.place == .standardInput {
      let first = try source.read()
      source.unread(first)
      format = InputFormat(firstBytes: first) ?? format
    }
    if format == .archive {
      let names = CompressedName(file.name)
      let stem = FileName(names.withoutSuffixes).stem
      archive = file
      try source.enterArchive(id: file.id.isEmpty ? stem : file.id, prefix: file.prefix, path: file.name)
      return nil
    }
    return try start(format, id: file.id)
  }

  private mutating func open(_ member: ArchiveMember, of archive: InputFile) throws(IngestionError) -> Article? {
    var format = member.format
    if format == nil {
      let first = try source.read()
      source.unread(first)
      format = InputFormat(firstBytes: first) ?? .plainText
    }
    if format == .archive {
      try source.enterArchive(id: member.id, prefix: member.id + "/", path: member.path)
      return nil
    }
    return try start(format ?? .plainText, id: member.id)
  }

  /// Starts on what the source gives; the article where the file is one.
  private mutating func start(_ format: InputFormat, id: String) throws(IngestionError) -> Article? {
    switch format {
    case .jsonLines: records = .jsonLines(JSONLines(options))
    case .csv: records = .delimited(DelimitedReader(separator: UInt8(ascii: ","), fileID: id, options))
    case .tsv: records = .delimited(DelimitedReader(separator: UInt8(ascii: "\t"), fileID: id, options))
    case .warc: records = .warc(WARCReader(options))
    case .plainText, .markdown, .html:
      let bytes = try source.readAll(limit: format == .html ? options.limits.pageBytes : options.limits.articleBytes)
      switch format {
      case .markdown: return try MarkdownReader.article(from: bytes, id: id, file: source.name, options: options)
      case .html:
        let page = try HTMLReader.page(from: bytes, id: id, file: source.name, options: options)
        if let note = page.dropped.note(of: source.name) { notes.add(note) }
        return page.article
      default: return try PlainTextReader.article(from: bytes, id: id, file: source.name, options: options)
      }
    case .archive: break
    }
    return nil
  }

  private mutating func finish(_ result: Result<Article, IngestionError>, file: String, line: Int?) -> Element {
    do throws(IngestionError) {
      let article = try result.get()
      try options.limits.check(article, file: file, line: line)
      try ids.add(article.id, file: file, line: line, in: archive?.name)
      return Element(file: file, line: line, result: .success(page.zoned(article)))
    } catch {
      return Element(file: file, line: line ?? error.line, result: .failure(error))
    }
  }
}
