import AhoCorasick
import DocumentModel

/// The terms found in one sentence, by where they start and where they end. Indices are those of the document's matching text.
final class Chart: Sendable {
  struct Hit: Sendable {
    let start: Int
    let end: Int
    let meaning: Meaning
    var count: Int { end - start }
  }

  /// Indices of the sentence.
  let range: Range<Int>
  let scalars: [UInt32]
  /// By start, the longest first; of equal length in the order of the lexicons.
  let hits: [Hit]
  private let firstAtStart: [Int32]
  private let byEnd: [Hit]
  private let firstAtEnd: [Int32]

  init(range: Range<Int>, scalars: [UInt32], matches: [Match], meanings: MeaningTable) {
    self.range = range
    self.scalars = scalars
    // The automaton gives matches by end, the longer one first, equal ones in the order of the lexicons.
    byEnd = matches.map { Hit(start: $0.start, end: $0.end, meaning: meanings[Int($0.value)]) }
    var firstAtStart = [Int32](repeating: 0, count: range.count + 2)
    var firstAtEnd = firstAtStart
    for match in matches {
      firstAtStart[match.start - range.lowerBound + 1] += 1
      firstAtEnd[match.end - range.lowerBound + 1] += 1
    }
    for index in 1..<firstAtStart.count {
      firstAtStart[index] += firstAtStart[index - 1]
      firstAtEnd[index] += firstAtEnd[index - 1]
    }
    hits = Self.byStart(byEnd, firstAtStart, in: range)
    self.firstAtStart = firstAtStart
    self.firstAtEnd = firstAtEnd
  }

  /// Counting sort by start; what ends last comes first, and equal terms stay as they were.
  private static func byStart(_ byEnd: [Hit], _ firstAtStart: [Int32], in range: Range<Int>) -> [Hit] {
    var hits = byEnd
    var next = firstAtStart
    var last = byEnd.count
    while last > 0 {
      // One term and those equal to it, which stand side by side.
      var first = last - 1
      while first > 0, byEnd[first - 1].end == byEnd[last - 1].end, byEnd[first - 1].start == byEnd[last - 1].start {
        first -= 1
      }
      let at = byEnd[first].start - range.lowerBound
      for number in first..<last {
        hits[Int(next[at])] = byEnd[number]
        next[at] += 1
      }
      last = first
    }
    return hits
  }

  /// Terms that start at an index, the longest first; of equal length in the order of the lexicons.
  func starting(at index: Int) -> ArraySlice<Hit> {
    guard range.contains(index) else { return [] }
    let at = index - range.lowerBound
    return hits[Int(firstAtStart[at])..<Int(firstAtStart[at + 1])]
  }

  /// Terms that end at an index, the longest first.
  func ending(at index: Int) -> ArraySlice<Hit> {
    guard index > range.lowerBound, index <= range.upperBound else { return [] }
    let at = index - range.lowerBound
    return byEnd[Int(firstAtEnd[at])..<Int(firstAtEnd[at + 1])]
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
    // Decoded here: making a `String` of it was a tenth of the time of tagging.
    return text.withUTF8Buffer { utf8 in
      var at = index
      var byte = 0
      while byte < utf8.count {
        let lead = UInt32(utf8[byte])
        let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = width == 1 ? lead : lead & (0x7F >> UInt32(width))
        for next in 1..<width { scalar = scalar << 6 | UInt32(utf8[byte + next] & 0x3F) }
        guard at < range.upperBound, scalars[at] == scalar else { return false }
        at += 1
        byte += width
      }
      return true
    }
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
