import FlatTables

/// Why a pattern was not taken.
public enum PatternError: Error, Hashable, Sendable {
  /// A pattern without scalars would match everywhere.
  case emptyPattern
  /// A number above U+10FFFF.
  case notAScalar(UInt32)
}

/// Gathers patterns and compiles them into an ``Automaton``.
///
/// Not for looking up whole words: a dictionary does that. Not for a handful of patterns either.
public struct AutomatonBuilder: Sendable {
  /// The scalars of all patterns, one pattern after the other.
  private var scalars: [UInt32] = []
  /// Where each pattern ends in `scalars`.
  private var ends: [Int] = []
  private var values: [UInt32] = []

  public init() {}

  /// Number of patterns so far.
  public var count: Int { values.count }

  /// Adds a pattern. One that was added before is kept with both values, reported in the order they were added.
  public mutating func add(_ pattern: [UInt32], value: UInt32) throws(PatternError) {
    guard !pattern.isEmpty else { throw .emptyPattern }
    for scalar in pattern where scalar >= Alphabet.scalarLimit { throw .notAScalar(scalar) }
    scalars.append(contentsOf: pattern)
    ends.append(scalars.count)
    values.append(value)
  }

  /// Adds the scalars of a string, as they are: normalise it first the way the text is normalised.
  public mutating func add(_ pattern: String, value: UInt32) throws(PatternError) {
    guard !pattern.isEmpty else { throw .emptyPattern }
    for scalar in pattern.unicodeScalars { scalars.append(scalar.value) }
    ends.append(scalars.count)
    values.append(value)
  }

  /// Compiles what was added. Takes time in proportion to the patterns' total length, and a sort.
  public func build() -> Automaton {
    let alphabet = Alphabet(countingIn: scalars)
    let patterns = SortedPatterns(scalars: scalars, ends: ends, values: values, alphabet: alphabet)
    var array = DoubleArray(largestCode: alphabet.largest)
    var outputs = [Output(value: 0, length: 0, next: 0)]
    outputs.reserveCapacity(values.count + 1)

    // Breadth first, so that whatever a failure link may point to is there before it is needed.
    var queue = [Node(state: 0, first: 0, last: Int32(patterns.count), depth: 0)]
    queue.reserveCapacity(scalars.count)
    var head = 0
    var codes: [UInt32] = []
    while head < queue.count {
      let node = queue[head]
      head += 1
      let children = queue.count
      codes.removeAll(keepingCapacity: true)
      let (last, depth) = (Int(node.last), Int(node.depth))
      var index = Int(node.first)
      while index < last, patterns.length(index) == depth { index += 1 }
      while index < last {
        let first = index
        let code = patterns.code(index, at: depth)
        repeat { index += 1 } while index < last && patterns.code(index, at: depth) == code
        codes.append(code)
        queue.append(Node(state: 0, first: Int32(first), last: Int32(index), depth: node.depth + 1))
      }
      guard !codes.isEmpty else { continue }
      let base = array.place(codes, under: node.state)
      let parentFail = array.states[Int(node.state)].fail
      for (position, code) in codes.enumerated() {
        let state = base ^ code
        let fail = node.state == 0 ? 0 : array.next(after: parentFail, code)
        queue[children + position].state = state
        let suffix = array.states[Int(fail)].output
        let output = Self.append(patterns, of: queue[children + position], then: suffix, to: &outputs)
        array.link(state, fail: fail, output: output)
      }
    }
    return Automaton(alphabet: alphabet, states: array.states, outputs: outputs)
  }

  /// A state still to be given its children: the patterns that begin with what leads to it, and how long that is.
  private struct Node {
    var state: UInt32
    /// The patterns from `first` up to but without `last`.
    var first: Int32
    var last: Int32
    var depth: Int32
  }

  /// Writes the values of the patterns that end in a node, linked to those of its longest suffix; the first one's place.
  private static func append(
    _ patterns: SortedPatterns, of node: Node, then suffix: UInt32, to outputs: inout [Output]
  ) -> UInt32 {
    let first = UInt32(outputs.count)
    for index in Int(node.first)..<Int(node.last) {
      guard patterns.length(index) == Int(node.depth) else { break }
      let next = UInt32(outputs.count) + 1
      outputs.append(Output(value: patterns.value(index), length: UInt32(node.depth), next: next))
    }
    guard outputs.count > Int(first) else { return suffix }
    outputs[outputs.count - 1].next = suffix
    return first
  }
}
