/// What part of a page a stretch of text belongs to.
public enum Zone: String, Hashable, Sendable, CaseIterable {
  /// Headline and sub-headlines.
  case headline
  /// What states source, date and author (文章来源:…, 记者 A B, 本报南京5月23日电, 央视网消息).
  case byline
  case body
  /// Breadcrumbs, counters, share lines, editors: kept in the text, never extracted from.
  case furniture
}

/// A stretch of one line with one zone. Regions are in text order, never cross a line break and never overlap; blanks and
/// line breaks between them belong to none.
public struct Region: Hashable, Sendable {
  public var span: Span
  public var zone: Zone

  public init(span: Span, zone: Zone) {
    self.span = span
    self.zone = zone
  }
}

/// One article as read from a file: its text exactly as given, and what the record or the page says about it.
public struct Article: Hashable, Sendable {
  public var id: String
  /// The text as it was given, after decoding and before any normalisation.
  public var text: String
  public var title: String?
  public var published: PartialDate?
  /// The outlet: 天津日报.
  public var source: String?
  public var url: String?
  /// Where headline, byline, body and furniture stand in `text`.
  public var regions: [Region]

  public init(
    id: String, text: String, title: String? = nil, published: PartialDate? = nil, source: String? = nil,
    url: String? = nil, regions: [Region] = []
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.published = published
    self.source = source
    self.url = url
    self.regions = regions
  }
}
