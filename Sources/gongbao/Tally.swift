import DocumentModel
import Ingestion
import KnowledgeGraph
import Pipeline

/// What a run has done so far, and how long it took.
struct Tally {
  private(set) var counts = ReadCounts()
  private(set) var failures = 0
  /// Lines of the list of failed inputs.
  private(set) var failureLines: [UInt8] = []
  /// Most failures a run goes on after; nil for any number.
  let mostFailures: Int?
  private let began = ContinuousClock.now

  init(mostFailures: Int? = nil) { self.mostFailures = mostFailures }

  /// The article of an input; one that failed is named on standard error and counted.
  mutating func article(of input: Result<Article, IngestionError>) -> Article? {
    switch input {
    case .success(let article): return article
    case .failure(let failure):
      fail(failure)
      return nil
    }
  }

  mutating func count(_ extraction: Extraction) {
    counts.articles += 1
    counts.relations += extraction.relations.count
  }

  mutating func count(_ read: ReadCounts) { counts.add(read) }

  /// Counts a failure that another process has named.
  mutating func countFailure() { failures += 1 }

  mutating func fail(_ failure: IngestionError) {
    fail(failure.message, file: failure.file, line: failure.line, id: failure.id, code: failure.code.rawValue)
  }

  mutating func fail(
    _ message: String, file: String = "", line: Int? = nil, id: String? = nil, code: String = "refused"
  ) {
    Console.error(message)
    failures += 1
    failureLines += RunReport.failure(file: file, line: line, id: id, code: code, message: message)
  }

  /// Ends a run in which too much fails to be of use.
  func checkFailures() throws(Failure) {
    guard let mostFailures, failures > mostFailures else { return }
    throw Failure(
      .someInputsFailed,
      "\(failures) inputs failed, more than --max-failures \(mostFailures) — mend them, then go on with --resume")
  }

  var seconds: Double { began.duration(to: .now) / .seconds(1) }

  /// `2 articles, 31 relations, 0 failures, 0.04 s`.
  var summary: String {
    let hundredths = Int((seconds * 100).rounded())
    let seconds = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    return [counted(counts.articles, "article"), counted(counts.relations, "relation")]
      .joined(separator: ", ") + (counts.duplicates > 0 ? ", " + counted(counts.duplicates, "duplicate") : "")
      + ", " + counted(failures, "failure") + ", " + seconds
  }
}
