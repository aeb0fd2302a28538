public import DocumentModel

/// The articles of many files one after the other, zoned, each id once.
public struct ArticleReader: ~Copyable, Sendable {
  /// An article or a failure, and where it stands.
  public struct Element: Sendable {
    public let file: String
    /// 1-based; nil where the file is the article.
    public let line: Int?
    public let result: Result<Article, IngestionError>
  }

  private let files: [InputFile]
  private let page = PageReader()
  private var nextFile = 0
  private var lines: JSONLinesReader?
  private var ids = ArticleIDs()

  public init(_ files: [InputFile]) { self.files = files }

  /// The next article or failure; nil after the last one.
  public mutating func next() -> Element? {
    while true {
      if let element = nextLine() { return element }
      guard nextFile < files.count else { return nil }
      let file = files[nextFile]
      nextFile += 1
      do throws(IngestionError) {
        switch file.format {
        case .jsonLines: lines = try Self.open(file)
        case .plainText:
          return finish(.success(try Self.article(file)), file: file.name, line: nil)
        }
      } catch {
        return finish(.failure(error), file: file.name, line: nil)
      }
    }
  }

  private mutating func nextLine() -> Element? {
    guard let file = lines?.file, let element = lines?.next() else {
      lines = nil
      return nil
    }
    return finish(element.result, file: file, line: element.line)
  }

  private mutating func finish(_ result: Result<Article, IngestionError>, file: String, line: Int?) -> Element {
    do throws(IngestionError) {
      let article = try result.get()
      try ids.add(article.id, file: file, line: line)
      return Element(file: file, line: line, result: .success(page.zoned(article)))
    } catch {
      return Element(file: file, line: line, result: .failure(error))
    }
  }

  private static func open(_ file: InputFile) throws(IngestionError) -> JSONLinesReader {
    switch file.place {
    case .path(let path): try JSONLinesReader(path: path)
    case .standardInput: .standardInput()
    }
  }

  private static func article(_ file: InputFile) throws(IngestionError) -> Article {
    switch file.place {
    case .path(let path):
      try PlainTextReader.article(from: try OpenFile(path: path).readAll(), id: file.id, file: path)
    case .standardInput:
      try PlainTextReader.article(
        from: try OpenFile(standardInputNamed: file.name).readAll(), id: file.id, file: file.name)
    }
  }
}
