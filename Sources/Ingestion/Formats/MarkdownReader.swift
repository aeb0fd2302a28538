public import DocumentModel

/// Markdown: one file, one article. The text is what is left without the marks (of headings, lists, quotations, emphasis, links,
/// images, tables) and without front matter, which gives title, date and source; offsets are offsets into it.
public enum MarkdownReader {
  /// The article of a file's bytes, its regions not yet found.
  ///
  /// Throws `.notUTF8` or `.undecodable` with the offset of the first bad byte, or `.unknownEncoding`.
  public static func article(
    from bytes: [UInt8], id: String, file: String, options: InputOptions = InputOptions()
  ) throws(IngestionError) -> Article {
    let text = try PlainTextReader.utf8(of: bytes, id: id, file: file, options: options)
    var article = Article(id: id, text: "")
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }[...]
    takeFrontMatter(&lines, &article)
    var written: [[UInt8]] = []
    var isFenced = false
    for line in lines {
      let bare = line.drop { $0 == 0x20 || $0 == 0x09 }
      if bare.starts(with: "```".utf8) || bare.starts(with: "~~~".utf8) {
        isFenced.toggle()
      } else if isFenced {
        written.append(Array(line))
      } else if !MarkdownLine.isMark(bare) {
        let (level, content) = MarkdownLine.content(of: line)
        let inline = MarkdownInline.text(of: content)
        if level == 1, article.title == nil, !inline.isEmpty {
          article.title = String(decoding: inline, as: UTF8.self).trimmed
        }
        written.append(inline)
      }
    }
    article.text = String(decoding: Array(written.joined(separator: [0x0A])), as: UTF8.self)
    return article
  }

  /// Lines of front matter that are looked at.
  private static let longestFrontMatter = 200

  /// `---`, `title: …`, `date: …`, `---`.
  private static func takeFrontMatter(_ lines: inout ArraySlice<ArraySlice<UInt8>>, _ article: inout Article) {
    guard let first = lines.first, first.elementsEqual("---".utf8),
      let end = lines.dropFirst().prefix(longestFrontMatter).firstIndex(where: { $0.elementsEqual("---".utf8) })
    else { return }
    for line in lines[..<end].dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased()
      var value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
      if let quote = value.first, quote == "\"" || quote == "'", value.last == quote, value.utf8.count > 1 {
        value = String(value.dropFirst().dropLast())
      }
      guard !value.isEmpty else { continue }
      switch key {
      case "title": article.title = value
      case "source": article.source = value
      case "url", "link": article.url = value
      case "date", "published", "pubdate":
        article.published = PartialDate(iso: value) ?? PageDates.leadingDate(in: value)
      default: break
      }
    }
    lines = lines[(end + 1)...]
  }
}

/// The marks of Markdown that stand at the start of a line.
enum MarkdownLine {
  /// Whether a line is a mark as a whole: a rule, the line under a heading, the line under a table's head, a link's address.
  static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if line.count >= 3, first == 0x2D || first == 0x3D || first == 0x2A || first == 0x5F,
      line.allSatisfy({ $0 == first || $0 == 0x20 })
    {
      return true
    }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ":"), line.contains(0x2D),
      line.allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20].contains($0) })
    {
      return true
    }
    guard first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return line[close...].starts(with: "]: ".utf8) && !line[..<close].dropFirst().isEmpty
  }

  /// A line without the marks in front of it, and the level of the heading that it is, 0 for none.
  static func content(of line: ArraySlice<UInt8>) -> (level: Int, content: ArraySlice<UInt8>) {
    var rest = line
    var level = 0
    while true {
      let bare = rest.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = bare.first else { return (level, rest) }
      switch first {
      case UInt8(ascii: ">"): rest = bare.dropFirst(bare.dropFirst().first == 0x20 ? 2 : 1)
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard bare.dropFirst().first == 0x20 else { return (level, rest) }
        rest = bare.dropFirst(2)
      case UInt8(ascii: "#"):
        let marks = bare.prefix { $0 == UInt8(ascii: "#") }.count
        guard marks <= 6, bare.dropFirst(marks).first == 0x20 else { return (level, rest) }
        rest = bare.dropFirst(marks + 1)
        while let last = rest.last, last == UInt8(ascii: "#") || last == 0x20 { rest.removeLast() }
        return (marks, rest)
      case UInt8(ascii: "|"):
        let inner = bare.dropFirst()
        return (0, inner.last == UInt8(ascii: "|") ? inner.dropLast() : inner)
      default: return (level, rest)
      }
      level = 0
    }
  }
}
