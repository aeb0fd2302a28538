import AhoCorasick
import FlatTables
import DocumentModel

/// A term found in a text. Indices are those of the document's matching text.
struct Hit: Sendable {
  private let first: Int32
  private let last: Int32
  let meaning: Meaning

  init(start: Int, end: Int, _ meaning: Meaning) {
    first = Int32(truncatingIfNeeded: start)
    last = Int32(truncatingIfNeeded: end)
    self.meaning = meaning
  }

  var start: Int { Int(first) }
  var end: Int { Int(last) }
  var range: Range<Int> { start..<end }
  var count: Int { end - start }
  var kind: Meaning.Kind { meaning.kind }
  /// The row's index in its table.
  var row: Int { meaning.row }
}

/// The terms found in one sentence, by where they start and where they end.
///
/// Terms are given as ranges of numbers in `hits` and `hitsByEnd`, not as slices: a slice costs two changes of a reference
/// count, and these are the innermost loops of all taggers.
struct Chart: Sendable {
  /// Indices of the sentence.
  let range: Range<Int>
  /// Kinds of all terms of the sentence.
  let kinds: Kinds
  /// Signs of all characters of the sentence.
  let signs: CharacterSigns
  private let document: DocumentChart

  init(_ document: DocumentChart, range: Range<Int>, signs table: SignTable) {
    self.document = document
    self.range = range
    var kinds: Kinds = []
    var signs: CharacterSigns = []
    for index in range {
      kinds.formUnion(document.kindsAtStart[index])
      signs.formUnion(table[document.scalars[index]])
    }
    self.kinds = kinds
    self.signs = signs
  }

  /// The normalised scalars of the document.
  var scalars: [UInt32] { document.scalars }
  /// All terms of the document by start, the longest first; of equal length in the order of the lexicons.
  var hits: [Hit] { document.hits }
  /// All terms of the document by end, the longest first.
  var hitsByEnd: [Hit] { document.hitsByEnd }

  /// Terms of the sentence, in the order of `hits`.
  var all: Range<Int> { document.starting(from: range.lowerBound, to: range.upperBound) }

  /// Terms that start at an index, numbers in `hits`.
  func starting(at index: Int) -> Range<Int> {
    range.contains(index) ? document.starting(from: index, to: index + 1) : 0..<0
  }

  /// Terms that end at an index, numbers in `hitsByEnd`.
  func ending(at index: Int) -> Range<Int> {
    index > range.lowerBound && index <= range.upperBound ? document.ending(at: index) : 0..<0
  }

  /// Kinds of the terms that start at an index.
  func kinds(at index: Int) -> Kinds { range.contains(index) ? document.kindsAtStart[index] : [] }

  /// Kinds of the terms that end at an index.
  func kinds(endingAt index: Int) -> Kinds {
    index > range.lowerBound && index <= range.upperBound ? document.kindsAtEnd[index] : []
  }

  /// The normalised scalar at an index; nil outside the sentence.
  func scalar(at index: Int) -> UInt32? { range.contains(index) ? document.scalars[index] : nil }

  /// Whether a character stands at an index.
  func has(_ character: Unicode.Scalar, at index: Int) -> Bool { scalar(at: index) == character.value }

  /// Whether one of a list of characters stands at an index.
  func has(_ characters: [UInt32], at index: Int) -> Bool { scalar(at: index).map(characters.contains) ?? false }

  func string(_ range: Range<Int>) -> String { MatchingText.string(of: document.scalars[range]) }

  /// Whether a word stands at an index, inside the sentence.
  func matches(_ word: Word, at index: Int) -> Bool {
    guard index >= range.lowerBound, index + word.count <= range.upperBound else { return false }
    return word.stands(in: document.scalars, at: index)
  }

  /// Whether a word stands anywhere in the sentence.
  func contains(_ word: Word) -> Bool { range.contains { matches(word, at: $0) } }

