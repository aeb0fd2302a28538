import DocumentModel
import ShippedPipeline
import Testing

/// A text, what is known of it, and the facts of some relations it gives: all of them and no others.
struct FactCase: CustomTestStringConvertible, Sendable {
  var text: String
  var published = "2021-04-02"
  var source: String?
  /// As ``Extraction/factLines(_:)`` prints them.
  var facts: [String]
  /// Not read like this yet. The test fails when it is: then this goes.
  var isGap = false

  var testDescription: String { text + (source.map { "（\($0)）" } ?? "") }
}

func expectFacts(_ example: FactCase, _ types: [RelationType], sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let extraction = try Shipped.extraction(of: example.text, published: example.published, source: example.source)
  let found = extraction.lines(of: extraction.relations.filter { types.contains($0.type) })
  withKnownIssue {
    #expect(found.sorted() == example.facts.sorted(), sourceLocation: sourceLocation)
  } when: {
    example.isGap
  }
}
