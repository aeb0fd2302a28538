/// The names that the first pass was sure of; they make their repetitions likelier.
struct SureNames {
  private let names: NameSet
  let isEmpty: Bool
  private var surnames: Set<UInt32> = []
  private let scalars: [UInt32]

  /// `from`: the score from which a chosen candidate is sure.
  init(_ scalars: [UInt32], candidates: [[Candidate]], chosen: [[Int]], from: Double) {
    self.scalars = scalars
    var names: Set<[UInt32]> = []
    for (sentence, indices) in zip(candidates, chosen) {
      for index in indices where sentence[index].score >= from && sentence[index].shape != .bare {
        let candidate = sentence[index]
        names.insert(Array(scalars[candidate.range]))
        if candidate.surnameLength == 1 { surnames.insert(scalars[candidate.range.lowerBound]) }
        guard candidate.shape == .dotted else { continue }
        // 比尔·克林顿 is 克林顿 from then on.
        for part in scalars[candidate.range].split(separator: SentenceText.dot) where part.count > 1 {
          names.insert(Array(part))
        }
      }
    }
    isEmpty = names.isEmpty
    self.names = NameSet(Array(names))
  }

  func add(_ candidate: Candidate, to sum: inout FeatureSum) {
    if candidate.shape == .bare {
      sum.add(.seenSurname, if: surnames.contains(scalars[candidate.range.lowerBound]))
    } else {
      sum.add(.seenSure, if: names.contains(scalars[candidate.range]))
    }
  }
}
