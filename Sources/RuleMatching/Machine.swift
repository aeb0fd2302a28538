/// Runs one program over one lattice: backtracking that never does the same work twice.
///
/// A state is an instruction and a position. Whether the rest of the pattern matches from a state depends on nothing else,
/// so a state that was left without success is never entered again, from any start: at most
/// instructions x positions states, the edges at them, and the steps of a skip from each position. Alternatives are tried in
/// the order of the pattern, edges from the longest, so the result is the one plain backtracking would give. A way that
/// cannot begin with what stands at a position (see ``FirstSet``) is not entered.
/// The arrays are kept from run to run.
struct Machine {
  private struct Frame {
    let instruction: Int32
    let position: Int32
    let trail: Int32
    /// Edge taken to come here, or -1; `-2 - n` where a skip goes on after n steps.
    let edge: Int32
  }
  /// Something captures are made from.
  struct Event {
    enum Kind: UInt8 {
      case open, close, edge
      /// An instruction that takes or tests something begins; only when the machine keeps a record.
      case piece
    }
    let kind: Kind
    /// Number of the capture, of the edge or of the instruction.
    let number: Int32
    let position: Int32
  }
  /// Where a rule got stuck: the last of its outermost elements that was tried, and where.
  struct Stop {
    var root = -1
    /// The first and the last position at which that element was tried.
    var first = 0
    var last = 0
    /// Its instructions that failed at the last one.
    var instructions: [Int] = []
  }

  /// States entered: bit `position * instructions + instruction`.
  private var entered: [UInt64] = []
  private var frames: [Frame] = []
  /// Events on the way to the present state.
  private(set) var trail: [Event] = []
  /// States entered by the looks now running.
  private var lookStates: [Int] = []
  private var looks = 0
  private var size = 0
  /// Instructions done and edges looked at since the machine was made.
  private(set) var steps = 0
  /// Whether pieces and failures are recorded; makes matching slower.
  var keepsRecord = false
  /// Whether `behind(…)` and `ahead(…)` are taken to hold; to find out what they alone kept from matching.
  var passesGuards = false
  /// Whether a skip goes on past its bound; to find out what that alone kept from matching.
  var passesLimits = false
  /// The furthest stop since `begin`, when a record is kept.
  private(set) var stop = Stop()

  /// Forgets all states; to be called before the first start of a program in a sentence.
  mutating func begin(_ program: Program, in lattice: Lattice) {
    size = program.instructions.count
    entered.reset(to: 0, count: (size * (lattice.count + 1) + 63) / 64)
    stop = Stop()
  }

  /// The end of the match that begins at a position, or nil; `trail` then has its events. Starts must ascend.
  mutating func match(_ program: Program, _ vocabulary: Vocabulary, in lattice: Lattice, from start: Int) -> Int? {
    frames.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    guard let end = run(program, vocabulary, lattice, 0, start) else { return nil }
    // The states of the way to success lie behind or in the last column; the next start may need those of the last.
    for state in end * size..<(end + 1) * size { entered[state / 64] &= ~(1 << UInt64(state % 64)) }
    return end
  }

