public import DocumentModel
public import RuleMatching

/// The mentions of a document as edges that rules are matched over. An address (河北省唐山市) is one more edge, which stands
/// for its innermost place.
public struct LatticeEdges {
  /// Of all sentences, in their order.
  private var edges: [Edge] = []
  /// Where those of each sentence begin; one element more.
  private var firsts = [0]

  public init(document: Document, mentions: [Mention], labels: LabelTable) {
    var sets = LabelSets(labels)
    self.init(document: document, mentions: mentions, sets: &sets)
  }

  /// The same with label sets that are kept for the next document. `mentions` are in text order.
  init(document: Document, mentions: [Mention], sets: inout LabelSets) {
    let sentences = document.sentences
    edges.reserveCapacity(mentions.count)
    firsts.reserveCapacity(sentences.count + 1)
    for index in mentions.indices {
      let span = mentions[index].span
      while firsts.count <= sentences.count, sentences[firsts.count - 1].span.end <= span.start {
        firsts.append(edges.count)
      }
      guard firsts.count <= sentences.count else { break }
      let set = sets.set(type: mentions[index].type, labels: mentions[index].labels)
      var range = document.matching.range(of: span)
      // 组织部长: the title takes the shared character, so that both can be stepped over.
      if mentions[index].type == .org, Self.isCrossedByTitle(index, mentions) {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      edges.append(Edge(start: range.lowerBound, end: range.upperBound, labels: set, mention: index))
      guard mentions[index].type == .place else { continue }
      let outermost = Self.outermost(of: index, mentions)
      if outermost != index {
        let start = document.matching.index(atByte: mentions[outermost].span.start)
        edges.append(Edge(start: start, end: range.upperBound, labels: set, mention: index))
      }
    }
    while firsts.count <= sentences.count { firsts.append(edges.count) }
  }

  private static func isCrossedByTitle(_ index: Int, _ mentions: [Mention]) -> Bool {
    let span = mentions[index].span
    for title in index + 1..<min(index + 4, mentions.count) where mentions[title].type == .title {
      if mentions[title].span.start < span.end, mentions[title].span.end > span.end { return true }
    }
    return false
  }

  /// The place that begins the address a place ends: 河北省 for 唐山市 of 河北省唐山市.
  private static func outermost(of index: Int, _ mentions: [Mention]) -> Int {
    var outermost = index
    while case .place(let reading) = mentions[outermost].reading, let outer = reading.outer,
      let place = place(at: outer, before: outermost, mentions)
    {
      outermost = place
    }
    return outermost
  }

  /// The first place with a span that begins in front of a mention.
  private static func place(at span: Span, before index: Int, _ mentions: [Mention]) -> Int? {
    var found: Int?
    var at = index
    while at > 0, mentions[at - 1].span.start >= span.start {
      at -= 1
      if mentions[at].type == .place, mentions[at].span == span { found = at }
    }
    return found
  }

  public func edges(ofSentence number: Int) -> ArraySlice<Edge> { edges[firsts[number]..<firsts[number + 1]] }
  public func isEmpty(sentence number: Int) -> Bool { firsts[number] == firsts[number + 1] }
}
