import FoundationEssentials
import ShippedPipeline
import Testing

@testable import RuleMatching

/// The TextMate grammar knows what the language knows.
@Suite struct EditorFileTests {
  static let file = Shipped.repository + "/Lexicons/rules/gongbao.tmLanguage.json"

  @Test func everyClauseHasAColour() throws {
    let text = try String(contentsOfFile: Self.file, encoding: .utf8)
    // `unless` stands with what follows it.
    for name in ClauseParser.names + [
      "rule", "phrase", "words", "include", "carry", "form", "take", "skip", "ahead", "behind",
    ] {
      let isKnown =
        ["(", "|"].contains { before in
          ["|", ")"].contains { after in text.contains(before + name + after) }
        } || text.contains("\\\\b" + name + "\\\\")
      #expect(isKnown, "\(name)")
    }
  }

  private struct Grammar: Decodable {
    let scopeName: String
    let fileTypes: [String]
  }

  @Test func isReadable() throws {
    let data = try #require(FileManager.default.contents(atPath: Self.file))
    let grammar = try JSONDecoder().decode(Grammar.self, from: data)
    #expect(grammar.scopeName == "source.gongbao-rules")
    #expect(grammar.fileTypes == ["rules"])
  }
}
