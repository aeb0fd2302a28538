import DocumentModel
import Ingestion

/// What a run has done so far, and how long it took.
struct Tally {
  private(set) var articles = 0
  private(set) var relations = 0
  private(set) var failures = 0
  private let began = ContinuousClock.now

  /// The article of an input; one that failed is named on standard error and counted.
  mutating func article(of input: Result<Article, IngestionError>) -> Article? {
    switch input {
    case .success(let article): return article
    case .failure(let failure):
      fail(failure.message)
      return nil
    }
  }

  mutating func count(_ extraction: Extraction) {
    articles += 1
    relations += extraction.relations.count
  }

  mutating func fail(_ message: String) {
    Console.error(message)
    failures += 1
  }

  /// `2 articles, 31 relations, 0 failures, 0.04 s`.
  var summary: String {
    let hundredths = Int((began.duration(to: .now) / .milliseconds(10)).rounded())
    let seconds = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    return [counted(articles, "article"), counted(relations, "relation"), counted(failures, "failure"), seconds]
      .joined(separator: ", ")
  }
}
