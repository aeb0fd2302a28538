import DocumentModel
import FoundationEssentials
import ShippedPipeline

/// The expected output of one file of articles, in a form to be read by people.
///
///     # What the file says of itself, and its known gaps; lines with # are kept when the file is recorded again.
///     #- wrong fact that is in the output all the same
///     #+ right fact that is not in the output yet
///
///     == id of an article
///     title: … (source and published likewise)
///
///     > a sentence that gives something
///       - subject | relation | object | role, status, date, kind
///       · type text = canonical name, where it differs
struct GoldenFile {
  /// Lines with `#` at the start of the file.
  var header: [String]
  var body: String

  init(header: [String], body: String) {
    self.header = header
    self.body = body
  }

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines.prefix { $0.hasPrefix("#") }
    self.header = header.map(String.init)
    body = lines.dropFirst(header.count).joined(separator: "\n")
  }

  init(path: String) throws {
    self.init(String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
  }

  var text: String { (header + [body]).joined(separator: "\n") }

  /// Known gaps that are none: wrong facts that no longer come out, right ones that do.
  func closedGaps(in facts: Set<String>) -> [String] {
    header.filter { line in
      if line.hasPrefix("#- ") { return !facts.contains(String(line.dropFirst(3))) }
      if line.hasPrefix("#+ ") { return facts.contains(String(line.dropFirst(3))) }
      return false
    }
  }

  // MARK: Rendering

  static func body(_ extractions: [(Extraction, [Sentence])]) -> String {
    "\n" + extractions.map { rendered($0, sentences: $1) }.joined(separator: "\n")
  }

  private static func rendered(_ extraction: Extraction, sentences: [Sentence]) -> String {
    let article = extraction.article
    var lines = ["== " + article.id]
    let fields = [
      ("title", article.title), ("source", article.source), ("published", article.published?.description),
    ]
    for (name, value) in fields {
      if let value { lines.append("\(name): \(value)") }
    }
    for sentence in sentences {
      let mentions = extraction.mentions.filter { sentence.span.contains($0.span) }
      let facts = extraction.relations.filter { $0.evidence == sentence.span }
      guard !mentions.isEmpty || !facts.isEmpty else { continue }
      lines += ["", "> " + extraction.text(of: sentence.span)]
      lines += extraction.lines(of: facts).map { "  - " + $0 }
      lines += mentions.map { mention in
        let text = extraction.text(of: mention.span)
        let name = extraction.name(of: mention.entity)
        return "  · \(mention.type.rawValue) \(text)" + (name == text ? "" : " = \(name)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
