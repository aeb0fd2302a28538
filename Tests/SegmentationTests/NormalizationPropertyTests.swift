import CICU
import DocumentModel
import Testing

@testable import Segmentation

/// What holds for any text, on random ones.
@Suite struct NormalizationPropertyTests {
  let normalizer: MatchingNormalizer

  init() throws { normalizer = try MatchingNormalizer() }

  /// The same result the plain way: characters filtered, ICU's NFKC of the whole string, every scalar folded.
  func plainly(_ text: String) -> [UInt32] {
    // U+FF0E is kept apart as a private character, since NFKC would make it a full stop among others.
    let marker: UInt16 = 0xF000
    var units: [UInt16] = []
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where cicu_nfkc_classify(scalar.value) != .ignorable {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      units += scalar == "\u{FF0E}" ? [marker] : Array(scalar.utf16)
    }
    var result = normalizer.table.nfkc(units).map { scalar -> UInt32 in
      switch scalar {
      case 0x09, 0x1680: 0x20
      case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: 0x0A
      case 0x2022, 0x2027, 0x30FB: 0xB7
      default: folds[scalar] ?? scalar
      }
    }
    for index in result.indices where result[index] == UInt32(marker) {
      let inside = index > 0 && index + 1 < result.count
      result[index] = inside && cicu_is_han(result[index - 1]) && cicu_is_han(result[index + 1]) ? 0xB7 : 0x2E
    }
    return result
  }

  let folds: [UInt32: UInt32] = {
    let scalars = HanFold.pairs.unicodeScalars.map(\.value).filter { $0 > 0x20 }
    let pairs = stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  @Test func agreesWithThePlainWay() {
    var random = RandomText(seed: 1)
    for round in 0..<3_000 {
      // U+F000 is the marker of the plain way.
      let text = String(String.UnicodeScalarView(random.scalars(40).unicodeScalars.filter { $0.value != 0xF000 }))
      let expected = plainly(text)
      #expect(normalizer.normalize(text) == expected, "round \(round): \(text.unicodeScalars.map(\.value))")
    }
  }

  @Test func agreesOnEveryCharacter() {
    var wrong: [UInt32] = []
    for code in UInt32(0)...0x10FFFF where code != 0xF000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      // Ideographs and empty planes, where nothing has another form.
      if 0x20100..<0x2F700 ~= code || 0x30000..<0xE0000 ~= code || code > 0xE2000 { continue }
      let text = String(scalar)
      if normalizer.normalize(text) != plainly(text) { wrong.append(code) }
    }
    #expect(wrong == [])
  }

  @Test func isIdempotent() {
    var random = RandomText(seed: 2)
    for _ in 0..<3_000 {
      let text = random.scalars(40)
      let matching = normalizer.matchingText(of: Array(text.utf8))
      #expect(normalizer.normalize(matching.string(0..<matching.count)) == matching.scalars)
    }
  }

  @Test func offsetsAscendOnCharacterBoundaries() {
    var random = RandomText(seed: 3)
    for _ in 0..<2_000 {
      let utf8 = Array(random.scalars(40).utf8)
      let matching = normalizer.matchingText(of: utf8)
      #expect(matching.offsets.count == matching.count + 1)
      #expect(matching.offsets.last == Int32(utf8.count))
      #expect(zip(matching.offsets, matching.offsets.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(matching.offsets.dropLast().allSatisfy { utf8[Int($0)] & 0xC0 != 0x80 })
    }
  }

  /// A range of whole sources, cut out of the original and normalised alone, gives the same scalars.
  @Test func slicesComeBack() {
    var random = RandomText(seed: 4)
    for _ in 0..<500 {
      let utf8 = Array(random.scalars(40).utf8)
      let matching = normalizer.matchingText(of: utf8)
      for start in stride(from: 0, to: matching.count, by: 7) {
        let span = matching.span(of: start..<min(start + 5, matching.count))
        let whole = matching.range(of: span)
        let alone = normalizer.matchingText(of: Array(utf8[span.start..<span.end]))
        // A wide stop at the edge has lost its neighbour and is a full stop there.
        let expected = matching.scalars[whole].map { $0 == 0xB7 ? 0x2E : $0 }
        #expect(alone.scalars.map { $0 == 0xB7 ? 0x2E : $0 } == expected)
      }
    }
  }
}
