/// One state of the automaton: four numbers of 32 bits, so that a file may hold the array as it is.
///
/// The child of state `s` by code `c` is at `base ^ c`, if the entry there has `check == s`.
struct State: Sendable {
  /// `check` of an entry that is nobody's child: free, or the root.
  static let nobody = UInt32.max

  var base: UInt32 = 0
  /// The parent.
  var check: UInt32 = State.nobody
  /// The state of the longest proper suffix that is a prefix of some pattern.
  var fail: UInt32 = 0
  /// Where the matches that end here begin in the outputs; 0 for none.
  var output: UInt32 = 0
}

/// The states while they are placed: the trie as a double array, and the list of its free entries.
///
/// Entries come in blocks of a power of two above the largest code, so that `base ^ code` never leaves the array and the
/// search needs no bounds check. State 0 is the root.
struct DoubleArray {
  private let blockSize: Int
  private(set) var states: [State] = []
  /// Free entries, a ring in both directions through entry 0 (the root, never free).
  private var nextFree: [UInt32] = []
  private var previousFree: [UInt32] = []
  /// For each class of numbers of children where to look for room first. Entries before it were tried in vain often
  /// enough; they are left to states with fewer children.
  private var hints = [UInt32](repeating: 0, count: 6)

  init(largestCode: UInt32) {
    var size = 16
    while size <= Int(largestCode) { size *= 2 }
    blockSize = size
    grow()
  }

  /// Finds room for the children by the given codes (distinct, not 0, at least one), makes them children of `state`, and
  /// returns its base.
  mutating func place(_ codes: [UInt32], under state: UInt32) -> UInt32 {
    let kind = min(hints.count - 1, Int.bitWidth - 1 - codes.count.leadingZeroBitCount)
    var entry = hints[kind] == 0 ? nextFree[0] : hints[kind]
    var tries = 0
    while entry != 0, !isFree(codes, base: entry ^ codes[0]) {
      entry = nextFree[Int(entry)]
      tries += 1
    }
    if entry == 0 {
      entry = UInt32(states.count) ^ codes[0]
      grow()
    }
    if tries > 4 { hints[kind] = entry }
    let base = entry ^ codes[0]
    states[Int(state)].base = base
    for code in codes { take(base ^ code, for: state) }
    return base
  }

  /// Sets what a state knows besides its children.
  mutating func link(_ state: UInt32, fail: UInt32, output: UInt32) {
    states[Int(state)].fail = fail
    states[Int(state)].output = output
  }

  /// The state after a code, with failure links followed.
  func next(after state: UInt32, _ code: UInt32) -> UInt32 {
    var state = state
    while true {
      let child = states[Int(state)].base ^ code
      if states[Int(child)].check == state { return child }
      if state == 0 { return 0 }
      state = states[Int(state)].fail
    }
  }

  private func isFree(_ codes: [UInt32], base: UInt32) -> Bool {
    for code in codes {
      let entry = base ^ code
      if entry == 0 || states[Int(entry)].check != State.nobody { return false }
    }
    return true
  }

  private mutating func take(_ entry: UInt32, for parent: UInt32) {
    states[Int(entry)].check = parent
    let (next, previous) = (nextFree[Int(entry)], previousFree[Int(entry)])
    nextFree[Int(previous)] = next
    previousFree[Int(next)] = previous
    // A hint that runs off the end becomes 0, which would start over: better to look in what comes next.
    for kind in hints.indices where hints[kind] == entry { hints[kind] = next == 0 ? previous : next }
  }

  private mutating func grow() {
    let start = states.count
    states.append(contentsOf: repeatElement(State(), count: blockSize))
    nextFree.append(contentsOf: repeatElement(0, count: blockSize))
    previousFree.append(contentsOf: repeatElement(0, count: blockSize))
    for entry in max(1, start)..<states.count {
      let last = previousFree[0]
      nextFree[Int(last)] = UInt32(entry)
      previousFree[entry] = last
      nextFree[entry] = 0
      previousFree[0] = UInt32(entry)
    }
  }
}
