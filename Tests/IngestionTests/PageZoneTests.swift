import DocumentModel
import Ingestion
import TestSupport
import Testing

/// A page as it looks on a site, its zones marked, and what it says about itself. People and places are invented.
struct Page: CustomTestStringConvertible, Sendable {
  var name: String
  var marked: String
  var title: String?
  var source: String?
  var published: String?

  init(_ name: String, title: String? = nil, source: String? = nil, published: String? = nil, _ marked: String) {
    self.name = name
    self.marked = marked
    self.title = title
    self.source = source
    self.published = published
  }
  var testDescription: String { name }
}

struct PageZoneTests {
  static let pages: [Page] = [
    Page(
      "print edition: titles on both sides of the source line", title: "深化两地协作 共谋新篇", source: "东河日报",
      published: "2019-03-04",
      """
      [furniture:位置:要闻 >>正文]
      [headline:深化两地协作 共谋新篇]
      [byline:文章来源:东河日报] [byline:发布时间:2019-03-04]  [furniture:次阅读]

      [headline:东河市党政代表团赴西岭县考察]

      [headline:深化两地协作 共谋新篇]

      [byline:记者 林小舟 何一鸣]

      [body:3日,东河市党政代表团赴西岭县考察。]

      [furniture:分享到:]
      [furniture:分享到微信朋友圈 ×]
      [furniture:打开微信，选“发现”]
      [furniture:用微信扫一扫，把本页分享到朋友圈]
      """),
    Page(
      "source line with editor, dateline with reporters", title: "赵明远会见客商", source: "东河日报",
      published: "2021-08-11",
      """
      [furniture:首页 > 要闻 > 正文]

      [headline:赵明远会见客商]

      [byline:2021-08-11 07:15]  [byline:来源：东河日报]  [furniture:责任编辑：吴越]

      [byline:本报西岭8月10日电（记者 林小舟 通讯员 何一鸣）][body:9日，市长赵明远会见客商一行。]

      [body:客商说，愿意常来。]
      """),
    Page(
      "labels without blanks between them, titles of other articles", title: "西岭县召开会议", source: "西岭融媒",
      published: "2018-04-03",
      """
      [headline:西岭县召开会议]
      [byline:来源：西岭融媒][byline:发布时间：2018-04-03 09:12:00][byline:作者：李小明][furniture:浏览次数：55次][furniture:字体：大 中 小]
      [body:会议指出，要抓好落实。]
      [furniture:责任编辑:张小三]
      [furniture:相关链接]
      [furniture:李大四赴南乡调研]
      [furniture:王小五会见客人]
      """),
    Page(
      "Traditional", title: "東河市代表團赴西嶺縣考察", source: "東河日報", published: "2020-03-04",
      """
      [furniture:首頁 > 新聞中心 > 正文]
      [headline:東河市代表團赴西嶺縣考察]
      [byline:來源：東河日報]　[byline:發佈時間：2020年3月4日 09:30]　[byline:記者：林小舟]
      　　[byline:本報訊（記者 林小舟）][body:三月三日，市委書記趙明遠到西嶺縣考察。]
      [furniture:編輯：陳思] [furniture:審核：吳越]
      [furniture:上一篇：西嶺縣召開會議]
      [furniture:版權所有 東河日報社 未經授權禁止轉載]
      """),
    Page(
      "official release, date at the end", title: "局長視察東河(附圖)", published: "2015-06-09",
      """
      [headline:局長視察東河(附圖)]
      [furniture:****************]

      　　[body:局長何一鳴今日到訪東河。]

      [furniture:完]
      [byline:2015年6月9日(星期二)]
      [byline:香港時間18時40分]
      """),
    Page("one paragraph", "[body:市长赵明远会见来访客人]"),
    Page("one paragraph under a breadcrumb", "[furniture:首页 >> 要闻]\n[body:市长赵明远会见来访客人]"),
    Page(
      "furniture only",
      """
      [furniture:首页 | 要闻 | 视频]
      [furniture:扫一扫]
      [furniture:主办单位：东河市人民政府办公室]
      [furniture:Copyright © 2019 东河在线 某ICP备00000000号]
      """),
    Page("empty", ""),
    Page("blanks only", " \n\u{3000}\u{A0}\r\n&nbsp;\n"),
    Page(
      "no date, credit in brackets at the end", title: "南乡考察团赴北镇学习",
      """
      [headline:南乡考察团赴北镇学习]

      [body:1日，南乡党委书记林小舟带队赴北镇学习。]
      [body:（图为考察现场  马小山 摄）]
      [body:北镇镇长何一鸣陪同。][byline:（南乡党政办 李小明）]
      """),
    Page(
      "evening news", title: "赵明远到东河调研", source: "央视网",
      """
      [headline:赵明远到东河调研]

      [byline:央视网消息（新闻联播）：][body:赵明远昨天到东河调研。]
      [body:他走进车间。]
      [furniture:(视频编辑：林小舟] [furniture:文字编辑：何一鸣)]
      """),
    Page(
      "notice with short lines", title: "关于林小舟等同志任职的通知", source: "市政府办公室", published: "2021-02-03",
      """
      [furniture:您现在的位置：首页>政务公开>人事信息]
      [headline:关于林小舟等同志任职的通知]
      [byline:发布日期：2021-02-03 16:00] [byline:信息来源：市政府办公室] [furniture:访问量：1234次] [furniture:字号：\\[ 大 中 小 \\] 打印 关闭]
      [body:各县（区）人民政府：]
      [body:任命：]
      [body:林小舟为市财政局局长]
      [body:何一鸣为市教育局副局长。]
      [body:东河市人民政府]
      [byline:2021年2月2日]
      """),
    Page(
      "interview and event notice in the body are body", title: "对话何一鸣",
      """
      [headline:对话何一鸣]
      [body:记者：您怎么看今年的工作？]
      [body:何一鸣：我认为很好。]
      [body:记者：会更好吗]
      [body:时间：2020年5月1日]
      [body:地点：东河市会议中心]
      [body:据东河日报报道，会议明日召开。]
      [body:东河气象台今天发布消息，明日有雨。]
      [body:上车扫描二维码，旅客随时可以查询，何一鸣说，这让东河人的出行更加方便。]
      """),
    Page(
      "messenger", title: "市长到南乡调研", source: "东河融媒", published: "2022-07-16",
      """
      [headline:市长到南乡调研]
      [byline:原创 李小明 东河发布 2022-07-16 18:30 发表于河北]
      [body:7月16日，市长赵明远到南乡调研。]
      [byline:来源丨东河融媒]
      [furniture:编辑丨张小三]
      [furniture:审核 | 王小二]
      [furniture:END]
      [furniture:点击下方“阅读原文”了解更多]
      """),
    Page(
      "news agency's site", title: "代表团抵京", source: "人民网", published: "2021-03-05",
      """
      [furniture:人民网>>时政]
      [headline:代表团抵京]
      [byline:2021年03月05日08:06] | [byline:来源：人民网]
      [furniture:原标题：代表团抵达北京]
      [byline:人民网北京3月4日电 （记者林小舟、何一鸣）][body:代表团4日抵京。]
      [body:团长赵明远说，要履行职责。]
      [byline:《 某某日报 》][byline:（ 2021年03月05日 03 版）]
      [furniture:(责编：甲乙、丙丁)]
      """),
    Page(
      "Markdown", title: "林小舟到东河调研", source: "东河日报",
      """
      # [headline:林小舟到东河调研]

      ## [headline:强调抓好落实]

      [byline:来源: 东河日报]

      [body:林小舟昨天到东河调研。]
      """),
    Page(
      "date in Chinese figures, carriage returns", title: "活动举行", published: "2022-07-16",
      "[headline:活动举行]\r\n[byline:二〇二二年七月十六日]\r\n\r\n[body:林小舟出席了活动。]\r\n"),
  ]

