import DocumentModel
import Segmentation
import TestSupport
import Testing

@Suite struct SentenceTests {
  let segmenter: Segmenter

  init() throws { segmenter = try Segmenter() }

  /// An article whose lines are one body region each.
  func article(_ text: String) -> Article {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { regions.append(Region(span: Span(start, start + line.count), zone: .body)) }
      start += line.count + 1
    }
    return Article(id: "t", text: text, regions: regions)
  }

  /// Sentences are the marked stretches.
  @Test(arguments: [
    "[市委书记王大明出席。][副市长李小红主持。]",
    "[会议是否召开？][当然！][没有结束]",
    "[Is it so?] [Yes!] [没有结束]",
    // ；is inside.
    "[陪同考察的有：县委书记赵一；副县长钱二;秘书长孙三。][考察结束。]",
    // What closes belongs to the sentence, what opens to the next one.
    "[他说：“我们很高兴。”][“欢迎！”][会谈随后举行。]",
    "[完成任务。][“我们继续。”]",
    "[完成任务。] [（见第二版。）][「好。」][『好。』]",
    "[他说:\"好。\"][大家鼓掌。][\"再见。\"]",
    "[他说：“他说‘好。’”][大家鼓掌。]",
    // Commas go on after a closing mark.
    "[“很高兴！”，他说。][完。]",
    "[“很高兴！”][他说。]",
    "[“很高兴，”他说。][完。]",
    // Runs of marks.
    "[真的吗？！][真的！！！][好。]",
    // Titles.
    "[电影《你好！明天》上映。][完。]",
    "[歌曲《前进！》的作者到场。][完。]",
    "[《未闭合的书名。][下一句。][又一句《书名》。]",
    // Full stops, numbers, addresses.
    "[增长3.5%。][A. B公司与U.S. Steel签约。]",
    "[网址http://example.org/?id=1&b!c打开。][完。]",
    "[1．坚持。][2. 发展。]",
    // Blanks around.
    "  [第一句。]\u{3000} [第二句。]\u{A0}",
    "[没有标点 有空格]",
    "[😀！][👍🏽。]",
  ])
  func splits(_ marked: String) {
    let expected = MarkedText(marked)
    let document = segmenter.document(from: article(expected.text))
    #expect(document.sentences.map { document.text(of: $0.span) } == expected.words)
    #expect(document.sentences.map(\.span) == expected.spans)
  }

  @Test func fullAndHalfWidthSplitAlike() {
    let wide = segmenter.document(from: article("甲到乙地。乙在吗？在！丙（丁）到。"))
    let narrow = segmenter.document(from: article("甲到乙地。乙在吗?在!丙(丁)到。"))
    #expect(wide.sentences.count == 4)
    #expect(
      wide.sentences.map { wide.matching.range(of: $0.span) }
        == narrow.sentences.map { narrow.matching.range(of: $0.span) })
  }

  @Test func fillsZoneAndLine() {
    let text = "标题没有句号\r\n\n　正文第一句。第二句\n末行"
    let marked = MarkedText("[标题没有句号]\r\n\n[　正文第一句。第二句]\n[末行]")
    let zones: [Zone] = [.headline, .body, .furniture]
    let regions = zip(marked.spans, zones).map { Region(span: $0, zone: $1) }
    let document = segmenter.document(from: Article(id: "t", text: text, regions: regions))
    #expect(document.sentences.map(\.zone) == [.headline, .body, .body, .furniture])
    #expect(document.sentences.map(\.line) == [0, 2, 2, 3])
    #expect(document.text(of: document.sentences[1].span) == "正文第一句。")
    #expect(document.article.text == text)
  }

  @Test func keepsRegionsApart() {
    let text = "天津讯 记者甲 正文开始"
    let marked = MarkedText("[天津讯 记者甲] [正文开始]")
    let regions = zip(marked.spans, [Zone.byline, .body]).map { Region(span: $0, zone: $1) }
    let document = segmenter.document(from: Article(id: "t", text: text, regions: regions))
    #expect(document.sentences.map(\.span) == marked.spans)
    #expect(segmenter.document(from: Article(id: "t", text: text)).sentences.isEmpty)
  }

  @Test func cutsRegionsToTheText() {
    let regions = [
      Region(span: Span(-3, 3), zone: .body), Region(span: Span(3, 99), zone: .body),
      Region(span: Span(70, 60), zone: .body),
    ]
    let document = segmenter.document(from: Article(id: "t", text: "甲乙", regions: regions))
    #expect(document.sentences.map(\.span) == [Span(0, 3), Span(3, 6)])
  }

  @Test func wordsCoverTheSpan() {
    let document = segmenter.document(from: article("他们 在北京😀开会。ABC 123"))
    let words = segmenter.words(in: Span(0, document.utf8.count), of: document)
    #expect(words.map { document.text(of: $0.span) }.joined() == "他们在北京😀开会。ABC123")
    #expect(words.contains { document.text(of: $0.span) == "ABC" })
    #expect(segmenter.words(in: Span(3, 3), of: document).isEmpty)
    #expect(!ICU.version.isEmpty)
  }

  @Test func randomTextIsCoveredOnce() {
    var random = RandomText(seed: 5)
    for _ in 0..<1_500 {
      let text = random.scalars(60).replacing("\n", with: "。")
      let document = segmenter.document(from: article(text))
      var at = 0
      for sentence in document.sentences {
        #expect(sentence.span.start >= at && sentence.span.end > sentence.span.start)
        #expect(isBlank(document.text(of: Span(at, sentence.span.start))))
        at = sentence.span.end
        #expect(document.utf8[sentence.span.start] & 0xC0 != 0x80)
      }
      #expect(isBlank(document.text(of: Span(at, document.utf8.count))))
    }
  }

  func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Megabytes in one line; a quadratic step would not come to an end.
  @Test(arguments: [
    ("文", 5_000), ("文。", 1_000), ("。", 300), ("。“", 300), ("」", 300), ("A. ", 300), ("1. ", 300), ("《", 300),
    ("《！", 300), ("！》", 300),
    ("\"", 300), ("\u{2029}", 300), ("e\u{301}", 300), ("！ ", 300),
  ])
  func longLinesComeToAnEnd(_ piece: String, _ kilobytes: Int) {
    // The mark in front makes sure that ICU is asked.
    let text = "！甲" + String(repeating: piece, count: kilobytes * 1_000 / piece.utf8.count)
    let document = segmenter.document(
      from: Article(id: "t", text: text, regions: [Region(span: Span(0, text.utf8.count), zone: .body)]))
    #expect(document.utf8.count == text.utf8.count)
    #expect(!document.matching.scalars.isEmpty)
  }
}
