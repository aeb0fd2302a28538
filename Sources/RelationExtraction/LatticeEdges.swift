public import DocumentModel
public import RuleMatching

/// The mentions of a document as edges that rules are matched over. An address (河北省唐山市) is one more edge, which stands
/// for its innermost place.
public struct LatticeEdges {
  private var bySentence: [[Edge]]

  public init(document: Document, mentions: [Mention], labels: LabelTable) {
    bySentence = Array(repeating: [], count: document.sentences.count)
    let starts = Dictionary(
      mentions.indices.lazy.filter { mentions[$0].type == .place }.map { (mentions[$0].span, $0) },
      uniquingKeysWith: { first, _ in first })
    var sentence = 0
    for index in mentions.indices {
      let span = mentions[index].span
      while sentence < document.sentences.count, document.sentences[sentence].span.end <= span.start {
        sentence += 1
      }
      guard sentence < document.sentences.count else { break }
      let set = labels.set(of: mentions[index])
      var range = document.matching.range(of: span)
      // 组织部长: the title takes the shared character, so that both can be stepped over.
      if mentions[index].type == .org,
        (index + 1..<mentions.count).prefix(3).contains(where: { title in
          mentions[title].type == .title && mentions[title].span.start < span.end && mentions[title].span.end > span.end
        })
      {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      bySentence[sentence].append(Edge(start: range.lowerBound, end: range.upperBound, labels: set, mention: index))
      guard mentions[index].type == .place else { continue }
      var outermost = index
      while case .place(let reading) = mentions[outermost].reading, let outer = reading.outer, let place = starts[outer]
      {
        outermost = place
      }
      if outermost != index {
        let start = document.matching.index(atByte: mentions[outermost].span.start)
        bySentence[sentence].append(Edge(start: start, end: range.upperBound, labels: set, mention: index))
      }
    }
  }

  public func edges(ofSentence number: Int) -> [Edge] { bySentence[number] }
  public func isEmpty(sentence number: Int) -> Bool { bySentence[number].isEmpty }
}
