import CICU
import Testing

@testable import Segmentation

/// The carried fold table against the transliterator it was taken from.
@Suite struct HanFoldTests {
  let pairs: [(from: UInt16, to: UInt16)]

  init() {
    let units = HanFold.pairs.utf16.filter { $0 > 0x20 }
    pairs = stride(from: 0, to: units.count - 1, by: 2).map { (units[$0], units[$0 + 1]) }
  }

  @Test func isSortedAndDoneInOneStep() {
    #expect(pairs.count > 2_500)
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.from < $1.from })
    let sources = Set(pairs.map(\.from))
    #expect(pairs.filter { sources.contains($0.to) }.map(\.to) == [])
    #expect(HanFold.legalInSimplified.utf16.filter(sources.contains) == [])
    #expect(pairs.allSatisfy { cicu_is_han(UInt32($0.from)) && cicu_is_han(UInt32($0.to)) })
  }

  /// Other versions of ICU may differ in a few characters: that is why the table is carried. A difference larger than that
  /// is a mistake in the table.
  @Test func agreesWithICU() {
    var text: [UInt16] = []
    for code in UInt16(0x3400)...0x9FFF { text += [code, 0x0A] }
    let length = Int32(text.count)
    text += [UInt16](repeating: 0, count: 4096)
    var status = cicu_status.failed
    let count = cicu_traditional_to_simplified(&text, length, Int32(text.count), &status)
    #expect(status == .ok)
    let lines = text.prefix(Int(count)).split(separator: 0x0A, omittingEmptySubsequences: false)
    let carried = Dictionary(pairs.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    let left = Set((HanFold.legalInSimplified + HanFold.notOneStep).utf16)
    var differences: [String] = []
    for (code, line) in zip(UInt16(0x3400)...0x9FFF, lines) where !left.contains(code) {
      if Array(line) != [carried[code] ?? code] {
        differences.append(String(decoding: [code] + line, as: UTF16.self))
      }
    }
    #expect(differences.count <= 30, "\(differences)")
  }
}
