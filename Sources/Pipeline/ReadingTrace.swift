public import DocumentModel
import EntityLinking
import LexiconTagging
import NameRecognition
public import RelationExtraction

/// An article with everything the stages did to it; what explanations are made from.
public struct ReadingTrace: Sendable {
  public let document: Document
  /// All mentions, in text order.
  public let mentions: [Mention]
  /// Everything the lexicons could have tagged, chosen or not.
  public let lexiconCandidates: [Mention]
  /// Everything weighed as a person's name.
  public let names: [NameTrace]
  public let relations: ExtractionTrace
  public let extraction: Extraction
}

/// Something weighed as a person's name.
public struct NameTrace: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    /// Key of the feature in `names/weights.tsv`.
    public let feature: String
    public let value: Double
    public let weight: Double
    public var score: Double { value * weight }
  }
  /// Indices of the matching text.
  public let range: Range<Int>
  public let score: Double
  public let isChosen: Bool
  /// The heaviest first.
  public let terms: [Term]
}

extension Reader {
  /// Reads an article and keeps what happened on the way. Slower than `extraction(of:)`, with the same result.
  public func trace(of article: Article) -> ReadingTrace {
    let document = document(from: article)
    let mentions = mentions(in: document)
    let trace = pipeline.extractor.trace(in: document, mentions: mentions)
    return ReadingTrace(
      document: document, mentions: mentions, lexiconCandidates: pipeline.tagger.candidates(in: document),
      names: names(in: document), relations: trace,
      extraction: pipeline.linker.link(document, mentions: mentions, statements: trace.statements))
  }

  private func names(in document: Document) -> [NameTrace] {
    nameCandidates(in: document).map { candidate in
      let terms = candidate.features.map {
        NameTrace.Term(feature: $0.feature.key, value: $0.value, weight: pipeline.recognizer.weight(of: $0.feature))
      }
      return NameTrace(
        range: candidate.range, score: candidate.score, isChosen: candidate.isChosen,
        terms: terms.sorted { abs($0.score) > abs($1.score) })
    }
  }
}
