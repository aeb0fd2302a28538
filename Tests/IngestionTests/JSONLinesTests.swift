import DocumentModel
import Ingestion
import Testing

struct JSONLinesTests {
  struct Bad: Sendable {
    var line: String
    var code: IngestionError.Code
    var says: String
    init(_ line: String, _ code: IngestionError.Code, _ says: String) {
      self.line = line
      self.code = code
      self.says = says
    }
  }

  @Test(
    "A bad line names its place and what is wrong",
    arguments: [
      Bad("[1]", .malformed, "one JSON object"), Bad("{\"id\": \"1\", \"text\": \"x\"", .malformed, "\",\" or \"}\""),
      Bad("{\"id\": \"1\" \"text\": \"x\"}", .malformed, "byte 12"),
      Bad("{\"id\": \"1\", \"text\": \"x}", .malformed, "ends inside a string"),
      Bad("{\"id\": \"1\", \"text\": \"x\"} {}", .malformed, "after the object"),
      Bad("{\"id\": 01}", .malformed, "no JSON value"),
      Bad("{\"id\": \"1\", \"text\": \"\\ud83d\"}", .malformed, "surrogate"),
      Bad("{\"id\": \"1\", \"text\": \"\\ude00\\ud83d\"}", .malformed, "surrogate"),
      Bad("{\"id\": \"1\", \"text\": \"\\ud83dx\"}", .malformed, "surrogate"),
      Bad("{\"id\": \"1\", \"text\": \"\\u12g4\"}", .malformed, "hexadecimal"),
      Bad("{\"id\": \"1\", \"text\": \"\\x\"}", .malformed, "escape"),
      Bad("{\"id\": \"1\", \"text\": \"a\tb\"}", .malformed, "control character"),
      Bad("{\"id\": \"1\", \"x\": [1, {]}", .malformed, "brackets"), Bad("nonsense", .malformed, "object"),
      Bad("{\"id\":}", .malformed, "value"),
      Bad("{\"text\": \"x\"}", .missingField, "\"id\" is missing"),
      Bad("{\"id\": \"1\"}", .missingField, "\"text\" is missing"),
      Bad("{\"id\": \"1\", \"text\": null}", .missingField, "\"text\""),
      Bad("{\"id\": 7, \"text\": \"x\"}", .badField, "\"id\" is a number"),
      Bad("{\"id\": \"\", \"text\": \"x\"}", .badField, "empty"),
      Bad("{\"id\": \"1\", \"text\": [\"x\"]}", .badField, "an array"),
      Bad("{\"id\": \"1\", \"text\": \"x\", \"published\": \"gestern\"}", .badField, "no date"),
      Bad("{\"id\": \"1\", \"text\": \"x\", \"published\": \"2021-02-30\"}", .badField, "no date"),
    ])
  func badLines(_ bad: Bad) {
    let error = #expect(throws: IngestionError.self) {
      try JSONLinesReader.article(from: Array(bad.line.utf8), file: "news.jsonl", line: 3)
    }
    #expect(error?.code == bad.code)
    #expect(error?.description.hasPrefix("news.jsonl:3: ") == true)
    #expect(error?.what.contains(bad.says) == true, "\(error?.what ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test("A record's fields; escapes are decoded, line breaks in the text kept")
  func record() throws {
    let line = #"""
       {"id":"甲/1","x":{"a":[1,-2.5e3,true,null,{"b":"}"}]},"text":"一\r\n二\u00e9\ud83d\ude00\\\"\/","title":"","published":"2020-12-19T08:00","source":null,"url":"u"}
      """#
    let article = try JSONLinesReader.article(from: Array(line.utf8), file: "f", line: 1)
    #expect(article.id == "甲/1")
    #expect(Array(article.text.utf8) == Array("一\r\n二é😀\\\"/".utf8))
    #expect(article.title == nil)
    #expect(article.source == nil)
    #expect(article.url == "u")
    #expect(article.published?.description == "2020-12-19")
  }

  @Test("An empty text is an article; a page's way of writing the date is understood")
  func lenient() throws {
    let line = #"{"id":"1","text":"","published":"2020年12月9日"}"#
    let article = try JSONLinesReader.article(from: Array(line.utf8), file: "f", line: 1)
    #expect(article.text.isEmpty)
    #expect(article.published?.description == "2020-12-09")
    #expect(PageReader().zoned(article).regions.isEmpty)
  }

  @Test("Nesting costs no stack")
  func deep() throws {
    let open = String(repeating: "[", count: 200_000)
    let line = "{\"x\":" + open + String(repeating: "]", count: 200_000) + ",\"id\":\"1\",\"text\":\"\"}"
    #expect(try JSONLinesReader.article(from: Array(line.utf8), file: "f", line: 1).id == "1")
    #expect(throws: IngestionError.self) {
      try JSONLinesReader.article(from: Array(("{\"x\":" + open).utf8), file: "f", line: 1)
    }
  }

  @Test("Bytes that are not UTF-8 are named with their offset")
  func badBytes() {
    let bytes = Array("{\"id\":\"1\",\"text\":\"".utf8) + [0xD6, 0xD0] + Array("\"}".utf8)
    let error = #expect(throws: IngestionError.self) {
      try JSONLinesReader.article(from: bytes, file: "f.jsonl", line: 2)
    }
    #expect(error?.code == .notUTF8)
    #expect(error?.what == "byte 18 of the line is not UTF-8")
  }

  @Test("A file: byte order mark, CR LF, blank lines, no end of the last line; a bad line does not stop the reading")
  func file() throws {
    let folder = try TemporaryFolder()
    let first = #"{"id":"1","text":"甲"}"#
    let long = "{\"id\":\"3\",\"text\":\"" + String(repeating: "长", count: 300_000) + "\"}"
    let last = #"{"id":"4","text":"丁"}"#
    try folder.write("a.jsonl", [0xEF, 0xBB, 0xBF] + Array("\(first)\r\n\r\n  \n{\n\(long)\n\(last)".utf8))
    var reader = try JSONLinesReader(path: folder.path + "/a.jsonl")
    var seen: [String] = []
    while let element = reader.next() {
      switch element.result {
      case .success(let article): seen.append("\(element.line) \(article.id) \(article.text.count)")
      case .failure(let error): seen.append("\(element.line) \(error.code) \(error.line ?? 0)")
      }
    }
    #expect(seen == ["1 1 1", "4 malformed 4", "5 3 300000", "6 4 1"])
  }

  @Test("A text that is longer than an article may be is refused, the next one read")
  func longText() throws {
    let lines = [#"{"id":"1","text":"云屏市"}"#, #"{"id":"2","text":"云屏市长"}"#, #"{"id":"3","text":"云"}"#]
    let limits = InputLimits(articleBytes: 9)
    #expect(
      try Reading.lines("a.jsonl", Array(lines.joined(separator: "\n").utf8), options: InputOptions(limits: limits))
        == ["1 1 云屏市", "2 !too-large", "3 3 云"])
  }
}
