/// Turns patterns into programs, and gathers what they share.
struct Compiler {
  /// Most instructions of one program.
  static let mostInstructions = 20_000

  let grammar: Grammar
  let types: Set<String>
  let normalize: (String) -> [UInt32]
  var vocabulary: Vocabulary
  var errors: [RuleError] = []
  var program = Program()
  private var isTooLarge = false
  private var insideLook = false
  /// The element whose instructions are being written, or -1.
  private var element = -1
  /// What phrases were compiled to where they were first met.
  private var phraseBlocks: [String: ProgramBlock] = [:]
  private var wordIDs: [[UInt32]: Int] = [:]
  /// The same by the word as it is written: most are written often, and normalising costs.
  private var literalIDs: [String: Int] = [:]
  private var listIDs: [String: Int] = [:]
  private var edgeIDs: [EdgeSyntax: Int] = [:]
  var needIDs: [Need: Int] = [:]
  var nullable: [String: Bool] = [:]
  var needsOfPhrases: [String: [Need]] = [:]
  /// What the lists and classes of the vocabulary can begin with.
  private(set) var listFirsts: [FirstSet] = []
  private(set) var classFirsts: [FirstSet] = []
  var walk = InstructionWalk()

  init(grammar: Grammar, types: Set<String>, skipsBlanks: Bool, normalize: @escaping (String) -> [UInt32]) {
    self.grammar = grammar
    self.types = types
    self.normalize = normalize
    vocabulary = Vocabulary(skipsBlanks: skipsBlanks)
  }

  mutating func note(_ problem: RuleError.Problem, at location: RuleLocation) {
    let error = RuleError(location: location, problem: problem)
    if !errors.contains(error) { errors.append(error) }
  }

  /// The program of a rule; empty where an error was noted.
  mutating func compile(_ rule: RuleSyntax) -> Program {
    guard let match = rule.match else {
      if !rule.seen.contains("match") { note(.missingClause(rule: rule.id, clause: "match"), at: rule.location) }
      return Program()
    }
    program = Program()
    isTooLarge = false
    element = -1
    let whole = Pattern.sequence(rule.before + [match] + rule.after)
    emit(whole)
    append(.accept)
    if isTooLarge {
      note(.tooLarge, at: rule.location)
      return Program()
    }
    if isNullable(match) { note(.matchesNothing("the match"), at: rule.location) }
    for need in needs(of: match) {
      let number = number(of: need)
      if !program.needs.contains(number) { program.needs.append(number) }
    }
    program.first = firstSet(from: 0)
    setFirsts()
    return program
  }

  // MARK: Instructions

  private mutating func append(_ operation: Instruction.Operation, _ a: Int = 0, _ b: Int = 0) {
    program.instructions.append(Instruction(operation: operation, a: Int32(a), b: Int32(b)))
    program.elementNumbers.append(Int32(element))
    checkSize()
  }

  private mutating func checkSize() {
    if program.instructions.count > Self.mostInstructions { isTooLarge = true }
  }

  private var here: Int { program.instructions.count }

