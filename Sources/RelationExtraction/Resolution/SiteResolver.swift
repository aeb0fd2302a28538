import DocumentModel

/// Joins the names of one site or company: 姑苏产业园 is the 苏州市姑苏产业园 named elsewhere in the document.
struct SiteResolver {
  let document: Document
  let mentions: [Mention]

  /// For each mention of a site or organisation that another one names in full, that other mention; nil for all else.
  func representatives() -> [Int?] {
    var result = [Int?](repeating: nil, count: mentions.count)
    let named = mentions.indices.filter { compound(of: $0) != nil }
    let texts = Dictionary(
      uniqueKeysWithValues: named.map { ($0, document.matching.string(document.matching.range(of: mentions[$0].span))) }
    )
    for index in named {
      guard let text = texts[index], text.unicodeScalars.count >= Self.least else { continue }
      result[index] = named.first { other in
        guard let longer = texts[other], longer.utf8.count > text.utf8.count,
          longer.utf8.suffix(text.utf8.count).elementsEqual(text.utf8),
          let place = compound(of: other)?.place
        else { return false }
        // What is left in front is the address, nothing else.
        let address = longer.dropLast(text.count)
        return document.matching.string(document.matching.range(of: Span(mentions[other].span.start, place.end)))
          .hasPrefix(String(address))
      }
    }
    return result
  }

  /// Shorter names (公园) are too common to be told for part of another.
  private static let least = 5

  private func compound(of index: Int) -> CompoundReading? {
    guard mentions[index].type == .site || mentions[index].type == .org,
      case .compound(let reading) = mentions[index].reading, !reading.isBare
    else { return nil }
    return reading
  }
}
