import DocumentModel
import Testing

@Suite struct MatchingTextTests {
  /// 甲㈱乙 with ㈱ expanded to three scalars that share one source character.
  let text = MatchingText(
    scalars: ["甲", "(", "株", ")", "乙"].map { ($0 as Unicode.Scalar).value }, offsets: [0, 3, 3, 3, 6, 9])

  @Test func takesExpandedCharactersWhole() {
    #expect(text.span(of: 0..<1) == Span(0, 3))
    #expect(text.span(of: 1..<2) == Span(3, 6))
    #expect(text.span(of: 2..<5) == Span(3, 9))
    #expect(text.span(of: 4..<4) == Span(6, 6))
  }

  @Test func findsIndicesOfBytes() {
    #expect(text.range(of: Span(3, 6)) == 1..<4)
    #expect(text.range(of: Span(0, 9)) == 0..<5)
    #expect(text.index(atByte: 9) == 5)
  }

  /// Wherever the place lies from where it would be if all characters took as many bytes.
  @Test(arguments: [[1], [3], [1, 3], [0, 0, 3], [3, 3, 3, 90], [90, 1, 1, 1], [0, 12, 0, 0, 1]])
  func findsEveryByte(widths: [Int]) {
    for count in [1, 2, 7, 40] {
      var offsets: [Int32] = [0]
      for number in 0..<count { offsets.append(offsets[number] + Int32(widths[number % widths.count])) }
      let text = MatchingText(scalars: Array(repeating: 0x4E00, count: count), offsets: offsets)
      for offset in -1...Int(offsets[count]) + 1 {
        let first = offsets.firstIndex { Int($0) >= offset } ?? count
        guard text.index(atByte: offset) != first else { continue }
        Issue.record(
          "byte \(offset) of \(count) characters of \(widths) bytes: \(text.index(atByte: offset)), not \(first)")
      }
    }
  }

  @Test func countsCodePoints() {
    let sample = "a公报😀" + String(repeating: "文", count: 50)
    let map = CodePointMap(Array(sample.utf8))
    var bytes = 0
    for (index, scalar) in sample.unicodeScalars.enumerated() {
      #expect(map.codePoints(before: bytes) == index)
      bytes += String(scalar).utf8.count
    }
    #expect(map.codePoints(before: bytes) == sample.unicodeScalars.count)
  }
}
