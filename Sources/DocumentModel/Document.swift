/// A stretch of one region that ends with 。！？ or where its region ends. Sentences are in text order and never overlap.
public struct Sentence: Hashable, Sendable {
  public var span: Span
  public var zone: Zone
  /// The number of the line it stands on, from 0; a paragraph of a news page is one line.
  public var line: Int

  public init(span: Span, zone: Zone, line: Int) {
    self.span = span
    self.zone = zone
    self.line = line
  }
}

/// One word as ICU breaks it. Soft evidence only: ICU splits names and titles, and differs between its versions.
public struct Token: Hashable, Sendable {
  public var span: Span

  public init(span: Span) { self.span = span }
}

/// An article cut into sentences, with its text in the form that is matched. What every later stage reads.
public struct Document: Sendable {
  public let article: Article
  /// The article's text, byte for byte.
  public let utf8: [UInt8]
  public let matching: MatchingText
  public let sentences: [Sentence]

  public init(article: Article, utf8: [UInt8], matching: MatchingText, sentences: [Sentence]) {
    self.article = article
    self.utf8 = utf8
    self.matching = matching
    self.sentences = sentences
  }

  /// The original text of a span; spans made by the stages start and end between characters.
  public func text(of span: Span) -> String {
    String(decoding: utf8[span.start..<span.end], as: UTF8.self)
  }
}
