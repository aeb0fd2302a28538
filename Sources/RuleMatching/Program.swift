import DocumentModel

/// One step of a compiled pattern. `a` and `b` are instruction numbers or numbers of things in the ``Vocabulary``.
struct Instruction: Hashable, Sendable {
  enum Operation: UInt8, Sendable {
    /// One of two ways, `a` preferred.
    case split
    case jump
    case open, close
    case edge, word, list, characterClass
    /// One step of a skip with the stops `a`.
    case skip
    case sentenceStart, sentenceEnd
    /// The pattern up to `lookEnd` stands in the next instructions, what follows it at `a`; `b` is 1 where it must not match.
    case ahead, lookEnd
    case behind
    case accept
  }
  let operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0
}

/// A rule's pattern as instructions.
struct Program: Hashable, Sendable {
  var instructions: [Instruction] = []
  /// Names of captures by their number; a phrase used twice gives its captures twice.
  var captures: [String] = []
  /// Numbers of the ``Need``s that a sentence must fulfil.
  var needs: [Int] = []
  var first = FirstSet()
}

/// The test of a whole sentence before a rule is tried; small, because every rule asks it of every sentence.
struct RuleGate: Sendable {
  private let zones: UInt8
  private let needs: [Int32]

  init(zones: [Zone], needs: [Int]) {
    self.zones = zones.reduce(0) { $0 | Self.bit($1) }
    self.needs = needs.map(Int32.init)
  }

  @inline(__always)
  func lets(_ zone: Zone, _ met: [Bool]) -> Bool {
    guard zones & Self.bit(zone) != 0 else { return false }
    for need in needs where !met[Int(need)] { return false }
    return true
  }

  private static func bit(_ zone: Zone) -> UInt8 {
    switch zone {
    case .headline: 1
    case .byline: 2
    case .body: 4
    case .furniture: 8
    }
  }
}

/// What a match can begin with; the cheap test before a start.
struct FirstSet: Hashable, Sendable {
  /// Labels of which the edges at the start must have one.
  var labels = LabelSet()
  /// Bit `scalar & 63` of each scalar it can begin with.
  var scalars: UInt64 = 0
  /// Whether it can begin with anything.
  var isOpen = false

  func admits(labels: LabelSet, scalar: UInt32) -> Bool {
    isOpen || self.labels.intersects(labels) || scalars >> UInt64(scalar & 63) & 1 == 1
  }
}

/// Something of which one must occur in a sentence for a rule to match there.
struct Need: Hashable, Sendable {
  /// Ascending.
  var words: [Int] = []
  var labels = LabelSet()
}

/// Whether an edge is one that `<…>` means: the labels of one alternative, and none that it excludes.
struct EdgeTest: Hashable, Sendable {
  struct Alternative: Hashable, Sendable {
    var required = LabelSet()
    var excluded = LabelSet()
  }
  var alternatives: [Alternative] = []
  /// Labels of which an edge must have at least one.
  var anyOf = LabelSet()

  func accepts(_ labels: LabelSet) -> Bool {
    guard anyOf.intersects(labels) else { return false }
    for alternative in alternatives
    where labels.contains(alternative.required) && !labels.intersects(alternative.excluded) {
      return true
    }
    return false
  }
}

/// A single word, list, class or edge, by its number.
enum Piece: Hashable, Sendable {
  case word(Int), list(Int), characterClass(Int), edge(Int)
}

/// `behind(…)`.
struct BehindTest: Hashable, Sendable {
  let pieces: [Piece]
  let within: Int
  /// Classes of characters that end the way back.
  let stops: [Piece]
  let negated: Bool
}

/// The words of an `@list`, by first scalar, the longest first.
struct WordList: Hashable, Sendable {
  private(set) var firsts: [UInt32] = []
  /// Where the words of a first scalar begin in `words`; one element more.
  private(set) var starts: [Int] = [0]
  private(set) var words: [Int] = []

  init(words ids: [Int], in vocabulary: Vocabulary) {
    let entries = Set(ids).map { (id: $0, scalars: vocabulary.scalars(ofWord: $0)) }
    let sorted = entries.sorted {
      if $0.scalars.first != $1.scalars.first { return ($0.scalars.first ?? 0) < ($1.scalars.first ?? 0) }
      return $0.scalars.count != $1.scalars.count ? $0.scalars.count > $1.scalars.count : $0.id < $1.id
    }
    for entry in sorted {
      let first = entry.scalars.first ?? 0
      if firsts.last != first {
        firsts.append(first)
        starts.append(words.count)
      }
      words.append(entry.id)
      starts[firsts.count] = words.count
    }
  }

  /// Positions in `words` of those that begin with a scalar.
  func candidates(first: UInt32) -> Range<Int> {
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] < first { low = middle + 1 } else { high = middle }
    }
    guard low < firsts.count, firsts[low] == first else { return 0..<0 }
    return starts[low]..<starts[low + 1]
  }
}

/// What the programs of one rule set refer to by number.
struct Vocabulary: Sendable {
  private(set) var wordScalars: [UInt32] = []
  private(set) var wordStarts: [Int] = [0]
  var lists: [WordList] = []
  var classes: [CharacterClass] = []
  var edges: [EdgeTest] = []
  var skips: [[Piece]] = []
  var behinds: [BehindTest] = []
  var needs: [Need] = []
  var labels = LabelTable()
  /// Whether blanks between and inside words of the text are passed over.
  let skipsBlanks: Bool

  init(skipsBlanks: Bool) { self.skipsBlanks = skipsBlanks }

  var wordCount: Int { wordStarts.count - 1 }

  func scalars(ofWord id: Int) -> ArraySlice<UInt32> { wordScalars[wordStarts[id]..<wordStarts[id + 1]] }

  mutating func append(word: [UInt32]) -> Int {
    wordScalars.append(contentsOf: word)
    wordStarts.append(wordScalars.count)
    return wordCount - 1
  }
}
