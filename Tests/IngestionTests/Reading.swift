import DocumentModel
import Ingestion

/// Reads files of a folder as the program does, and says what came of them.
enum Reading {
  /// `line id text` of an article, `line !code` of a failure.
  static func lines(of paths: [String], options: InputOptions = InputOptions()) -> [String] {
    var reader = ArticleReader(InputPath.resolve(paths).files, options: options)
    var seen: [String] = []
    while let element = reader.next() {
      let line = element.line.map(String.init) ?? "-"
      switch element.result {
      case .success(let article): seen.append("\(line) \(article.id) \(article.text)")
      case .failure(let error): seen.append("\(line) !\(error.code.rawValue)")
      }
    }
    return seen
  }

  static func articles(of paths: [String], options: InputOptions = InputOptions()) -> [Article] {
    var reader = ArticleReader(InputPath.resolve(paths).files, options: options)
    var articles: [Article] = []
    while let element = reader.next() { if case .success(let article) = element.result { articles.append(article) } }
    return articles
  }

  static func failures(of paths: [String], options: InputOptions = InputOptions()) -> [IngestionError] {
    var reader = ArticleReader(InputPath.resolve(paths).files, options: options)
    var failures: [IngestionError] = []
    while let element = reader.next() { if case .failure(let error) = element.result { failures.append(error) } }
    return failures
  }

  /// The outcome of one file with these bytes.
  static func lines(_ name: String, _ bytes: [UInt8], options: InputOptions = InputOptions()) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    return lines(of: [folder.path + "/" + name], options: options)
  }
}
