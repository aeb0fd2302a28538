/// Whether one pattern matches wherever another does: told from their form, so "no" only means that it cannot be told.
struct PatternCoverage {
  let grammar: Grammar
  /// Deeper nesting of phrases is not looked into.
  private static let deepest = 12

  func covers(_ wide: Pattern, _ narrow: Pattern) -> Bool { covers(wide, narrow, depth: 0) }

  private func covers(_ wide: Pattern, _ narrow: Pattern, depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    let (a, b) = (opened(wide), opened(narrow))
    func inner(_ x: Pattern, _ y: Pattern) -> Bool { covers(x, y, depth: depth + 1) }
    switch (a, b) {
    case (.capture(let name, let x), .capture(let other, let y)): return name == other && inner(x, y)
    case (.choice(let items), .choice(let others)): return others.allSatisfy { y in items.contains { inner($0, y) } }
    case (_, .choice(let others)): return others.allSatisfy { inner(a, $0) }
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { inner($0, $1) }
    case (.repeated(let x, let least, let most, _), .repeated(let y, let otherLeast, let otherMost, _)):
      let isWithin = most.map { limit in otherMost.map { $0 <= limit } ?? false } ?? true
      return least <= otherLeast && isWithin && inner(x, y)
    case (.repeated(let x, let least, let most, _), _): return least <= 1 && most ?? 1 >= 1 && inner(x, b)
    case (.skip(let least, let most, let stops), .skip(let otherLeast, let otherMost, let otherStops)):
      return least <= otherLeast && otherMost <= most
        && stops.allSatisfy { stop in otherStops.contains { inner($0, stop) } }
    case (.edge(let x, _), .edge(let y, _)):
      return y.alternatives.allSatisfy { narrow in
        x.alternatives.contains {
          $0.type == narrow.type && Set($0.labels).isSubset(of: narrow.labels)
            && Set($0.excluded).isSubset(of: narrow.excluded)
        }
      }
    case (.characterClass(let x), .characterClass(let y)): return x == y
    case (.sentenceStart, .sentenceStart), (.sentenceEnd, .sentenceEnd): return true
    case (.choice(let items), _): return items.contains { inner($0, b) }
    default:
      guard let words = words(of: a), let others = self.words(of: b) else { return false }
      return others.isSubset(of: words)
    }
  }

  /// Without what makes no difference: items, and phrases by their names.
  private func opened(_ pattern: Pattern) -> Pattern {
    switch pattern {
    case .item(let body, _): return opened(body)
    case .phrase(let name, _):
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return pattern }
      return opened(phrase.pattern)
    default: return pattern
    }
  }

  private func words(of pattern: Pattern) -> Set<String>? {
    switch pattern {
    case .literal(let word, _): return [word]
    case .list(let name, _):
      guard !grammar.recursive.contains("@" + name), let list = grammar.words[name] else { return nil }
      return list.members.reduce(into: Set<String>()) { $0.formUnion(words(of: $1) ?? []) }
    default: return nil
    }
  }

  /// Whether a pattern always takes at least one character.
  func takesSomething(_ pattern: Pattern) -> Bool {
    switch opened(pattern) {
    case .edge, .literal, .list, .characterClass: true
    case .sequence(let items): items.contains { takesSomething($0) }
    case .choice(let items): items.allSatisfy { takesSomething($0) }
    case .repeated(let body, let least, _, _): least > 0 && takesSomething(body)
    case .skip(let least, _, _): least > 0
    case .capture(_, let body): takesSomething(body)
    case .phrase, .item, .sentenceStart, .sentenceEnd, .ahead, .behind: false
    }
  }
}

extension Pattern {
  /// Without its source.
  var bare: Pattern {
    if case .item(let body, _) = self { return body.bare }
    return self
  }

  /// Without its source and the capture it is in.
  var uncaptured: Pattern {
    switch self {
    case .item(let body, _), .capture(_, let body): body.uncaptured
    default: self
    }
  }

  /// As written, where that is kept.
  var source: String? {
    switch self {
    case .item(_, let source): source.text
    case .sequence(let items): items.compactMap(\.source).joined(separator: " ")
    default: nil
    }
  }

  /// Whether it looks around, so that taking the same does not mean matching at the same places.
  var hasLook: Bool {
    switch self {
    case .ahead, .behind: true
    case .item(let body, _), .capture(_, let body), .repeated(let body, _, _, _): body.hasLook
    case .sequence(let items), .choice(let items): items.contains(where: \.hasLook)
    default: false
    }
  }
}
