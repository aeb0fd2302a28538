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
    var best: [String: Identity] = [:]
    let all = statements.identities.compactMap { $0 } + statements.relations.flatMap { [$0.subject, $0.object] }
    for identity in all {
      let key = "\(identity.type.rawValue)\u{1F}\(identity.name)\u{1F}\(identity.code ?? "")"
      guard let known = best[key] else {
        best[key] = identity
        continue
      }
      var fuller = known
      fuller.kind = known.kind ?? identity.kind
      fuller.resolved = known.resolved ?? identity.resolved
      best[key] = fuller
    }
    var result: [Identity: Identity] = [:]
    for identity in all {
      result[identity] = best["\(identity.type.rawValue)\u{1F}\(identity.name)\u{1F}\(identity.code ?? "")"]
    }
    return result
  }

  private static func precedes(_ a: Relation, _ b: Relation) -> Bool {
    func key(_ relation: Relation) -> [String] {
      [
        relation.type.rawValue, relation.subject, relation.object, relation.role ?? "", relation.status?.rawValue ?? "",
        relation.date?.description ?? "", relation.rule,
      ]
    }
    return key(a).lexicographicallyPrecedes(key(b))
  }
}
