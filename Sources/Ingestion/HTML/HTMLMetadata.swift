import CHTML
import DocumentModel

/// What a page's head says about the article: the names of the standard for Chinese government sites (ArticleTitle, PubDate,
/// ContentSource, Url), Open Graph's, and common ones.
struct HTMLMetadata {
  /// The content of `<title>`.
  var title: String?
  private var articleTitle: String?
  private var graphTitle: String?
  private(set) var source: String?
  private(set) var url: String?
  private var date: PartialDate?
  private var timeDate: PartialDate?

  mutating func take(_ element: String, _ page: OpaquePointer) {
    switch element {
    case "time":
      timeDate = timeDate ?? PageDates.leadingDate(in: String(HTMLBlocks.attribute("datetime", page).prefix(40)))
    case "link":
      if HTMLBlocks.attribute("rel", page).lowercased() == "canonical" { url = url ?? value("href", page) }
    default:
      let name = HTMLBlocks.attribute("name", page)
      let key = (name.isEmpty ? HTMLBlocks.attribute("property", page) : name).lowercased()
      guard let content = value("content", page) else { return }
      switch key {
      case "articletitle": articleTitle = articleTitle ?? content
      case "og:title", "twitter:title": graphTitle = graphTitle ?? content
      case "contentsource", "source", "article:source", "og:source": source = source ?? content
      case "pubdate", "publishdate", "publish_time", "article:published_time", "og:published_time", "og:release_date",
        "datepublished", "dc.date", "dcterms.date", "weibo:article:create_at":
        date = date ?? PartialDate(iso: content) ?? PageDates.leadingDate(in: content)
      case "url", "og:url": url = url ?? content
      default: break
      }
    }
  }

  var published: PartialDate? { date ?? timeDate }

  /// The article's title, from the surest place; `heading` is the page's first `<h1>`.
  func articleTitle(heading: String?) -> String? {
    articleTitle ?? graphTitle ?? heading ?? title.map(Self.withoutSite)
  }

  /// `会议召开_城市新闻网` → 会议召开.
  private static func withoutSite(_ title: String) -> String {
    for cut in ["_", "|", " - ", " – ", "－", "--"] {
      let parts = title.split(separator: cut, maxSplits: 1)
      if parts.count > 1 { return String(parts[0]).trimmed }
    }
    if let dash = title.lastIndex(of: "-") {
      let site = title[dash...]
      if ["网", "报", "新闻", "政府", "频道", "局", "委"].contains(where: { site.contains($0) }) {
        return String(title[..<dash]).trimmed
      }
    }
    return title
  }

  private func value(_ name: String, _ page: OpaquePointer) -> String? {
    let text = HTMLBlocks.attribute(name, page)
    guard !text.isEmpty, text.utf8.count <= 2000 else { return nil }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}