  private mutating func run(
    _ program: Program, _ vocabulary: Vocabulary, _ lattice: Lattice, _ first: Int, _ start: Int
  ) -> Int? {
    let floor = frames.count
    let base = lattice.range.lowerBound
    var at = first
    var position = start
    while true {
      steps += 1
      var goesOn = false
      let (current, currentPosition, frameCount) = (at, position, frames.count)
      let state = position * size + at
      let bit: UInt64 = 1 << UInt64(state & 63)
      if entered[state >> 6] & bit == 0 {
        entered[state >> 6] |= bit
        if looks > 0 { lookStates.append(state) }
        let instruction = program.instructions[at]
        if keepsRecord, looks == 0, instruction.operation.isPiece {
          trail.append(Event(kind: .piece, number: Int32(at), position: Int32(position)))
        }
        switch instruction.operation {
        case .split:
          // A record needs the ways that fail, too.
          let here = keepsRecord ? nil : Front(vocabulary, lattice, position)
          let takesA = here?.admits(program.firsts[Int(instruction.c)]) ?? true
          let takesB = here?.admits(program.firsts[Int(instruction.c) + 1]) ?? true
          if takesA, takesB { push(Int(instruction.b), position) }
          at = Int(takesA ? instruction.a : instruction.b)
          goesOn = takesA || takesB
        case .jump:
          at = Int(instruction.a)
          goesOn = true
        case .open, .close:
          let kind: Event.Kind = instruction.operation == .open ? .open : .close
          trail.append(Event(kind: kind, number: instruction.a, position: Int32(position)))
          at += 1
          goesOn = true
        case .edge:
          pushEdges(
            vocabulary.edges[Int(instruction.a)], lattice, vocabulary.afterBlanks(position, in: lattice), at + 1)
        case .word:
          let from = vocabulary.afterBlanks(position, in: lattice)
          if !lattice.inside[from], let end = vocabulary.end(ofWord: Int(instruction.a), in: lattice, at: from),
            !lattice.inside[end]
          {
            position = end
            at += 1
            goesOn = true
          }
        case .list:
          let from = vocabulary.afterBlanks(position, in: lattice)
          if from < lattice.count, !lattice.inside[from] {
            let list = vocabulary.lists[Int(instruction.a)]
            for index in list.candidates(first: lattice.scalars[base + from]).reversed() {
              steps += 1
              if let end = vocabulary.end(ofWord: list.words[index], in: lattice, at: from), !lattice.inside[end] {
                push(at + 1, end)
              }
            }
          }
        case .characterClass:
          if let end = endOfCharacter(vocabulary, vocabulary.classes[Int(instruction.a)], lattice, position) {
            position = end
            at += 1
            goesOn = true
          }
        case .skip:
          goesOn = skip(program, vocabulary, lattice, at, &position, done: 0)
          at += 1
        case .sentenceStart:
          goesOn = position <= lattice.head
          at += 1
        case .sentenceEnd:
          goesOn = position >= lattice.tail
          at += 1
        case .ahead:
          if passesGuards || holds(program, vocabulary, lattice, at, position) {
            at = Int(instruction.a)
            goesOn = true
          }
        case .behind:
          steps += vocabulary.behinds[Int(instruction.a)].within
          goesOn = passesGuards || holds(program, vocabulary, lattice, at, position)
          at += 1
        case .lookEnd: return position
        case .accept:
          if position > start, !lattice.inside[position] { return position }
        }
      }
      if goesOn { continue }
      if keepsRecord, looks == 0, frames.count == frameCount { note(program, current, currentPosition) }
      repeat {
        guard frames.count > floor, let frame = frames.popLast() else { return nil }
        if trail.count > Int(frame.trail) { trail.removeLast(trail.count - Int(frame.trail)) }
        if frame.edge >= 0 { trail.append(Event(kind: .edge, number: frame.edge, position: frame.position)) }
        at = Int(frame.instruction)
        position = Int(frame.position)
        goesOn = true
        if frame.edge < -1 {
          steps += 1
          goesOn = skip(program, vocabulary, lattice, at, &position, done: Int(-2 - frame.edge))
          at += 1
        }
      } while !goesOn
    }
  }

  /// Goes on with a skip after some steps of it: to the next position from which what follows may match. Another step is
  /// left for later, in a frame. False where no step is left.
  private mutating func skip(
    _ program: Program, _ vocabulary: Vocabulary, _ lattice: Lattice, _ at: Int, _ position: inout Int, done: Int
  ) -> Bool {
    let instruction = program.instructions[at]
    let test = vocabulary.skips[Int(instruction.a)]
    let next = program.firsts[Int(instruction.b)]
    let most = passesLimits ? Int(Int32.max) - 4 : test.most
    var count = done
    // After a way was tried in vain, a step comes first.
    var mustStep = done > 0
    while true {
      if mustStep {
        guard count <= most, let end = endOfStep(vocabulary, test, lattice, position) else { return false }
        steps += 1
        position = end
      }
      mustStep = true
      if count >= test.least {
        let state = position * size + at + 1
        if keepsRecord
          || entered[state >> 6] >> UInt64(state & 63) & 1 == 0 && Front(vocabulary, lattice, position).admits(next)
        {
          if count < most { push(at, position, edge: -3 - count) }
          return true
        }
      }
      count += 1
    }
  }

