import DocumentModel

/// The fields of an extraction line as they stand in it: dates as text, offsets in code points.
struct ExtractionRecord: Decodable {
  struct Bounds: Decodable {
    var start: Int
    var end: Int
  }

  struct Mention: Decodable {
    var start: Int
    var end: Int
    var type: String
    var entity: String
    var by: String
  }

  struct Entity: Decodable {
    var id: String
    var type: String
    var name: String
    var aliases: [String]
    var kind: String?
    var code: String?
    var resolved: Bool?
    var gender: String?
    var ethnicity: String?
  }

  struct Relation: Decodable {
    var type: String
    var subject: String
    var object: String
    var role: String?
    var title: String?
    var status: String?
    var start: String?
    var end: String?
    var as_of: String?
    var date: String?
    var kind: String?
    var evidence: Bounds
    var rule: String
    var confidence: Double
  }

  var id: String
  var title: String?
  var source: String?
  var published: String?
  var url: String?
  var text: String
  var schema: Int
  var mentions: [Mention]
  var entities: [Entity]
  var relations: [Relation]
  var duplicate_of: String?

  func extraction() throws(ExtractionError) -> Extraction {
    let offsets = ByteOffsets(of: text)
    var mentions: [LinkedMention] = []
    for (index, mention) in self.mentions.enumerated() {
      let field = "mentions[\(index)]"
      mentions.append(
        LinkedMention(
          span: try offsets.span(mention.start, mention.end, field), type: try value(mention.type, "\(field).type"),
          entity: mention.entity, by: Provenance(written: mention.by)))
    }
    var entities: [DocumentModel.Entity] = []
    for (index, entity) in self.entities.enumerated() {
      entities.append(
        DocumentModel.Entity(
          id: entity.id, type: try value(entity.type, "entities[\(index)].type"), name: entity.name,
          aliases: entity.aliases, kind: entity.kind, code: entity.code, resolved: entity.resolved,
          gender: entity.gender, ethnicity: entity.ethnicity))
    }
    var relations: [DocumentModel.Relation] = []
    for (index, relation) in self.relations.enumerated() {
      relations.append(try self.relation(relation, offsets, "relations[\(index)]"))
    }
    let article = Article(
      id: id, text: text, title: title, published: try date(published, "published"), source: source, url: url)
    return Extraction(
      article: article, mentions: mentions, entities: entities, relations: relations, duplicateOf: duplicate_of)
  }

  private func relation(
    _ relation: Relation, _ offsets: ByteOffsets, _ field: String
  ) throws(ExtractionError) -> DocumentModel.Relation {
    var status: RoleStatus?
    if let text = relation.status { status = try value(text, "\(field).status") }
    return DocumentModel.Relation(
      type: try value(relation.type, "\(field).type"), subject: relation.subject, object: relation.object,
      role: relation.role, title: relation.title, status: status, start: try date(relation.start, "\(field).start"),
      end: try date(relation.end, "\(field).end"), asOf: try date(relation.as_of, "\(field).as_of"),
      date: try dateOrSpan(relation.date, "\(field).date"), kind: relation.kind,
      evidence: try offsets.span(relation.evidence.start, relation.evidence.end, "\(field).evidence"),
      rule: relation.rule, confidence: relation.confidence)
  }

  private func value<T: RawRepresentable<String>>(_ text: String, _ field: String) throws(ExtractionError) -> T {
    guard let value = T(rawValue: text) else { throw ExtractionError(what: "\(field) has the unknown value \(text)") }
    return value
  }

  private func date(_ text: String?, _ field: String) throws(ExtractionError) -> PartialDate? {
    guard let text else { return nil }
    guard let date = PartialDate(iso: text) else { throw ExtractionError(what: "\(field) is no date: \(text)") }
    return date
  }

  private func dateOrSpan(_ text: String?, _ field: String) throws(ExtractionError) -> DateValue? {
    guard let text else { return nil }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let start = try date(first, field) else { return nil }
    return DateValue(start, through: parts.count > 1 ? try date(parts[1], field) : nil)
  }
}

extension Provenance {
  /// What `description` wrote: `file:line` is a row, anything else a rule.
  fileprivate init(written text: String) {
    if let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) {
      self = .row(RowReference(file: String(text[..<colon]), line: line))
    } else {
      self = .rule(text)
    }
  }
}

/// The byte offset of every code point of a text.
private struct ByteOffsets {
  /// Offsets of the code points, then the length of the text.
  private let starts: [Int32]

  init(of text: String) {
    var starts: [Int32] = []
    var offset: Int32 = 0
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { starts.append(offset) }
      offset += 1
    }
    self.starts = starts + [offset]
  }

  func span(_ start: Int, _ end: Int, _ field: String) throws(ExtractionError) -> Span {
    guard start >= 0, start <= end, end < starts.count else {
      throw ExtractionError(what: "\(field) lies outside the text: \(start)..\(end)")
    }
    return Span(Int(starts[start]), Int(starts[end]))
  }
}
