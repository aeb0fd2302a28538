import DocumentModel

/// The sentences of a document in which names are looked for.
struct DocumentNames {
  struct Sentence {
    /// Indices of the document.
    let range: Range<Int>
    let zone: Zone
    /// Nil in a document that is so long that what is known of all its sentences would take too much memory.
    let scorer: CandidateScorer?
  }
  let sentences: [Sentence]
  private let document: Document
  private let surroundings: Surroundings
  private let tables: NameTables
  private let contexts = ContextValues()

  /// Most characters of a document of which all is kept: forty bytes each, and no news item is as long.
  private static let longest = 100_000

  init(_ document: Document, context: [ContextMention], _ tables: NameTables) {
    let (contexts, surroundings) = (contexts, Surroundings(scalars: document.matching.scalars, context: context))
    sentences = document.sentences.compactMap { sentence in
      guard sentence.zone != .furniture else { return nil }
      let range = document.matching.range(of: sentence.span)
      guard !range.isEmpty else { return nil }
      guard document.matching.count <= Self.longest else {
        return Sentence(range: range, zone: sentence.zone, scorer: nil)
      }
      let text = SentenceText(
        scalars: document.matching.scalars, range: range, zone: sentence.zone, tables: tables, contexts: contexts)
      return Sentence(
        range: range, zone: sentence.zone,
        scorer: CandidateScorer(text: text, surroundings: surroundings, keepsValues: false))
    }
    (self.document, self.surroundings, self.tables) = (document, surroundings, tables)
  }

  /// Those of each sentence, in order of their start.
  func candidates() -> [[Candidate]] {
    sentences.indices.map { CandidateFinder(scorer: scorer(of: $0, keepsValues: false)).candidates() }
  }

  /// What weighs the candidates of a sentence, until the next one is asked for.
  func scorer(of number: Int, keepsValues: Bool) -> CandidateScorer {
    let sentence = sentences[number]
    contexts.begin(sentence.range)
    if let scorer = sentence.scorer {
      return keepsValues ? CandidateScorer(scorer, keepsValues: true) : scorer
    }
    let text = SentenceText(
      scalars: document.matching.scalars, range: sentence.range, zone: sentence.zone, tables: tables,
      contexts: contexts)
    return CandidateScorer(text: text, surroundings: surroundings, keepsValues: keepsValues)
  }
}
