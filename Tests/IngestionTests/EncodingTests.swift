import DocumentModel
import Ingestion
import Testing

struct EncodingTests {
  static let traditional = "南山市長李文和五日在南山會見來訪的大和市長一行。雙方就文化、教育、交通等方面的合作交換了意見。\n"
  static let simplified = "南山市市长李文和五日在南山会见来访的大和市市长一行。双方就文化、教育、交通等方面的合作交换了意见。\n"
  static let utf16BigEndian = swapped(Fixtures.traditionalUTF16LE)

  static func swapped(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count - 1, by: 2).flatMap { [bytes[$0 + 1], bytes[$0]] }
  }

  /// UTF-16LE with its mark.
  static func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return bytes
  }

  static let table: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array(traditional.utf8)), ("UTF-8, marked", [0xEF, 0xBB, 0xBF] + Array(traditional.utf8)),
    ("UTF-16LE, marked", [0xFF, 0xFE] + Fixtures.traditionalUTF16LE),
    ("UTF-16BE, marked", [0xFE, 0xFF] + utf16BigEndian), ("UTF-16LE", Fixtures.traditionalUTF16LE),
    ("UTF-16BE", utf16BigEndian), ("GB18030", Fixtures.traditionalGB18030), ("Big5-HKSCS", Fixtures.traditionalBig5),
  ]

  @Test("The same article in eight encodings is the same text", arguments: table.indices)
  func sameText(_ index: Int) throws {
    let (name, bytes) = Self.table[index]
    let article = try PlainTextReader.article(from: bytes, id: "1", file: "f")
    #expect(article.text == Self.traditional, "\(name)")
    // In lines, read in chunks: the second line is the same as the first.
    let twice = try PlainTextReader.article(
      from: bytes + bytes.drop { $0 == 0xEF || $0 >= 0xFE || $0 == 0xBB || $0 == 0xBF }, id: "1", file: "f")
    #expect(twice.text == Self.traditional + Self.traditional, "\(name)")
  }

  @Test("Simplified text in GBK is told from Big5 and the other way round")
  func chinese() throws {
    #expect(try PlainTextReader.article(from: Fixtures.simplifiedGBK, id: "1", file: "f").text == Self.simplified)
    for length in [8, 14, 20, 40] {
      let short = Array(Fixtures.simplifiedGBK.prefix(length))
      let text = try PlainTextReader.article(from: short, id: "1", file: "f").text
      #expect(Self.simplified.hasPrefix(text) && text.count == length / 2)
      let big5 = Array(Fixtures.traditionalBig5.prefix(length))
      let other = try PlainTextReader.article(from: big5, id: "1", file: "f").text
      #expect(Self.traditional.hasPrefix(other) && other.count == length / 2)
    }
  }

  @Test("Broken bytes are told with their place, or replaced where that is wished")
  func broken() throws {
    let half = Fixtures.simplifiedGBK.count / 4 * 2
    let cases: [(bytes: [UInt8], encoding: TextEncoding?, code: IngestionError.Code, offset: Int)] = [
      (Array("中国人民".utf8) + [0xFF, 0x41], nil, .notUTF8, 12),
      (Array("中国".utf8) + [0xE4, 0xBD] + Array("人民代表大会".utf8), nil, .notUTF8, 6),
      (Fixtures.simplifiedGBK.prefix(half) + [0xFF, 0x0A] + Fixtures.simplifiedGBK, nil, .undecodable, half),
      (
        [0xFF, 0xFE] + Fixtures.traditionalUTF16LE.prefix(8) + [0x00, 0xD8] + Fixtures.traditionalUTF16LE, nil,
        .undecodable, 10
      ),
      (Array(Self.traditional.utf8), .big5, .undecodable, -1),
    ]
    for (bytes, encoding, code, offset) in cases {
      let strict = InputOptions(encoding: encoding)
      let error = #expect(throws: IngestionError.self) {
        try PlainTextReader.article(from: bytes, id: "1", file: "f.txt", options: strict)
      }
      #expect(error?.code == code)
      if offset >= 0 { #expect(error?.what.hasPrefix("byte \(offset) is not ") == true, "\(error?.what ?? "")") }
      let lossy = InputOptions(encoding: encoding, lossy: true)
      let text = try PlainTextReader.article(from: bytes, id: "1", file: "f.txt", options: lossy).text
      #expect(text.unicodeScalars.contains("\u{FFFD}"))
    }
  }

  @Test("What is no Chinese text in any encoding is not guessed at")
  func unknown() throws {
    // Russian in windows-1251, of which nothing is frequent Chinese.
    let russian: [UInt8] = Array(
      repeating: [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0, 0x2E, 0x20], count: 20
    ).flatMap { $0 }
    let error = #expect(throws: IngestionError.self) { try PlainTextReader.article(from: russian, id: "1", file: "f") }
    #expect(error?.code == .unknownEncoding)
    #expect(error?.remedy.contains("--encoding") == true)
  }

  @Test("Lines of JSON and of CSV in any encoding; a broken one is skipped, the others read")
  func lines() throws {
    let (open, close) = (Array("{\"id\":\"1\",\"text\":\"".utf8), Array("\"}\n".utf8))
    let text = Array(Fixtures.simplifiedGBK.dropLast())
    let second = Array("{\"id\":\"2\",\"text\":\"".utf8)
    let gbk = open + text + close + second + [0xFF] + close + Array("{\"id\":\"3\",\"text\":\"".utf8) + text + close
    let plain = Self.simplified.dropLast()
    #expect(try Reading.lines("a.jsonl", gbk) == ["1 1 \(plain)", "2 !undecodable", "3 3 \(plain)"])
    #expect(try Reading.lines("a.jsonl", gbk, options: InputOptions(lossy: true))[1] == "2 2 \u{FFFD}")
    let csv = Array("id,text\r\n1,\"".utf8) + text + Array("\"\r\n".utf8)
    #expect(try Reading.lines("a.csv", csv) == ["2 1 \(plain)"])
    let wide = Self.utf16("id\ttext\n1\t甲\n2\t乙\u{1F600}\n")
    #expect(try Reading.lines("a.tsv", wide) == ["2 1 甲", "3 2 乙😀"])
    let lone = Self.utf16("id\ttext\n1\t") + [0x00, 0xDC, 0x0A, 0x00]
    #expect(try Reading.lines("a.tsv", lone) == ["2 !undecodable"])
  }

  @Test("Names of encodings")
  func names() {
    #expect(TextEncoding(name: "GB2312") == .gb18030)
    #expect(TextEncoding(name: "big5-hkscs") == .big5)
    #expect(TextEncoding(name: "utf8") == .utf8)
    #expect(TextEncoding(name: "shift_jis") == nil)
    for encoding in TextEncoding.allCases { #expect(TextEncoding(name: encoding.rawValue) == encoding) }
  }
}
