public import DocumentModel
public import RelationExtraction
public import RuleMatching

extension Reader {
  /// An example's text as rules of a pass see an article: one zone, with the mentions of the whole pipeline.
  public func exampleReading(of text: String, zone: Zone = .body, pass: RulePass = .relations) -> ExampleReading {
    latticeSource(of: text, zone: zone).exampleReading(labels: rules.labels, pass: pass)
  }

  /// What becomes of each example of a rule, in their order; the zone is the body, or the rule's first where it is not one.
  public func verdicts(ofRule number: Int) -> [ExampleVerdict] {
    let rule = rules.rules[number]
    let zone = rule.zones.contains(.body) ? Zone.body : rule.zones.first ?? .body
    return rule.examples.map { example in
      rules.check(example, ofRule: number) { exampleReading(of: $0, zone: zone, pass: rule.pass) }
    }
  }
}

extension Reader {
  /// An example of a carry, ready to be tried.
  public func trial(of example: RuleExample, in paper: String?) -> CarryTrial {
    var article = exampleArticle(example.text, zone: .body)
    article.source = paper
    let document = document(from: article)
    return CarryTrial(pipeline.extractor, document, mentions(in: document))
  }

  /// What becomes of each example of a carry, in their order.
  public func verdicts(ofCarry number: Int) -> [ExampleVerdict] {
    let carry = rules.carries[number]
    return zip(carry.examples, carry.papers).map { example, paper in
      trial(of: example, in: paper).verdict(of: example, ofCarry: number, carries: rules.carries)
    }
  }

  /// For each carry how many roles and other mentions of an article it had a part in.
  public func carryUses(in article: Article) -> [Int] {
    let document = document(from: article)
    return pipeline.extractor.trace(in: document, mentions: mentions(in: document)).uses(of: rules.carries)
  }

  /// A text that stands in one zone; lines are as in an article.
  func exampleArticle(_ text: String, zone: Zone) -> Article {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty { regions.append(Region(span: Span(start, start + line.count), zone: zone)) }
      start += line.count + 1
    }
    return Article(id: "example", text: text, regions: regions)
  }
}

extension Pipeline {
  /// Registers of the document's context that rules may read without setting them.
  public static var registers: Set<String> { RelationExtractor.registers }
}
