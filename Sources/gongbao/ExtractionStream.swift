import DocumentModel
import Ingestion
import KnowledgeGraph

/// A line in, a line out, in order, each written before the next is read.
struct ExtractionStream {
  let extractor: Extractor
  private let page = PageReader()

  init(extractor: Extractor) { self.extractor = extractor }

  func run(_ tally: inout Tally) throws {
    let input = LineReader(standardInput: ())
    var output = OutputFile()
    var number = 0
    while let line = try input.next() {
      number += 1
      let result = article(from: line, number)
      if let article = tally.article(of: result) {
        let extraction = extractor.extract(article)
        tally.count(extraction)
        try output.write(ExtractionJSON.line(extraction))
      } else if case .failure(let error) = result {
        try output.write(
          RefusalJSON.line(
            id: error.id, code: error.code.rawValue, message: "\(error.what) — \(error.remedy)", line: number))
      }
      try output.flush()
    }
  }

  private func article(from line: [UInt8], _ number: Int) -> Result<Article, IngestionError> {
    do throws(IngestionError) {
      return .success(page.zoned(try JSONLinesReader.article(from: line, file: "standard input", line: number)))
    } catch {
      return .failure(error)
    }
  }
}
