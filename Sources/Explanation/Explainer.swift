import DocumentModel
public import Pipeline
import RelationExtraction
public import RuleMatching

/// Answers questions about one article: why this, and why not that.
public struct Explainer {
  let trace: ReadingTrace
  let rules: RuleSet
  let rows: LexiconRows
  let points: CodePointMap

  /// `folders` are the lexicon folders in use, to quote rows from.
  public init(_ trace: ReadingTrace, rules: RuleSet, folders: [String] = []) {
    self.trace = trace
    self.rules = rules
    rows = LexiconRows(folders: folders)
    points = CodePointMap(trace.document.utf8)
  }

  /// Everything: relations in their order, then mentions in text order.
  public func everything() -> ExplanationNode {
    var node = ExplanationNode("article", "article \(trace.document.article.id)")
    for index in trace.extraction.relations.indices { node.add(relation(index)) }
    for index in trace.mentions.indices { node.add(mention(index)) }
    return node
  }

  /// Everything that touches a stretch of the text, in code points; an empty range is a place between two characters.
  public func explain(_ range: Range<Int>) -> ExplanationNode {
    let bytes = span(ofCodePoints: range)
    var node = ExplanationNode("stretch", "«\(trace.document.text(of: bytes))»", at: range)
    for index in trace.mentions.indices where touches(trace.mentions[index].span, bytes) { node.add(mention(index)) }
    let used = Set(trace.mentions.indices.filter { touches(trace.mentions[$0].span, bytes) })
    for index in trace.extraction.relations.indices {
      let isUsed = derivations(of: index).contains { derivation in
        [derivation.subject, derivation.object, derivation.title].contains { $0.map(used.contains) ?? false }
      }
      if isUsed { node.add(relation(index)) }
    }
    node.add(.group("rivals", "not chosen here", rivals(touching: bytes)))
    return node
  }

  /// The relations of a type, or of something called so by its full name or as written.
  public func relations(about word: String) -> [ExplanationNode] {
    trace.extraction.relations.indices.filter { index in
      let relation = trace.extraction.relations[index]
      if relation.type.rawValue == word { return true }
      return [relation.subject, relation.object].compactMap(entity).contains {
        $0.name == word || $0.aliases.contains(word)
      }
    }.map(relation)
  }

  /// The places where a string stands in the article, in code points.
  public func places(of string: String) -> [Range<Int>] {
    let text = Array(trace.document.utf8)
    let sought = Array(string.utf8)
    guard !sought.isEmpty, sought.count <= text.count else { return [] }
    return (0...text.count - sought.count).filter { text[$0..<$0 + sought.count].elementsEqual(sought) }.map {
      points.codePoints(before: $0)..<points.codePoints(before: $0 + sought.count)
    }
  }

  // MARK: Places

  func range(_ span: Span) -> Range<Int> { points.codePoints(before: span.start)..<points.codePoints(before: span.end) }
  func range(ofIndices indices: Range<Int>) -> Range<Int> { range(trace.document.matching.span(of: indices)) }
  func text(ofIndices indices: Range<Int>) -> String {
    trace.document.text(of: trace.document.matching.span(of: indices))
  }

  private func span(ofCodePoints range: Range<Int>) -> Span {
    var (start, end, count) = (trace.document.utf8.count, trace.document.utf8.count, 0)
    for (offset, byte) in trace.document.utf8.enumerated() where byte & 0xC0 != 0x80 {
      if count == range.lowerBound { start = min(start, offset) }
      if count == range.upperBound { end = offset }
      count += 1
    }
    return Span(start, max(start, end))
  }

  private func touches(_ span: Span, _ other: Span) -> Bool {
    other.start == other.end
      ? span.start <= other.start && other.start < span.end : span.start < other.end && other.start < span.end
  }

  private func rivals(touching bytes: Span) -> [ExplanationNode] {
    let taken = Set(trace.mentions.map { "\($0.type.rawValue) \($0.span)" })
    let lexicon = trace.lexiconCandidates.filter {
      touches($0.span, bytes) && !taken.contains("\($0.type.rawValue) \($0.span)")
    }.map(loser)
    let names = trace.names.filter {
      !$0.isChosen && touches(trace.document.matching.span(of: $0.range), bytes)
    }.sorted { $0.score > $1.score }.prefix(5).map(name)
    return lexicon + names
  }

  /// The derivations of a relation of the extraction: what was stated is merged there.
  func derivations(of index: Int) -> [Derivation] {
    let relation = trace.extraction.relations[index]
    let (subject, object) = (entity(relation.subject), entity(relation.object))
    return zip(trace.relations.statements.relations, trace.relations.derivations).filter { stated, _ in
      stated.type == relation.type && stated.subject.name == subject?.name && stated.object.name == object?.name
        && stated.subject.type == subject?.type && stated.object.type == object?.type && stated.role == relation.role
    }.map(\.1)
  }

  func entity(_ id: String) -> Entity? { trace.extraction.entities.first { $0.id == id } }
}
