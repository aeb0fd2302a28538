import AhoCorasick

/// What the automaton must find, by trying every pattern at every place.
struct NaiveSearch {
  let patterns: [(pattern: [UInt32], value: UInt32)]

  func startingAt(_ start: Int, in text: [UInt32], range: Range<Int>) -> [Match] {
    var found: [(match: Match, order: Int)] = []
    for (order, entry) in patterns.enumerated() {
      let end = start + entry.pattern.count
      guard start >= range.lowerBound, end <= range.upperBound else { continue }
      guard Array(text[start..<end]) == entry.pattern else { continue }
      found.append((Match(start: start, end: end, value: entry.value), order))
    }
    return found.sorted { ($0.match.end, $0.order) < ($1.match.end, $1.order) }.map(\.match)
  }

  func overlapping(in text: [UInt32], range: Range<Int>) -> [Match] {
    // Sorting keeps equal elements in order only if the key says so, hence the position.
    range.flatMap { startingAt($0, in: text, range: range) }.enumerated()
      .sorted { a, b in
        (a.element.end, a.element.start, a.offset) < (b.element.end, b.element.start, b.offset)
      }.map(\.element)
  }

  func leftmostLongest(in text: [UInt32], range: Range<Int>) -> [Match] {
    var chosen: [Match] = []
    for match in overlapping(in: text, range: range).sorted() where match.start >= chosen.last?.end ?? 0 {
      chosen.append(match)
    }
    return chosen
  }
}

/// A small generator with a seed (SplitMix64), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
