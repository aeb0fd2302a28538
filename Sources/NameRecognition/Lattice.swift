import DocumentModel

/// The best choice of candidates of one sentence that do not overlap: one pass from left to right.
struct Lattice {
  private let scalars: [UInt32]
  private let range: Range<Int>
  private let adjacent: Double
  private let list: Double
  private let listFilled: Double

  /// `range`: the sentence.
  init(_ scalars: [UInt32], _ range: Range<Int>, _ zone: Zone, weights: [Double]) {
    self.scalars = scalars
    self.range = range
    adjacent =
      weights[Feature.adjacent.rawValue]
      + (zone == .headline ? weights[Feature.adjacentInHeadline.rawValue] : 0)
    list = weights[Feature.list.rawValue]
    listFilled = weights[Feature.listFilled.rawValue]
  }

  /// What stands between a name and the one chosen before it.
  private enum Link { case apart, adjacent, list }

  private struct Step {
    /// Best sum of a choice no name of which ends exactly here.
    var open = 0.0
    /// Best sum of a choice whose last name ends exactly here, that name, and how it follows the one before.
    var named = -Double.infinity
    var candidate: Int32 = -1
    var link = Link.apart
  }

  /// Indices of the chosen candidates, in order. `candidates` must be in order of their start.
  func choose(_ candidates: [Candidate]) -> [Int] {
    guard !candidates.isEmpty else { return [] }
    let base = range.lowerBound
    var steps = [Step](repeating: Step(), count: range.count + 1)
    var next = 0
    for here in steps.indices {
      if here > 0 { steps[here].open = max(steps[here - 1].open, steps[here - 1].named) }
      while next < candidates.count, candidates[next].range.lowerBound == base + here {
        let candidate = candidates[next]
        var (before, link) = (steps[here].open, Link.apart)
        if steps[here].named + adjacent > before { (before, link) = (steps[here].named + adjacent, .adjacent) }
        if here > 0, SentenceText.isListMark(scalars[base + here - 1]) {
          let listed = steps[here - 1].named + list + (candidate.fillsSlot ? listFilled : 0)
          if listed > before { (before, link) = (listed, .list) }
        }
        let end = candidate.range.upperBound - base
        if before + candidate.score > steps[end].named {
          steps[end].named = before + candidate.score
          steps[end].candidate = Int32(next)
          steps[end].link = link
        }
        next += 1
      }
    }
    return backtrack(steps, candidates)
  }

  private func backtrack(_ steps: [Step], _ candidates: [Candidate]) -> [Int] {
    var chosen: [Int] = []
    var here = steps.count - 1
    var isNamed = steps[here].named > steps[here].open
    while here > 0 {
      guard isNamed else {
        here -= 1
        isNamed = steps[here].named > steps[here].open
        continue
      }
      let step = steps[here]
      chosen.append(Int(step.candidate))
      here = candidates[Int(step.candidate)].range.lowerBound - range.lowerBound
      switch step.link {
      case .apart: isNamed = false
      case .adjacent: isNamed = true
      case .list: (here, isNamed) = (here - 1, true)
      }
    }
    return chosen.reversed()
  }
}
