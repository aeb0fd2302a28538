/// The names that the first pass was sure of; they make their repetitions likelier, and their longer and shorter variants
/// less likely.
struct SureNames {
  private let names: NameSet
  let isEmpty: Bool
  private var surnames: Set<UInt32> = []
  /// How often the first pass chose each name.
  private var chosen: [ArraySlice<UInt32>: Int] = [:]
  private let scalars: [UInt32]

  /// `from`: the score from which a chosen candidate is sure.
  init(_ scalars: [UInt32], candidates: [[Candidate]], chosen: [[Int]], from: Double) {
    self.scalars = scalars
    var counts: [ArraySlice<UInt32>: Int] = [:]
    for (sentence, indices) in zip(candidates, chosen) {
      for index in indices where sentence[index].shape != .bare {
        counts[scalars[sentence[index].range], default: 0] += 1
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
    _ range: Range<Int>, in scalars: [UInt32], _ counts: [ArraySlice<UInt32>: Int]
  ) -> Bool {
    let own = counts[scalars[range]] ?? 0
    for (start, end) in [(0, -1), (1, 0), (0, 1), (-1, 0), (0, 2), (-2, 0)] {
      let lower = range.lowerBound + start
      let upper = range.upperBound + end
      guard lower >= 0, upper <= scalars.count, upper - lower > 1, let other = counts[scalars[lower..<upper]] else {
        continue
      }
      if other > own { return true }
    }
    return false
  }
}
