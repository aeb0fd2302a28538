/// The names that the first pass was sure of; they make their repetitions likelier, and their longer and shorter variants
/// less likely.
struct SureNames {
  private let names: NameSet
  let isEmpty: Bool
  private var surnames: Set<UInt32> = []
  /// How often the first pass chose each name.
  private let chosen: NameCounts
  private let scalars: [UInt32]

  /// `from`: the score from which a chosen candidate is sure.
  init(_ scalars: [UInt32], candidates: [[Candidate]], chosen: [[Int]], from: Double) {
    self.scalars = scalars
    var counts = NameCounts()
    for (sentence, indices) in zip(candidates, chosen) {
      for index in indices where sentence[index].shape != .bare {
        counts.add(scalars[sentence[index].range])
      }
    }
    self.chosen = counts
    var names: Set<[UInt32]> = []
    for (sentence, indices) in zip(candidates, chosen) {
      for index in indices where sentence[index].score >= from && sentence[index].shape != .bare {
        let candidate = sentence[index]
        if Self.hasCommonerVariant(candidate.range, in: scalars, counts) { continue }
        names.insert(Array(scalars[candidate.range]))
        if candidate.surnameLength == 1 { surnames.insert(scalars[candidate.range.lowerBound]) }
        guard candidate.shape == .dotted else { continue }
        // 比尔·克林顿 is 克林顿 from then on.
        for part in scalars[candidate.range].split(whereSeparator: SentenceText.joiners.contains) where part.count > 1 {
          names.insert(Array(part))
        }
      }
    }
    isEmpty = counts.isEmpty
    self.names = NameSet(Array(names))
  }

  func add(_ candidate: Candidate, to sum: inout FeatureSum) {
    if candidate.shape == .bare {
      sum.add(.seenSurname, if: surnames.contains(scalars[candidate.range.lowerBound]))
    } else {
      sum.add(.seenSure, if: names.contains(scalars[candidate.range]))
      sum.add(.documentVariant, if: Self.hasCommonerVariant(candidate.range, in: scalars, chosen))
    }
  }

  /// Whether the same place holds a name one or two characters longer or shorter, at either end, that was chosen more often
  /// in the document: 李四来 beside 李四, 李四 beside 李四光.
  private static func hasCommonerVariant(
    _ range: Range<Int>, in scalars: [UInt32], _ counts: NameCounts
  ) -> Bool {
    var own: Int?
    for (start, end) in [(0, -1), (1, 0), (0, 1), (-1, 0), (0, 2), (-2, 0)] {
      let lower = range.lowerBound + start
      let upper = range.upperBound + end
      guard lower >= 0, upper <= scalars.count, upper - lower > 1 else { continue }
      let other = counts.count(of: scalars[lower..<upper])
      guard other > 0 else { continue }
      own = own ?? counts.count(of: scalars[range])
      if other > own ?? 0 { return true }
    }
    return false
  }
}

/// How often names occur. Nearly all that is asked for does not: their ends tell most of it.
struct NameCounts {
  private var counts: [ArraySlice<UInt32>: Int] = [:]
  /// A bit for each hash of the length and of the first and the last character.
  private var filter: UInt64 = 0

  var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ name: ArraySlice<UInt32>) {
    counts[name, default: 0] += 1
    filter |= Self.bit(name)
  }

  func count(of name: ArraySlice<UInt32>) -> Int { filter & Self.bit(name) == 0 ? 0 : counts[name] ?? 0 }

  private static func bit(_ name: ArraySlice<UInt32>) -> UInt64 {
    guard let first = name.first, let last = name.last else { return 1 }
    let key = UInt64(first) << 32 ^ UInt64(last) ^ UInt64(name.count) << 24
    return 1 << ((key &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}
