/// What can be told of a pattern before matching.
extension Compiler {
  /// Whether a pattern can take nothing.
  mutating func isNullable(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .edge, .literal, .list, .characterClass: return false
    case .sentenceStart, .sentenceEnd, .ahead, .behind: return true
    case .skip(let least, _, _): return least == 0
    case .capture(_, let body): return isNullable(body)
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
    case .capture(_, let body), .ahead(let body, _, _): isBounded(body)
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
    case .capture(_, let body): return needs(of: body)
    case .repeated(let body, let least, _, _): return least > 0 ? needs(of: body) : []
    case .phrase(let name, _):
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return [] }
      return needs(of: phrase.pattern)
    case .choice(let items):
      // One need of each alternative, put together.
      var together = Need()
      for item in items {
        guard let need = needs(of: item).first else { return [] }
        together.words = Set(together.words + need.words).sorted()
        together.labels.formUnion(need.labels)
      }
      return [together]
    case .characterClass, .skip, .sentenceStart, .sentenceEnd, .ahead, .behind: return []
    }
  }

  mutating func number(of need: Need) -> Int {
    if let id = needIDs[need] { return id }
    vocabulary.needs.append(need)
    needIDs[need] = vocabulary.needs.count - 1
    return vocabulary.needs.count - 1
  }

  /// Follows the program to everything that can be taken first.
  func firstSet() -> FirstSet {
    var first = FirstSet()
    var pending = [0]
    var seen = [Bool](repeating: false, count: program.instructions.count)
    while let at = pending.popLast() {
      guard at < seen.count, !seen[at] else { continue }
      seen[at] = true
      let instruction = program.instructions[at]
      switch instruction.operation {
      case .split: pending += [Int(instruction.a), Int(instruction.b)]
      case .jump, .ahead: pending.append(Int(instruction.a))
      case .open, .close, .sentenceStart, .sentenceEnd, .behind: pending.append(at + 1)
      case .edge: first.labels.formUnion(vocabulary.edges[Int(instruction.a)].anyOf)
      case .word: if let scalar = vocabulary.scalars(ofWord: Int(instruction.a)).first { first.insert(scalar) }
      case .list: for scalar in vocabulary.lists[Int(instruction.a)].firsts { first.insert(scalar) }
      case .characterClass, .skip, .accept, .lookEnd: first.isOpen = true
      }
    }
    return first
  }
}

extension FirstSet {
  mutating func insert(_ scalar: UInt32) { scalars |= 1 << UInt64(scalar & 63) }
}
