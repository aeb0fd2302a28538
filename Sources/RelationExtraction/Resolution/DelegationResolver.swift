import DocumentModel

/// Joins the mentions of one delegation: a bare 代表团一行 is the one last named, or else the first one named after it.
struct DelegationResolver {
  let document: Document
  let mentions: [Mention]

  /// For each mention of a delegation the mention that names it best; nil for everything else.
  func representatives() -> [Int?] {
    var result = [Int?](repeating: nil, count: mentions.count)
    let delegations = mentions.indices.filter { mentions[$0].type == .delegation }
    let named = delegations.filter { place(of: $0) != nil || level(of: $0) != nil }
    for index in delegations {
      if place(of: index) != nil {
        result[index] = named.first { text($0) == text(index) } ?? index
      } else if let before = inHeadline(index, named) ?? named.last(where: { $0 < index && fits(index, $0) })
        ?? named.first(where: { fits(index, $0) })
      {
        result[index] = named.first { text($0) == text(before) } ?? before
      } else {
        // No delegation is named with its place: the longest form stands for all that share its head.
        let same = delegations.filter { fits($0, index) || fits(index, $0) }
        result[index] = same.max { (text($0).count, -$0) < (text($1).count, -$1) } ?? index
      }
    }
    return result
  }

  /// The delegation the article is about: one of the headline's.
  private func inHeadline(_ index: Int, _ named: [Int]) -> Int? {
    named.first { candidate in
      fits(index, candidate)
        && document.sentences.contains { $0.zone == .headline && $0.span.contains(mentions[candidate].span) }
    }
  }

  private func place(of index: Int) -> Span? {
    guard case .compound(let reading) = mentions[index].reading else { return nil }
    return reading.place
  }

  private func level(of index: Int) -> String? {
    guard case .compound(let reading) = mentions[index].reading else { return nil }
    return reading.level
  }

  private func text(_ index: Int) -> String { document.text(of: mentions[index].span) }

  /// 第八师石河子市 is a 师市, one body with two names.
  private func ends(_ place: String, in level: String) -> Bool {
    place.hasSuffix(level) || level == "师市" && place.contains("师") && place.hasSuffix("市")
  }

  /// Whether a form without a place (考察团, 州党政代表团) can mean a named one: their last characters agree, and a level
  /// word in front is the level of the other's place.
  private func fits(_ short: Int, _ long: Int) -> Bool {
    guard case .compound(let reading) = mentions[short].reading, short != long else { return short == long }
    if let level = reading.level {
      if let other = self.level(of: long) { return other == level && text(long).hasSuffix(reading.head) }
      guard let place = place(of: long), ends(document.text(of: place), in: level) else { return false }
    }
    return reading.isBare || text(long).hasSuffix(reading.head) || text(long).last == text(short).last
  }
}
