import DocumentModel
import Segmentation
import Testing

/// What single characters become, and where the results point.
@Suite struct NormalizationTests {
  let normalizer: MatchingNormalizer

  init() throws { normalizer = try MatchingNormalizer() }

  func normalized(_ text: String) -> String {
    let matching = normalizer.matchingText(of: Array(text.utf8))
    return matching.string(0..<matching.count)
  }

  @Test(arguments: [
    ("plain", "市委书记王大明，12日。", "市委书记王大明,12日。"),
    ("full width", "ＡＢｃ１２３，．；：！？（）［］％～＂", "ABc123,.;:!?()[]%~\""),
    ("half width", "ABc123,.;:!?()[]%~\"", "ABc123,.;:!?()[]%~\""),
    ("half-width CJK marks", "｡､｢｣ｱ", "。、「」ア"),
    ("quotation marks stay", "“甲”‘乙’「丙」『丁』《戊》", "“甲”‘乙’「丙」『丁』《戊》"),
    ("blanks", "甲\u{A0}乙\u{3000}丙\t丁\u{2003}戊\u{1680}己 庚", "甲 乙 丙 丁 戊 己 庚"),
    ("line breaks", "甲\n乙\r\n丙\r丁\u{2028}戊\u{85}己", "甲\n乙\n丙\n丁\n戊\n己"),
    ("return at the end", "甲\r", "甲\n"),
    ("middle dots", "阿·贝•策・德‧厄･弗", "阿·贝·策·德·厄·弗"),
    ("wide stop between letters", "阿里．贝格", "阿里·贝格"),
    ("wide stop elsewhere", "３．５ 甲．5 a．b 甲．．乙 ．甲 甲．", "3.5 甲.5 a.b 甲..乙 .甲 甲."),
    ("wide stop beside zero width", "阿\u{200B}．\u{200B}贝", "阿·贝"),
    ("narrow stop stays", "阿.贝", "阿.贝"),
    ("Traditional", "國務院總理訪問臺灣後，祕書長對於發展的報告", "国务院总理访问台湾后,秘书长对于发展的报告"),
    ("legal in Simplified", "乾县乾安县显著与时俱进瞭望哪吒大阪摔跤姊妹藉", "乾县乾安县显著与时俱进瞭望哪吒大阪摔跤姊妹藉"),
    ("radical, compatibility ideograph", "⼈⺟豈\u{2FD2}", "人母岂齿"),
    ("several characters", "㈱①Ⅳ㎡…℃㋀", "(株)1IVm2...°C1月"),
    ("longest expansion", "a\u{FDFA}b", "aصلى الله عليه وسلمb"),
    ("composed", "café", "caf\u{E9}"),
    ("decomposed", "cafe\u{301}", "caf\u{E9}"),
    ("across zero width", "cafe\u{200B}\u{301}", "caf\u{E9}"),
    ("marks in order", "a\u{301}\u{323}", "\u{1EA1}\u{301}"),
    ("mark alone", "\u{301}a", "\u{301}a"),
    ("mark after an expansion", "…\u{301}", "...\u{301}"),
    ("kana voicing", "か\u{3099}ﾊﾟ", "がパ"),
    ("Hangul", "\u{1112}\u{1161}\u{11AB}한하\u{11AB}", "한한한"),
    ("zero width", "王\u{200B}大\u{FEFF}明\u{200D}\u{AD}\u{FE0F}", "王大明"),
    ("only zero width", "\u{FEFF}\u{200B}", ""),
    ("astral", "😀𠀀𝐀𝟙", "😀𠀀A1"),
    ("astral ignorable", "葛\u{E0100}城", "葛城"),
    ("astral compatibility", "\u{2F81A}", "冬"),
    ("compatibility to astral", "\u{FA6C}", "\u{242EE}"),
    ("private use, control, replacement", "\u{E5CE}\u{0}\u{7F}\u{FFFD}", "\u{E5CE}\u{0}\u{7F}\u{FFFD}"),
    ("nothing", "", ""),
  ])
  func makesTheMatchedForm(_ name: String, _ text: String, _ expected: String) {
    // Scalars, since Swift's strings compare up to canonical equivalence.
    #expect(Array(normalized(text).unicodeScalars) == Array(expected.unicodeScalars), "\(name)")
  }

  /// The source of every result, written between bars.
  @Test(arguments: [
    ("王，大", "王|，|大"),
    ("甲㈱乙", "甲|㈱|㈱|㈱|乙"),
    ("é1e\u{301}2", "é|1|e\u{301}|2"),
    ("q\u{301}2", "q\u{301}|q\u{301}|2"),
    ("王\u{200B}大😀", "王\u{200B}|大|😀"),
    ("甲\r\n乙", "甲\r|\n|乙"),
  ])
  func pointsBackToTheSource(_ text: String, _ sources: String) {
    let utf8 = Array(text.utf8)
    let matching = normalizer.matchingText(of: utf8)
    let found = (0..<matching.count).map { index in
      let span = matching.span(of: index..<(index + 1))
      return Array(utf8[span.start..<span.end])
    }
    #expect(found == sources.utf8.split(separator: UInt8(ascii: "|")).map(Array.init))
  }

  @Test func termsAndTextsMeet() {
    #expect(normalizer.normalize("阿里・贝格") == normalizer.normalize("阿里·贝格"))
    #expect(normalizer.normalize("ＡＢ公司") == "AB公司".unicodeScalars.map(\.value))
    #expect(normalizer.normalize("") == [])
  }

  /// Not possible in a `String`; the result only has to be orderly.
  @Test(
    arguments: [
      [0xE4], [0xE4, 0xB8], [0x41, 0xC3], [0x80, 0x41], [0xF0, 0x9F, 0x98], [0xFF, 0xFE], [0xED, 0xA0, 0x80],
      [0xF7, 0xBF, 0xBF, 0xBF], [0xE4, 0xB8, 0x41, 0x42],
    ] as [[UInt8]])
  func survivesBrokenBytes(_ bytes: [UInt8]) {
    let matching = normalizer.matchingText(of: bytes)
    #expect(matching.count >= 1)
    #expect(matching.offsets.last == Int32(bytes.count))
    #expect(zip(matching.offsets, matching.offsets.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(matching.scalars.allSatisfy { Unicode.Scalar($0) != nil })
  }

  @Test func manyMarksTakeLinearTime() {
    let text = "a" + String(repeating: "\u{301}\u{323}", count: 100_000) + "b"
    let matching = normalizer.matchingText(of: Array(text.utf8))
    #expect(matching.count <= 40)
    #expect(matching.scalars.last == 0x62)
    let vowels = String(repeating: "\u{1161}", count: 20_000)
    #expect(normalizer.normalize(vowels).count == 20_000)
  }
}
