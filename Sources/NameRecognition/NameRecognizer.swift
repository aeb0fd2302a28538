public import DocumentModel

/// Finds persons that nobody listed: every candidate of a sentence is weighed, and the best choice of them that does not
/// overlap is taken; what is sure in one sentence then helps the others.
public struct NameRecognizer: Sendable {
  let tables: NameTables

  public init(tables: NameTables) { self.tables = tables }

  /// Persons in `document`, given what the lexicons tagged in it. Mentions are in text order and do not overlap; furniture
  /// is skipped. Their rule is `names.<key of the feature that spoke most for it>`; label `foreign` for transliterated,
  /// Latin and Japanese names, `surname` for a surname alone.
  public func persons(in document: Document, context: [ContextMention]) -> [Mention] {
    persons(in: [document], contexts: [context])[0]
  }

  /// The same for several documents.
  public func persons(in documents: [Document], contexts: [[ContextMention]]) -> [[Mention]] {
    let surroundings = zip(documents, contexts).map { Surroundings(scalars: $0.matching.scalars, context: $1) }
    var weighed = documents.map { _ in [WeighedSentence]() }
    for part in parts(of: documents) {
      // One step of all sentences after the other: each has tables of its own, and the cache no room for all.
      let scorers = part.map { scorer(of: $0, in: documents[$0.document], surroundings[$0.document]) }
      let candidates = scorers.map { CandidateFinder(scorer: $0).candidates() }
      for (place, (scorer, candidates)) in zip(part, zip(scorers, candidates)) {
        weighed[place.document].append(weighedSentence(place, candidates, scorer))
      }
    }
    return documents.indices.map { persons(in: documents[$0], &weighed[$0], surroundings[$0]) }
  }

  /// A sentence of a document, in indices.
  private struct Place {
    let document: Int
    let range: Range<Int>
    let zone: Zone
  }

  /// What of a sentence is kept while the rest of its document is read.
  private struct WeighedSentence {
    let place: Place
    var candidates: [Candidate]
    /// Indices of those chosen, in order.
    var chosen: [Int]
  }

  /// Characters that are read together: as many as the usual batch of articles has. What they need for it is held at once, a
  /// hundred bytes for each of them, and so must not grow with the length of an article.
  private static let partLength = 1 << 16

  /// The sentences of all documents that are read, so many as are read together.
  private func parts(of documents: [Document]) -> [[Place]] {
    var parts: [[Place]] = [[]]
    var length = 0
    for (number, document) in documents.enumerated() {
      for place in places(of: document, number: number) {
        if length >= Self.partLength {
          parts.append([])
          length = 0
        }
        parts[parts.count - 1].append(place)
        length += place.range.count
      }
    }
    return parts
  }

  private func places(of document: Document, number: Int) -> [Place] {
    document.sentences.compactMap { sentence in
      guard sentence.zone != .furniture else { return nil }
      let range = document.matching.range(of: sentence.span)
      return range.isEmpty ? nil : Place(document: number, range: range, zone: sentence.zone)
    }
  }

  private func scorer(
    of place: Place, in document: Document, _ surroundings: Surroundings, keepsValues: Bool = false
  ) -> CandidateScorer {
    let text = SentenceText(
      scalars: document.matching.scalars, range: place.range, zone: place.zone, tables: tables)
    return CandidateScorer(text: text, surroundings: surroundings, keepsValues: keepsValues)
  }

  private func lattice(_ place: Place, _ scalars: [UInt32]) -> Lattice {
    Lattice(scalars, place.range, place.zone, weights: tables.weights)
  }

  /// The first choice among candidates, and why each of it was chosen: the scorer is gone when that is asked.
  private func weighedSentence(
    _ place: Place, _ found: [Candidate], _ scorer: CandidateScorer
  ) -> WeighedSentence {
    var candidates = found
    let chosen = lattice(place, scorer.text.scalars).choose(candidates)
    if !chosen.isEmpty {
      let explaining = CandidateScorer(explaining: scorer)
      for index in chosen { candidates[index].decisive = decisiveFeature(of: candidates[index], explaining) }
    }
    return WeighedSentence(place: place, candidates: candidates, chosen: chosen)
  }

