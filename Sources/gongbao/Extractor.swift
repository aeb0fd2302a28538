import DocumentModel
import Pipeline

/// The pipeline with a reader for the program's one thread.
final class Extractor {
  private let pipeline: Pipeline
  private let reader: Reader

  init(_ pipeline: Pipeline) throws {
    self.pipeline = pipeline
    reader = try pipeline.reader()
  }

  convenience init(lexicons: [String], without: Set<String>) throws {
    try self.init(try Pipeline(lexicons: lexicons, without: without))
  }

  var lexiconHash: String { pipeline.lexiconHash }
  var icuVersion: String { pipeline.icuVersion }

  /// What a zoned article states, and what was given up in it.
  func extract(_ article: Article) -> (extraction: Extraction, diagnostics: [String]) {
    reader.diagnosedExtraction(of: article)
  }
}