  @Test("A page is cut into zones", arguments: pages)
  func zones(_ page: Page) {
    let marked = MarkedText(page.marked)
    let article = PageReader().zoned(Article(id: "1", text: marked.text))
    let expected = marked.marks.map { "\($0.label) \(slice(marked.text, $0.span))" }
    #expect(article.regions.map { "\($0.zone.rawValue) \(slice(marked.text, $0.span))" } == expected)
    #expect(article.regions.map(\.span) == marked.spans)
    #expect(article.text == marked.text)
    #expect(article.title == page.title)
    #expect(article.source == page.source)
    #expect(article.published?.description == page.published)
  }

  @Test(
    "Authors' lines",
    arguments: [
      "记者 林小舟", "本报记者 林小舟 通讯员 何一鸣", "东河日报首席记者 林小舟", "□ 本报记者 林小舟", "记者林小舟 何一鸣", "新华社记者 林小舟 摄",
      "記者 林小舟", "作者：东河市委宣传部 林小舟", "文/图 本报记者 林小舟", "（通讯员 林小舟）",
    ])
  func authors(_ line: String) {
    let article = PageReader().zoned(Article(id: "1", text: "会议召开\n会议今天召开。\n\(line)"))
    let zones = article.regions.dropFirst(2).map(\.zone)
    #expect(!zones.isEmpty && zones.allSatisfy { $0 == .byline })
  }

