import DocumentModel
import FoundationEssentials
import Ingestion
import Pipeline
import ShippedPipeline
import Testing

/// The example of README.md is what the program gives.
@Suite struct ReadmeTests {
  /// The contents of the fenced blocks without a language, in order.
  private static func blocks() throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: Shipped.repository + "/README.md")), as: UTF8.self)
    var blocks: [[String]] = []
    var open: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? [] : nil
      } else {
        open?.append(line)
      }
    }
    return blocks
  }

  @Test func exampleGivesTheFactsPrinted() throws {
    let blocks = try Self.blocks()
    try #require(blocks.count > 1)
    let article = Article(id: "readme", text: blocks[0].joined(separator: "\n"))
    let extraction = try Shipped.reader().extraction(of: PageReader().zoned(article))
    let found = extraction.relations.map { relation in
      [
        extraction.name(of: relation.subject), relation.type.rawValue, extraction.name(of: relation.object),
        relation.role ?? "", relation.date?.description ?? "",
      ].filter { !$0.isEmpty }
    }
    let printed = blocks[1].dropFirst().map { $0.split(separator: " ").map(String.init) }
    #expect(printed.count > 10)
    #expect(Set(found) == Set(printed))
  }
}
