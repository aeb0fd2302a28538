import FlatTables

/// A value to report, and what to report after it.
struct Output: Sendable {
  var value: UInt32
  /// Length of the pattern in scalars.
  var length: UInt32
  /// The next output of the same end, of the same length or shorter; 0 for none.
  var next: UInt32
}

/// The way from a state to its children: the child by code `c` is at `base ^ c`, if the entry there has this state in `check`.
struct Link: Sendable {
  let base: UInt32
  let check: UInt32
}

/// A child of the root with all that is asked of it, side by side: most characters of a text lead to one of them, and the next
/// character leads back.
struct Root: Sendable {
  /// 0 for none.
  let state: UInt32
  let base: UInt32
  let output: UInt32
}

/// Finds all occurrences of many patterns in one pass over a text. Made by ``AutomatonBuilder``.
///
/// Works on scalars, not bytes: a Chinese character is one step, not three. All state is in flat arrays of 32-bit numbers.
/// Texts are `[UInt32]` of scalars; a number above U+10FFFF matches nothing.
public struct Automaton: Sendable {
  let alphabet: Alphabet
  /// What each step reads, apart from what few steps need: half the memory stays in the cache.
  let links: FlatArray<Link>
  let fails: FlatArray<UInt32>
  /// Where the matches that end in a state begin in `outputs`; 0 for none.
  let firstOutputs: FlatArray<UInt32>
  /// The root's child by code, 0 for none: most characters of a text begin here.
  let rootChildren: FlatArray<UInt32>
  /// Entry 0 stands for "none".
  let outputs: FlatArray<Output>
  /// The root's children by code, put together when the automaton is made or opened.
  let roots: FlatArray<Root>

  init(alphabet: Alphabet, states: [State], outputs: [Output]) {
    self.alphabet = alphabet
    links = FlatArray(states.map { Link(base: $0.base, check: $0.check) })
    fails = FlatArray(states.map(\.fail))
    firstOutputs = FlatArray(states.map(\.output))
    self.outputs = FlatArray(outputs)
    rootChildren = FlatArray(
      (0...alphabet.largest).map { code in
        let child = states[0].base ^ code
        return states[Int(child)].check == 0 ? child : 0
      })
    roots = Self.roots(rootChildren, links, firstOutputs)
  }

  static func roots(
    _ children: FlatArray<UInt32>, _ links: FlatArray<Link>, _ firstOutputs: FlatArray<UInt32>
  ) -> FlatArray<Root> {
    FlatArray(
      children.map { child in
        guard child != 0, Int(child) < links.count else { return Root(state: 0, base: 0, output: 0) }
        return Root(state: child, base: links[Int(child)].base, output: firstOutputs[Int(child)])
      })
  }

  /// Number of patterns, duplicates counted.
  public var patternCount: Int { outputs.count - 1 }

  /// Memory of the tables, in bytes.
  public var byteCount: Int {
    links.count * MemoryLayout<State>.stride + outputs.count * MemoryLayout<Output>.stride
      + (alphabet.pages.count + alphabet.codes.count + rootChildren.count) * MemoryLayout<UInt32>.stride
  }
}
