public import DocumentModel

/// How inputs are read.
public struct InputOptions: Hashable, Sendable {
  /// The encoding of all inputs; nil to tell each one's by itself.
  public var encoding: TextEncoding?
  /// Whether bytes that are no text become U+FFFD. Otherwise the article that has them is a failure.
  public var lossy: Bool
  /// Where the columns of CSV and TSV are named otherwise than `id`, `text`, `title`, `published`, `source`, `url`.
  public var columns: ColumnNames
  public var limits: InputLimits

  public init(
    encoding: TextEncoding? = nil, lossy: Bool = false, columns: ColumnNames = ColumnNames(),
    limits: InputLimits = InputLimits()
  ) {
    self.encoding = encoding
    self.lossy = lossy
    self.columns = columns
    self.limits = limits
  }
}

/// What one input may cost. What is beyond is a failure that says so, and the rest is read.
public struct InputLimits: Hashable, Sendable {
  /// Bytes of an article: of a file or a member that is one, and of the text of a record. A day's newspaper has about 0.5 MB;
  /// reading a text takes some hundred times its size in memory.
  public var articleBytes: Int
  /// Bytes of a page of HTML, whose tree takes up to forty times as much memory; news pages have 0.05 to 0.5 MB.
  public var pageBytes: Int
  /// Bytes of a line of JSON Lines, and of a record of CSV.
  public var lineBytes: Int
  /// Most bytes that come out of one byte of an archive, once `archiveFreeBytes` have come out. News in gzip comes to 3, in xz
  /// to 5; the same page a thousand times to some hundreds.
  public var archiveRatio: Int
  /// Bytes that may come out of an archive whatever its size.
  public var archiveFreeBytes: Int
  /// Archives in archives: 1 is a plain archive.
  public var archiveDepth: Int
  /// Bytes of a member's path.
  public var pathBytes: Int

  public init(
    articleBytes: Int = 4 << 20, pageBytes: Int = 4 << 20, lineBytes: Int = 64 << 20, archiveRatio: Int = 250,
    archiveFreeBytes: Int = 64 << 20,
    archiveDepth: Int = 3, pathBytes: Int = 4096
  ) {
    self.articleBytes = articleBytes
    self.pageBytes = pageBytes
    self.lineBytes = lineBytes
    self.archiveRatio = archiveRatio
    self.archiveFreeBytes = archiveFreeBytes
    self.archiveDepth = archiveDepth
    self.pathBytes = pathBytes
  }
}

extension InputLimits {
  /// Throws `.tooLarge` for a text that is longer than an article may be. `line` is 1-based.
  public func check(_ article: Article, file: String, line: Int?) throws(IngestionError) {
    guard article.text.utf8.count > articleBytes else { return }
    throw IngestionError(
      .tooLarge, file: file, line: line, id: article.id,
      what: "its text has \(article.text.utf8.count) bytes, more than the \(articleBytes) an article may have",
      remedy: "split it into several articles")
  }
}
