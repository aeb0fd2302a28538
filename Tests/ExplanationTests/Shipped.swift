import DocumentModel
import Explanation
import Pipeline

/// The pipeline with the lexicons and rules of the repository.
enum Shipped {
  static let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  static let folder = repository + "/Lexicons"
  private static let made = Result { try Pipeline(lexicons: [folder]) }

  static func pipeline() throws -> Pipeline { try made.get() }

  /// An article whose first line is the headline.
  static func article(_ text: String, source: String? = nil, published: PartialDate? = nil) -> Article {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty {
        regions.append(Region(span: Span(start, start + line.count), zone: regions.isEmpty ? .headline : .body))
      }
      start += line.count + 1
    }
    return Article(id: "test", text: text, published: published, source: source, regions: regions)
  }

  static func explainer(_ article: Article) throws -> Explainer {
    let pipeline = try pipeline()
    return Explainer(try pipeline.reader().trace(of: article), rules: pipeline.rules, folders: [folder])
  }
}