  @Test(
    "Headlines that only look like authors' lines or furniture",
    arguments: [
      "记者节走访基层", "记者走基层", "编辑出版座谈会举行", "林小舟会见《东河》作者", "国家电网消息灵通", "阅读推广活动举行", "何一鸣：抓好落实",
      "来源地调查启动", "报道员探访现场 揭开谎言",
    ])
  func plainHeadlines(_ line: String) {
    let article = PageReader().zoned(Article(id: "1", text: "\(line)\n会议今天召开。"))
    #expect(article.regions.map(\.zone) == [.headline, .body])
  }

  @Test(
    "Datelines: what is byline, and the outlet",
    arguments: [
      ("本报讯（记者 林小舟）", nil), ("东河日报讯(首席记者 林小舟 通讯员 何一鸣)", "东河日报"), ("新华社北京5月7日电 (记者 林小舟)", "新华社"),
      ("新华社北京5月7日电", "新华社"), ("央视网消息：", "央视网"), ("央视网(新闻联播)消息：", "央视网"), ("中新网5月3日电", "中新网"),
      ("【东河日报讯】（记者 林小舟）", "东河日报"), ("东河新闻网讯 (通讯员 林小舟)", "东河新闻网"), ("东河日报讯 记者林小舟 通讯员何一鸣报道：", "东河日报"),
      ("本台消息，", nil), ("（记者 林小舟）", nil), ("東河日報訊（記者 林小舟）", "東河日報"), ("本报讯", nil),
      ("央视网消息(新闻联播)：新华社消息：", "央视网"),
    ])
  func datelines(_ dateline: String, outlet: String?) {
    let text = "会议召开\n\(dateline)12日，会议在东河召开。"
    let article = PageReader().zoned(Article(id: "1", text: text))
    #expect(article.regions.map(\.zone) == [.headline, .byline, .body])
    #expect(article.regions.count == 3 && slice(text, article.regions[1].span) == dateline)
    #expect(article.source == outlet)
  }

  @Test("What the record says wins over the page; the address comes last")
  func record() {
    let text = "会议召开\n来源：东河日报 2019-05-24\n会议今天召开。"
    let full = PageReader().zoned(
      Article(
        id: "1", text: text, title: "另一题", published: PartialDate(year: 2020), source: "西岭日报",
        url: "https://e.cn/20180101/1"))
    #expect(full.title == "另一题")
    #expect(full.source == "西岭日报")
    #expect(full.published == PartialDate(year: 2020))
    let paged = PageReader().zoned(Article(id: "1", text: text, url: "https://e.cn/20180101/1"))
    #expect(paged.published?.description == "2019-05-24")
    let addressed = PageReader().zoned(Article(id: "1", text: "会议今天召开。", url: "https://e.cn/20180101/1"))
    #expect(addressed.published?.description == "2018-01-01")
  }

  @Test("A long headline that the record names as its title is headline")
  func longTitle() {
    let title = String(repeating: "东河西岭南乡北镇", count: 9)
    let text = "\(title)\n会议今天召开。"
    #expect(PageReader().zoned(Article(id: "1", text: text)).regions.map(\.zone) == [.body, .body])
    #expect(PageReader().zoned(Article(id: "1", text: text, title: title)).regions.map(\.zone) == [.headline, .body])
  }

  @Test(
    "Regions never overlap, never cross a line and have no blanks at their edges, whatever the text", arguments: 0..<200
  )
  func invariants(_ seed: UInt64) {
    let parts = [
      "来源", "：", ":", "（", "）", "(", ")", "记者", "林小舟", " ", "\u{3000}", "\n", "\r\n", "。", "，", "2020-12-19", "讯", "电",
      "本报", "编辑",
      "|", ">", "首页", "\u{2028}", "&nbsp;", "𠮷", "【", "】", "打印", "é", "1", "/", "上一篇", "摄", "《", "》", "年", "月", "#",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var text = ""
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += parts[Int(state >> 33) % parts.count]
    }
    let regions = PageReader().zoned(Article(id: "1", text: text)).regions
    var end = 0
    for region in regions {
      #expect(region.span.start >= end && !region.span.isEmpty)
      end = region.span.end
      let words = slice(text, region.span)
      #expect(!words.unicodeScalars.contains { "\n\r\u{2028}".unicodeScalars.contains($0) })
      #expect(words.unicodeScalars.first?.properties.isWhitespace == false)
      #expect(words.unicodeScalars.last?.properties.isWhitespace == false)
      #expect(!words.unicodeScalars.contains("\u{FFFD}"))
    }
    // Nothing but blanks lies outside.
    let outside = regions.reversed().reduce(into: Array(text.utf8)) { $0.removeSubrange($1.span.start..<$1.span.end) }
    let rest = String(decoding: outside, as: UTF8.self)
    #expect(rest.unicodeScalars.allSatisfy { $0.properties.isWhitespace || "&nbsp;|/#".unicodeScalars.contains($0) })
  }

  private func slice(_ text: String, _ span: Span) -> String {
    String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
  }
}
