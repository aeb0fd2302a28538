import DocumentModel
import Ingestion
import Testing

struct DelimitedTests {
  struct Case: Sendable {
    let name: String
    let text: String
    let outcome: [String]
    init(_ name: String, _ text: String, _ outcome: [String]) {
      self.name = name
      self.text = text
      self.outcome = outcome
    }
  }

  @Test(
    "Rows",
    arguments: [
      Case("plain", "id,text\n1,甲\n2,乙", ["2 1 甲", "3 2 乙"]), Case("CR LF", "id,text\r\n1,甲\r\n", ["2 1 甲"]),
      Case("columns in any order and case, others ignored", "x,TEXT, Id \n0,甲,1\n", ["2 1 甲"]),
      Case(
        "line breaks, separators and marks in quotes", "id,text\n1,\"甲\n乙,\"\"丙\"\"\"\n2,丁\n",
        ["2 1 甲\n乙,\"丙\"", "4 2 丁"]),
      Case("a CR inside quotes stays", "id,text\n1,\"甲\r\n乙\"\r\n", ["2 1 甲\r\n乙"]),
      Case("a mark inside an unquoted field is one", "id,text\n1,甲\"乙\"\n", ["2 1 甲\"乙\""]),
      Case("blank lines", "id,text\n\n1,甲\n\n\n2,乙\n", ["3 1 甲", "6 2 乙"]),
      Case("no id", "text\n甲\n乙\n", ["2 f:2 甲", "3 f:3 乙"]), Case("empty id", "id,text\n,甲\n", ["2 f:2 甲"]),
      Case("empty text", "id,text\n1,\n2,乙\n", ["2 !missing-field", "3 2 乙"]),
      Case("too few fields", "id,text\n1\n2,乙\n", ["2 !malformed", "3 2 乙"]),
      Case("too many fields", "id,text\n1,甲,丙\n2,乙\n", ["2 !malformed", "3 2 乙"]),
      Case("text after a closing mark", "id,text\n1,\"甲\"乙\n2,丙\n", ["2 !malformed", "3 2 丙"]),
      Case("a mark that is never closed", "id,text\n1,\"甲\n2,乙\n", ["2 !malformed"]),
      Case("no text column", "id,body\n1,甲\n", ["1 !missing-field"]),
      Case("two text columns", "text,text\n1,甲\n", ["1 !missing-field"]), Case("a header alone", "id,text\n", []),
      Case("nothing", "", []), Case("a bad date", "id,text,published\n1,甲,gestern\n2,乙,\n", ["2 !bad-field", "3 2 乙"]),
      Case("a second equal id", "id,text\n1,甲\n1,乙\n", ["2 1 甲", "3 !duplicate-id"]),
    ])
  func rows(_ row: Case) throws {
    #expect(try Reading.lines("f.csv", Array(row.text.utf8)) == row.outcome, "\(row.name)")
    let tabs = row.text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "\t")
    let outcome = row.outcome.map { $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "\t") }
    #expect(try Reading.lines("f.tsv", Array(tabs.utf8)) == outcome, "\(row.name), by tabs")
  }

  @Test("All fields")
  func fields() throws {
    let folder = try TemporaryFolder()
    try folder.write("f.csv", Array("id,text,title,published,source,url\n1,甲。,题,2021/5/3 08:00,南山日报,http://x/1\n".utf8))
    let article = try #require(Reading.articles(of: [folder.path + "/f.csv"]).first)
    #expect(article.title == "题")
    #expect(article.published == PartialDate(iso: "2021-05-03"))
    #expect(article.source == "南山日报")
    #expect(article.url == "http://x/1")
  }

  @Test("Columns by other names, and without a header")
  func columns() throws {
    let named = InputOptions(columns: try ColumnNames(parsing: "text=正文,id=编号"))
    #expect(try Reading.lines("f.csv", Array("编号,正文\n1,甲\n".utf8), options: named) == ["2 1 甲"])
    #expect(try Reading.lines("f.csv", Array("id,text\n1,甲\n".utf8), options: named) == ["1 !missing-field"])
    let ordered = InputOptions(columns: try ColumnNames(parsing: "id,,text"))
    #expect(try Reading.lines("f.csv", Array("1,x,甲\n2,y,乙\n".utf8), options: ordered) == ["1 1 甲", "2 2 乙"])
    for bad in ["", "id", "text=", "body=正文", "text=a,text=b", "text=a,id", "text,text", "txt"] {
      #expect(throws: ColumnNames.Fault.self, "\(bad)") { try ColumnNames(parsing: bad) }
    }
  }

  @Test("A row that is too long is refused, the next one read")
  func tooLong() throws {
    let limits = InputLimits(lineBytes: 100)
    let long = "id,text\n1,\"" + String(repeating: "甲\n", count: 100) + "\"\n2,乙\n"
    #expect(
      try Reading.lines("f.csv", Array(long.utf8), options: InputOptions(limits: limits)) == [
        "2 !too-large", "103 2 乙",
      ])
    let lines =
      "{\"id\":\"1\",\"text\":\"" + String(repeating: "甲", count: 100) + "\"}\n{\"id\":\"2\",\"text\":\"乙\"}\n"
    #expect(
      try Reading.lines("f.jsonl", Array(lines.utf8), options: InputOptions(limits: limits)) == [
        "1 !too-large", "2 2 乙",
      ])
  }
}
