import DocumentModel
import Testing

@testable import RuleMatching

/// The matcher against plain backtracking, on small random patterns and sentences.
@Suite struct OracleTests {
  /// SplitMix64: the same cases in every run.
  struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }
  }

  static func pattern(_ random: inout Random, depth: Int, inLook: Bool = false) -> String {
    var items: [String] = []
    for _ in 0...random.below(3) {
      var item = atom(&random, depth: depth, inLook: inLook)
      if !inLook, random.below(4) == 0 { item = random.pick(["x", "y"]) + ":(\(item))" }
      // Not after a look or an anchor, which take nothing: there `*` is an error.
      if random.below(3) == 0, !item.hasSuffix("$") {
        item = "(\(item))" + random.pick(inLook ? ["?", "{1,2}"] : ["?", "{0,2}", "{1,3}", "{2}", "*", "+"])
      }
      items.append(item)
    }
    return items.joined(separator: " ")
  }

  static func atom(_ random: inout Random, depth: Int, inLook: Bool) -> String {
    switch random.below(depth > 0 ? 12 : 8) {
    case 0...2: random.pick(["甲", "乙", "\"甲乙\"", "\"乙乙\""])
    case 3: random.pick(["[甲]", "[^甲]", "[甲,]"])
    case 4, 5: random.pick(["<person>", "<org>", "<person|org>"])
    case 6: random.pick(["skip{0,2}", "skip{1,3}", "skip{0,4 not [,]}"])
    case 7: random.pick(["甲", "^", "$", "skip{0,3}"])
    case 8, 9:
      "(\(pattern(&random, depth: depth - 1, inLook: inLook)) | \(pattern(&random, depth: depth - 1, inLook: inLook)))"
    case 10: "(\(pattern(&random, depth: depth - 1, inLook: inLook)))"
    default: random.pick(["", "!"]) + "ahead(\(pattern(&random, depth: depth - 1, inLook: true)))"
    }
  }

  @Test func agreesWithPlainBacktracking() throws {
    var compared = 0
    var matched = 0
    for seed in 0..<1500 {
      var random = Random(state: UInt64(seed))
      let text = "rule r { match \(Self.pattern(&random, depth: 2)); }"
      // Patterns that may take nothing are errors; the next seed gives another one.
      guard let rules = try? Fixture.parse(text) else { continue }
      let parser = RuleParser(text: text, file: "r", mayInclude: false, normalize: Fixture.scalars)
      let pattern = try #require(parser.rules.first?.match)
      for _ in 0..<3 {
        let scalars = (0..<1 + random.below(10)).flatMap { _ in
          Fixture.scalars(random.pick(["甲", "乙", "甲", "乙", ",", "。"]))
        }
        var edges: [(start: Int, end: Int, type: String)] = []
        for _ in 0..<random.below(5) {
          let start = random.below(scalars.count)
          let end = min(scalars.count, start + 1 + random.below(4))
          edges.append((start, end, random.pick(["person", "org"])))
        }
        let lattice = Lattice(
          scalars: scalars, range: 0..<scalars.count,
          edges: edges.enumerated().map { number, edge in
            Edge(
              start: edge.start, end: edge.end, labels: rules.labels.set(type: edge.type, labels: []), mention: number)
          })
        // `$` also holds before closing marks; the oracle does not know them, so let none stand at the end.
        guard lattice.tail == scalars.count else { continue }
        let expected = NaiveOracle(text: scalars, edges: edges).matches(of: pattern)
        let found = rules.matches(in: lattice, zone: .body).map {
          NaiveOracle.Found(range: $0.range, captures: Self.flat($0.bindings, 0))
        }
        compared += 1
        matched += expected.count
        #expect(found == expected, "seed \(seed): \(text) in \(scalars.map { Unicode.Scalar($0) }) \(edges)")
      }
    }
    // Most of the seeds must have been worth something.
    #expect(compared > 2000)
    #expect(matched > 800)
  }

  static func flat(_ bindings: [Binding], _ depth: Int) -> [NaiveOracle.Capture] {
    bindings.flatMap {
      [NaiveOracle.Capture(name: $0.name, depth: depth, range: $0.range)] + flat($0.children, depth + 1)
    }
  }
}
