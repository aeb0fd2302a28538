import DocumentModel

/// Chooses among overlapping candidates. The total order is start, then length (longer first), then rank of the type, then
/// the order in which the lexicons gave them.
enum Selection {
  /// Leftmost-longest. What is chosen keeps later candidates out, except that the places of the address at its start stay
  /// inside it, and a title may begin with a department's last character (组织部长).
  static func leftmostLongest(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    var chosen: [Candidate] = []
    chosen.reserveCapacity(candidates.count)
    // Where the outermost one so far stands in `chosen`.
    var outer = 0
    for candidate in ordered(candidates) {
      if chosen.isEmpty || candidate.range.lowerBound >= chosen[outer].range.upperBound {
        outer = chosen.count
        chosen.append(candidate)
      } else if mayNest(candidate, in: chosen[outer], beside: chosen) {
        if candidate.range.upperBound > chosen[outer].range.upperBound { outer = chosen.count }
        chosen.append(candidate)
      }
    }
    return chosen
  }

  /// Puts names of open length over mentions already chosen: a name that crosses one or lies inside one is dropped, one that
  /// contains some replaces them, places at its start excepted.
  static func overlay(_ names: [Candidate], on chosen: [Candidate]) -> [Candidate] {
    guard !names.isEmpty else { return ordered(chosen) }
    let fitting = names.filter { name in
      !chosen.contains { $0.type != .place && $0.range.overlaps(name.range) && !$0.range.isInside(name.range) }
        && !chosen.contains { $0.type != .place && $0.range == name.range }
    }
    let outermost = leftmostLongest(fitting)
    var kept = outermost
    for mention in chosen {
      guard let name = outermost.first(where: { $0.range.overlaps(mention.range) }) else {
        kept.append(mention)
        continue
      }
      if mayNest(mention, in: name, beside: chosen) { kept.append(mention) }
    }
    return ordered(kept)
  }

  /// Puts sure names over what they touch; those that lie inside a longer name already chosen are dropped.
  static func override(_ chosen: [Candidate], with names: [Candidate]) -> [Candidate] {
    guard !names.isEmpty else { return chosen }
    let kept = leftmostLongest(
      names.filter { name in
        !chosen.contains {
          name.range.isInside($0.range) && $0.type != .person && $0.type != .place && $0.type != .title
        }
      })
    return ordered(
      kept
        + chosen.filter { mention in
          guard let name = kept.first(where: { $0.range.overlaps(mention.range) }) else { return true }
          return mention.type == .place && mention.range.lowerBound == name.range.lowerBound
            && mention.range.isInside(name.range) && name.hasPlace
        })
  }

  static func ordered(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    // Most lists are in order.
    var last = Key(candidates[0], 0)
    let isOrdered = candidates.indices.dropFirst().allSatisfy { number in
      let key = Key(candidates[number], number)
      defer { last = key }
      return last < key
    }
    if isOrdered { return candidates }
    let keys = candidates.indices.map { Key(candidates[$0], $0) }
    // Numbers are sorted, not candidates, which hold references.
    return keys.sorted().map { candidates[$0.offset] }
  }

  private struct Key: Comparable {
    let start: Int
    let end: Int
    let headLength: Int
    let rank: Int
    let offset: Int

    init(_ candidate: Candidate, _ offset: Int) {
      start = candidate.range.lowerBound
      end = candidate.range.upperBound
      headLength = candidate.headLength
      rank = Selection.rank(candidate)
      self.offset = offset
    }

    static func < (a: Key, b: Key) -> Bool {
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      if a.headLength != b.headLength { return a.headLength > b.headLength }
      if a.rank != b.rank { return a.rank < b.rank }
      return a.offset < b.offset
    }
  }

  private static func rank(_ candidate: Candidate) -> Int {
    switch candidate.type {
    case .document: 0
    case .date: 1
    case .delegation: 2
    case .meeting: 3
    // A school or company one can visit is an organisation all the same; a hotel or a hospital is a site first.
    case .org: candidate.traits.contains(.body) ? 4 : 6
    case .site: 5
    case .project: 7
    case .place: 8
    case .person: 9
    case .title: 10
    }
  }

  /// Whether `inner` may stand inside `outer`; `beside` holds what was chosen before it.
  private static func mayNest(_ inner: Candidate, in outer: Candidate, beside chosen: [Candidate]) -> Bool {
    if inner.type == .title, outer.type == .org {
      return inner.range.lowerBound == outer.range.upperBound - 1 && inner.range.count == 2
    }
    // 西昌学院 of 西昌学院考察团: who sent it.
    if inner.type == .org, outer.type == .delegation { return inner.range.lowerBound == outer.range.lowerBound }
    guard inner.type == .place, outer.type != .document, outer.type != .place, inner.range.isInside(outer.range)
    else { return false }
    // An address stands at the start, or inside an organ written around it (共青团天津市委); each unit follows the one before.
    return inner.range.lowerBound == outer.range.lowerBound || outer.traits.contains(.wrapped)
      || chosen.contains {
        $0.type == .place && $0.range.upperBound == inner.range.lowerBound && $0.range.isInside(outer.range)
      }
  }
}

extension Range<Int> {
  func isInside(_ other: Range<Int>) -> Bool { other.lowerBound <= lowerBound && upperBound <= other.upperBound }
}
