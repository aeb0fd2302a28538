import DocumentModel
import KnowledgeGraph

/// A line in, a line out, in order, each written before the next is read.
struct ExtractionStream {
  let extractor: Extractor

  func run(_ tally: inout Tally) throws {
    let input = LineReader(standardInput: ())
    var output = OutputFile()
    var number = 0
    while let line = try input.next() {
      number += 1
      let result = ArticleInputs.article(ofLine: line, at: "standard input:\(number)")
      if let article = tally.article(of: result) {
        let extraction = extractor.extract(article)
        tally.count(extraction)
        try output.write(ExtractionJSON.line(extraction))
      } else if case .failure(let failure) = result {
        try output.write(RefusalJSON.line(id: failure.id, code: failure.code, message: failure.message, line: number))
      }
      try output.flush()
    }
  }
}
