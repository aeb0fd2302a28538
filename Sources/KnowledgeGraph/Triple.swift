import DocumentModel

/// One fact as one document states it, with names in place of ids: a row of `triples.csv`, for people.
struct Triple: Hashable, Sendable {
  var subject: String
  var relation: RelationType
  var object: String
  var role: String?
  var status: RoleStatus?
  var date: DateValue?
  var document: String
  var published: PartialDate?
  var source: String?
  var sentence: String
  var rule: String
  var confidence: Double

  init(_ fact: Relation, of article: Article, _ utf8: [UInt8], subject: ExactText?, object: ExactText?) {
    self.subject = subject?.text ?? fact.subject
    self.relation = fact.type
    self.object = object?.text ?? fact.object
    self.role = fact.role
    self.status = fact.status
    self.date = fact.date
    self.document = article.id
    self.published = article.published
    self.source = article.source
    self.sentence = String(decoding: utf8[fact.evidence.start..<fact.evidence.end], as: UTF8.self)
    self.rule = fact.rule
    self.confidence = fact.confidence
  }
}
