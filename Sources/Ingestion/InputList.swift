/// A file that lists inputs, one a line: `@FILE`, `@-` for standard input. Blank lines and lines that start with # say nothing.
enum InputList {
  /// Throws what opening, reading and decoding the list throw.
  static func forEachEntry(of path: String, _ body: (String) -> Void) throws(IngestionError) {
    let options = InputOptions()
    var source = ByteSource()
    try source.open(path == "-" ? .standardInput : .path(path))
    var lines = LineReader(options)
    while let line = try lines.next(from: &source) {
      do throws(UndecodableBytes) {
        let entry = String(decoding: try lines.decoding.utf8(of: line), as: UTF8.self)
        if !entry.trimmed.isEmpty, !entry.hasPrefix("#") { body(entry) }
      } catch {
        throw error.error(file: source.name, line: lines.number, within: "the line")
      }
    }
  }
}
