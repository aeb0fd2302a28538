import DocumentModel
import FoundationEssentials
import Testing

@testable import LexiconValidation

/// The forms of a report, and what is left out of it.
@Suite struct ReportTests {
  private static let broken = "surface|effect|position|src/副|deputty|before|nobody"

  private func validation(
    _ table: String = broken, file: String = "grammar/modifiers.tsv", baseline: Baseline = .empty
  ) throws -> Validation {
    Validation(of: try CleanFolder.with(file, CleanFolder.bytes(table)), baseline: baseline)
  }

  @Test func text() throws {
    let lines = TextReport.text(try validation()).split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("grammar/modifiers.tsv:2:3: error: `effect` is \"deputty\"; expected one of deputy, "))
    #expect(lines[0].hasSuffix(" [value.unknown]"))
    #expect(lines[2] == "2 errors, 0 warnings, 0 notes in \(CleanFolder.tables.count) files")
  }

  @Test func manyOfOneKindAreCounted() throws {
    let rows = (0..<30).map { "词\($0)|verbb|hand" }.sorted().joined(separator: "/")
    let text = TextReport.text(try validation("surface|kind|src/" + rows, file: "grammar/boundaries.tsv"))
    #expect(text.contains("grammar/boundaries.tsv: 10 more [value.unknown]"))
  }

  @Test func gitHubCommandsAreEscapedAndCapped() throws {
    #expect(GitHubReport.escapedData("50 %\r\nA") == "50 %25%0D%0AA")
    #expect(GitHubReport.escapedProperty("a:b,c%") == "a%3Ab%2Cc%25")
    let rows = (0..<30).map { "词\($0)|verbb|hand" }.sorted().joined(separator: "/")
    let many = try validation("surface|kind|src/" + rows, file: "grammar/boundaries.tsv")
    let lines = GitHubReport.text(many).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(
      lines[0].hasPrefix("::error file=grammar/boundaries.tsv,line=2,col=4,endColumn=9,title=value.unknown::`kind` is ")
    )
    #expect(GitHubReport.summary(many).split(separator: "\n").count { $0.hasPrefix("| error |") } >= 30)
  }

  @Test func sarifHasWhatTheSchemaAndGitHubAskFor() throws {
    let bytes = SARIFReport.bytes(try validation(), version: "9.9.9")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.hasPrefix("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{")
    )
    #expect(text.contains("\"columnKind\":\"unicodeCodePoints\""))
    #expect(
      text.contains(
        "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"grammar/modifiers.tsv\",\"uriBaseId\":\"%SRCROOT%\"},"
          + "\"region\":{\"startLine\":2,\"startColumn\":3,\"endColumn\":10}}"))
    #expect(text.contains("\"ruleId\":\"value.unknown\",\"ruleIndex\":"))
    _ = try JSONDecoder().decode(Log.self, from: Data(bytes))
  }

  /// The part of SARIF that must be there.
  private struct Log: Decodable {
    struct Run: Decodable {
      struct Tool: Decodable {
        struct Driver: Decodable {
          let name: String
          let rules: [Rule]
        }
        struct Rule: Decodable { let id: String }
        let driver: Driver
      }
      struct Result: Decodable {
        struct Message: Decodable { let text: String }
        let ruleId: String
        let message: Message
        let level: String
      }
      let tool: Tool
      let results: [Result]
    }
    let version: String
    let runs: [Run]
  }

  @Test func jsonCanBeRead() throws {
    struct Report: Decodable {
      struct Finding: Decodable {
        let check: String
        let line: Int
        let state: String
      }
      let errors: Int
      let findings: [Finding]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(JSONReport.bytes(try validation())))
    #expect(report.errors == 2)
    #expect(report.findings.map(\.line) == [2, 2])
  }

  @Test func junitFailsTheCheckAndNoOther() throws {
    let text = JUnitReport.text(try validation())
    #expect(text.contains("<testsuite name=\"gongbao lexicon check\" tests=\"\(Check.all.count)\" failures=\"2\">"))
    #expect(text.contains("<testcase classname=\"lexicon.value\" name=\"value.unknown\"><failure type=\"error\""))
    #expect(text.contains("name=\"value.date\"/>"))
    #expect(JUnitReport.escaped("<a & \"b\"\u{1}>") == "&lt;a &amp; &quot;b&quot;\u{FFFD}&gt;")
  }

  // MARK: What does not count

  @Test func theBaselineHidesWhatItHasAndNothingMore() throws {
    let before = try validation()
    let baseline = try #require(Baseline(text: Baseline.text(of: before.new)))
    #expect(try validation(baseline: baseline).new == [])
    // Another row above does not make them new.
    let moved = "surface|effect|position|src/代|acting|before|hand/副|deputty|before|nobody/原|formr|before|hand"
    #expect(try validation(moved, baseline: baseline).new.map(\.key) == ["原"])
    #expect(Baseline(text: "something else\n") == nil)
  }

  @Test func suppressionsHideUntilTheyExpire() throws {
    var files = CleanFolder.files
    files["grammar/modifiers.tsv"] = CleanFolder.bytes(Self.broken)
    func findings(expires: String) throws -> [String] {
      let rows =
        ["check\tfile\tkey\treason\texpires"]
        + ["key.source", "value.unknown"].map { check in
          "\(check)\tgrammar/modifiers.tsv\t副\tbeing looked into\t\(expires)"
        }
      files["checks/suppressions.tsv"] = Array((rows.joined(separator: "\n") + "\n").utf8)
      return Validation(of: try CheckedLexicons(files: files, today: CleanFolder.today)).new.map(\.check)
    }
    #expect(try findings(expires: "2021-06-01") == [])
    #expect(
      try findings(expires: "2021-05-31")
        == ["suppression.expired", "suppression.expired", "value.unknown", "key.source"])
  }
}
