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
  /// A bit for each scalar, by its low 16 bits, with which some word begins: it fits the cache, and most are none.
  private let beginsWord: [UInt64]
  /// By the low 16 bits of a scalar: 1 + position in `groups` of the words that begin so and meet a need, or 0.
  private let groupOfScalar: [UInt16]
  private let groups: NumberLists
  private let needsOfWord: NumberLists
  private let needsOfLabel: NumberLists
  /// For each rule a bit for each of its needs, and those that words say nothing of; empty where there are more than bits.
  private let wanted: [UInt64]
  private let unsaid: UInt64

  /// `needs` are those of each rule.
  init(_ vocabulary: Vocabulary, needs: [[Int]]) {
    let bits = vocabulary.needs.count <= 64
    wanted = bits ? needs.map { $0.reduce(into: 0) { $0 |= 1 << UInt64($1) } } : []
    unsaid =
      bits
      ? vocabulary.needs.enumerated().reduce(into: 0) { if !$1.element.labels.isEmpty { $0 |= 1 << UInt64($1.offset) } }
      : 0
    var needsOfWord = [[Int]](repeating: [], count: vocabulary.wordCount)
    var needsOfLabel = [[Int]](repeating: [], count: LabelTable.limit)
    for (number, need) in vocabulary.needs.enumerated() {
      for word in need.words { needsOfWord[word].append(number) }
      for label in need.labels.ids { needsOfLabel[label].append(number) }
    }
    var groupOfScalar = [UInt16](repeating: 0, count: 0x10000)
    var groups: [[Int]] = []
    for word in 0..<vocabulary.wordCount where !needsOfWord[word].isEmpty {
      let low = Int((vocabulary.scalars(ofWord: word).first ?? 0) & 0xFFFF)
      if groupOfScalar[low] == 0 {
        groups.append([])
        groupOfScalar[low] = UInt16(groups.count)
      }
      groups[Int(groupOfScalar[low]) - 1].append(word)
    }
    var beginsWord = [UInt64](repeating: 0, count: 0x10000 / 64)
    for low in groupOfScalar.indices where groupOfScalar[low] != 0 { beginsWord[low >> 6] |= 1 << UInt64(low & 63) }
    self.beginsWord = beginsWord
    self.groupOfScalar = groupOfScalar
    self.groups = NumberLists(groups)
    self.needsOfWord = NumberLists(needsOfWord)
    self.needsOfLabel = NumberLists(needsOfLabel)
  }

  /// Whether a stretch of text has words enough for some rule: told from words alone, and without a lattice. Never false
  /// where a rule of the set could match.
  func mayMatch(_ scalars: [UInt32], _ range: Range<Int>, _ vocabulary: Vocabulary) -> Bool {
    var met = unsaid
    guard !wanted.isEmpty, !wanted.contains(where: { $0 & ~met == 0 }) else { return true }
    for index in range {
      let low = Int(scalars[index] & 0xFFFF)
      guard beginsWord[low >> 6] >> UInt64(low & 63) & 1 == 1 else { continue }
      let before = met
      for place in groups.places(Int(groupOfScalar[low]) - 1) {
        let word = groups.numbers[place]
        guard vocabulary.stands(word, in: scalars, at: index, until: range.upperBound) else { continue }
        for place in needsOfWord.places(word) { met |= 1 << UInt64(needsOfWord.numbers[place]) }
      }
      if met != before, wanted.contains(where: { $0 & met == $0 }) { return true }
    }
    return false
  }

  /// Sets, for each need met in a sentence, the last position at which it is met; -1 for the others.
  func find(in lattice: Lattice, _ vocabulary: Vocabulary, present: TriggerSet?, lastMet: inout [Int]) {
    lastMet.reset(to: -1, count: vocabulary.needs.count)
    let base = lattice.range.lowerBound
    for edge in lattice.edges {
      edge.labels.forEach { label in
        for place in needsOfLabel.places(label) {
          let need = needsOfLabel.numbers[place]
          lastMet[need] = max(lastMet[need], edge.start - base)
        }
      }
    }
    if let present {
      // Where they stand is not known: perhaps at the very end.
      for word in 0..<needsOfWord.count where present.contains(word) {
        for place in needsOfWord.places(word) { lastMet[needsOfWord.numbers[place]] = lattice.count }
      }
      return
    }
    for index in lattice.range {
      let low = Int(lattice.scalars[index] & 0xFFFF)
      guard beginsWord[low >> 6] >> UInt64(low & 63) & 1 == 1 else { continue }
      let group = groupOfScalar[low]
      let position = index - base
      for place in groups.places(Int(group) - 1) {
        let word = groups.numbers[place]
        guard vocabulary.end(ofWord: word, in: lattice, at: position) != nil else { continue }
        for place in needsOfWord.places(word) {
          let need = needsOfWord.numbers[place]
          lastMet[need] = max(lastMet[need], position)
        }
      }
    }
  }
}

/// Many short lists of numbers in one array: lists of their own would be counted references in the innermost loop.
private struct NumberLists: Sendable {
  let numbers: [Int]
  private let starts: [Int]

  init(_ lists: [[Int]]) {
    numbers = lists.flatMap { $0 }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  var count: Int { starts.count - 1 }
  /// Where a list stands in `numbers`.
  func places(_ list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }
}
