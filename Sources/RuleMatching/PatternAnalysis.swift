/// What can be told of a pattern before matching.
extension Compiler {
  /// Whether a pattern can take nothing.
  mutating func isNullable(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .edge, .literal, .list, .characterClass: return false
    case .sentenceStart, .sentenceEnd, .ahead, .behind: return true
    case .skip(let least, _, _): return least == 0
    case .capture(_, let body), .item(let body, _): return isNullable(body)
    case .repeated(let body, let least, _, _): return least == 0 || isNullable(body)
    case .sequence(let items):
      for item in items where !isNullable(item) { return false }
      return true
    case .choice(let items):
      for item in items where isNullable(item) { return true }
      return false
    case .phrase(let name, _):
      if let known = nullable[name] { return known }
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return false }
      let result = isNullable(phrase.pattern)
      nullable[name] = result
      return result
    }
  }

  func isBounded(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .repeated(let body, _, let most, _): most != nil && isBounded(body)
    case .sequence(let items), .choice(let items): items.allSatisfy { isBounded($0) }
    case .capture(_, let body), .ahead(let body, _, _), .item(let body, _): isBounded(body)
    case .phrase(let name, _):
      grammar.recursive.contains(name) || grammar.phrases[name].map { isBounded($0.pattern) } ?? true
    default: true
    }
  }

  /// What a sentence must contain, each a set of which one must occur.
  mutating func needs(of pattern: Pattern) -> [Need] {
    switch pattern {
    case .edge, .literal, .list:
      switch piece(pattern) {
      case .word(let id): return [Need(words: [id])]
      case .list(let id): return [Need(words: vocabulary.lists[id].words.sorted())]
      case .edge(let id): return [Need(labels: vocabulary.edges[id].anyOf)]
      case .characterClass, nil: return []
      }
    case .sequence(let items): return items.flatMap { needs(of: $0) }
    case .capture(_, let body), .item(let body, _): return needs(of: body)
    case .repeated(let body, let least, _, _): return least > 0 ? needs(of: body) : []
    case .phrase(let name, _):
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return [] }
      return needs(of: phrase.pattern)
    case .choice(let items):
      // One need of each alternative, put together: once the rarest, words before mentions, and once the first.
      let needs = items.map { self.needs(of: $0) }
      guard needs.allSatisfy({ !$0.isEmpty }) else { return [] }
      let rarest = Need(anyOf: needs.compactMap { $0.min { $0.commonness < $1.commonness } })
      let first = Need(anyOf: needs.compactMap(\.first))
      return rarest == first ? [first] : [rarest, first]
    case .characterClass, .skip, .sentenceStart, .sentenceEnd, .ahead, .behind: return []
    }
  }

  mutating func number(of need: Need) -> Int {
    if let id = needIDs[need] { return id }
    vocabulary.needs.append(need)
    needIDs[need] = vocabulary.needs.count - 1
    return vocabulary.needs.count - 1
  }

  /// Most instructions followed for one set; past them it is open.
  private static let mostFollowed = 400

  /// What can be taken first from an instruction on.
  func firstSet(from start: Int) -> FirstSet {
    var first = FirstSet()
    var pending = [start]
    var seen: Set<Int> = []
    while let at = pending.popLast(), !first.isOpen {
      guard at < program.instructions.count, seen.insert(at).inserted else { continue }
      if seen.count > Self.mostFollowed { first.isOpen = true }
      let instruction = program.instructions[at]
      switch instruction.operation {
      case .split: pending += [Int(instruction.a), Int(instruction.b)]
      case .jump, .ahead: pending.append(Int(instruction.a))
      case .open, .close, .sentenceStart, .sentenceEnd, .behind: pending.append(at + 1)
      case .edge: first.formUnion(firstSet(of: .edge(Int(instruction.a))))
      case .word: first.formUnion(firstSet(of: .word(Int(instruction.a))))
      case .list: first.formUnion(firstSet(of: .list(Int(instruction.a))))
      case .characterClass: first.formUnion(firstSet(of: .characterClass(Int(instruction.a))))
      case .skip, .accept, .lookEnd: first.isOpen = true
      }
    }
    return first
  }

  /// What a piece can begin with.
  func firstSet(of piece: Piece) -> FirstSet {
    var first = FirstSet()
    switch piece {
    case .edge(let id): first.labels.formUnion(vocabulary.edges[id].anyOf)
    case .word(let id): if let scalar = vocabulary.scalars(ofWord: id).first { first.insert(scalar) }
    case .list(let id): for scalar in vocabulary.lists[id].firsts { first.insert(scalar) }
    case .characterClass(let id):
      let set = vocabulary.classes[id]
      if set.negated || set.ranges.contains(where: { $0.count > 128 }) {
        first.isOpen = true
      } else {
        for range in set.ranges { for scalar in range { first.insert(scalar) } }
      }
    }
    return first
  }

  /// Notes at splits and skips what can follow, so that ways that cannot lead on are not entered.
  mutating func setFirsts() {
    for at in program.instructions.indices {
      let instruction = program.instructions[at]
      switch instruction.operation {
      case .split:
        program.instructions[at].c = Int32(program.firsts.count)
        program.firsts.append(firstSet(from: Int(instruction.a)))
        program.firsts.append(firstSet(from: Int(instruction.b)))
      case .skip:
        program.instructions[at].b = Int32(program.firsts.count)
        program.firsts.append(firstSet(from: at + 1))
      default: break
      }
    }
  }
}

extension Need {
  init(anyOf needs: [Need]) {
    self.init()
    words = Set(needs.flatMap(\.words)).sorted()
    for need in needs { labels.formUnion(need.labels) }
  }

  /// The lower, the fewer sentences are likely to meet it: words are rarer than mentions.
  fileprivate var commonness: Int { words.count + 100 * labels.ids.count }
}
