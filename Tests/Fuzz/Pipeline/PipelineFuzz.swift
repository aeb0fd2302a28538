import DocumentModel
import FuzzDriver
import Ingestion
import KnowledgeGraph
import Pipeline

/// The shipped lexicons and rules; the fuzzer runs in the repository's folder.
private let pipeline = Result { () throws(PipelineError) in try Pipeline(lexicons: ["Lexicons"]) }
private let page = PageReader()

/// The bytes are a page of plain text, taken through all stages to a line of output and to records of a graph.
///
/// Nothing may crash; mentions must lie in the text, in its order, and a second reading must give the same bytes.
private func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let pipeline = try? pipeline.get(), let reader = try? pipeline.reader() else {
    preconditionFailure("no lexicons: run it where Lexicons is")
  }
  let file = InputFile(place: .memory(bytes, name: "f"), format: .plainText, id: "f")
  var articles = ArticleReader([file], options: InputOptions(lossy: true), page: page)
  while let element = articles.next() {
    guard case .success(let article) = element.result else { continue }
    let extraction = reader.extraction(of: article)
    let length = article.text.utf8.count
    var last: Span?
    for mention in extraction.mentions {
      precondition(!mention.span.isEmpty && mention.span.end <= length)
      if let last { precondition(!(mention.span < last)) }
      last = mention.span
    }
    let line = ExtractionJSON.line(extraction)
    precondition(line.count(where: { $0 == UInt8(ascii: "\n") }) <= 1)
    // Twice the time, so only for one in sixteen.
    if bytes.count & 15 == 0 { precondition(ExtractionJSON.line(reader.extraction(of: article)) == line) }
    _ = try? GraphRecords.bytes(of: extraction)
  }
  return 0
}

@_cdecl("PipelineFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  fuzz(count, arguments, fuzzOneInput)
}
