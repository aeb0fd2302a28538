import DocumentModel
import Ingestion
import Testing

struct WARCTests {
  static func record(
    _ id: String, type: String = "response", uri: String = "http://news.example/1.html",
    contentType: String = "application/http; msgtype=response", _ block: [UInt8], length: Int? = nil
  ) -> [UInt8] {
    let header = """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Record-ID: <urn:uuid:\(id)>\r
      WARC-Target-URI: \(uri)\r
      WARC-Date: 2021-05-04T00:00:00Z\r
      Content-Type: \(contentType)\r
      Content-Length: \(length ?? block.count)\r
      \r\n
      """
    return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func http(_ body: [UInt8], status: String = "200 OK", _ fields: String...) -> [UInt8] {
    let head = ["HTTP/1.1 \(status)", "Content-Type: text/html; charset=utf-8"] + fields
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  static let page = Array(
    "<html><h1>会议召开</h1><p>会议今天在兰亭市召开，市长出席。</p><p>代表们讨论了三个议题，会议于下午结束。</p></html>".utf8)
  static let text = "会议召开\n会议今天在兰亭市召开，市长出席。\n代表们讨论了三个议题，会议于下午结束。"

  @Test("Pages of a crawl; what is no page is passed over")
  func pages() throws {
    let file =
      Self.record("w", type: "warcinfo", contentType: "application/warc-fields", Array("software: x\r\n".utf8))
      + Self.record(
        "q", type: "request", contentType: "application/http; msgtype=request", Array("GET / HTTP/1.1\r\n\r\n".utf8))
      + Self.record("a", Self.http(Self.page)) + Self.record("b", Self.http(Self.page, status: "404 Not Found"))
      + Self.record("c", uri: "http://news.example/3", Self.http(Self.page, status: "200 OK", "Server: x"))
      + Self.record("d", type: "resource", contentType: "text/plain", Array("会议召开。".utf8))
      + Self.record("e", type: "resource", contentType: "image/png", [1, 2, 3])
    let folder = try TemporaryFolder()
    try folder.write("crawl.warc", file)
    var reader = ArticleReader(InputPath.resolve([folder.path + "/crawl.warc"]).files)
    var articles: [Article] = []
    while let element = reader.next() { articles.append(try element.result.get()) }
    #expect(articles.map(\.id) == ["a", "c", "d"])
    #expect(articles.map(\.text) == [Self.text, Self.text, "会议召开。"])
    #expect(
      articles.map(\.url) == ["http://news.example/1.html", "http://news.example/3", "http://news.example/1.html"])
    #expect(articles.first?.title == "会议召开")
    #expect(reader.takeNotes().contains { $0.hasSuffix("4 records passed over that are no pages with text") })
  }

  @Test("Chunked and compressed answers")
  func encodings() throws {
    let size = String(Self.page.count - 10, radix: 16)
    let chunked =
      Array("\(size)\r\n".utf8) + Self.page.dropLast(10) + Array("\r\na\r\n".utf8) + Self.page.suffix(10)
      + Array("\r\n0\r\n\r\n".utf8)
    let zipped = Fixtures.pageGzip
    let file =
      Self.record("a", Self.http(chunked, status: "200 OK", "Transfer-Encoding: chunked"))
      + Self.record("b", Self.http(Self.page, status: "200 OK", "Transfer-Encoding: chunked", "Content-Encoding: gzip"))
      + Self.record("c", Self.http(zipped, status: "200 OK", "Content-Encoding: gzip"))
      + Self.record("d", Self.http([1, 2, 3], status: "200 OK", "Content-Encoding: br"))
      + Self.record("e", Self.http(Array(zipped.dropLast(9)), status: "200 OK", "Content-Encoding: gzip"))
      + Self.record("f", Self.http(Self.page))
    let seen = try Reading.lines("a.warc", file)
    #expect(
      seen == [
        "- a \(Self.text)", "- b \(Self.text)", "- c \(Self.text)", "- !unknown-format", "- !corrupt",
        "- f \(Self.text)",
      ])
  }

  @Test("A file that breaks tells where; what came before it stays")
  func broken() throws {
    let first = Self.record("a", Self.http(Self.page))
    let cases: [(bytes: [UInt8], outcome: [String])] = [
      (first + Self.record("b", Self.http(Self.page), length: 100_000), ["- a \(Self.text)", "- !corrupt"]),
      (first + Array("nonsense\r\n\r\n".utf8), ["- a \(Self.text)", "- !corrupt"]),
      (first + Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8), ["- a \(Self.text)", "- !corrupt"]),
      (first.dropLast(200), ["- !corrupt"]), (first + first, ["- a \(Self.text)", "- !duplicate-id"]),
      (Self.record("x", Self.http(Array("<p>x</p>".utf8))) + first, ["- !no-article", "- a \(Self.text)"]), ([], []),
    ]
    for (bytes, outcome) in cases { #expect(try Reading.lines("a.warc", Array(bytes)) == outcome) }
  }
}
