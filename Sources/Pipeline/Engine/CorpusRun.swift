public import DocumentModel
public import Ingestion
import KnowledgeGraph

/// Takes a corpus through the pipeline on several threads: results in the order of the inputs, the same bytes for any
/// number of threads, and never more in memory than a window of articles.
public struct CorpusRun {
  private let pipeline: Pipeline
  private let form: OutputForm
  private let jobs: Int
  private var duplicates = DuplicateIndex()

  public init(_ pipeline: Pipeline, form: OutputForm, jobs: Int) {
    self.pipeline = pipeline
    self.form = form
    self.jobs = jobs
  }

  /// Which input of an earlier run an article is, if it is the same.
  public static func input(_ result: Result<Article, IngestionError>) -> ContentHash {
    switch result {
    case .success(let article): ContentHash(of: article)
    case .failure(let error): ContentHash(of: error.description)
    }
  }

  /// Remembers an article that an earlier run has written, for those that come after it.
  public mutating func recall(_ id: String, _ read: JournalEntry.Read) {
    _ = duplicates.original(of: id, text: read.text, signature: read.signature)
  }

  /// Reads all inputs that `pull` gives; `deliver` gets their results in order, copies marked, and may stop the run by
  /// throwing. Both are called on the calling thread.
  public mutating func run(
    pull: () -> Result<Article, IngestionError>?, deliver: (ArticleResult) throws -> Void
  ) throws {
    // Made here once for its errors; readers on threads cannot fail where this one did not.
    _ = try pipeline.reader()
    let pipeline = pipeline
    let form = form
    try Conveyor<[Result<Article, IngestionError>], [ArticleResult]>(jobs: jobs, window: jobs * 3).run(
      pull: { Self.batch(pull) },
      weight: { $0.reduce(0) { $0 + Self.length($1) } },
      worker: {
        let work = (try? pipeline.reader()).map { ArticleWork($0, form: form) }
        return { inputs in work?.results(of: inputs) ?? inputs.map(Self.withoutReader) }
      },
      deliver: { results in for result in results { try deliver(marked(result)) } })
  }

  /// What is read together (see `Reader.signedExtractions`): some articles of usual length, or a long one.
  private static let batchBytes = 1 << 17
  private static let batchCount = 128

  private static func batch(_ pull: () -> Result<Article, IngestionError>?) -> [Result<Article, IngestionError>]? {
    var batch: [Result<Article, IngestionError>] = []
    var bytes = 0
    while bytes < batchBytes, batch.count < batchCount, let input = pull() {
      batch.append(input)
      bytes += length(input)
    }
    return batch.isEmpty ? nil : batch
  }

  private static func length(_ input: Result<Article, IngestionError>) -> Int {
    if case .success(let article) = input { article.text.utf8.count } else { 0 }
  }

  static func withoutReader(_ input: Result<Article, IngestionError>) -> ArticleResult {
    let id = if case .success(let article) = input { article.id } else { "" }
    return ArticleResult(input: Self.input(input), outcome: .refused(id: id, message: "ICU could not be opened"))
  }

  private mutating func marked(_ result: ArticleResult) -> ArticleResult {
    guard case .read(var article) = result.outcome,
      let original = duplicates.original(of: article.id, text: article.text, signature: article.signature)
    else { return result }
    article.counts.duplicates = 1
    if form == .lines { ExtractionJSON.mark(&article.output, duplicateOf: original) }
    return ArticleResult(input: result.input, outcome: .read(article))
  }
}
