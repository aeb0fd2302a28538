/// Which words of a ``RuleSet`` occur in a sentence; found by the caller's automaton or by ``Matcher``.
public struct TriggerSet: Hashable, Sendable {
  private(set) var bits: [UInt64] = []

  public init() {}

  /// `word` is a position in ``RuleSet/triggerWords``.
  public mutating func insert(_ word: Int) {
    let block = word / 64
    if block >= bits.count { bits.append(contentsOf: repeatElement(0, count: block - bits.count + 1)) }
    bits[block] |= 1 << UInt64(word % 64)
  }

  public mutating func removeAll() { bits.removeAll(keepingCapacity: true) }

  public func contains(_ word: Int) -> Bool {
    word / 64 < bits.count && bits[word / 64] >> UInt64(word % 64) & 1 == 1
  }
}

/// Finds, from what occurs in a sentence, the needs that are met there.
struct TriggerIndex: Sendable {
  /// By the low 16 bits of a scalar: 1 + position in `groups` of the words that begin so, or 0.
  private let groupOfScalar: [UInt16]
  private let groups: [[Int]]
  private let needsOfWord: [[Int]]
  private let needsOfLabel: [[Int]]

  init(_ vocabulary: Vocabulary) {
    var groupOfScalar = [UInt16](repeating: 0, count: 0x10000)
    var groups: [[Int]] = []
    for word in 0..<vocabulary.wordCount {
      let low = Int((vocabulary.scalars(ofWord: word).first ?? 0) & 0xFFFF)
      if groupOfScalar[low] == 0 {
        groups.append([])
        groupOfScalar[low] = UInt16(groups.count)
      }
      groups[Int(groupOfScalar[low]) - 1].append(word)
    }
    var needsOfWord = [[Int]](repeating: [], count: vocabulary.wordCount)
    var needsOfLabel = [[Int]](repeating: [], count: LabelTable.limit)
    for (number, need) in vocabulary.needs.enumerated() {
      for word in need.words { needsOfWord[word].append(number) }
      for label in need.labels.ids { needsOfLabel[label].append(number) }
    }
    self.groupOfScalar = groupOfScalar
    self.groups = groups
    self.needsOfWord = needsOfWord
    self.needsOfLabel = needsOfLabel
  }

  /// Sets, for each need met in a sentence, the last position at which it is met; -1 for the others.
  func find(in lattice: Lattice, _ vocabulary: Vocabulary, present: TriggerSet?, lastMet: inout [Int]) {
    lastMet.reset(to: -1, count: vocabulary.needs.count)
    let base = lattice.range.lowerBound
    for edge in lattice.edges {
      edge.labels.forEach { label in
        for need in needsOfLabel[label] { lastMet[need] = max(lastMet[need], edge.start - base) }
      }
    }
    if let present {
      // Where they stand is not known: perhaps at the very end.
      for word in needsOfWord.indices where present.contains(word) {
        for need in needsOfWord[word] { lastMet[need] = lattice.count }
      }
      return
    }
    for index in lattice.range {
      let group = groupOfScalar[Int(lattice.scalars[index] & 0xFFFF)]
      if group == 0 { continue }
      let position = index - base
      for word in groups[Int(group) - 1] where vocabulary.end(ofWord: word, in: lattice, at: position) != nil {
        for need in needsOfWord[word] { lastMet[need] = max(lastMet[need], position) }
      }
    }
  }
}
