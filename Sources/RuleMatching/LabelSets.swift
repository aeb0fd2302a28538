public import DocumentModel

/// The label sets of mentions, each made once for a list of labels: most mentions have the list of their lexicon row, one and
/// the same array again and again. Keep one for many sentences.
public struct LabelSets: Sendable {
  private let table: LabelTable
  /// By type, of mentions without finer labels.
  private let plain: [LabelSet]
  /// Lists are told by where they lie in memory. `lists` holds them, so that nothing else comes to lie there.
  private var keys: [Key]
  private var sets: [LabelSet]
  private var lists: [[String]]

  private struct Key: Equatable {
    var address: UInt
    var type: Int
  }
  private static let size = 128

  public init(_ table: LabelTable) {
    self.table = table
    plain = Self.types.map { table.set(type: $0.rawValue, labels: []) }
    keys = Array(repeating: Key(address: 0, type: -1), count: Self.size)
    sets = Array(repeating: LabelSet(), count: Self.size)
    lists = Array(repeating: [], count: Self.size)
  }

  /// What ``LabelTable/set(type:labels:)`` gives.
  public mutating func set(type: MentionType, labels: [String]) -> LabelSet {
    let number = Self.number(of: type)
    guard !labels.isEmpty else { return plain[number] }
    let key = Key(address: labels.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }, type: number)
    // Arrays lie at multiples of sixteen.
    let slot = Int(truncatingIfNeeded: (key.address >> 4 ^ key.address >> 11) & UInt(Self.size - 1))
    if keys[slot] == key { return sets[slot] }
    let set = table.set(type: type.rawValue, labels: labels)
    (keys[slot], sets[slot], lists[slot]) = (key, set, labels)
    return set
  }

  /// In the order of `number(of:)`.
  private static let types: [MentionType] = [
    .person, .title, .org, .place, .site, .project, .delegation, .meeting, .document, .date,
  ]

  private static func number(of type: MentionType) -> Int {
    switch type {
    case .person: 0
    case .title: 1
    case .org: 2
    case .place: 3
    case .site: 4
    case .project: 5
    case .delegation: 6
    case .meeting: 7
    case .document: 8
    case .date: 9
    }
  }
}
