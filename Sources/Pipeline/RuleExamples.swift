public import DocumentModel
import RelationExtraction
public import RuleMatching

extension Reader {
  /// An example's text as rules see an article: one zone, with the mentions of the whole pipeline.
  public func exampleReading(of text: String, zone: Zone = .body) -> ExampleReading {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty { regions.append(Region(span: Span(start, start + line.count), zone: zone)) }
      start += line.count + 1
    }
    let document = document(from: Article(id: "example", text: text, regions: regions))
    let edges = LatticeEdges(document: document, mentions: mentions(in: document), labels: rules.labels)
    return ExampleReading(
      matching: document.matching,
      sentences: document.sentences.enumerated().map { number, sentence in
        Lattice(
          scalars: document.matching.scalars, range: document.matching.range(of: sentence.span),
          edges: edges.edges(ofSentence: number))
      })
  }

  /// What becomes of each example of a rule, in their order; the zone is the body, or the rule's first where it is not one.
  public func verdicts(ofRule number: Int) -> [ExampleVerdict] {
    let rule = rules.rules[number]
    let zone = rule.zones.contains(.body) ? Zone.body : rule.zones.first ?? .body
    return rule.examples.map { example in
      rules.check(example, ofRule: number) { exampleReading(of: $0, zone: zone) }
    }
  }
}

extension Pipeline {
  /// Registers of the document's context that rules may read without setting them.
  public static var registers: Set<String> { RelationExtractor.registers }
}
