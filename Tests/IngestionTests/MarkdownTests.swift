import DocumentModel
import Ingestion
import Testing

struct MarkdownTests {
  @Test(
    "Marks go, text stays",
    arguments: [
      ("会议今天召开。", "会议今天召开。"), ("# 标题 #\n\n正文", "标题\n\n正文"), ("**记者** *王小*", "记者 王小"), ("__甲__乙", "甲乙"),
      ("5 * 3 * 2", "5 * 3 * 2"), ("a_b_c", "a_b_c"), ("*甲", "*甲"), ("~~旧~~新", "旧新"), ("`代码`", "代码"),
      ("[新华社](http://x/(1))电", "新华社)电"), ("[新华社][1]电\n[1]: http://x", "新华社电"), ("![图](a.jpg)甲", "甲"),
      ("[![图](a.jpg)](b) 甲", " 甲"), ("- 甲\n* 乙\n1. 丙", "甲\n乙\n1. 丙"), ("> > 引\n", "引\n"), ("---\n甲", "甲"),
      ("甲\n===\n乙", "甲\n乙"), ("| 姓名 | 职务 |\n|---|:-:|\n| 王小 | 市长 |", " 姓名 | 职务 \n 王小 | 市长 "),
      ("甲<br>乙<!-- 丙 -->", "甲乙"), ("<http://x>", "http://x"), ("3 < 4 > 2", "3 < 4 > 2"), (#"\*甲\*"#, "*甲*"),
      ("```\n# 甲\n```\n乙", "# 甲\n乙"), ("#甲", "#甲"), ("甲\r\n乙\r\n", "甲\n乙\n"), ("[甲]", "[甲]"), ("[甲](", "[甲]("),
    ])
  func marks(_ markdown: String, _ text: String) throws {
    #expect(try MarkdownReader.article(from: Array(markdown.utf8), id: "1", file: "f.md").text == text)
  }

  @Test("Front matter and the first heading")
  func frontMatter() throws {
    let page = "---\ntitle: \"题\"\ndate: 2021-05-03\nsource: 南山日报\nother\n---\n# 另题\n甲"
    let article = try MarkdownReader.article(from: Array(page.utf8), id: "1", file: "f.md")
    #expect(article.title == "题")
    #expect(article.published == PartialDate(iso: "2021-05-03"))
    #expect(article.source == "南山日报")
    #expect(article.text == "另题\n甲")
    #expect(try MarkdownReader.article(from: Array("# 题\n甲".utf8), id: "1", file: "f.md").title == "题")
  }

  @Test("Time is linear in a line of open marks", arguments: ["[", "![", "*", "**a", "<a", "](", "`", "[a](b"])
  func linear(_ mark: String) throws {
    let clock = ContinuousClock()
    let line = Array(String(repeating: mark, count: 200_000).utf8)
    let time = clock.measure { _ = try? MarkdownReader.article(from: line, id: "1", file: "f.md") }
    #expect(time < .seconds(20))
  }
}
