import DocumentModel

/// Joins the names of one site or company: 姑苏产业园 is the 苏州市姑苏产业园 named elsewhere in the document.
struct SiteResolver {
  let document: Document
  let mentions: [Mention]

  /// For each mention of a site or organisation that another one names in full, that other mention; nil for all else.
  func representatives() -> [Int?] {
    var result = [Int?](repeating: nil, count: mentions.count)
    let full = namesWithoutAddress()
    guard !full.isEmpty else { return result }
    for index in mentions.indices where compound(of: index) != nil {
      let range = document.matching.range(of: mentions[index].span)
      if range.count >= Self.least { result[index] = full[document.matching.scalars[range]] }
    }
    return result
  }

  /// The first mention of what is called so behind its address, or behind the beginning of its address (石桥镇姑苏产业园 of
  /// 苏州市石桥镇姑苏产业园). Asked once a name: an article may name thousands of sites.
  private func namesWithoutAddress() -> [ArraySlice<UInt32>: Int] {
    var full: [ArraySlice<UInt32>: Int] = [:]
    for index in mentions.indices {
      let span = mentions[index].span
      // An address in front of the name is none of it.
      guard let place = compound(of: index)?.place, place.end > span.start else { continue }
      let range = document.matching.range(of: span)
      let address = document.matching.range(of: Span(span.start, place.end))
      for start in stride(
        from: range.lowerBound + 1, through: min(address.upperBound, range.upperBound - Self.least), by: 1)
      {
        let name = document.matching.scalars[start..<range.upperBound]
        if full[name] == nil { full[name] = index }
      }
    }
    return full
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
