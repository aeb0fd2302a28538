import CICU
public import DocumentModel

/// Cuts articles into sentences and puts their text into the form that is matched: `Article` → `Document`.
///
/// It holds open ICU iterators and buffers that it uses again, so it belongs to one thread at a time and is not `Sendable`:
/// make one for each thread (some microseconds) around one ``MatchingNormalizer``, which all threads share.
public final class Segmenter {
  private let normalizer: MatchingNormalizer
  private let sentenceBreaks: BreakIterator
  private let wordBreaks: BreakIterator
  private var window = UTF16Window()

  /// Opens ICU's break iterators.
  public init(normalizer: MatchingNormalizer) throws(SegmentationError) {
    self.normalizer = normalizer
    sentenceBreaks = try BreakIterator(.sentences)
    wordBreaks = try BreakIterator(.words)
  }

  /// A segmenter with a normaliser of its own.
  public convenience init() throws(SegmentationError) { try self.init(normalizer: try MatchingNormalizer()) }

  /// The article with its sentences and matching text. Sentences come from the article's regions alone: text outside them
  /// has none. Never fails; regions are cut to the text.
  public func document(from article: Article) -> Document {
    let utf8 = Array(article.text.utf8)
    var sentences: [Sentence] = []
    var lines = LineCounter()
    for region in article.regions {
      let start = min(max(0, region.span.start), utf8.count)
      let end = min(max(start, region.span.end), utf8.count)
      let line = lines.line(at: start, of: utf8)
      appendSentences(of: utf8, start..<end, zone: region.zone, line: line, to: &sentences)
    }
    return Document(
      article: article, utf8: utf8, matching: normalizer.matchingText(of: utf8), sentences: sentences)
  }

  /// ICU's words in a span, blanks left out and punctuation kept. Soft evidence (see ``DocumentModel/Token``), and 20 times
  /// slower than sentences: made only where asked for.
  public func words(in span: Span, of document: Document) -> [Token] {
    let start = min(max(0, span.start), document.utf8.count)
    let end = min(max(start, span.end), document.utf8.count)
    window.fill(document.utf8, start..<end)
    var tokens: [Token] = []
    window.units.withUnsafeBufferPointer { all in
      let units = UnsafeBufferPointer(rebasing: all[..<window.count])
      var last = 0
      wordBreaks.forEachBreak(in: units) { next in
        if !units[last..<next].allSatisfy(SentenceEnds.isBlank) {
          tokens.append(Token(span: Span(window.offsets[last], window.offsets[next])))
        }
        last = next
      }
    }
    return tokens
  }

  /// Appends the sentences of one region, without the blanks around them; a region of blanks has none.
  private func appendSentences(
    of utf8: [UInt8], _ range: Range<Int>, zone: Zone, line: Int, to sentences: inout [Sentence]
  ) {
    window.fill(utf8, range)
    window.units.withUnsafeBufferPointer { all in
      let units = UnsafeBufferPointer(rebasing: all[..<window.count])
      func append(_ lower: Int, _ upper: Int) {
        var (lower, upper) = (lower, upper)
        while lower < upper, SentenceEnds.isBlank(units[lower]) { lower += 1 }
        while upper > lower, SentenceEnds.isBlank(units[upper - 1]) { upper -= 1 }
        guard lower < upper else { return }
        sentences.append(
          Sentence(span: Span(window.offsets[lower], window.offsets[upper]), zone: zone, line: line))
      }
      var start = 0
      if SentenceEnds.occur(in: units) {
        var ends = SentenceEnds(units)
        sentenceBreaks.forEachBreak(in: units) { candidate in
          guard let end = ends.end(at: candidate) else { return }
          append(start, end)
          start = end
        }
      }
      append(start, units.count)
    }
  }
}

@available(*, unavailable)
extension Segmenter: Sendable {}

/// Counts lines up to offsets that ascend; an offset before the last one has the last one's line.
private struct LineCounter {
  private var position = 0
  private var line = 0

  /// The number of the line at a byte offset, from 0. U+000A, U+000D and the two together end a line.
  mutating func line(at offset: Int, of utf8: [UInt8]) -> Int {
    while position < offset {
      let isPair = utf8[position] == 0x0D && position + 1 < utf8.count && utf8[position + 1] == 0x0A
      if utf8[position] == 0x0A || utf8[position] == 0x0D && !isPair { line += 1 }
      position += 1
    }
    return line
  }
}
