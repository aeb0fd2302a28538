public import DocumentModel
import EntityLinking
import LexiconTagging
public import NameRecognition
import RelationExtraction
import RuleMatching
import Segmentation

/// Takes articles through all stages, on one thread.
public final class Reader {
  let pipeline: Pipeline
  var rules: RuleSet { pipeline.rules }
  private let segmenter: Segmenter

  init(pipeline: Pipeline, segmenter: Segmenter) {
    self.pipeline = pipeline
    self.segmenter = segmenter
  }

  /// Everything an article gives. Never fails: what is no news text gives nothing.
  ///
  /// `article.regions` must be set (see `PageReader`): text outside them is not read.
  public func extraction(of article: Article) -> Extraction { diagnosedExtraction(of: article).extraction }

  /// The same, with what was given up in it, in words.
  public func diagnosedExtraction(of article: Article) -> (extraction: Extraction, diagnostics: [String]) {
    extraction(of: segmenter.document(from: article))
  }

  /// The same, with what tells reprints of the article.
  func signedExtraction(
    of article: Article
  ) -> (extraction: Extraction, diagnostics: [String], signature: TextSignature?) {
    let document = segmenter.document(from: article)
    let (extraction, diagnostics) = extraction(of: document)
    return (extraction, diagnostics, TextSignature(document.matching))
  }

  private func extraction(of document: Document) -> (extraction: Extraction, diagnostics: [String]) {
    let mentions = mentions(in: document)
    let (statements, diagnostics) = pipeline.extractor.statements(in: document, mentions: mentions)
    return (EntityLinker().link(document, mentions: mentions, statements: statements), diagnostics.map(\.message))
  }

  /// The document of an article: its sentences and matching text.
  public func document(from article: Article) -> Document { segmenter.document(from: article) }

  /// Every stretch of a document that was weighed as a name, with what was weighed.
  public func nameCandidates(in document: Document) -> [ExplainedCandidate] {
    pipeline.recognizer.explain(document, context: pipeline.tagger.tag(document).nameContext)
  }

  /// All mentions of a document, in text order: lexicon terms, then persons, then names of open length.
  public func mentions(in document: Document) -> [Mention] {
    let tagging = pipeline.tagger.tag(document)
    let persons = pipeline.recognizer.persons(in: document, context: tagging.nameContext)
    return pipeline.tagger.complete(tagging, persons: persons)
  }
}

extension LexiconTagger.Tagging {
  /// What the firm mentions say to the recogniser of names.
  var nameContext: [ContextMention] {
    var context: [ContextMention] = []
    forEachMention { range, type, place in
      let kind: ContextMention.Kind =
        switch type {
        case .title: .title
        case .org: .org
        case .place: .place
        case .date: .date
        case .site: .site
        default: .other
        }
      var firmness = 1.0
      if let place {
        // A short form (宁波) may be part of a name; a full one (宁波市) hardly ever is.
        let isFull = place.name.hasSuffix(place.levelWord) && !place.levelWord.isEmpty
        firmness = isFull || place.level == .country ? 1 : 0.6
      }
      context.append(ContextMention(range: range, kind: kind, firmness: firmness))
    }
    return context
  }
}
