import DocumentModel
import ShippedPipeline
import TestSupport
import Testing

/// The mentions of a text as marked text would show them: `place 天津市` a line, in text order.
func mentions(in text: String, zone: Zone = .body) throws -> [String] {
  let reader = try Shipped.reader()
  let document = reader.document(from: Shipped.article(text, zone: zone))
  return reader.mentions(in: document).map { "\($0.type.rawValue) \(document.text(of: $0.span))" }
}

/// Whether a text has the marked mentions, all of them and no others.
func expectMentions(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let expected = MarkedText(marked)
  let reader = try Shipped.reader()
  let document = reader.document(from: Shipped.article(expected.text))
  let found = reader.mentions(in: document)
  let lines = found.map { "\($0.type.rawValue) \(document.text(of: $0.span))" }
  let spans = found.map { MarkedText.Mark(label: $0.type.rawValue, span: $0.span) }
  #expect(spans == expected.marks, "\(marked) gave \(lines)", sourceLocation: sourceLocation)
}
