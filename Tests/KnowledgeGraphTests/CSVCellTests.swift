import Testing

@testable import KnowledgeGraph

/// What becomes of a value on its way into a CSV file.
@Suite struct CSVCellTests {
  @Test(arguments: [
    ("林知远", "林知远"), ("", ""), ("a,b", "\"a,b\""), ("说\"好\"", "\"说\"\"好\"\"\""), ("a\nb", "\"a\nb\""),
    ("a;b", "a;b"), ("云、屏", "云、屏"),
  ])
  func quotes(text: String, cell: String) {
    var bytes: [UInt8] = []
    CSVCell.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  @Test(arguments: [
    ("第一行\n第二行", "第一行 第二行"), ("a\r\n\r\nb", "a b"), ("\u{3000}云屏 \t", "云屏"), ("\n", ""), ("a\u{2028}b\u{85}c", "a b c"),
    ("\u{FEFF}a\u{200B}", "a"), ("a\u{0}b", "a b"), ("a  b", "a  b"), (" a\n", "a"), ("a \n b", "a   b"),
  ])
  func cleans(text: String, cell: String) {
    #expect(CSVCell.clean(text) == cell)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"), ("1=1", "1=1"), ("云=", "云="),
    ("", ""),
  ])
  func neutralises(text: String, cell: String) {
    #expect(CSVCell.neutralised(text) == cell)
  }

  @Test(arguments: [
    ([], ""), (["乙", "甲"], "乙;甲"), (["a;b", "c"], "a；b;c"), ([" a", "a\n", ""], "a"), (["b", "a"], "a;b"),
  ])
  func lists(elements: [String], cell: String) {
    #expect(CSVCell.list(elements.map(ExactText.init)) == cell)
  }
}
