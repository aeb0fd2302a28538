public import DocumentModel
import LexiconTagging
import NameRecognition
import RelationExtraction
public import RuleMatching
import Segmentation

/// A text with its mentions, from which lattices for any rule set are made: labels are numbered by the set.
public struct LatticeSource: Sendable {
  public let document: Document
  public let mentions: [Mention]
  let tagger: LexiconTagger
  let tagging: LexiconTagger.Tagging
  let persons: [Mention]

  /// One lattice a sentence that rules of a pass see, with its zone.
  public func lattices(
    labels: LabelTable, pass: RulePass = .relations
  ) -> [(lattice: Lattice, zone: Zone)] {
    guard pass == .relations else {
      let zones = document.sentences.map(\.zone).filter { $0 != .furniture }
      let lattices = tagger.lattices(of: tagging, persons: persons, pass: pass, labels: labels)
      return zip(lattices, zones).map { ($0, $1) }
    }
    let edges = LatticeEdges(document: document, mentions: mentions, labels: labels)
    return document.sentences.enumerated().compactMap { number, sentence in
      guard sentence.zone != .furniture, !edges.isEmpty(sentence: number) else { return nil }
      let lattice = Lattice(
        scalars: document.matching.scalars, range: document.matching.range(of: sentence.span),
        edges: edges.edges(ofSentence: number))
      return (lattice, sentence.zone)
    }
  }

  /// The same as examples of rules are checked with.
  public func exampleReading(labels: LabelTable, pass: RulePass) -> ExampleReading {
    guard pass == .relations else {
      return ExampleReading(
        matching: document.matching, sentences: lattices(labels: labels, pass: pass).map(\.lattice))
    }
    let edges = LatticeEdges(document: document, mentions: mentions, labels: labels)
    return ExampleReading(
      matching: document.matching,
      sentences: document.sentences.enumerated().map { number, sentence in
        Lattice(
          scalars: document.matching.scalars, range: document.matching.range(of: sentence.span),
          edges: edges.edges(ofSentence: number))
      })
  }
}

extension Reader {
  public func latticeSource(of article: Article) -> LatticeSource {
    let document = document(from: article)
    let tagging = pipeline.tagger.tag(document)
    let persons = pipeline.recognizer.persons(in: document, context: tagging.nameContext)
    return LatticeSource(
      document: document, mentions: pipeline.tagger.complete(tagging, persons: persons), tagger: pipeline.tagger,
      tagging: tagging, persons: persons)
  }

  /// For a text that stands in one zone, such as an example of a rule; lines are as in an article.
  public func latticeSource(of text: String, zone: Zone) -> LatticeSource {
    latticeSource(of: exampleArticle(text, zone: zone))
  }
}

extension Pipeline {
  /// Every rule of the pipeline with every fault that can be put into one of its elements.
  public func ruleMutants() throws -> [RuleMutant] {
    RuleSet.mutants(main: try ruleFiles.mainFile(), normalize: normalizer.normalize, read: ruleFiles.read)
  }
}
