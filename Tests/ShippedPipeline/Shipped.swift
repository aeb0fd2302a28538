public import DocumentModel
public import Pipeline

/// The repository this file stands in, and the pipeline with the lexicons it ships.
public enum Shipped {
  /// Path of the repository, without a slash at its end.
  public static let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  public static let articles = repository + "/Tests/Golden/articles"

  /// Loaded once for all tests of a run.
  private static let loaded = Result { () throws(PipelineError) in try Pipeline(lexicons: [repository + "/Lexicons"]) }

  public static func pipeline() throws -> Pipeline { try loaded.get() }

  public static func reader() throws -> Reader { try pipeline().reader() }

  /// What a text gives.
  public static func extraction(
    of text: String, published: String = "", source: String? = nil, zone: Zone = .body
  ) throws -> Extraction {
    try reader().extraction(of: article(text, published: published, source: source, zone: zone))
  }

  /// A text all of whose lines are in one zone.
  public static func article(
    _ text: String, published: String = "", source: String? = nil, zone: Zone = .body
  ) -> Article {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty { regions.append(Region(span: Span(start, start + line.count), zone: zone)) }
      start += line.count + 1
    }
    return Article(
      id: "test", text: text, published: PartialDate(iso: published), source: source, regions: regions)
  }
}
