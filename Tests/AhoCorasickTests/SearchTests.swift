import AhoCorasick
import Testing

/// A case of the table: patterns (the value is the position), a text, and the matches as `start-end=value`.
struct SearchCase: Sendable, CustomTestStringConvertible {
  let name: String
  let patterns: [String]
  let text: String
  let overlapping: [String]
  let leftmostLongest: [String]
  var testDescription: String { name }
}

let searchCases: [SearchCase] = [
  SearchCase(name: "no patterns", patterns: [], text: "市委书记", overlapping: [], leftmostLongest: []),
  SearchCase(name: "empty text", patterns: ["市"], text: "", overlapping: [], leftmostLongest: []),
  SearchCase(name: "nothing found", patterns: ["省委"], text: "市委", overlapping: [], leftmostLongest: []),
  SearchCase(name: "whole text", patterns: ["市委"], text: "市委", overlapping: ["0-2=0"], leftmostLongest: ["0-2=0"]),
  SearchCase(
    name: "one inside the other", patterns: ["书记", "市委书记", "委书"], text: "市委书记",
    overlapping: ["1-3=2", "0-4=1", "2-4=0"], leftmostLongest: ["0-4=1"]),
  SearchCase(
    name: "a long one that breaks off", patterns: ["天津市委书记", "天津", "市委"], text: "天津市委书",
    overlapping: ["0-2=1", "2-4=2"], leftmostLongest: ["0-2=1", "2-4=2"]),
  SearchCase(
    name: "failure to a middle state", patterns: ["abcd", "bcx", "cx"], text: "abcx",
    overlapping: ["1-4=1", "2-4=2"], leftmostLongest: ["1-4=1"]),
  SearchCase(
    name: "leftmost wins over longer", patterns: ["山西省", "省长治市", "长治市"], text: "山西省长治市",
    overlapping: ["0-3=0", "2-6=1", "3-6=2"], leftmostLongest: ["0-3=0", "3-6=2"]),
  SearchCase(
    name: "repeated", patterns: ["aa", "a"], text: "aaa",
    overlapping: ["0-1=1", "0-2=0", "1-2=1", "1-3=0", "2-3=1"], leftmostLongest: ["0-2=0", "2-3=1"]),
  SearchCase(
    name: "duplicates", patterns: ["部", "部长", "部长", "部"], text: "部长",
    overlapping: ["0-1=0", "0-1=3", "0-2=1", "0-2=2"], leftmostLongest: ["0-2=1"]),
  SearchCase(
    name: "astral scalars", patterns: ["𠮷", "𠮷田", "田"], text: "𠮷田𠮷",
    overlapping: ["0-1=0", "0-2=1", "1-2=2", "2-3=0"], leftmostLongest: ["0-2=1", "2-3=0"]),
  SearchCase(
    name: "unknown character in between", patterns: ["ab"], text: "a-ab-b", overlapping: ["2-4=0"],
    leftmostLongest: ["2-4=0"]),
  SearchCase(
    name: "the first and the last scalar", patterns: ["\u{0}\u{10FFFF}"], text: "x\u{0}\u{10FFFF}",
    overlapping: ["1-3=0"], leftmostLongest: ["1-3=0"]),
]

@Suite struct SearchTests {
  private func write(_ matches: [Match]) -> [String] { matches.map { "\($0.start)-\($0.end)=\($0.value)" } }

  private func automaton(_ patterns: [String]) throws -> Automaton {
    var builder = AutomatonBuilder()
    for (value, pattern) in patterns.enumerated() { try builder.add(pattern, value: UInt32(value)) }
    return builder.build()
  }

  @Test(arguments: searchCases) func everySearch(_ row: SearchCase) throws {
    let automaton = try automaton(row.patterns)
    let text = scalars(row.text)
    #expect(write(automaton.matches(in: text)) == row.overlapping)
    #expect(write(automaton.leftmostLongest(in: text)) == row.leftmostLongest)
    var called: [Match] = []
    automaton.forEachMatch(in: text, range: 0..<text.count) { called.append(Match(start: $0, end: $1, value: $2)) }
    #expect(write(called) == row.overlapping)
    var anchored: [Match] = []
    for start in text.indices {
      automaton.collect(into: &anchored, in: text, startingAt: start, range: 0..<text.count)
    }
    #expect(anchored.map(\.start) == anchored.map(\.start).sorted())
    #expect(write(anchored).sorted() == row.overlapping.sorted())
    for (value, pattern) in row.patterns.enumerated() {
      #expect(automaton.values(of: scalars(pattern)).contains(UInt32(value)))
    }
  }

  @Test func aRangeIsATextOfItsOwn() throws {
    let automaton = try automaton(["市委书记", "书记", "市委"])
    let text = scalars("市委书记")
    #expect(write(automaton.matches(in: text, range: 1..<4)) == ["2-4=1"])
    #expect(write(automaton.matches(in: text, range: 0..<3)) == ["0-2=2"])
    #expect(write(automaton.leftmostLongest(in: text, range: 0..<3)) == ["0-2=2"])
    #expect(automaton.longestMatch(in: text, startingAt: 0, range: 0..<4)?.value == 0)
    #expect(automaton.longestMatch(in: text, startingAt: 1, range: 0..<4) == nil)
  }

  @Test func collectingAppends() throws {
    let automaton = try automaton(["市"])
    var matches = [Match(start: 9, end: 9, value: 9)]
    automaton.collect(into: &matches, in: scalars("市"), range: 0..<1)
    #expect(write(matches) == ["9-9=9", "0-1=0"])
  }

  @Test func whatIsNoPatternIsRefused() {
    var builder = AutomatonBuilder()
    #expect(throws: PatternError.emptyPattern) { try builder.add([], value: 1) }
    #expect(throws: PatternError.emptyPattern) { try builder.add("", value: 1) }
    #expect(throws: PatternError.notAScalar(0x110000)) { try builder.add([65, 0x110000], value: 1) }
    #expect(builder.count == 0)
    #expect(builder.build().matches(in: [65, 0x110000]) == [])
  }

  @Test func numbersThatAreNoScalarsMatchNothing() throws {
    let automaton = try automaton(["ab"])
    #expect(automaton.matches(in: [97, 0xFFFF_FFFF, 98, 97, 98]) == [Match(start: 3, end: 5, value: 0)])
  }
}
