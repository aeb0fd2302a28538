/// A set of the labels that the rules of one ``RuleSet`` ask for, as 128 bits.
public struct LabelSet: Hashable, Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  public init() {}

  init(id: Int) { insert(id) }

  /// `id` in `0..<LabelTable.limit`.
  mutating func insert(_ id: Int) {
    if id < 64 { low |= 1 << UInt64(id) } else { high |= 1 << UInt64(id - 64) }
  }

  mutating func formUnion(_ other: LabelSet) {
    low |= other.low
    high |= other.high
  }

  var isEmpty: Bool { low | high == 0 }
  var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
  func intersects(_ other: LabelSet) -> Bool { (low & other.low) | (high & other.high) != 0 }
  func contains(_ other: LabelSet) -> Bool { low & other.low == other.low && high & other.high == other.high }

  /// Calls for each id in it, ascending.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var bits = low
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    bits = high
    while bits != 0 {
      body(64 + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  /// The ids in it, ascending.
  var ids: [Int] {
    (0..<128).filter { id in id < 64 ? low >> UInt64(id) & 1 == 1 : high >> UInt64(id - 64) & 1 == 1 }
  }
}

/// The labels that rules name, with their numbers. A label no rule names has no number: no rule can see it.
public struct LabelTable: Sendable {
  /// Most labels one rule set can name.
  static let limit = 128
  /// The label that a lattice itself gives to edges inside another one; written behind any type: `<place:inner>`.
  static let inner = "inner"
  static let innerID = 0

  private var types: [String: Int] = [:]
  /// Numbers of the finer labels, by type.
  private var finer: [String: [String: Int]] = [:]
  private(set) var count = 1

  init() {}

  /// The labels of an edge that has a type (`org`) and finer labels without the type in front (`company`).
  public func set(type: String, labels: [String]) -> LabelSet {
    var result = LabelSet()
    if let id = types[type] { result.insert(id) }
    guard let finer = finer[type] else { return result }
    for label in labels { if let id = finer[label] { result.insert(id) } }
    return result
  }

  /// The number of a type, new if need be; nil when the table is full.
  mutating func number(type: String) -> Int? {
    if let id = types[type] { return id }
    guard let id = next() else { return nil }
    types[type] = id
    return id
  }

  /// The number of a finer label of a type, new if need be; nil when the table is full.
  mutating func number(type: String, label: String) -> Int? {
    if label == Self.inner { return Self.innerID }
    if let id = finer[type]?[label] { return id }
    guard let id = next() else { return nil }
    finer[type, default: [:]][label] = id
    return id
  }

  private mutating func next() -> Int? {
    guard count < Self.limit else { return nil }
    defer { count += 1 }
    return count
  }
}
