import DocumentModel
import Lexicons
import Testing

@testable import LexiconValidation

/// `--fix` mends form and touches nothing else.
@Suite struct FixerTests {
  private static let schema = TableSchema("gazetteers/regions.tsv", "id name aliases kind src")

  private func fixed(_ bytes: [UInt8]) -> String {
    String(decoding: Fixer.fixed(bytes, Self.schema), as: UTF8.self)
  }

  private static let header = "id\tname\taliases\tkind\tsrc\n"

  @Test(arguments: [
    ("order", "b\t乙\t\tsea\thand\na\t甲\t\tsea\thand\n", "a\t甲\t\tsea\thand\nb\t乙\t\tsea\thand\n"),
    ("duplicates", "a\t甲\t\tsea\thand\na\t甲\t\tsea\thand\n", "a\t甲\t\tsea\thand\n"),
    ("blanks", " a\t甲 \t甲海, 甲洋 \tsea\thand\n", "a\t甲\t甲海,甲洋\tsea\thand\n"),
    ("line ends", "a\t甲\t\tsea\thand\r\n\r\nb\t乙\t\tsea\thand", "a\t甲\t\tsea\thand\nb\t乙\t\tsea\thand\n"),
    ("NFC", "a\tcafe\u{301}\t\tsea\thand\n", "a\tcaf\u{E9}\t\tsea\thand\n"),
  ]) func mends(what: String, rows: String, expected: String) {
    #expect(Array(fixed(Array((Self.header + rows).utf8)).utf8) == Array((Self.header + expected).utf8), "\(what)")
    let once = Fixer.fixed(Array((Self.header + rows).utf8), Self.schema)
    #expect(Fixer.fixed(once, Self.schema) == once, "mending again changes nothing")
  }

  @Test(arguments: [
    // Another value, a wrong number of cells, a key twice with different rows, a blank inside a name, a list's sign.
    "a\t乙\t\tsea\thand\na\t甲 海\t甲,乙，丙\tseaa\thand\nb\tonly two\n"
  ]) func leavesEverythingElse(rows: String) {
    #expect(fixed(Array((Self.header + rows).utf8)) == Self.header + rows)
  }

  @Test func leavesWhatIsNoTable() {
    for bytes in [Array("other\theader\nb\na\n".utf8), [0xFF, 0x0A, 0x41], []] as [[UInt8]] {
      #expect(Fixer.fixed(bytes, Self.schema) == bytes)
    }
  }

  @Test func cleanTablesStayAsTheyAre() throws {
    #expect(Fixer.fixes(for: try CheckedLexicons(files: CleanFolder.files, today: CleanFolder.today)).isEmpty)
  }
}
