import DocumentModel
import Ingestion
import Testing

struct HTMLTests {
  static let body = ["本报兰亭5月3日电 市长王小明今天会见了来访的客人，双方就合作交换了意见。", "会见后，双方签署了协议，并参观了城市博物馆。"]
  static let menu =
    "<div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/1'>要闻</a></li><li><a href='/2'>政务公开，服务</a></li></ul></div>"
  static let foot = "<div class='footer'><p>主办：兰亭市人民政府办公室，承办：兰亭市信息中心，版权所有。</p></div>"

  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let html: String
    let text: [String]
    init(_ name: String, _ html: String, _ text: [String]) {
      testDescription = name
      self.html = html
      self.text = text
    }
  }

  static let paragraphs = body.map { "<p>　　\($0)</p>" }.joined()
  static let layouts: [Layout] = [
    Layout(
      "a news site: heading, byline, content, related",
      "<html><head><title>市长会见客人_兰亭新闻网</title></head><body>\(menu)<div class='main'><h1>市长会见客人</h1><div class='info'>2021-05-03 08:00 来源：兰亭日报</div><div class='content'>\(paragraphs)</div><div class='related'><ul><li><a href='3'>另一条新闻，很长的标题</a></li></ul></div></div>\(foot)</body></html>",
      ["市长会见客人", "2021-05-03 08:00 来源：兰亭日报"] + body),
    Layout(
      "a government site of TRS",
      "<html><head><meta name='ArticleTitle' content='市长会见客人'><meta name='PubDate' content='2021-05-03 08:00'><meta name='ContentSource' content='兰亭日报'></head><body>\(menu)<table><tr><td><h1>市长会见客人</h1></td></tr><tr><td>发布时间：2021-05-03</td></tr><tr><td><div class='TRS_Editor'>\(paragraphs)</div></td></tr></table>\(foot)</body></html>",
      ["市长会见客人", "发布时间：2021-05-03"] + body),
    Layout(
      "UCAP", "<body>\(menu)<div><h1>市长会见客人</h1><div id='UCAP-CONTENT'>\(paragraphs)</div></div>\(foot)</body>",
      ["市长会见客人"] + body),
    Layout(
      "HTML 5",
      "<body><header>\(menu)</header><main><article><h1>市长会见客人</h1><time datetime='2021-05-03'>5月3日</time>\(paragraphs)</article><aside><p>热门文章在这里，请大家阅读，不要错过。</p></aside></main><footer><p>版权所有，不得转载，违者必究。</p></footer></body>",
      ["市长会见客人", "5月3日"] + body),
    Layout(
      "one paragraph with line breaks",
      "<body>\(menu)<h2>市长会见客人</h2><div>\(body.joined(separator: "<br><br>&nbsp;&nbsp;"))</div>\(foot)</body>",
      ["市长会见客人"] + body),
    Layout(
      "old tables",
      "<table><tr><td>\(menu)</td><td><font size=2><b><h1>市长会见客人</h1></b></font><table><tr><td>\(paragraphs)</td></tr></table></td></tr></table>\(foot)",
      ["市长会见客人"] + body),
    Layout(
      "each paragraph in divs of its own",
      "<body>\(menu)<div class='x'><h1>市长会见客人</h1><div class='p'><div>\(body[0])</div></div><div class='p'><div>\(body[1])</div></div></div>\(foot)</body>",
      ["市长会见客人"] + body),
    Layout(
      "links and names inside the text",
      "<body>\(menu)<div class='article'><h1>市长会见客人</h1><p>\(body[0])<a href='x'>王小明</a>出席，<a href='y'>李文</a>主持。</p><p>\(body[1])</p><p><a href='z'>更多新闻</a></p></div>\(foot)</body>",
      ["市长会见客人", "\(body[0])王小明出席，李文主持。", body[1]]),
    Layout(
      "scripts, styles, comments, forms and hidden parts",
      "<body><form id=aspnet><script>if (a < b) document.write('<p>假的，假的。</p>');</script><style>p{}</style><!-- <p>注释，注释。</p> -->\(menu)<div><h1>市长会见客人</h1>\(paragraphs)<div style='display: none'>隐藏的段落，不要读，谢谢。</div><select><option>选项，选项。</option></select></div></form>\(foot)</body>",
      ["市长会见客人"] + body),
    Layout(
      "not well formed", "<body>\(menu)<div><h1>市长会见客人</h2><p>\(body[0])<p>\(body[1])</span></td></div>\(foot)",
      ["市长会见客人"] + body),
    Layout(
      "bare text", "<p>\(body[0])</p>\n<p>\(body[1])</p>", body),
    Layout(
      "comments of readers",
      "<body><div><h1>市长会见客人</h1><div class='content'>\(paragraphs)</div></div><div class='comment-list'><p>很好的新闻，谢谢！</p><p>支持，支持。</p></div></body>",
      ["市长会见客人"] + body),
  ]

  @Test("The article's lines of a page", arguments: layouts)
  func layout(_ layout: Layout) throws {
    let article = try HTMLReader.article(from: Array(layout.html.utf8), id: "1", file: "f.html")
    #expect(article.text == layout.text.joined(separator: "\n"))
    if layout.text.count > 2 { #expect(PageReader().zoned(article).title == "市长会见客人") }
  }

  @Test("Title, source, date and address from the page")
  func metadata() throws {
    let trs = try HTMLReader.article(from: Array(Self.layouts[1].html.utf8), id: "1", file: "f")
    #expect(trs.title == "市长会见客人" && trs.source == "兰亭日报" && trs.published == PartialDate(iso: "2021-05-03"))
    let news = PageReader().zoned(try HTMLReader.article(from: Array(Self.layouts[0].html.utf8), id: "1", file: "f"))
    #expect(news.source == "兰亭日报" && news.published == PartialDate(iso: "2021-05-03"))
    let graph =
      "<meta property='og:title' content='题'><meta property='og:url' content='http://x/1'><meta property='article:published_time' content='2021-05-03T08:00:00+08:00'>"
    let article = try HTMLReader.article(from: Array((graph + Self.paragraphs).utf8), id: "1", file: "f")
    #expect(article.title == "题" && article.url == "http://x/1" && article.published == PartialDate(iso: "2021-05-03"))
    let titled = "<title>市长会见客人-兰亭新闻网</title>" + Self.paragraphs
    #expect(try HTMLReader.article(from: Array(titled.utf8), id: "1", file: "f").title == "市长会见客人")
  }

  @Test("What is dropped is told with the reason")
  func notes() throws {
    let folder = try TemporaryFolder()
    try folder.write("p.html", Array(Self.layouts[0].html.utf8))
    var reader = ArticleReader(InputPath.resolve([folder.path + "/p.html"]).files)
    _ = reader.next()
    let notes = reader.takeNotes().map { $0.dropFirst(folder.path.count + 1) }
    #expect(notes == ["p.html: 5 of 9 lines dropped: 3 navigation, 1 footer, 1 related articles"])
  }

  @Test("A list of links has no article")
  func noArticle() {
    for page in [
      "", " ", Self.menu, "<ul>" + String(repeating: "<li><a href='1'>新闻标题，很长的标题</a></li>", count: 50) + "</ul>",
      "<p>短</p>",
    ] {
      let error = #expect(throws: IngestionError.self) {
        try HTMLReader.article(from: Array(page.utf8), id: "1", file: "f")
      }
      #expect(error?.code == .noArticle)
    }
  }

  @Test("The encoding a page declares, or is in whatever it declares")
  func encodings() throws {
    let gbk = Fixtures.simplifiedGBK
    for declared in ["gb2312", "GBK", "utf-8", "big5", "klingon"] {
      let page = Array("<meta http-equiv=Content-Type content='text/html; charset=\(declared)'><p>".utf8) + gbk
      let article = try HTMLReader.article(from: page, id: "1", file: "f")
      #expect(article.text + "\n" == EncodingTests.simplified, "\(declared)")
    }
    let wrong = Array("<meta charset=gbk><p>\(Self.body[0])".utf8)
    #expect(try HTMLReader.article(from: wrong, id: "1", file: "f").text == Self.body[0])
  }

  @Test("Entities, and line breaks of the source")
  func text() throws {
    let page = "<p>&#x4F1A;议&mdash;&amp;召\n开\n  了，今天 &nbsp;上午。</p>"
    #expect(try HTMLReader.article(from: Array(page.utf8), id: "1", file: "f").text == "会议—&召开 了，今天 \u{A0}上午。")
  }

  @Test(
    "Time is linear, whatever is nested or left open",
    arguments: [
      "<div>", "<p>", "<a href='x'>", "<b><i>", "<table><tr><td>", "</div>", "<", "&amp", "<!--", "<li><ul>", "<a b='",
      "<font><p>",
    ])
  func linear(_ part: String) throws {
    let page = Array((String(repeating: part, count: 200_000) + Self.paragraphs).utf8)
    let time = ContinuousClock().measure { _ = try? HTMLReader.article(from: page, id: "1", file: "f") }
    #expect(time < .seconds(30), "\(time)")
  }

  @Test("A tag of countless attributes is refused")
  func attributes() {
    let page = "<p " + (0..<5000).map { "a\($0)=1" }.joined(separator: " ") + ">会议，会议。</p>"
    let error = #expect(throws: IngestionError.self) {
      try HTMLReader.article(from: Array(page.utf8), id: "1", file: "f")
    }
    #expect(error?.code == .tooLarge)
    // In quotation marks and in scripts they are none.
    let quoted = "<p title='\(String(repeating: "x = ", count: 5000))'>\(Self.body[0])</p>"
    #expect((try? HTMLReader.article(from: Array(quoted.utf8), id: "1", file: "f"))?.text == Self.body[0])
    let script = "<script>if(a<b){\(String(repeating: "x = 1;", count: 5000))}</script><p>\(Self.body[0])</p>"
    #expect((try? HTMLReader.article(from: Array(script.utf8), id: "1", file: "f"))?.text == Self.body[0])
  }
}