  private func decisiveFeature(of candidate: Candidate, _ explaining: CandidateScorer) -> FeatureValue? {
    explaining.sum(of: candidate.shape, candidate.range, surnameLength: candidate.surnameLength).values
      .max { part(of: $0) < part(of: $1) }
  }

  /// What a feature adds to a score.
  private func part(of value: FeatureValue) -> Double { weight(of: value.feature) * value.value }

  /// The second pass: what is sure in one sentence weighs in the others.
  private func persons(
    in document: Document, _ sentences: inout [WeighedSentence], _ surroundings: Surroundings
  ) -> [Mention] {
    let scalars = document.matching.scalars
    let sure = SureNames(
      scalars, candidates: sentences.map(\.candidates), chosen: sentences.map(\.chosen), from: tables.sureFrom)
    if !sure.isEmpty {
      let repeated = RepeatedNames(
        scalars, candidates: sentences.map(\.candidates), chosen: sentences.map(\.chosen))
      for number in sentences.indices {
        let place = sentences[number].place
        // Where nothing weighs more or less than before, the choice is the same.
        var isChanged = false
        if !repeated.isEmpty,
          let more = repeated.added(
            to: sentences[number].candidates, of: place.range, scorer: { scorer(of: place, in: document, surroundings) }
          )
        {
          (sentences[number].candidates, isChanged) = (more, true)
        }
        for index in sentences[number].candidates.indices {
          var sum = FeatureSum(weights: tables.weights, keepsValues: false)
          sure.add(sentences[number].candidates[index], to: &sum)
          if sum.score != 0 {
            sentences[number].candidates[index].score += sum.score
            isChanged = true
          }
        }
        guard isChanged else { continue }
        sentences[number].chosen = lattice(place, scalars).choose(sentences[number].candidates)
      }
    }
    var mentions: [Mention] = []
    for sentence in sentences {
      // Made once for all that the second pass chose anew: a sentence may be as long as an article, and have thousands of them.
      var explaining: CandidateScorer?
      for index in sentence.chosen {
        var candidate = sentence.candidates[index]
        if candidate.decisive == nil {
          let scorer = explaining ?? scorer(of: sentence.place, in: document, surroundings, keepsValues: true)
          explaining = scorer
          candidate.decisive = decisiveFeature(of: candidate, scorer)
        }
        mentions.append(mention(candidate, sure, document))
      }
    }
    return mentions
  }

  /// Every candidate of the document with its features, sentence by sentence: the answer to "why this, why not that".
  /// Slow; the second pass's features are those of `persons(in:context:)`.
  public func explain(_ document: Document, context: [ContextMention]) -> [ExplainedCandidate] {
    let chosen = Set(persons(in: document, context: context).map(\.span))
    let surroundings = Surroundings(scalars: document.matching.scalars, context: context)
    return places(of: document, number: 0).flatMap { place in
      let scorer = scorer(of: place, in: document, surroundings, keepsValues: true)
      return CandidateFinder(scorer: scorer).candidates().map { candidate in
        let values = scorer.sum(of: candidate.shape, candidate.range, surnameLength: candidate.surnameLength).values
        return ExplainedCandidate(
          range: candidate.range, wordClasses: scorer.classes.keys(of: candidate), features: values,
          score: candidate.score, fillsSlot: candidate.fillsSlot,
          isChosen: chosen.contains(document.matching.span(of: candidate.range)))
      }
    }
  }

  /// The weight of a feature, as the tables have it.
  public func weight(of feature: Feature) -> Double { tables.weights[feature.rawValue] }

  private func mention(_ candidate: Candidate, _ sure: SureNames, _ document: Document) -> Mention {
    var sum = FeatureSum(weights: tables.weights, keepsValues: true)
    sure.add(candidate, to: &sum)
    let decisive = ([candidate.decisive].compactMap { $0 } + sum.values).max { part(of: $0) < part(of: $1) }
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
