import AhoCorasick
import Testing

/// Random patterns and texts, every answer compared with the one of ``NaiveSearch``.
@Suite struct OracleTests {
  @Test(arguments: 0..<400) func agreesWithTheNaiveSearch(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    // From two letters, where everything nests, to a few hundred characters, where little does; some of them astral.
    let size = [2, 3, 5, 40, 700][seed % 5]
    let letters: [UInt32] = (0..<UInt32(size)).map { $0 % 7 == 6 ? 0x20000 + $0 * 300 : 0x4E00 + $0 * 29 }
    func word(_ length: Int) -> [UInt32] {
      (0..<length).map { _ in letters[Int.random(in: 0..<size, using: &random)] }
    }

    var patterns: [(pattern: [UInt32], value: UInt32)] = []
    for _ in 0..<Int.random(in: 0...(size > 5 ? 300 : 25), using: &random) {
      let pattern: [UInt32]
      switch (Int.random(in: 0..<4, using: &random), patterns.randomElement(using: &random)?.pattern) {
      case (0, let other?): pattern = other
      case (1, let other?): pattern = word(1) + other
      case (2, let other?): pattern = Array(other.dropFirst().isEmpty ? other[...] : other.dropFirst())
      default: pattern = word(Int.random(in: 1...6, using: &random))
      }
      patterns.append((pattern, UInt32.random(in: 0..<1000, using: &random)))
    }
    var builder = AutomatonBuilder()
    for entry in patterns { try builder.add(entry.pattern, value: entry.value) }
    let automaton = builder.build()
    let naive = NaiveSearch(patterns: patterns)

    var text: [UInt32] = []
    while text.count < 60 {
      text += Bool.random(using: &random) ? word(2) : patterns.randomElement(using: &random)?.pattern ?? [0x41]
    }
    let lower = Int.random(in: 0...text.count, using: &random)
    for range in [0..<text.count, lower..<Int.random(in: lower...text.count, using: &random)] {
      #expect(automaton.matches(in: text, range: range) == naive.overlapping(in: text, range: range))
      #expect(automaton.leftmostLongest(in: text, range: range) == naive.leftmostLongest(in: text, range: range))
      for start in range {
        var found: [Match] = []
        automaton.collect(into: &found, in: text, startingAt: start, range: range)
        #expect(found == naive.startingAt(start, in: text, range: range))
      }
    }
  }

  /// So many states that the array grows by several blocks and every class of children is placed late, too.
  @Test func aLargeAutomatonFindsEachOfItsPatterns() throws {
    var random = SeededGenerator(state: 7)
    var builder = AutomatonBuilder()
    var patterns: [[UInt32]] = []
    for value in 0..<20_000 {
      let length = Int.random(in: 2...6, using: &random)
      // Squared, so that some characters are frequent, as in names.
      let pattern = (0..<length).map { _ in
        let x = Double.random(in: 0..<1, using: &random)
        return 0x4E00 + UInt32(x * x * 3000)
      }
      patterns.append(pattern)
      try builder.add(pattern, value: UInt32(value))
    }
    let automaton = builder.build()
    #expect(automaton.patternCount == 20_000)
    for (value, pattern) in patterns.enumerated() {
      #expect(automaton.values(of: pattern).contains(UInt32(value)))
      #expect(automaton.values(of: pattern + [0x4E00]).allSatisfy { patterns[Int($0)] == pattern + [0x4E00] })
    }
  }
}