  @inline(__always)
  private mutating func push(_ instruction: Int, _ position: Int, edge: Int = -1) {
    frames.append(
      Frame(
        instruction: Int32(instruction), position: Int32(position), trail: Int32(trail.count), edge: Int32(edge)))
  }

  private mutating func note(_ program: Program, _ instruction: Int, _ position: Int) {
    let root = program.root(ofInstruction: instruction)
    guard root >= stop.root, root < program.elements.count else { return }
    if root > stop.root {
      stop = Stop(root: root, first: position, last: position, instructions: [instruction])
    } else if position == stop.last {
      if !stop.instructions.contains(instruction) { stop.instructions.append(instruction) }
    } else if position > stop.last {
      stop.last = position
      stop.instructions = [instruction]
    } else {
      stop.first = min(stop.first, position)
    }
  }

  private mutating func pushEdges(_ test: EdgeTest, _ lattice: Lattice, _ position: Int, _ next: Int) {
    guard test.anyOf.intersects(lattice.startLabels[position]) else { return }
    for index in (Int(lattice.firstEdge[position])..<Int(lattice.firstEdge[position + 1])).reversed() {
      steps += 1
      let edge = lattice.edges[index]
      if test.accepts(edge.labels) { push(next, edge.end - lattice.range.lowerBound, edge: index) }
    }
  }

  /// One character outside mentions, or a whole mention of one character.
  private func endOfCharacter(
    _ vocabulary: Vocabulary, _ set: CharacterClass, _ lattice: Lattice, _ position: Int
  ) -> Int? {
    let base = lattice.range.lowerBound
    guard position < lattice.count, !lattice.inside[position] else { return nil }
    var at = position
    // A class that has the blank takes it; any other comes after it.
    if lattice.scalars[base + at] == SentenceSigns.blank, set.negated || !set.contains(SentenceSigns.blank) {
      at = vocabulary.afterBlanks(position, in: lattice)
    }
    guard at < lattice.count, set.contains(lattice.scalars[base + at]), !lattice.inside[at + 1] else { return nil }
    return at + 1
  }

  /// One step of a skip: an outermost mention, or one character that is no sentence mark.
  @inline(__always)
  private func endOfStep(_ vocabulary: Vocabulary, _ test: SkipTest, _ lattice: Lattice, _ position: Int) -> Int? {
    let at = vocabulary.afterBlanks(position, in: lattice)
    guard at < lattice.count, !lattice.inside[at] else { return nil }
    let scalar = lattice.scalars[lattice.range.lowerBound + at]
    if test.edgeLabels.intersects(lattice.startLabels[at]) {
      for stop in test.edgeStops where vocabulary.begins(stop, in: lattice, at: at) { return nil }
    }
    for stop in test.classStops where vocabulary.begins(stop, in: lattice, at: at) { return nil }
    if test.wordFirst.admits(labels: LabelSet(), scalar: scalar) {
      for stop in test.wordStops where vocabulary.begins(stop, in: lattice, at: at) { return nil }
    }
    let outer = Int(lattice.outerEnd[at])
    if outer > 0 { return outer }
    return SentenceSigns.isMark(scalar) ? nil : at + 1
  }

