public import DocumentModel

/// Makes entities of what a document's mentions name, and relations between entities of what it states.
public struct EntityLinker: Sendable {
  public init() {}

  /// `statements` has one identity a mention. Entities and relations come out sorted, so that output depends on nothing else.
  public func link(_ document: Document, mentions: [Mention], statements: Statements) -> Extraction {
    var entities: [Identity: Entity] = [:]
    var aliases: [Identity: Set<String>] = [:]
    func entity(_ identity: Identity) -> Entity {
      if let known = entities[identity] { return known }
      let made = Entity(
        id: EntityID(of: identity, document: document.article.id).text, type: identity.type, name: identity.name,
        kind: identity.kind, code: identity.code, resolved: identity.resolved)
      entities[identity] = made
      return made
    }

    let keys = Self.merged(statements)
    var linked: [LinkedMention] = []
    for (mention, identity) in zip(mentions, statements.identities) {
      guard let identity = identity.map({ keys[$0] ?? $0 }) else { continue }
      let entity = entity(identity)
      let text = document.text(of: mention.span)
      if text != entity.name { aliases[identity, default: []].insert(text) }
      linked.append(LinkedMention(span: mention.span, type: mention.type, entity: entity.id, by: mention.by))
    }
    let stated = RelationMerging.merge(
      statements.relations.map { relation in
        var relation = relation
        relation.subject = keys[relation.subject] ?? relation.subject
        relation.object = keys[relation.object] ?? relation.object
        return relation
      })
    let relations = stated.map { relation in
      Relation(
        type: relation.type, subject: entity(relation.subject).id, object: entity(relation.object).id,
        role: relation.role, title: relation.title, status: relation.status,
        asOf: relation.type == .holdsRole ? document.article.published : nil, date: relation.date,
        kind: relation.kind, evidence: relation.evidence, rule: relation.rule, confidence: relation.confidence)
    }
    for (identity, forms) in aliases { entities[identity]?.aliases = forms.sorted() }
    return Extraction(
      article: document.article, mentions: linked, entities: entities.values.sorted { $0.id < $1.id },
      relations: relations.sorted(by: Self.precedes))
  }

  /// Identities that differ only in what one of them leaves out (kind, resolved) are one: for each the fuller one.
  private static func merged(_ statements: Statements) -> [Identity: Identity] {
    var best: [Key: Identity] = [:]
    let all = statements.identities.compactMap { $0 } + statements.relations.flatMap { [$0.subject, $0.object] }
    for identity in all {
      let key = Key(identity)
      guard let known = best[key] else {
        best[key] = identity
        continue
      }
      guard known.kind == nil || known.resolved == nil else { continue }
      var fuller = known
      fuller.kind = known.kind ?? identity.kind
      fuller.resolved = known.resolved ?? identity.resolved
      best[key] = fuller
    }
    var result: [Identity: Identity] = [:]
    for identity in all where result[identity] == nil { result[identity] = best[Key(identity)] }
    return result
  }

  /// What two forms of one identity agree in.
  private struct Key: Hashable {
    let type: MentionType
    let name: String
    let code: String?

    init(_ identity: Identity) {
      type = identity.type
      name = identity.name
      code = identity.code
    }
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
