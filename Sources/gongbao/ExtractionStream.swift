import DocumentModel
import Ingestion
import KnowledgeGraph

/// A line in, a line out, in order, each written before the next is read.
struct ExtractionStream {
  let extractor: Extractor
  /// Whether lines are read on where their bytes are no text.
  let lossy: Bool
  private let page = PageReader()
  private let limits = InputLimits()

  init(extractor: Extractor, lossy: Bool) {
    self.extractor = extractor
    self.lossy = lossy
  }

  func run(_ tally: inout Tally) throws {
    let input = LineReader(standardInput: (), limit: limits.lineBytes)
    var output = OutputFile()
    var number = 0
    while let line = try input.next() {
      number += 1
      let result = article(from: line, number)
      if let article = tally.article(of: result) {
        let (extraction, diagnostics) = extractor.extract(article)
        for diagnostic in diagnostics { Console.say("warning: \(article.id): \(diagnostic)") }
        tally.count(extraction)
        try output.write(ExtractionJSON.line(extraction))
      } else if case .failure(let error) = result {
        try output.write(
          RefusalJSON.line(
            id: error.id, code: error.code.rawValue, message: "\(error.what) — \(error.remedy)", line: number))
      }
      try output.flush()
      try tally.checkFailures()
    }
  }

  private func article(from line: [UInt8], _ number: Int) -> Result<Article, IngestionError> {
    var line = line
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    if lossy { line = Array(String(decoding: line, as: UTF8.self).utf8) }
    do throws(IngestionError) {
      guard line.count <= limits.lineBytes else {
        throw IngestionError(
          .tooLarge, file: "standard input", line: number, what: "the line is longer than \(limits.lineBytes >> 20) MB",
          remedy: "split it into several articles")
      }
      let article = try JSONLinesReader.article(from: line, file: "standard input", line: number)
      try limits.check(article, file: "standard input", line: number)
      return .success(page.zoned(article))
    } catch {
      return .failure(error)
    }
  }
}
