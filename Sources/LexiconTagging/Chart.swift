import AhoCorasick
import DocumentModel

/// The terms found in one sentence, by where they start and where they end. Indices are those of the document's matching text.
struct Chart {
  struct Hit {
    let start: Int
    let end: Int
    let meaning: Meaning
    var count: Int { end - start }
  }

  /// Indices of the sentence.
  let range: Range<Int>
  let scalars: [UInt32]
  private let hits: [Hit]
  private let firstAtStart: [Int]
  private let byEnd: [Hit]
  private let firstAtEnd: [Int]

  init(range: Range<Int>, scalars: [UInt32], matches: [Match], meanings: [Meaning]) {
    self.range = range
    self.scalars = scalars
    let found = matches.map { Hit(start: $0.start, end: $0.end, meaning: meanings[Int($0.value)]) }
    hits = found.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    byEnd = found.sorted { ($0.end, $0.start) < ($1.end, $1.start) }
    firstAtStart = Self.firsts(of: hits.map(\.start), in: range)
    firstAtEnd = Self.firsts(of: byEnd.map(\.end), in: range)
  }

  private static func firsts(of sorted: [Int], in range: Range<Int>) -> [Int] {
    var firsts = [Int](repeating: 0, count: range.count + 2)
    for value in sorted { firsts[value - range.lowerBound + 1] += 1 }
    for index in 1..<firsts.count { firsts[index] += firsts[index - 1] }
    return firsts
  }

  /// Terms that start at an index, the longest first; of equal length in the order of the lexicons.
  func starting(at index: Int) -> ArraySlice<Hit> {
    guard range.contains(index) else { return [] }
    let at = index - range.lowerBound
    return hits[firstAtStart[at]..<firstAtStart[at + 1]]
  }

  /// Terms that end at an index, the longest first.
  func ending(at index: Int) -> ArraySlice<Hit> {
    guard index > range.lowerBound, index <= range.upperBound else { return [] }
    let at = index - range.lowerBound
    return byEnd[firstAtEnd[at]..<firstAtEnd[at + 1]]
  }

  /// The normalised scalar at an index; nil outside the sentence.
  func scalar(at index: Int) -> UInt32? { range.contains(index) ? scalars[index] : nil }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars[range] { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(view)
  }

  func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index >= range.lowerBound else { return false }
    var at = index
    for scalar in "\(text)".unicodeScalars {
      guard at < range.upperBound, scalars[at] == scalar.value else { return false }
      at += 1
    }
    return true
  }

  /// Whether a name of open length may not reach to the left over what ends at `index`.
  func isBoundary(before index: Int) -> Bool {
    guard index > range.lowerBound else { return true }
    if !isNameScalar(scalars[index - 1]) { return true }
    for hit in ending(at: index) {
      guard case .boundary = hit.meaning else { continue }
      if !isInsideWord(hit.start..<hit.end) { return true }
    }
    return false
  }

  /// Whether a longer ordinary word (和平 for 和) covers a range.
  func isInsideWord(_ inner: Range<Int>) -> Bool {
    var start = inner.lowerBound
    let lowest = max(range.lowerBound, inner.upperBound - Self.longestWord)
    while start >= lowest {
      for hit in starting(at: start) where hit.end >= inner.upperBound && hit.count > inner.count {
        if case .boundaryWord = hit.meaning { return true }
      }
      start -= 1
    }
    return false
  }
  private static let longestWord = 5
}

/// Han characters, letters and digits, and the dot inside foreign names: what a name is made of.
func isNameScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF: true
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xB7, 0x3007: true
  default: false
  }
}

func isHan(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007: true
  default: false
  }
}

/// A mention in the making, in indices of the matching text.
struct Candidate {
  var range: Range<Int>
  var type: MentionType
  var labels: [String] = []
  var reading: Reading
  var by: Provenance

  /// Characters of the head noun, for names of open length: the longer head says more of what it is.
  var headLength: Int {
    if case .compound(let reading) = reading { return reading.head.unicodeScalars.count }
    return 0
  }
}

extension Reading {
  /// Span of the place at the start of a name.
  var place: Span? {
    switch self {
    case .organ(let reading): reading.place
    case .compound(let reading): reading.place
    default: nil
    }
  }
}
