import DocumentModel
public import Ingestion
import KnowledgeGraph

/// What is written for each article.
public enum OutputForm: String, Sendable {
  /// A line of JSON Lines.
  case lines
  /// Records that a graph is sorted together from.
  case graphRecords
}

/// What came of one input, ready to be written.
public struct ArticleResult: Sendable {
  public enum Outcome: Sendable {
    case read(ReadArticle)
    case failed(IngestionError)
    /// The article was read, but what it states does not fit together.
    case refused(id: String, message: String)
  }
  /// Of the article with all its fields, or of the failure's words.
  public let input: ContentHash
  public let outcome: Outcome
}

/// An article that was read: its bytes of output, and what tells copies of it.
public struct ReadArticle: Sendable {
  public let id: String
  /// The line or the records; the line does not yet say of what the article is a copy.
  public var output: [UInt8]
  public let text: ContentHash
  public let signature: TextSignature?
  public var counts: ReadCounts
  /// What was given up in it, in words.
  public let diagnostics: [String]
}

/// How much articles gave.
public struct ReadCounts: Hashable, Sendable {
  public var articles = 0
  public var textBytes = 0
  public var mentions = 0
  public var entities = 0
  public var relations = 0
  public var duplicates = 0
  /// Things given up in articles that were read.
  public var diagnostics = 0

  public init() {}

  public mutating func add(_ other: ReadCounts) {
    articles += other.articles
    textBytes += other.textBytes
    mentions += other.mentions
    entities += other.entities
    relations += other.relations
    duplicates += other.duplicates
    diagnostics += other.diagnostics
  }
}

/// Reads articles on one thread, with a reader of its own.
struct ArticleWork {
  private let reader: Reader
  private let form: OutputForm

  init(_ reader: Reader, form: OutputForm) {
    self.reader = reader
    self.form = form
  }

  /// What comes of inputs, in their order.
  func results(of inputs: [Result<Article, IngestionError>]) -> [ArticleResult] {
    let articles = inputs.compactMap { try? $0.get() }
    var extractions = reader.signedExtractions(of: articles)[...]
    return inputs.map { input in
      switch input {
      case .failure(let error):
        return ArticleResult(input: ContentHash(of: error.description), outcome: .failed(error))
      case .success(let article):
        // One an article, in their order.
        guard let signed = extractions.popFirst() else { return CorpusRun.withoutReader(input) }
        return result(of: article, signed)
      }
    }
  }

  private func result(of article: Article, _ signed: SignedExtraction) -> ArticleResult {
    let extraction = signed.extraction
    let hash = ContentHash(of: article)
    var counts = ReadCounts()
    counts.articles = 1
    counts.textBytes = article.text.utf8.count
    counts.mentions = extraction.mentions.count
    counts.entities = extraction.entities.count
    counts.relations = extraction.relations.count
    counts.diagnostics = signed.diagnostics.count
    do {
      let output =
        switch form {
        case .lines: ExtractionJSON.line(extraction)
        case .graphRecords: try GraphRecords.bytes(of: extraction)
        }
      return ArticleResult(
        input: hash,
        outcome: .read(
          ReadArticle(
            id: article.id, output: output, text: ContentHash(of: article.text), signature: signed.signature,
            counts: counts, diagnostics: signed.diagnostics)))
    } catch {
      return ArticleResult(input: hash, outcome: .refused(id: article.id, message: "\(error)"))
    }
  }
}
