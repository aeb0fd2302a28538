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
    var queue = [Node(state: 0, patterns: 0..<patterns.count, depth: 0)]
    var head = 0
    var children: [Node] = []
    var codes: [UInt32] = []
    while head < queue.count {
      let node = queue[head]
      head += 1
      children.removeAll(keepingCapacity: true)
      codes.removeAll(keepingCapacity: true)
      var index = node.patterns.lowerBound
      while index < node.patterns.upperBound, patterns.length(index) == node.depth { index += 1 }
      while index < node.patterns.upperBound {
        let start = index
        let code = patterns.code(index, at: node.depth)
        repeat { index += 1 } while index < node.patterns.upperBound && patterns.code(index, at: node.depth) == code
        codes.append(code)
        children.append(Node(state: 0, patterns: start..<index, depth: node.depth + 1))
      }
      guard !codes.isEmpty else { continue }
      let base = array.place(codes, under: node.state)
      for (position, code) in codes.enumerated() {
        var child = children[position]
        child.state = base ^ code
        let fail = node.state == 0 ? 0 : array.next(after: array.states[Int(node.state)].fail, code)
        array.states[Int(child.state)].fail = fail
        array.states[Int(child.state)].output = Self.append(
          patterns, of: child, then: array.states[Int(fail)].output, to: &outputs)
        queue.append(child)
      }
    }
    return Automaton(alphabet: alphabet, states: array.states, outputs: outputs)
  }

  /// A state still to be given its children: the patterns that begin with what leads to it, and how long that is.
  private struct Node {
    var state: UInt32
    var patterns: Range<Int>
    var depth: Int
  }

  /// Writes the values of the patterns that end in a node, linked to those of its longest suffix; the first one's place.
  private static func append(
    _ patterns: SortedPatterns, of node: Node, then suffix: UInt32, to outputs: inout [Output]
  ) -> UInt32 {
    let first = UInt32(outputs.count)
    for index in node.patterns {
      guard patterns.length(index) == node.depth else { break }
      let next = UInt32(outputs.count) + 1
      outputs.append(Output(value: patterns.value(index), length: UInt32(node.depth), next: next))
    }
    guard outputs.count > Int(first) else { return suffix }
    outputs[outputs.count - 1].next = suffix
    return first
  }
}
