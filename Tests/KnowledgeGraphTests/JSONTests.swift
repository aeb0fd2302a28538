import DocumentModel
import Testing

@testable import KnowledgeGraph

/// Writing text as JSON: only what must be escaped is.
@Suite struct JSONTextTests {
  @Test(arguments: [
    ("", "\"\""),
    ("市委 a/b", "\"市委 a/b\""),
    ("说\"好\"", "\"说\\\"好\\\"\""),
    ("a\\b", "\"a\\\\b\""),
    ("\n\r\t\u{8}\u{C}", "\"\\n\\r\\t\\b\\f\""),
    ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("𠮷\u{2028}尾", "\"𠮷\u{2028}尾\""),
  ])
  func escapes(text: String, json: String) {
    var writer = JSONText()
    writer.string(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test(arguments: [
    (0.98, "0.98"), (1, "1"), (0, "0"), (0.5, "0.5"), (0.1234, "0.123"), (0.9996, "1"), (0.0004, "0"), (2, "1"),
    (-1, "0"), (.nan, "0"), (0.05, "0.05"), (0.1 + 0.2, "0.3"),
  ])
  func confidence(value: Double, text: String) {
    #expect(confidenceText(value) == text)
  }

  @Test func refusal() {
    let lines = [
      RefusalJSON.line(id: nil, code: "not-json", message: "no \"JSON\"", line: 3),
      RefusalJSON.line(id: "a", code: "field-missing", message: "no text", line: 4),
    ]
    #expect(
      lines.map { String(decoding: $0, as: UTF8.self) } == [
        "{\"id\":null,\"error\":{\"code\":\"not-json\",\"message\":\"no \\\"JSON\\\"\",\"line\":3}}\n",
        "{\"id\":\"a\",\"error\":{\"code\":\"field-missing\",\"message\":\"no text\",\"line\":4}}\n",
      ])
  }
}

/// The line of an extraction, and reading it back.
@Suite struct ExtractionJSONTests {
  @Test func wholeLine() {
    let line = String(decoding: ExtractionJSON.line(Invented.visit()), as: UTF8.self)
    let expected =
      #"{"id":"visit","title":"调研\"云屏\"","source":"云屏日报","published":"2023-05-08","#
      + #""text":"𠮷云屏讯：市委书记林知远说：“5月7日，我到了云屏。”","schema":1,"mentions":["#
      + #"{"start":1,"end":3,"type":"place","text":"云屏","entity":"place-00000000000000c1","by":"gazetteers/divisions.tsv:7"},"#
      + #"{"start":9,"end":12,"type":"person","text":"林知远","entity":"person-00000000000000a1","by":"names.title-before"}],"#
      + #""entities":[{"id":"org-00000000000000b1","type":"org","name":"中共云屏市委员会","aliases":["云屏市委","市委"],"#
      + #""kind":"party_committee","resolved":true},"#
      + #"{"id":"person-00000000000000a1","type":"person","name":"林知远","aliases":[],"gender":"男"},"#
      + #"{"id":"place-00000000000000c1","type":"place","name":"云屏市","aliases":["云屏"],"code":"990100"}],"#
      + #""relations":[{"type":"holds_role","subject":"person-00000000000000a1","object":"org-00000000000000b1","#
      + #""role":"书记","title":"市委书记","status":"current","as_of":"2023-05-08","evidence":{"start":1,"end":27},"#
      + #""rule":"title-before-name","confidence":0.98},"#
      + #"{"type":"visited","subject":"person-00000000000000a1","object":"place-00000000000000c1","#
      + #""date":"2023-05-07","date_precision":"day","evidence":{"start":1,"end":27},"rule":"goes-to","confidence":0.9}]}"#
      + "\n"
    #expect(line == expected)
  }

  @Test func emptyExtraction() {
    let line = ExtractionJSON.line(
      Extraction(article: Article(id: "a", text: ""), mentions: [], entities: [], relations: []))
    #expect(
      String(decoding: line, as: UTF8.self)
        == #"{"id":"a","text":"","schema":1,"mentions":[],"entities":[],"relations":[]}"# + "\n")
  }

  @Test(arguments: [Invented.visit(), Invented.meeting(id: "m", swapped: true)])
  func readsBack(extraction: Extraction) throws {
    #expect(try ExtractionReader.extraction(from: ExtractionJSON.line(extraction)) == extraction)
  }

  @Test(arguments: [
    ("", "no JSON object"), ("[1]", "the line has the wrong type"), (#"{"id":"a"}"#, "text is missing"),
    (#"{"id":"a","text":"","schema":2,"mentions":[],"entities":[],"relations":[]}"#, "schema 2 where 1 is read"),
    (
      #"{"id":"a","text":"","schema":1,"mentions":[],"entities":[{"type":"org","name":"","aliases":[]}],"relations":[]}"#,
      "entities[0].id is missing"
    ),
    (
      #"{"id":"a","text":"云","schema":1,"mentions":[{"start":0,"end":2,"type":"org","entity":"x","by":"r"}],"entities":[],"relations":[]}"#,
      "mentions[0] lies outside the text: 0..2"
    ),
    (
      #"{"id":"a","text":"云","schema":1,"mentions":[{"start":0,"end":1,"type":"ship","entity":"x","by":"r"}],"entities":[],"relations":[]}"#,
      "mentions[0].type has the unknown value ship"
    ),
    (
      #"{"id":"a","text":"","published":"May","schema":1,"mentions":[],"entities":[],"relations":[]}"#,
      "published is no date: May"
    ),
  ])
  func refuses(line: String, what: String) {
    #expect(throws: ExtractionError(what: what)) { try ExtractionReader.extraction(from: Array(line.utf8)) }
  }
}
