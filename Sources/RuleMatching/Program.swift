import DocumentModel

/// One step of a compiled pattern. `a` and `b` are instruction numbers or numbers of things in the ``Vocabulary``.
struct Instruction: Hashable, Sendable {
  enum Operation: UInt8, Sendable {
    /// One of two ways, `a` preferred; `c` tells what they can begin with.
    case split
    case jump
    case open, close
    case edge, word, list, characterClass
    /// The skip `a`; `b` is the number of the set that what follows can begin with.
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
  /// Of a split: the number of the first set of `a` in ``Program/firsts``; that of `b` is the next.
  var c: Int32 = 0
}

/// A rule's pattern as instructions.
struct Program: Hashable, Sendable {
  var instructions: [Instruction] = []
  /// What is written in the pattern, and for each instruction the innermost element it belongs to, or -1.
  var elements: [ProgramElement] = []
  var elementNumbers: [Int32] = []
  /// What can come first on each way of a split (two a split, at its `c`), and after each skip.
  var firsts: [FirstSet] = []
  /// Names of captures by their number; a phrase used twice gives its captures twice.
  var captures: [String] = []
  /// Numbers of the ``Need``s that a sentence must fulfil.
  var needs: [Int] = []
  var first = FirstSet()
}

/// An ``Element`` of a program, by numbers.
struct ProgramElement: Hashable, Sendable {
  /// Number of what was written, in ``Vocabulary/sources``.
  let source: Int
  let parent: Int?
  let root: Int
}

/// What a match can begin with; the cheap test before a start.
struct FirstSet: Hashable, Sendable {
  /// Labels of which the edges at the start must have one.
  var labels = LabelSet()
  /// Bit `scalar & 127` of each scalar it can begin with, in two words.
  var scalarsLow: UInt64 = 0
  var scalarsHigh: UInt64 = 0
  /// Whether it can begin with anything.
  var isOpen = false

  @inline(__always)
  func admits(labels: LabelSet, scalar: UInt32) -> Bool {
    isOpen || self.labels.intersects(labels)
      || (scalar & 64 == 0 ? scalarsLow : scalarsHigh) >> UInt64(scalar & 63) & 1 == 1
  }

  mutating func insert(_ scalar: UInt32) {
    let bit: UInt64 = 1 << UInt64(scalar & 63)
    if scalar & 64 == 0 { scalarsLow |= bit } else { scalarsHigh |= bit }
  }

  /// What a character of a class begins with: itself; a class of very many is not listed.
  init(of set: CharacterClass) {
    if set.negated || set.ranges.contains(where: { $0.count > 128 }) {
      isOpen = true
    } else {
      for range in set.ranges { for scalar in range { insert(scalar) } }
    }
  }

  init() {}

  mutating func formUnion(_ other: FirstSet) {
    labels.formUnion(other.labels)
    scalarsLow |= other.scalarsLow
    scalarsHigh |= other.scalarsHigh
    isOpen = isOpen || other.isOpen
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

/// `skip{…}`.
struct SkipTest: Hashable, Sendable {
  let least: Int
  let most: Int
  /// What no step goes over, by what is asked of it: a stop of nothing but marks must not make each step ask for a dozen labels.
  let edgeStops: [Piece]
  let classStops: [Piece]
  let wordStops: [Piece]
  /// Labels of which an edge must have one to be a stop, and what words that are stops begin with: the cheap tests.
  let edgeLabels: LabelSet
  let wordFirst: FirstSet

  /// `first` tells what a piece can begin with.
  init(least: Int, most: Int, stops: [Piece], first: (Piece) -> FirstSet) {
    (self.least, self.most) = (least, most)
    var (edges, classes, words): ([Piece], [Piece], [Piece]) = ([], [], [])
    for stop in stops {
      switch stop {
      case .edge: edges.append(stop)
      case .characterClass: classes.append(stop)
      case .word, .list: words.append(stop)
      }
    }
    (edgeStops, classStops, wordStops) = (edges, classes, words)
    edgeLabels = edges.reduce(into: LabelSet()) { $0.formUnion(first($1).labels) }
    wordFirst = words.reduce(into: FirstSet()) { $0.formUnion(first($1)) }
  }
}

/// The words of an `@list`, by first scalar, the longest first.
struct WordList: Hashable, Sendable {
  private(set) var firsts: [UInt32] = []
  /// Where the words of a first scalar begin in `words`; one element more.
  private(set) var starts: [Int] = [0]
  private(set) var words: [Int] = []
  /// Bit `scalar & 127` of each scalar a word ends with, in two words.
  private var lastsLow: UInt64 = 0
  private var lastsHigh: UInt64 = 0

  init(words ids: [Int], in vocabulary: Vocabulary) {
    let entries = Set(ids).map { (id: $0, scalars: vocabulary.scalars(ofWord: $0)) }
    let sorted = entries.sorted {
      if $0.scalars.first != $1.scalars.first { return ($0.scalars.first ?? 0) < ($1.scalars.first ?? 0) }
      return $0.scalars.count != $1.scalars.count ? $0.scalars.count > $1.scalars.count : $0.id < $1.id
    }
    for entry in sorted {
      if let last = entry.scalars.last {
        if last & 64 == 0 { lastsLow |= 1 << UInt64(last & 63) } else { lastsHigh |= 1 << UInt64(last & 63) }
      }
      let first = entry.scalars.first ?? 0
      if firsts.last != first {
        firsts.append(first)
        starts.append(words.count)
      }
      words.append(entry.id)
      starts[firsts.count] = words.count
    }
  }

  /// False where no word ends with a scalar; mostly true where one does.
  func mayEnd(with scalar: UInt32) -> Bool {
    (scalar & 64 == 0 ? lastsLow : lastsHigh) >> UInt64(scalar & 63) & 1 == 1
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
  var skips: [SkipTest] = []
  var behinds: [BehindTest] = []
  var needs: [Need] = []
  /// What is written for the elements of all programs.
  var sources: [ElementSource] = []
  var labels = LabelTable()
  /// Whether blanks between and inside words of the text are passed over.
  let skipsBlanks: Bool

  init(skipsBlanks: Bool) { self.skipsBlanks = skipsBlanks }

  var wordCount: Int { wordStarts.count - 1 }

  func firstScalar(ofWord id: Int) -> UInt32 { wordScalars[wordStarts[id]] }

  func scalars(ofWord id: Int) -> ArraySlice<UInt32> { wordScalars[wordStarts[id]..<wordStarts[id + 1]] }

  /// Whether a word stands at an index, or may stand there with blanks in it.
  func stands(_ word: Int, in text: [UInt32], at index: Int, until end: Int) -> Bool {
    var at = index
    for place in wordStarts[word]..<wordStarts[word + 1] {
      guard at < end else { return false }
      if skipsBlanks, text[at] == SentenceSigns.blank { return true }
      guard text[at] == wordScalars[place] else { return false }
      at += 1
    }
    return true
  }

  mutating func append(word: [UInt32]) -> Int {
    wordScalars.append(contentsOf: word)
    wordStarts.append(wordScalars.count)
    return wordCount - 1
  }
}
