import DocumentModel

/// Something that has a place in a text.
protocol Ranged {
  var range: Range<Int> { get }
}

extension Candidate: Ranged {}
extension PlaceUnit: Ranged {}

/// Candidates or units by where they start, so that those that share a character with a stretch are found without looking at all of a
/// sentence: one of a megabyte has a hundred thousand names.
struct Overlaps<Item: Ranged> {
  private let ordered: [Item]
  private let longest: Int

  init(_ candidates: [Item]) {
    let isOrdered = zip(candidates, candidates.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound }
    ordered = isOrdered ? candidates : candidates.sorted { $0.range.lowerBound < $1.range.lowerBound }
    longest = candidates.reduce(0) { max($0, $1.range.count) }
  }

  /// All that overlap a range, and some before it that do not.
  func around(_ range: Range<Int>) -> ArraySlice<Item> {
    let first = firstIndex(from: range.lowerBound - longest)
    var end = first
    while end < ordered.count, ordered[end].range.lowerBound < range.upperBound { end += 1 }
    return ordered[first..<end]
  }

  /// The first that starts at an index or behind it.
  private func firstIndex(from start: Int) -> Int {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if ordered[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
