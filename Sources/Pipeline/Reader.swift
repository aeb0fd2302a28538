public import DocumentModel
import EntityLinking
import LexiconTagging
public import NameRecognition
import RelationExtraction
import RuleMatching
import Segmentation

/// What an article gives, what was given up in it, in words, and what tells reprints of it.
struct SignedExtraction {
  let extraction: Extraction
  let diagnostics: [String]
  let signature: TextSignature?
}

/// Takes articles through all stages, on one thread.
public final class Reader {
  let pipeline: Pipeline
  var rules: RuleSet { pipeline.rules }
  private let segmenter: Segmenter
  private var ids = EntityIDs()

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
    extractions(of: [segmenter.document(from: article)])[0]
  }

  /// The same of several articles, each with what tells reprints of it.
  func signedExtractions(of articles: [Article]) -> [SignedExtraction] {
    let documents = articles.map { segmenter.document(from: $0) }
    return zip(documents, extractions(of: documents)).map { document, found in
      SignedExtraction(
        extraction: found.extraction, diagnostics: found.diagnostics, signature: TextSignature(document.matching))
    }
  }

  /// All documents take one stage before the next: the tables of a stage are then still in the cache, which is too small for
  /// those of all stages.
  private func extractions(of documents: [Document]) -> [(extraction: Extraction, diagnostics: [String])] {
    let mentions = mentions(in: documents)
    let stated = pipeline.extractor.statements(in: documents, mentions: mentions)
    return documents.indices.map { number in
      let (document, (statements, diagnostics)) = (documents[number], stated[number])
      let extraction = pipeline.linker.link(
        document, mentions: mentions[number], statements: statements, ids: &ids)
      return (extraction, diagnostics.map(\.message))
    }
  }

  /// All mentions of documents. What the stages know of them besides is given back before relations are read.
  private func mentions(in documents: [Document]) -> [[Mention]] {
    let taggings = pipeline.tagger.tag(documents)
    let persons = pipeline.recognizer.persons(in: documents, contexts: taggings.map(\.nameContext))
    return pipeline.tagger.complete(taggings, persons: persons)
  }

  /// The document of an article: its sentences and matching text.
  public func document(from article: Article) -> Document { segmenter.document(from: article) }

  /// Every stretch of a document that was weighed as a name, with what was weighed.
  public func nameCandidates(in document: Document) -> [ExplainedCandidate] {
    pipeline.recognizer.explain(document, context: pipeline.tagger.tag(document).nameContext)
  }

  /// All mentions of a document, in text order: lexicon terms, then persons, then names of open length.
  public func mentions(in document: Document) -> [Mention] { mentions(in: [document])[0] }
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
