import DocumentModel
import FuzzDriver
import Ingestion

private let page = PageReader()

/// What libFuzzer calls with every input: the first byte chooses format and options, the rest are the file.
///
/// Nothing may crash, and every article's regions must lie in its text.
private func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  let formats = InputFormat.allCases
  let options = InputOptions(
    encoding: choice & 0x80 == 0 ? nil : TextEncoding.allCases[Int(choice >> 4 & 7) % TextEncoding.allCases.count],
    lossy: choice & 8 != 0, limits: InputLimits(articleBytes: 1 << 16, lineBytes: 1 << 16, archiveFreeBytes: 1 << 20))
  let file = InputFile(
    place: .memory(Array(bytes.dropFirst()), name: "f"), format: formats[Int(choice & 7) % formats.count], id: "f")
  var reader = ArticleReader([file], options: options, page: page)
  while let element = reader.next() {
    if case .success(let article) = element.result {
      let length = article.text.utf8.count
      precondition(article.regions.allSatisfy { $0.span.start <= $0.span.end && $0.span.end <= length })
    }
  }
  _ = reader.takeNotes()
  return 0
}

@_cdecl("IngestionFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  fuzz(count, arguments, fuzzOneInput)
}