  /// Whether a name of open length may not reach to the left over what ends at `index`.
  func isBoundary(before index: Int) -> Bool {
    guard index > range.lowerBound else { return true }
    if !isNameScalar(document.scalars[index - 1]) { return true }
    guard kinds(endingAt: index).contains(.boundary) else { return false }
    for number in ending(at: index) where hitsByEnd[number].kind == .boundary {
      if !isInsideWord(hitsByEnd[number].range) { return true }
    }
    return false
  }

  /// Whether a longer ordinary word (和平 for 和) covers a range.
  func isInsideWord(_ inner: Range<Int>) -> Bool {
    guard kinds.contains(.boundaryWord) else { return false }
    var start = inner.lowerBound
    let lowest = max(range.lowerBound, inner.upperBound - Self.longestWord)
    while start >= lowest {
      if kinds(at: start).contains(.boundaryWord) {
        for number in starting(at: start) {
          let hit = hits[number]
          if hit.kind == .boundaryWord, hit.end >= inner.upperBound, hit.count > inner.count { return true }
        }
      }
      start -= 1
    }
    return false
  }
  private static let longestWord = 5
}

/// The terms found in a document's sentences.
final class DocumentChart: Sendable {
  let scalars: [UInt32]
  /// By start, the longest first; of equal length in the order of the lexicons.
  let hits: [Hit]
  let hitsByEnd: [Hit]
  let kindsAtStart: [Kinds]
  let kindsAtEnd: [Kinds]
  private let firstAtStart: [Int32]
  private let firstAtEnd: [Int32]

  /// `ranges` are the sentences, in order.
  init(scalars: [UInt32], ranges: [Range<Int>], terms: TermTable) {
    // The automaton gives matches by end, the longer one first, equal ones in the order of the lexicons.
    var byEnd: [Hit] = []
    byEnd.reserveCapacity(scalars.count)
    let meanings = terms.meanings
    for range in ranges {
      terms.automaton.forEachMatch(in: scalars, range: range) { start, end, value in
        byEnd.append(Hit(start: start, end: end, meanings[Int(value)]))
      }
    }
    let size = scalars.count + 2
    var firstAtStart = [Int32](repeating: 0, count: size)
    var firstAtEnd = firstAtStart
    var kindsAtStart = [Kinds](repeating: [], count: size)
    var kindsAtEnd = kindsAtStart
    for hit in byEnd {
      firstAtStart[hit.start + 1] += 1
      firstAtEnd[hit.end + 1] += 1
      kindsAtStart[hit.start].formUnion(Kinds(hit.kind))
      kindsAtEnd[hit.end].formUnion(Kinds(hit.kind))
    }
    for index in 1..<size {
      firstAtStart[index] += firstAtStart[index - 1]
      firstAtEnd[index] += firstAtEnd[index - 1]
    }
    self.scalars = scalars
    hitsByEnd = byEnd
    hits = Self.byStart(byEnd, firstAtStart)
    self.firstAtStart = firstAtStart
    self.firstAtEnd = firstAtEnd
    self.kindsAtStart = kindsAtStart
    self.kindsAtEnd = kindsAtEnd
  }

  /// Counting sort by start; what ends last comes first, and equal terms stay as they were.
  private static func byStart(_ byEnd: [Hit], _ firstAtStart: [Int32]) -> [Hit] {
    var hits = byEnd
    var next = firstAtStart
    var last = byEnd.count
    while last > 0 {
      // One term and those equal to it, which stand side by side.
      var first = last - 1
      while first > 0, byEnd[first - 1].end == byEnd[last - 1].end, byEnd[first - 1].start == byEnd[last - 1].start {
        first -= 1
      }
      let at = byEnd[first].start
      for number in first..<last {
        hits[Int(next[at])] = byEnd[number]
        next[at] += 1
      }
      last = first
    }
    return hits
  }

  func starting(from index: Int, to end: Int) -> Range<Int> { Int(firstAtStart[index])..<Int(firstAtStart[end]) }
  func ending(at index: Int) -> Range<Int> { Int(firstAtEnd[index])..<Int(firstAtEnd[index + 1]) }
}
