import DocumentModel
import FuzzDriver
import Lexicons

/// Some lexicon files at once: a zero byte ends one and begins the next.
///
/// The first byte of a file chooses which table it is, and by its highest bit whether the header is the fuzzer's to find, too:
/// with the right one before them, rows come to be read at all.
private func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  var files: [String: [UInt8]] = [:]
  for part in bytes.split(separator: 0) {
    guard let choice = part.first else { continue }
    let schema = LexiconSet.schemas[Int(choice & 0x7F) % LexiconSet.schemas.count]
    let header = choice & 0x80 == 0 ? schema.columns.joined(separator: "\t") + "\n" : ""
    files[schema.file] = Array(header.utf8) + part.dropFirst()
  }
  do throws(LexiconLoadError) {
    let lexicons = try LexiconLoader.load([.memory(files)], without: [])
    let divisions = DivisionIndex(lexicons.divisions)
    precondition(lexicons.contentHash.utf8.count == 16)
    // Rows are made when they are asked for.
    var length = 0
    for division in lexicons.divisions { length += division.name.utf8.count }
    for alias in lexicons.divisionAliases { length += alias.alias.utf8.count }
    for official in lexicons.officials { length += official.name.utf8.count }
    for post in lexicons.posts { length += post.surface.utf8.count }
    precondition(length <= count * 4)
    _ = divisions
  } catch {
    precondition(!error.description.isEmpty)
  }
  return 0
}

@_cdecl("LexiconFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  fuzz(count, arguments, fuzzOneInput)
}
