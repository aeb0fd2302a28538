public import DocumentModel

/// Finds persons that nobody listed: every candidate of a sentence is weighed, and the best choice of them that does not
/// overlap is taken; what is sure in one sentence then helps the others.
public struct NameRecognizer: Sendable {
  private let tables: NameTables

  public init(tables: NameTables) { self.tables = tables }

  /// Persons in `document`, given what the lexicons tagged in it. Mentions are in text order and do not overlap; furniture
  /// is skipped. Their rule is `names.<key of the feature that spoke most for it>`; label `foreign` for transliterated,
  /// Latin and Japanese names, `surname` for a surname alone.
  public func persons(in document: Document, context: [ContextMention]) -> [Mention] {
    persons(in: [document], contexts: [context])[0]
  }

  /// The same for several documents, one step of all of them after the other: each has tables of its own, and the cache no room
  /// for all.
  public func persons(in documents: [Document], contexts: [[ContextMention]]) -> [[Mention]] {
    let work = zip(documents, contexts).map { DocumentNames($0, context: $1, tables) }
    let candidates = work.map { $0.candidates() }
    return documents.indices.map { persons(in: documents[$0], work[$0], candidates[$0]) }
  }

  private func persons(in document: Document, _ work: DocumentNames, _ found: [[Candidate]]) -> [Mention] {
    var candidates = found
    let lattices = work.sentences.map { Lattice(document.matching.scalars, $0.range, $0.zone, weights: tables.weights) }
    var chosen = zip(lattices, candidates).map { $0.choose($1) }
    let sure = SureNames(document.matching.scalars, candidates: candidates, chosen: chosen, from: tables.sureFrom)
    if !sure.isEmpty {
      for number in candidates.indices {
        // Where nothing weighs more or less than before, the choice is the same.
        var isChanged = false
        for index in candidates[number].indices {
          var sum = FeatureSum(weights: tables.weights, keepsValues: false)
          sure.add(candidates[number][index], to: &sum)
          if sum.score != 0 {
            candidates[number][index].score += sum.score
            isChanged = true
          }
        }
        guard isChanged else { continue }
        chosen[number] = lattices[number].choose(candidates[number])
      }
    }
    var mentions: [Mention] = []
    for number in chosen.indices where !chosen[number].isEmpty {
      let scorer = work.scorer(of: number, keepsValues: true)
      for index in chosen[number] { mentions.append(mention(candidates[number][index], scorer, sure, document)) }
    }
    return mentions
  }

  /// Every candidate of the document with its features, sentence by sentence: the answer to "why this, why not that".
  /// Slow; the second pass's features are those of `persons(in:context:)`.
  public func explain(_ document: Document, context: [ContextMention]) -> [ExplainedCandidate] {
    let chosen = Set(persons(in: document, context: context).map(\.span))
    let work = DocumentNames(document, context: context, tables)
    return work.sentences.indices.flatMap { number in
      let scorer = work.scorer(of: number, keepsValues: true)
      return CandidateFinder(scorer: scorer).candidates().map { candidate in
        let values = scorer.sum(of: candidate.shape, candidate.range, surnameLength: candidate.surnameLength).values
        return ExplainedCandidate(
          range: candidate.range, wordClasses: scorer.wordClassKeys(of: candidate), features: values,
          score: candidate.score, fillsSlot: candidate.fillsSlot,
          isChosen: chosen.contains(document.matching.span(of: candidate.range)))
      }
    }
  }

  /// The weight of a feature, as the tables have it.
  public func weight(of feature: Feature) -> Double { tables.weights[feature.rawValue] }

  /// `explaining` keeps the values of features.
  private func mention(
    _ candidate: Candidate, _ explaining: CandidateScorer, _ sure: SureNames, _ document: Document
  ) -> Mention {
    var sum = explaining.sum(of: candidate.shape, candidate.range, surnameLength: candidate.surnameLength)
    sure.add(candidate, to: &sum)
    let decisive = sum.values.max { weight(of: $0.feature) * $0.value < weight(of: $1.feature) * $1.value }
    return Mention(
      span: document.matching.span(of: candidate.range), type: .person, labels: labels(of: candidate, document),
      by: .rule("names." + (decisive?.feature.key ?? "none")))
  }
}

extension NameRecognizer {
  /// `listed`: the lexicons know the person; `foreign`: transliterated; `surname`: of the name only that is written.
  private func labels(of candidate: Candidate, _ document: Document) -> [String] {
    let name = document.matching.scalars[candidate.range]
    if tables.isKnownPerson(name) { return ["listed"] }
    if candidate.shape.isForeign { return ["foreign"] }
    if candidate.shape == .bare { return ["surname"] }
    // 史密斯 has the shape of a surname and a given name.
    return tables.knownParts(of: name) > 0 ? ["foreign"] : []
  }
}

/// A candidate, what was weighed for it, and whether it was taken.
public struct ExplainedCandidate: Hashable, Sendable {
  /// Indices of `Document.matching`.
  public let range: Range<Int>
  /// Kinds of the words beside it, as the context table writes them.
  public let wordClasses: [NameTables.Context.Side: [[UInt32]]]
  public let features: [FeatureValue]
  /// Sum of value × weight, without the second pass.
  public let score: Double
  /// Whether it fills the gap between two boundaries.
  public let fillsSlot: Bool
  public let isChosen: Bool
}
