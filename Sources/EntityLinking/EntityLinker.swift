public import DocumentModel

/// Makes entities of what a document's mentions name, and relations between entities of what it states.
public struct EntityLinker: Sendable {
  private let deputies: [String]

  /// `deputies`: what makes another title of one it stands in front of (副).
  public init(deputies: [String] = []) { self.deputies = deputies }

  /// `statements` has one identity a mention. Entities and relations come out sorted, so that output depends on nothing else.
  public func link(_ document: Document, mentions: [Mention], statements: Statements) -> Extraction {
    var ids = EntityIDs()
    return link(document, mentions: mentions, statements: statements, ids: &ids)
  }

  /// The same for one document after another.
  public func link(
    _ document: Document, mentions: [Mention], statements: Statements, ids: inout EntityIDs
  ) -> Extraction {
    var numbers = IdentityNumbers(reserving: mentions.count)
    let named = statements.identities.map { $0.map { numbers.number(of: $0) } }
    let stated = statements.relations.map { relation in
      NumberedRelation(
        relation, subject: numbers.number(of: relation.subject), object: numbers.number(of: relation.object))
    }
    var entities = EntityTable(numbers.identities, document: document.article.id)
    var linked: [LinkedMention] = []
    linked.reserveCapacity(mentions.count)
    // By index: a mention is large, and little of it is asked.
    for index in mentions.indices {
      guard let number = named[index] else { continue }
      let span = mentions[index].span
      entities.addForm(document.utf8[span.start..<span.end], of: number)
      linked.append(
        LinkedMention(
          span: span, type: mentions[index].type, entity: entities.id(number, &ids), by: mentions[index].by))
    }
    let relations = RelationMerging.merge(stated, numbers.identities, deputies: deputies).map { numbered in
      let relation = numbered.relation
      return Relation(
        type: relation.type, subject: entities.id(numbered.subject, &ids), object: entities.id(numbered.object, &ids),
        role: relation.role, title: relation.title, status: relation.status,
        asOf: relation.type == .holdsRole ? document.article.published : nil, date: relation.date,
        kind: relation.kind, evidence: relation.evidence, rule: relation.rule, confidence: relation.confidence)
    }
    return Extraction(
      article: document.article, mentions: linked, entities: entities.made(),
      relations: relations.sorted(by: Self.precedes))
  }

  private static func precedes(_ a: Relation, _ b: Relation) -> Bool {
    if a.type != b.type { return a.type.rawValue < b.type.rawValue }
    if a.subject != b.subject { return a.subject < b.subject }
    if a.object != b.object { return a.object < b.object }
    if a.role != b.role { return a.role ?? "" < b.role ?? "" }
    if a.status != b.status { return a.status?.rawValue ?? "" < b.status?.rawValue ?? "" }
    if a.date != b.date { return a.date?.description ?? "" < b.date?.description ?? "" }
    return a.rule < b.rule
  }
}

/// The entities of a document by the numbers of their identities, each made when something first needs it.
private struct EntityTable {
  private let identities: [Identity]
  private let document: String
  /// By number; empty where nothing needs the entity.
  private var ids: [String]
  private var aliases: [[String]]

  init(_ identities: [Identity], document: String) {
    self.identities = identities
    self.document = document
    ids = Array(repeating: "", count: identities.count)
    aliases = Array(repeating: [], count: identities.count)
  }

  mutating func id(_ number: Int, _ known: inout EntityIDs) -> String {
    if ids[number].isEmpty { ids[number] = known.id(of: identities[number], document: document) }
    return ids[number]
  }

  /// Notes a written form; those that are the name are no aliases.
  mutating func addForm(_ utf8: ArraySlice<UInt8>, of number: Int) {
    if utf8.elementsEqual(identities[number].name.utf8) { return }
    let text = String(decoding: utf8, as: UTF8.self)
    if text != identities[number].name, !aliases[number].contains(text) { aliases[number].append(text) }
  }

  /// Sorted by id.
  func made() -> [Entity] {
    identities.indices.filter { !ids[$0].isEmpty }.map { number in
      let identity = identities[number]
      return Entity(
        id: ids[number], type: identity.type, name: identity.name, aliases: aliases[number].sorted(),
        kind: identity.kind, code: identity.code, resolved: identity.resolved)
    }
    .sorted { $0.id < $1.id }
  }
}
