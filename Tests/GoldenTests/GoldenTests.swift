import DocumentModel
import FoundationEssentials
import Ingestion
import Pipeline
import ShippedPipeline
import Testing

/// The articles of Tests/Golden/articles against what they are known to give, fact by fact and mention by mention.
@Suite struct GoldenTests {
  private static let expected = Shipped.repository + "/Tests/Golden/expected"

  /// Writes the expected files anew instead of comparing; such a run always fails, so that it cannot be left on.
  private static let isRecording = ProcessInfo.processInfo.environment["GONGBAO_RECORD_GOLDEN"] != nil

  private static let files = names(in: Shipped.articles)

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func thereAreArticles() { #expect(Self.files.count >= 9) }

  @Test func everyExpectationHasItsArticles() {
    #expect(Self.names(in: Self.expected) == Self.files.map(Self.goldenName))
  }

  @Test(arguments: files) func givesWhatIsExpected(file: String) throws {
    let reader = try Shipped.reader()
    var articles = ArticleReader(InputPath.resolve([Shipped.articles + "/" + file]).files)
    var found: [(Extraction, [Sentence])] = []
    while let element = articles.next() {
      let article = try element.result.get()
      found.append((reader.extraction(of: article), reader.document(from: article).sentences))
    }
    let path = Self.expected + "/" + Self.goldenName(file)
    let body = GoldenFile.body(found)
    let facts = Set(found.flatMap { $0.0.factLines() })
    if Self.isRecording {
      try record(body, facts: facts, at: path)
    } else {
      let golden = try GoldenFile(path: path)
      #expect(difference(golden.body, body) == "", "\(file): run Scripts/record-golden if the new output is right")
      #expect(golden.closedGaps(in: facts) == [], "\(file): known gaps that are closed; take them off the list")
    }
  }

  private func record(_ body: String, facts: Set<String>, at path: String) throws {
    var golden = (try? GoldenFile(path: path)) ?? GoldenFile(header: [], body: "")
    let closed = golden.closedGaps(in: facts)
    golden.header.removeAll { closed.contains($0) }
    golden.body = body
    try Data(golden.text.utf8).write(to: URL(filePath: path))
    Issue.record("recorded \(path): look at what has changed, then run again without GONGBAO_RECORD_GOLDEN")
  }

  private static func goldenName(_ file: String) -> String {
    (file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file) + ".txt"
  }

  /// The lines that differ, `-` for what was expected and `+` for what came out; empty where nothing does.
  private func difference(_ expected: String, _ found: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(let line, let text, _): "\n\(line + 1) - \(text)"
      case .insert(let line, let text, _): "\n\(line + 1) + \(text)"
      }
    }.joined()
  }
}
