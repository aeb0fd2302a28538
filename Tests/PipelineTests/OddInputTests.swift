import DocumentModel
import Ingestion
import Pipeline
import ShippedPipeline
import Testing

/// Inputs that are hardly articles give a clear result, which is mostly nothing.
@Suite struct OddInputTests {
  private func extraction(ofPage text: String, published: String = "2021-04-02") throws -> Extraction {
    let article = Article(id: "odd", text: text, published: PartialDate(iso: published))
    return try Shipped.reader().extraction(of: PageReader().zoned(article))
  }

  @Test(arguments: [
    "", "\n", " \u{3000}\u{A0}\n\n", "\u{0}", "\u{0}\u{0}\n\u{0}", "。", "。。。！？", "\u{FEFF}", "🐼🐼🐼", "a", "[", "“",
    "首页 > 新闻 > 正文\n分享到：微信 微博\n责任编辑：林小路\n【打印】【关闭】\n版权所有 未经许可不得转载",
  ]) func givesNothing(text: String) throws {
    let found = try extraction(ofPage: text)
    #expect(found.article.text == text)
    #expect(found.mentions == [])
    #expect(found.relations == [])
    #expect(found.entities == [])
  }

  @Test func nulCharactersAreTextLikeAnyOther() throws {
    let found = try extraction(ofPage: "唐山市市长张立山\u{0}出席会议。\n\u{0}唐山市副市长王德江出席会议。")
    #expect(
      found.factLines(.holdsRole) == [
        "张立山 | holds_role | 唐山市人民政府 | 市长", "王德江 | holds_role | 唐山市人民政府 | 副市长",
      ])
  }

  /// Without a publication date a day has no month, and none is made up.
  @Test func withoutADateNoDayIsResolved() throws {
    let found = try extraction(ofPage: "12日，唐山市市长张立山会见王德江。", published: "")
    #expect(found.factLines(.metWith) == ["张立山 | met_with | 王德江 | 会见"])
  }

  @Test func oneLineOfAMegabyte() throws {
    let sentence = "唐山市市长张立山会见王德江。"
    let count = 1_000_000 / sentence.utf8.count
    let found = try extraction(ofPage: "12日，" + String(repeating: sentence, count: count))
    #expect(found.mentions.count(where: { $0.type == .person }) == 2 * count)
    #expect(found.factLines(.metWith) == ["张立山 | met_with | 王德江 | 2021-03-12, 会见"])
  }

  @Test func oneSentenceWithoutAnEnd() throws {
    let found = try extraction(ofPage: String(repeating: "唐山市、", count: 20_000) + "张立山")
    #expect(Set(found.mentions.map(\.type)) == [.place, .person] || Set(found.mentions.map(\.type)) == [.place])
    #expect(found.relations == [])
  }

  /// What is asked of each delegation and each date must not be asked of all others.
  @Test(.timeLimit(.minutes(2))) func hundredsOfDelegationsAndDates() throws {
    let sentence = "12日，云屏市党政代表团赴威海市考察，市委书记张立山率市党政代表团参观威海港，代表团返回。"
    let found = try extraction(ofPage: String(repeating: sentence, count: 800))
    #expect(found.mentions.count(where: { $0.type == .delegation }) == 3 * 800)
    #expect(found.entities.count(where: { $0.type == .delegation }) == 1)
    #expect(found.factLines(.visited).contains { $0.hasSuffix("威海港 | 2021-03-12") })
  }
}
