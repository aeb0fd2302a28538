import FlatTables

extension Automaton {
  /// Appends the patterns that begin exactly at `start` and end inside the range, the shorter one first, equal patterns in
  /// the order they were added. For composing terms: what may follow here?
  public func collect(into matches: inout [Match], in text: [UInt32], startingAt start: Int, range: Range<Int>) {
    walk(text, from: start, to: range.upperBound) { end, output in
      forEachOwn(output, length: end - start) { matches.append(Match(start: start, end: end, value: $0)) }
    }
  }

  /// The longest pattern that begins exactly at `start` and ends inside the range; the smallest of its values.
  public func longestMatch(in text: [UInt32], startingAt start: Int, range: Range<Int>) -> Match? {
    var longest: Match?
    walk(text, from: start, to: range.upperBound) { end, output in
      forEachOwn(output, length: end - start) { value in
        if let found = longest, found.end == end, found.value <= value { return }
        longest = Match(start: start, end: end, value: value)
      }
    }
    return longest
  }

  /// Matches that do not overlap: from left to right the first one in the order of ``Match`` (by start, the longer one
  /// first, then the smaller value), then the first one that begins where it ends or later, and so on.
  ///
  /// Takes time in proportion to the text times the longest pattern at worst.
  public func leftmostLongest(in text: [UInt32], range: Range<Int>? = nil) -> [Match] {
    let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
    var matches: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let found = longestMatch(in: text, startingAt: index, range: range) {
        matches.append(found)
        index = found.end
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The values of the pattern that is exactly `pattern`, in the order they were added.
  public func values(of pattern: [UInt32]) -> [UInt32] {
    var values: [UInt32] = []
    walk(pattern, from: 0, to: pattern.count) { end, output in
      if end == pattern.count { forEachOwn(output, length: end) { values.append($0) } }
    }
    return values
  }

  /// Follows the trie from the root as far as it goes and calls `reached` wherever something ends.
  @inline(__always)
  private func walk(_ text: [UInt32], from start: Int, to end: Int, _ reached: (_ end: Int, _ output: UInt32) -> Void) {
    let end = min(end, text.count)
    guard start >= 0, start < end else { return }
    var state = rootChildren[Int(alphabet.code(of: text[start]))]
    var index = start + 1
    while state != 0 {
      let output = firstOutputs[Int(state)]
      if output != 0 { reached(index, output) }
      guard index < end else { return }
      let code = alphabet.code(of: text[index])
      guard code != 0 else { return }
      let child = links[Int(state)].base ^ code
      guard links[Int(child)].check == state else { return }
      state = child
      index += 1
    }
  }

  /// The values among an end's outputs that belong to patterns of the given length, not to suffixes.
  @inline(__always)
  private func forEachOwn(_ output: UInt32, length: Int, _ body: (UInt32) -> Void) {
    var output = output
    while output != 0, outputs[Int(output)].length == UInt32(length) {
      body(outputs[Int(output)].value)
      output = outputs[Int(output)].next
    }
  }
}
