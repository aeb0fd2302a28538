import DocumentModel

/// One row of `documents.csv`: what was read, and how much it gave.
struct DocumentRecord: Hashable, Sendable {
  var title: String?
  var published: PartialDate?
  var source: String?
  var url: String?
  var mentions: Int
  var entities: Int
  var relations: Int

  init(_ extraction: Extraction) {
    title = extraction.article.title
    published = extraction.article.published
    source = extraction.article.source
    url = extraction.article.url
    mentions = extraction.mentions.count
    entities = extraction.entities.count
    relations = extraction.relations.count
  }
}
