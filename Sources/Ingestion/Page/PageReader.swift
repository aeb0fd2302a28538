public import DocumentModel

/// Finds headline, byline, body and furniture in an article's text, and what the page says about source, date and title.
///
/// A page is read line by line. Lines of furniture and fields are known by their words (``PageMarks``), wherever they stand;
/// what is left before the first sentence is headline, from there on body. Time is linear in the text: of a long line only
/// the start and the end are looked at.
public struct PageReader: Sendable {
  private let folding: PageFolding
  private let marks: PageMarks

  public init() {
    folding = PageFolding()
    marks = PageMarks(folding)
  }

  /// The article with its regions, and with title, source and date where the record gives none. The date comes from the page,
  /// else from the address.
  public func zoned(_ article: Article) -> Article {
    let bytes = Array(article.text.utf8)
    var scan = PageScan(bytes: bytes, title: article.title.map { folding.fold($0) }, folding: folding, marks: marks)
    scan.run()
    var zoned = article
    zoned.regions = scan.regions
    let page = scan.metadata
    zoned.title = article.title ?? page.title.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    zoned.source = article.source ?? page.source.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    zoned.published = article.published ?? page.published ?? article.url.flatMap(PageDates.date(inURL:))
    return zoned
  }
}

/// What a page says about itself.
struct PageMetadata {
  var title: Span?
  var source: Span?
  var published: PartialDate?
}
