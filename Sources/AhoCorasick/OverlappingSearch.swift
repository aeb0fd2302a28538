import FlatTables

extension Automaton {
  /// Appends all matches inside a range, overlapping ones too: in order of end, the longer one first, equal patterns in
  /// the order they were added. Positions count from the start of `text`. Linear in the text and the matches.
  public func collect(into matches: inout [Match], in text: [UInt32], range: Range<Int>) {
    scan(text, range) { end, output in
      var output = output
      while output != 0 {
        let found = outputs[Int(output)]
        matches.append(Match(start: end - Int(found.length), end: end, value: found.value))
        output = found.next
      }
    }
  }

  /// Calls `body` with start, end and value of each match that ``collect(into:in:range:)`` finds, in its order.
  public func forEachMatch(
    in text: [UInt32], range: Range<Int>, _ body: (_ start: Int, _ end: Int, _ value: UInt32) -> Void
  ) {
    scan(text, range) { end, output in
      var output = output
      while output != 0 {
        let found = outputs[Int(output)]
        body(end - Int(found.length), end, found.value)
        output = found.next
      }
    }
  }

  /// The matches of ``collect(into:in:range:)``; without a range those in the whole text.
  public func matches(in text: [UInt32], range: Range<Int>? = nil) -> [Match] {
    var matches: [Match] = []
    collect(into: &matches, in: text, range: range ?? 0..<text.count)
    return matches
  }

  /// Runs the automaton and calls `found` wherever something ends.
  @inline(__always)
  private func scan(_ text: [UInt32], _ range: Range<Int>, _ found: (_ end: Int, _ output: UInt32) -> Void) {
    let range = range.clamped(to: 0..<text.count)
    // Pointers, because the checks of arrays are a third of the time here. Safe: codes come from the alphabet, states from
    // the array, and its size is a multiple of a power of two above all codes (see `DoubleArray`).
    //
    // A step keeps its state's base: the entry that confirms a child has the child's own. A state one below the root has
    // nowhere to fall back to but the root.
    text.withUnsafeBufferPointer { text in
      links.withUnsafeBufferPointer { links in
        roots.withUnsafeBufferPointer { roots in
          alphabet.pages.withUnsafeBufferPointer { pages in
            alphabet.codes.withUnsafeBufferPointer { codes in
              var state: UInt32 = 0
              var base: UInt32 = 0
              var isBelowRoot = false
              for index in range {
                let scalar = text[index]
                guard scalar < Alphabet.scalarLimit else {
                  state = 0
                  continue
                }
                let page = pages[Int(scalar >> Alphabet.pageBits)]
                let code = codes[Int(page) + Int(scalar) & (Alphabet.pageSize - 1)]
                guard code != 0 else {
                  state = 0
                  continue
                }
                while true {
                  if state != 0 {
                    let child = links[Int(base ^ code)]
                    if child.check == state {
                      state = base ^ code
                      base = child.base
                      isBelowRoot = false
                      let output = firstOutputs[Int(state)]
                      if output != 0 { found(index + 1, output) }
                      break
                    }
                    if !isBelowRoot {
                      state = fails[Int(state)]
                      if state != 0 { base = links[Int(state)].base }
                      continue
                    }
                  }
                  let root = roots[Int(code)]
                  state = root.state
                  base = root.base
                  isBelowRoot = true
                  if root.output != 0 { found(index + 1, root.output) }
                  break
                }
              }
            }
          }
        }
      }
    }
  }
}
