/// The names that structure told, wherever the document has them again: 弓长岭 of a curriculum is nobody's place further on.
struct RepeatedNames {
  private let scalars: [UInt32]
  private let names: [UInt32: [[UInt32]]]
  /// A bit for each first character, modulo 64: nearly no index of a document begins one.
  private let starts: UInt64

  init(_ scalars: [UInt32], candidates: [[Candidate]], chosen: [[Int]]) {
    self.scalars = scalars
    var names: [UInt32: [[UInt32]]] = [:]
    var starts: UInt64 = 0
    for (sentence, indices) in zip(candidates, chosen) {
      for index in indices where sentence[index].shape.isSlot {
        let name = Array(scalars[sentence[index].range])
        let first = name[0]
        if names[first]?.contains(name) == true { continue }
        names[first, default: []].append(name)
        starts |= 1 << UInt64(first & 63)
      }
    }
    self.names = names
    self.starts = starts
  }

  var isEmpty: Bool { names.isEmpty }

  /// The candidates of a sentence with those that are such a name; nil where it has none that was not weighed already.
  /// `scorer` makes what weighs them: few sentences need one.
  func added(to candidates: [Candidate], of sentence: Range<Int>, scorer: () -> CandidateScorer) -> [Candidate]? {
    var added = candidates
    var made: CandidateScorer?
    // A list of a hundred thousand names has as many slots: what is weighed already is asked of a set.
    var weighed: Set<Range<Int>>?
    for index in sentence where starts >> UInt64(scalars[index] & 63) & 1 == 1 {
      for name in names[scalars[index]] ?? [] where index + name.count <= sentence.upperBound {
        let range = index..<index + name.count
        guard scalars[range].elementsEqual(name) else { continue }
        let known = weighed ?? Set(candidates.lazy.filter { $0.shape.isSlot }.map(\.range))
        weighed = known
        if known.contains(range) { continue }
        let scorer = made ?? scorer()
        made = scorer
        guard scorer.mayRepeat(range) else { continue }
        let shape = Candidate.Shape.slot(.repeated)
        added.append(
          Candidate(
            shape: shape, range: range, surnameLength: 0, score: scorer.sum(of: shape, range, surnameLength: 0).score,
            fillsSlot: scorer.edges.isSlot(range)))
      }
    }
    guard added.count > candidates.count else { return nil }
    added.sort { $0.range.lowerBound < $1.range.lowerBound }
    return added
  }
}

extension CandidateScorer {
  /// Whether a stretch that is a name elsewhere may be it here too: two characters, often a word, only between boundaries.
  func mayRepeat(_ range: Range<Int>) -> Bool {
    guard surroundings.firmness(in: range) < 1, !surroundings.goesOn(behind: range) else { return false }
    if range.count > 2 { return true }
    return edges.left(range.lowerBound).rawValue >= Edges.Left.mark.rawValue && edges.right(range.upperBound).isFirm
  }
}
