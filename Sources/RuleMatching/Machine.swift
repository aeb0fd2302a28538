/// Runs one program over one lattice: backtracking that never does the same work twice.
///
/// A state is an instruction and a position. Whether the rest of the pattern matches from a state depends on nothing else,
/// so a state that was left without success is never entered again, from any start: at most
/// instructions x positions states, and the edges at them. Alternatives are tried in the order of the pattern, edges from
/// the longest, so the result is the one plain backtracking would give.
/// The arrays are kept from run to run.
struct Machine {
  private struct Frame {
    let instruction: Int32
    let position: Int32
    let trail: Int32
    /// Edge taken to come here, or -1.
    let edge: Int32
  }
  /// Something captures are made from.
  struct Event {
    enum Kind: UInt8 { case open, close, edge }
    let kind: Kind
    /// Number of the capture or of the edge.
    let number: Int32
    let position: Int32
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
  /// The furthest position at which a character or edge was asked for, and by which instruction.
  private(set) var furthest: (position: Int, instruction: Int) = (0, 0)

  /// Forgets all states; to be called before the first start of a program in a sentence.
  mutating func begin(_ program: Program, in lattice: Lattice) {
    size = program.instructions.count
    entered.reset(to: 0, count: (size * (lattice.count + 1) + 63) / 64)
    furthest = (0, 0)
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
      let state = position * size + at
      let bit: UInt64 = 1 << UInt64(state & 63)
      if entered[state >> 6] & bit == 0 {
        entered[state >> 6] |= bit
        if looks > 0 { lookStates.append(state) }
        let instruction = program.instructions[at]
        switch instruction.operation {
        case .split:
          push(Int(instruction.b), position)
          at = Int(instruction.a)
          goesOn = true
        case .jump:
          at = Int(instruction.a)
          goesOn = true
        case .open, .close:
          let kind: Event.Kind = instruction.operation == .open ? .open : .close
          trail.append(Event(kind: kind, number: instruction.a, position: Int32(position)))
          at += 1
          goesOn = true
        case .edge:
          note(position, at)
          pushEdges(
            vocabulary.edges[Int(instruction.a)], lattice, vocabulary.afterBlanks(position, in: lattice), at + 1)
        case .word:
          note(position, at)
          let from = vocabulary.afterBlanks(position, in: lattice)
          if !lattice.inside[from], let end = vocabulary.end(ofWord: Int(instruction.a), in: lattice, at: from),
            !lattice.inside[end]
          {
            position = end
            at += 1
            goesOn = true
          }
        case .list:
          note(position, at)
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
          note(position, at)
          if let end = endOfCharacter(vocabulary, vocabulary.classes[Int(instruction.a)], lattice, position) {
            position = end
            at += 1
            goesOn = true
          }
        case .skip:
          note(position, at)
          if let end = endOfStep(vocabulary, vocabulary.skips[Int(instruction.a)], lattice, position) {
            position = end
            at += 1
            goesOn = true
          }
        case .sentenceStart:
          goesOn = position <= lattice.head
          at += 1
        case .sentenceEnd:
          goesOn = position >= lattice.tail
          at += 1
        case .ahead:
          if look(program, vocabulary, lattice, at + 1, position) == (instruction.b == 0) {
            at = Int(instruction.a)
            goesOn = true
          }
        case .behind:
          steps += vocabulary.behinds[Int(instruction.a)].within
          goesOn = vocabulary.holds(vocabulary.behinds[Int(instruction.a)], in: lattice, at: position)
          at += 1
        case .lookEnd: return position
        case .accept:
          if position > start, !lattice.inside[position] { return position }
        }
      }
      if goesOn { continue }
      guard frames.count > floor, let frame = frames.popLast() else { return nil }
      if trail.count > Int(frame.trail) { trail.removeLast(trail.count - Int(frame.trail)) }
      if frame.edge >= 0 { trail.append(Event(kind: .edge, number: frame.edge, position: frame.position)) }
      at = Int(frame.instruction)
      position = Int(frame.position)
    }
  }

  @inline(__always)
  private mutating func push(_ instruction: Int, _ position: Int, edge: Int = -1) {
    frames.append(
      Frame(
        instruction: Int32(instruction), position: Int32(position), trail: Int32(trail.count), edge: Int32(edge)))
  }

  @inline(__always)
  private mutating func note(_ position: Int, _ instruction: Int) {
    if position > furthest.position { furthest = (position, instruction) }
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
  private func endOfStep(_ vocabulary: Vocabulary, _ stops: [Piece], _ lattice: Lattice, _ position: Int) -> Int? {
    let at = vocabulary.afterBlanks(position, in: lattice)
    guard at < lattice.count, !lattice.inside[at] else { return nil }
    for stop in stops where vocabulary.begins(stop, in: lattice, at: at) { return nil }
    let outer = Int(lattice.outerEnd[at])
    if outer > 0 { return outer }
    return SentenceSigns.isMark(lattice.scalars[lattice.range.lowerBound + at]) ? nil : at + 1
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
