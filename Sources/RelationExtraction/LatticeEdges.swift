public import DocumentModel
public import RuleMatching

/// The mentions of a document as edges that rules are matched over. An address (河北省唐山市) is one more edge, which stands
/// for its innermost place.
public struct LatticeEdges {
  private var bySentence: [[Edge]]

  public init(document: Document, mentions: [Mention], labels: LabelTable) {
    bySentence = Array(repeating: [], count: document.sentences.count)
    let starts = Dictionary(
      mentions.filter { $0.type == .place }.map { ($0.span, $0) }, uniquingKeysWith: { first, _ in first })
    var sentence = 0
    for (index, mention) in mentions.enumerated() {
      while sentence < document.sentences.count, document.sentences[sentence].span.end <= mention.span.start {
        sentence += 1
      }
      guard sentence < document.sentences.count else { break }
      let set = labels.set(of: mention)
      var range = document.matching.range(of: mention.span)
      // 组织部长: the title takes the shared character, so that both can be stepped over.
      if mention.type == .org, index + 1 < mentions.count,
        mentions[(index + 1)...].prefix(3).contains(where: { title in
          title.type == .title && title.span.start < mention.span.end && title.span.end > mention.span.end
        })
      {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      bySentence[sentence].append(Edge(start: range.lowerBound, end: range.upperBound, labels: set, mention: index))
      var outermost = mention
      while case .place(let reading) = outermost.reading, let outer = reading.outer, let place = starts[outer] {
        outermost = place
      }
      if outermost.span != mention.span {
        let start = document.matching.index(atByte: outermost.span.start)
        bySentence[sentence].append(Edge(start: start, end: range.upperBound, labels: set, mention: index))
      }
    }
  }

  public func edges(ofSentence number: Int) -> [Edge] { bySentence[number] }
  public func isEmpty(sentence number: Int) -> Bool { bySentence[number].isEmpty }
}