  private mutating func emit(_ pattern: Pattern) {
    guard !isTooLarge else { return }
    switch pattern {
    case .sequence(let items): for item in items { emit(item) }
    case .choice(let alternatives): emitChoice(alternatives)
    case .repeated(let body, let least, let most, let location): emitRepeated(body, least, most, location)
    case .capture(let name, let body):
      if insideLook, let location = body.location { note(.captureInLook, at: location) }
      let number = program.captures.count
      program.captures.append(name)
      append(.open, number)
      emit(body)
      append(.close, number)
    case .phrase(let name, _):
      guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return }
      emitPhrase(name, phrase.pattern)
    case .item(let body, let source):
      let outer = element
      element = program.elements.count
      vocabulary.sources.append(source)
      program.elements.append(
        ProgramElement(
          source: vocabulary.sources.count - 1, parent: outer < 0 ? nil : outer,
          root: outer < 0 ? element : program.elements[outer].root))
      emit(body)
      element = outer
    case .skip(let least, let most, let stops):
      let pieces = stops.flatMap { self.pieces($0) }
      vocabulary.skips.append(SkipTest(least: least, most: most, stops: pieces) { firstSet(of: $0) })
      append(.skip, vocabulary.skips.count - 1)
    case .sentenceStart: append(.sentenceStart)
    case .sentenceEnd: append(.sentenceEnd)
    case .ahead(let body, let negated, let location):
      if !isBounded(body) { note(.unboundedLook, at: location) }
      let look = here
      let outer = insideLook
      append(.ahead, 0, negated ? 1 : 0)
      insideLook = true
      emit(body)
      insideLook = outer
      append(.lookEnd)
      program.instructions[look].a = Int32(here)
    case .behind(let pieces, let within, let stops, let negated, _):
      vocabulary.behinds.append(
        BehindTest(
          pieces: pieces.flatMap { self.pieces($0) }, within: within, stops: stops.flatMap { self.pieces($0) },
          negated: negated))
      append(.behind, vocabulary.behinds.count - 1)
    case .edge, .literal, .list, .characterClass:
      switch piece(pattern) {
      case .word(let id): append(.word, id)
      case .list(let id): append(.list, id)
      case .characterClass(let id): append(.characterClass, id)
      case .edge(let id): append(.edge, id)
      case nil: break
      }
    }
  }

  /// A phrase is compiled once; where it stands again, its instructions are copied.
  private mutating func emitPhrase(_ name: String, _ pattern: Pattern) {
    // Captures inside a look are errors, noted one by one.
    if let block = phraseBlocks[name], !insideLook || block.captures.isEmpty {
      program.append(block, inside: element)
      checkSize()
      return
    }
    let start = ProgramSizes(program)
    emit(pattern)
    if !isTooLarge { phraseBlocks[name] = ProgramBlock(of: program, from: start, inside: element) }
  }

  private mutating func emitChoice(_ alternatives: [Pattern]) {
    var jumps: [Int] = []
    for (index, alternative) in alternatives.enumerated() {
      let split = here
      let isLast = index == alternatives.count - 1
      if !isLast { append(.split, here + 1) }
      emit(alternative)
      if !isLast {
        jumps.append(here)
        append(.jump)
        program.instructions[split].b = Int32(here)
      }
    }
    for jump in jumps { program.instructions[jump].a = Int32(here) }
  }

  private mutating func emitRepeated(_ body: Pattern, _ least: Int, _ most: Int?, _ location: RuleLocation) {
    var block: ProgramRange?
    for _ in 0..<least {
      if isTooLarge { return }
      emit(body, again: &block)
    }
    guard let most else {
      if isNullable(body) { note(.matchesNothing("what is repeated here"), at: location) }
      let loop = here
      append(.split, here + 1)
      emit(body, again: &block)
      append(.jump, loop)
      program.instructions[loop].b = Int32(here)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      if isTooLarge { return }
      splits.append(here)
      append(.split, here + 1)
      emit(body, again: &block)
    }
    for split in splits { program.instructions[split].b = Int32(here) }
  }

  /// The body of a repetition is compiled the first time, and copied after; its elements stay the same.
  private mutating func emit(_ body: Pattern, again block: inout ProgramRange?) {
    if let block {
      program.appendCopy(of: block)
      checkSize()
    } else {
      let start = ProgramSizes(program)
      emit(body)
      block = ProgramRange(start: start, end: ProgramSizes(program))
    }
  }

  // MARK: Pieces

  /// The pieces of a stop: itself, or those of the phrase it names.
  private mutating func pieces(_ pattern: Pattern) -> [Piece] {
    guard case .phrase(let name, let location) = pattern else { return piece(pattern).map { [$0] } ?? [] }
    guard !grammar.recursive.contains(name), let phrase = grammar.phrases[name] else { return [] }
    var found: [Piece] = []
    var pending = [phrase.pattern]
    while let next = pending.popLast() {
      switch next {
      case .item(let body, _): pending.append(body)
      case .choice(let items): pending += items.reversed()
      case .phrase: found += pieces(next)
      case .edge, .literal, .list, .characterClass: if let piece = piece(next) { found.append(piece) }
      default:
        note(.notPieces(name), at: location)
        return []
      }
    }
    return found
  }

  mutating func piece(_ pattern: Pattern) -> Piece? {
    switch pattern {
    case .literal(let text, let location): word(text, location).map { .word($0) }
    case .list(let name, _): list(name).map { .list($0) }
    case .characterClass(let set): .characterClass(number(of: set))
    case .edge(let syntax, let location): edge(syntax, location).map { .edge($0) }
    default: nil
    }
  }

  private mutating func word(_ text: String, _ location: RuleLocation) -> Int? {
    if let id = literalIDs[text] { return id }
    var scalars = normalize(text)
    if vocabulary.skipsBlanks { scalars.removeAll { $0 == SentenceSigns.blank } }
    guard !scalars.isEmpty else {
      note(.emptyWord, at: location)
      return nil
    }
    let id = wordIDs[scalars] ?? vocabulary.append(word: scalars)
    wordIDs[scalars] = id
    literalIDs[text] = id
    return id
  }

  private mutating func list(_ name: String) -> Int? {
    if let id = listIDs[name] { return id }
    guard !grammar.recursive.contains("@" + name), let syntax = grammar.words[name] else { return nil }
    var words: [Int] = []
    var pending = syntax.members
    while let member = pending.popLast() {
      switch member {
      case .literal(let text, let location): if let id = word(text, location) { words.append(id) }
      case .list(let inner, _):
        if !grammar.recursive.contains("@" + inner) { pending += grammar.words[inner]?.members ?? [] }
      default: break
      }
    }
    let compiled = WordList(words: words, in: vocabulary)
    listFirsts.append(compiled.firsts.reduce(into: FirstSet()) { $0.insert($1) })
    vocabulary.lists.append(compiled)
    listIDs[name] = vocabulary.lists.count - 1
    return vocabulary.lists.count - 1
  }

  private mutating func number(of set: CharacterClass) -> Int {
    if let id = vocabulary.classes.firstIndex(of: set) { return id }
    classFirsts.append(FirstSet(of: set))
    vocabulary.classes.append(set)
    return vocabulary.classes.count - 1
  }

  private mutating func edge(_ syntax: EdgeSyntax, _ location: RuleLocation) -> Int? {
    if let id = edgeIDs[syntax] { return id }
    var test = EdgeTest()
    for alternative in syntax.alternatives {
      guard types.contains(alternative.type) else {
        note(.unknownType(alternative.type), at: location)
        return nil
      }
      let type = vocabulary.labels.number(type: alternative.type)
      let labels = alternative.labels.map { vocabulary.labels.number(type: alternative.type, label: $0) }
      let excluded = alternative.excluded.map { vocabulary.labels.number(type: alternative.type, label: $0) }
      var compiled = EdgeTest.Alternative()
      for id in [type] + labels {
        guard let id else { return noteTooManyLabels(location) }
        compiled.required.insert(id)
      }
      for id in excluded {
        guard let id else { return noteTooManyLabels(location) }
        compiled.excluded.insert(id)
      }
      test.alternatives.append(compiled)
      // The last label asked for is the rarest: a finer one, where there is one.
      if let rarest = labels.last ?? type { test.anyOf.insert(rarest) }
    }
    vocabulary.edges.append(test)
    edgeIDs[syntax] = vocabulary.edges.count - 1
    return vocabulary.edges.count - 1
  }

  private mutating func noteTooManyLabels(_ location: RuleLocation) -> Int? {
    note(.tooManyLabels, at: location)
    return nil
  }
}
