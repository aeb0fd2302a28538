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
      if let known = needsOfPhrases[name] { return known }
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return [] }
      let result = needs(of: phrase.pattern)
      needsOfPhrases[name] = result
      return result
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
  mutating func firstSet(from start: Int) -> FirstSet {
    var first = FirstSet()
    walk.begin(at: start, count: program.instructions.count)
    while !first.isOpen, let at = walk.next() {
      if walk.followed > Self.mostFollowed { first.isOpen = true }
      let instruction = program.instructions[at]
      switch instruction.operation {
      case .split:
        walk.add(Int(instruction.a))
        walk.add(Int(instruction.b))
      case .jump, .ahead: walk.add(Int(instruction.a))
      case .open, .close, .sentenceStart, .sentenceEnd, .behind: walk.add(at + 1)
      case .edge: first.labels.formUnion(vocabulary.edges[Int(instruction.a)].anyOf)
      case .word: first.insert(vocabulary.firstScalar(ofWord: Int(instruction.a)))
      case .list: first.formUnion(listFirsts[Int(instruction.a)])
      case .characterClass: first.formUnion(classFirsts[Int(instruction.a)])
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
    case .word(let id): first.insert(vocabulary.firstScalar(ofWord: id))
    case .list(let id): first.formUnion(listFirsts[id])
    case .characterClass(let id): first.formUnion(classFirsts[id])
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
        let (one, other) = (firstSet(from: Int(instruction.a)), firstSet(from: Int(instruction.b)))
        program.firsts.append(one)
        program.firsts.append(other)
      case .skip:
        program.instructions[at].b = Int32(program.firsts.count)
        let first = firstSet(from: at + 1)
        program.firsts.append(first)
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
  fileprivate var commonness: Int { words.count + 100 * labels.count }
}

/// The instructions still to follow, each once a walk; kept between walks, of which there are thousands.
struct InstructionWalk {
  private var pending: [Int] = []
  /// For each instruction the walk that last came by.
  private var lastWalk: [UInt32] = []
  private var number: UInt32 = 0
  private var count = 0
  private(set) var followed = 0

  mutating func begin(at start: Int, count: Int) {
    if lastWalk.count < count { lastWalk.append(contentsOf: repeatElement(0, count: count - lastWalk.count)) }
    self.count = count
    number &+= 1
    followed = 0
    pending.removeAll(keepingCapacity: true)
    pending.append(start)
  }

  mutating func add(_ instruction: Int) { pending.append(instruction) }

  /// The one added last that was not followed yet.
  mutating func next() -> Int? {
    while let at = pending.popLast() {
      guard at < count, lastWalk[at] != number else { continue }
      lastWalk[at] = number
      followed += 1
      return at
    }
    return nil
  }
}
