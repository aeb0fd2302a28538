import DocumentModel
import Testing

@testable import Pipeline

/// Copies and reprints, and what is none.
@Suite struct EngineTestsDuplicates {
  /// A text of `count` Han characters that another seed shares nothing with.
  private func text(_ seed: UInt32, count: Int = 400) -> [UInt32] {
    var state = seed &* 2_654_435_761 | 1
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return 0x4E00 + state >> 16 % 3000
    }
  }

  private func signature(_ scalars: [UInt32]) -> TextSignature? {
    TextSignature(MatchingText(scalars: scalars, offsets: (0...scalars.count).map { Int32($0 * 3) }))
  }

  private func hash(_ scalars: [UInt32]) -> ContentHash {
    ContentHash(of: scalars.map { String($0) }.joined(separator: " "))
  }

  @Test func copiesAndReprintsNameTheirOriginal() {
    var index = DuplicateIndex()
    func original(_ id: String, _ scalars: [UInt32]) -> String? {
      index.original(of: id, text: hash(scalars), signature: signature(scalars))
    }
    let first = text(1)
    #expect(original("a", first) == nil)
    #expect(original("b", text(2)) == nil)
    #expect(original("c", first) == "a")
    // Another first line, and another sign here and there that is no character.
    #expect(original("d", Array(text(9, count: 10) + first + [0x3002, 0x20])) == "a")
    // A copy of a copy has the same original.
    #expect(original("e", Array(text(9, count: 10) + first + [0x3002, 0x20])) == "a")
    // Half of it is another article.
    #expect(original("f", Array(first.prefix(200) + text(5, count: 200))) == nil)
  }

  @Test func shortTextsAreCopiesOnlyWhenEqual() {
    var index = DuplicateIndex()
    let short = text(3, count: 40)
    #expect(signature(short) == nil)
    #expect(index.original(of: "a", text: hash(short), signature: nil) == nil)
    #expect(index.original(of: "b", text: hash(short + [0x3002]), signature: nil) == nil)
    #expect(index.original(of: "c", text: hash(short), signature: nil) == "a")
  }

  @Test func whatLiesFarBackIsForgotten() {
    var index = DuplicateIndex(remembering: 8)
    let first = text(1)
    #expect(index.original(of: "0", text: hash(first), signature: signature(first)) == nil)
    for number in 2..<12 {
      let other = text(UInt32(number))
      #expect(index.original(of: "\(number)", text: hash(other), signature: signature(other)) == nil)
    }
    #expect(index.original(of: "again", text: hash(first), signature: signature(first)) == nil)
  }
}
