import CHTML
public import DocumentModel

/// HTML: one page, one article. The text is the article's own lines, without navigation, links, footer and the like; offsets are
/// offsets into it. Read by libxml2's tolerant parser, which loads nothing from outside the page.
public enum HTMLReader {
  /// The article of a page and what was left out of it.
  struct Page {
    let article: Article
    let dropped: DroppedBlocks
  }

  /// The article of a page's bytes, its regions not yet found. `declared` is the encoding the server named.
  ///
  /// Throws `.notUTF8`, `.undecodable`, `.unknownEncoding`, or `.noArticle` where the page is a list of links or has no text.
  public static func article(
    from bytes: [UInt8], declared: TextEncoding? = nil, id: String, file: String, options: InputOptions = InputOptions()
  ) throws(IngestionError) -> Article {
    try page(from: bytes, declared: declared, id: id, file: file, options: options).article
  }

  static func page(
    from bytes: [UInt8], declared: TextEncoding? = nil, id: String, file: String, options: InputOptions
  ) throws(IngestionError) -> Page {
    let utf8 = try PlainTextReader.utf8(
      of: bytes, declared: declared ?? MetaCharset.declared(in: bytes), id: id, file: file, options: options)
    try HTMLGuard.check(utf8, file: file, id: id)
    guard let length = Int32(exactly: utf8.count), let page = chtml_open(utf8, length) else {
      throw noArticle(file, id, "nothing is in it")
    }
    defer { chtml_close(page) }
    let blocks = HTMLBlocks(page)
    let text = MainText(blocks)
    guard !text.lines.isEmpty else {
      throw noArticle(file, id, "none of its \(blocks.blocks.count) lines is a paragraph of an article")
    }
    let heading = blocks.blocks.first { block in
      block.element >= 0 && blocks.elements[block.element].name == "h1" && blocks.elements[block.element].reason == nil
    }
    let metadata = blocks.metadata
    let article = Article(
      id: id, text: String(decoding: Array(text.lines.joined(separator: [0x0A])), as: UTF8.self),
      title: metadata.articleTitle(heading: heading.map { String(decoding: $0.text, as: UTF8.self) }),
      published: metadata.published, source: metadata.source, url: metadata.url)
    return Page(article: article, dropped: text.dropped)
  }

  private static func noArticle(_ file: String, _ id: String, _ what: String) -> IngestionError {
    IngestionError(
      .noArticle, file: file, id: id, what: "no article was found in the page: \(what)",
      remedy: "leave lists and front pages out, or give the article's text")
  }
}
