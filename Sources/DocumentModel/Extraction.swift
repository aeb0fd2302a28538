/// A mention and the entity it names.
public struct LinkedMention: Hashable, Sendable {
  public var span: Span
  public var type: MentionType
  /// Id of an entity of the same extraction.
  public var entity: String
  public var by: Provenance

  public init(span: Span, type: MentionType, entity: String, by: Provenance) {
    self.span = span
    self.type = type
    self.entity = entity
    self.by = by
  }
}

/// All that one article gave: what the writers write.
public struct Extraction: Hashable, Sendable {
  public var article: Article
  /// In text order.
  public var mentions: [LinkedMention]
  /// Sorted by id.
  public var entities: [Entity]
  /// Each listed once; sorted by type, subject, object and fields.
  public var relations: [Relation]
  /// Id of the earlier document of the same run that this one is a copy or a reprint of.
  public var duplicateOf: String?

  public init(
    article: Article, mentions: [LinkedMention], entities: [Entity], relations: [Relation], duplicateOf: String? = nil
  ) {
    self.article = article
    self.mentions = mentions
    self.entities = entities
    self.relations = relations
    self.duplicateOf = duplicateOf
  }
}