  /// Whether a look holds at a position, its negation included.
  private mutating func holds(
    _ program: Program, _ vocabulary: Vocabulary, _ lattice: Lattice, _ at: Int, _ position: Int
  ) -> Bool {
    let instruction = program.instructions[at]
    return instruction.operation == .behind
      ? vocabulary.holds(vocabulary.behinds[Int(instruction.a)], in: lattice, at: position)
      : look(program, vocabulary, lattice, at + 1, position) == (instruction.b == 0)
  }

  /// The first look on the way of the match just made that does not hold; for matches made with `passesGuards`.
  mutating func firstFailedGuard(
    _ program: Program, _ vocabulary: Vocabulary, in lattice: Lattice
  ) -> (instruction: Int, position: Int)? {
    passesGuards = false
    for event in trail where event.kind == .piece {
      let at = Int(event.number)
      guard program.instructions[at].operation == .behind || program.instructions[at].operation == .ahead else {
        continue
      }
      begin(program, in: lattice)
      if !holds(program, vocabulary, lattice, at, Int(event.position)) { return (at, Int(event.position)) }
    }
    return nil
  }

  /// The first skip on the way of the match just made that took more than its bound, and how many steps those were; for
  /// matches made with `passesLimits`.
  func firstBrokenLimit(
    _ program: Program, _ vocabulary: Vocabulary, in lattice: Lattice, end: Int
  ) -> (instruction: Int, position: Int, steps: Int)? {
    for (index, event) in trail.enumerated() where event.kind == .piece {
      let instruction = program.instructions[Int(event.number)]
      guard instruction.operation == .skip else { continue }
      let test = vocabulary.skips[Int(instruction.a)]
      let until = index + 1 < trail.count ? Int(trail[index + 1].position) : end
      var (at, steps) = (Int(event.position), 0)
      while at < until, let next = endOfStep(vocabulary, test, lattice, at) { (at, steps) = (next, steps + 1) }
      if steps > test.most { return (Int(event.number), Int(event.position), steps) }
    }
    return nil
  }

  /// Whether the pattern of a look matches from a position. What it entered in vain stays entered; what it entered on a way
  /// to success is given back.
  private mutating func look(
    _ program: Program, _ vocabulary: Vocabulary, _ lattice: Lattice, _ first: Int, _ position: Int
  ) -> Bool {
    let (frameCount, trailCount, stateCount) = (frames.count, trail.count, lookStates.count)
    looks += 1
    let found = run(program, vocabulary, lattice, first, position) != nil
    looks -= 1
    frames.removeLast(frames.count - frameCount)
    trail.removeLast(trail.count - trailCount)
    if found {
      for state in lookStates[stateCount...] { entered[state / 64] &= ~(1 << UInt64(state % 64)) }
      lookStates.removeLast(lookStates.count - stateCount)
    } else if looks == 0 {
      lookStates.removeAll(keepingCapacity: true)
    }
    return found
  }
}

/// What stands at a position, to compare with first sets.
private struct Front {
  private let labels: LabelSet
  private let scalar: UInt32
  /// The blank that `scalar` was looked for behind: a class may take it.
  private let isAfterBlank: Bool
  private let isEnd: Bool

  @inline(__always)
  init(_ vocabulary: Vocabulary, _ lattice: Lattice, _ position: Int) {
    let at = vocabulary.afterBlanks(position, in: lattice)
    isAfterBlank = at > position
    isEnd = at >= lattice.count
    labels = lattice.startLabels[at]
    scalar = isEnd ? 0 : lattice.scalars[lattice.range.lowerBound + at]
  }

  @inline(__always)
  func admits(_ first: FirstSet) -> Bool {
    if isEnd { return first.isOpen || isAfterBlank }
    return isAfterBlank || first.admits(labels: labels, scalar: scalar)
  }
}

extension Instruction.Operation {
  /// Whether it takes or tests something of the text.
  var isPiece: Bool {
    switch self {
    case .edge, .word, .list, .characterClass, .skip, .sentenceStart, .sentenceEnd, .ahead, .behind: true
    case .split, .jump, .open, .close, .lookEnd, .accept: false
    }
  }
}
