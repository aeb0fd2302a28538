import DocumentModel
import Ingestion
import KnowledgeGraph
import Pipeline
import ShippedPipeline
import Testing

/// What holds for every article, tried on the golden ones.
@Suite struct PropertyTests {
  private static func articles() throws -> [Article] {
    var reader = ArticleReader(InputPath.resolve([Shipped.articles]).files)
    var articles: [Article] = []
    while let element = reader.next() { articles.append(try element.result.get()) }
    return articles
  }

  @Test func everyMentionIsItsText() throws {
    let reader = try Shipped.reader()
    for article in try Self.articles() {
      let extraction = reader.extraction(of: article)
      // What output prints are code points; they must cut the text where the bytes do.
      let scalars = Array(article.text.unicodeScalars)
      let map = CodePointMap(Array(article.text.utf8))
      var last: Span?
      for mention in extraction.mentions {
        var view = String.UnicodeScalarView()
        view.append(
          contentsOf: scalars[map.codePoints(before: mention.span.start)..<map.codePoints(before: mention.span.end)])
        #expect(String(view) == extraction.text(of: mention.span), "\(article.id)")
        #expect(!mention.span.isEmpty, "\(article.id): \(mention)")
        if let last { #expect(!(mention.span < last), "\(article.id): \(mention.span) after \(last)") }
        last = mention.span
      }
    }
  }

  @Test func mentionsKeepWithinTheirRegion() throws {
    let reader = try Shipped.reader()
    for article in try Self.articles() {
      let regions = article.regions.filter { $0.zone != .furniture }
      for mention in reader.extraction(of: article).mentions {
        #expect(regions.contains { $0.span.contains(mention.span) }, "\(article.id): \(mention)")
      }
    }
  }

  @Test func relationsJoinEntitiesAndEveryEntityIsNeeded() throws {
    let reader = try Shipped.reader()
    for article in try Self.articles() {
      let extraction = reader.extraction(of: article)
      let ids = Set(extraction.entities.map(\.id))
      let used = extraction.mentions.map(\.entity) + extraction.relations.flatMap { [$0.subject, $0.object] }
      #expect(ids.count == extraction.entities.count, "\(article.id)")
      #expect(ids == Set(used), "\(article.id)")
      for relation in extraction.relations { #expect((0...1).contains(relation.confidence)) }
    }
  }

  /// No state goes from one article into the next, nor from one reader into another.
  @Test func outputIsTheSameInAnyOrderAndInEveryRun() throws {
    let articles = try Self.articles()
    func lines(_ articles: [Article]) throws -> [String: [UInt8]] {
      let reader = try Shipped.reader()
      return Dictionary(
        uniqueKeysWithValues: articles.map { ($0.id, Array(ExtractionJSON.line(reader.extraction(of: $0)))) })
    }
    let first = try lines(articles)
    #expect(first.count == articles.count)
    #expect(try lines(articles) == first)
    #expect(try lines(articles.reversed()) == first)
  }
}
