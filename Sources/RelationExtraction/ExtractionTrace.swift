public import DocumentModel
public import RuleMatching

/// Everything the relation stage did with a document: what it matched, what lost, what was stated and what was not.
public struct ExtractionTrace: Sendable {
  public let statements: Statements
  /// One a sentence of the document; nil for sentences that rules do not see (furniture, no mentions).
  public let sentences: [SentenceTrace?]
  /// One a relation of `statements`.
  public let derivations: [Derivation]
  public let drops: [Drop]
  /// For each mention named only by its level what carries gave, in the order asked.
  public let groundings: [[Grounding]]
}

/// What rules did with one sentence.
public struct SentenceTrace: Sendable {
  public let lattice: Lattice
  public let outcome: MatchOutcome
  public let zone: Zone
}

extension RelationExtractor {
  /// Like `statements(in:mentions:)`, with the record of how they came about.
  public func trace(in document: Document, mentions: [Mention]) -> ExtractionTrace {
    let sentences = outcomes(in: document, mentions)
    let matches = sentences.map { $0?.outcome.matches ?? [] }
    let reading = read(matches, in: document, mentions, journal: Journal(isKept: true))
    return ExtractionTrace(
      statements: reading.statements, sentences: sentences, derivations: reading.journal.derivations,
      drops: reading.journal.drops, groundings: mentions.indices.map { reading.referents.groundings(of: $0) })
  }

  private func outcomes(in document: Document, _ mentions: [Mention]) -> [SentenceTrace?] {
    var matcher = Matcher(rules)
    let edges = LatticeEdges(document: document, mentions: mentions, labels: rules.labels)
    return document.sentences.enumerated().map { number, sentence in
      guard sentence.zone != .furniture, !edges.isEmpty(sentence: number) else { return nil }
      let lattice = Lattice(
        scalars: document.matching.scalars, range: document.matching.range(of: sentence.span),
        edges: edges.edges(ofSentence: number))
      return SentenceTrace(
        lattice: lattice, outcome: matcher.matches(in: lattice, zone: sentence.zone), zone: sentence.zone)
    }
  }
}
