import DocumentModel

/// Stand-in for the pipeline until it is plugged in: finds nothing.
struct Extractor: Sendable {
  let lexiconHash = "0000000000000000"
  let icuVersion = "0"

  init(lexicons: [String], without: Set<String>) throws {}

  func extract(_ article: Article) -> Extraction {
    Extraction(article: article, mentions: [], entities: [], relations: [])
  }
}
