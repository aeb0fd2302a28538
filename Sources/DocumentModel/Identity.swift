/// What something named is, in canonical form: two mentions with one identity name one entity.
public struct Identity: Hashable, Sendable {
  public var type: MentionType
  /// The canonical name, Simplified.
  public var name: String
  /// GB/T 2260 code of a place in the year of the document.
  public var code: String?
  public var kind: String?
  /// False where a form named only by its level (市委) could not be given a place; nil where the question does not arise.
  public var resolved: Bool?

  public init(type: MentionType, name: String, code: String? = nil, kind: String? = nil, resolved: Bool? = nil) {
    self.type = type
    self.name = name
    self.code = code
    self.kind = kind
    self.resolved = resolved
  }
}

/// A relation as a document states it, between identities: what linking turns into a ``Relation`` between entities.
public struct StatedRelation: Hashable, Sendable {
  public var type: RelationType
  public var subject: Identity
  public var object: Identity
  /// See ``Relation/role``.
  public var role: String?
  /// See ``Relation/title``.
  public var title: String?
  public var status: RoleStatus?
  public var date: DateValue?
  /// See ``Relation/kind``.
  public var kind: String?
  /// The sentence that states it.
  public var evidence: Span
  public var rule: String
  /// In [0, 1].
  public var confidence: Double

  public init(
    type: RelationType, subject: Identity, object: Identity, role: String? = nil, title: String? = nil,
    status: RoleStatus? = nil, date: DateValue? = nil, kind: String? = nil, evidence: Span, rule: String,
    confidence: Double
  ) {
    self.type = type
    self.subject = subject
    self.object = object
    self.role = role
    self.title = title
    self.status = status
    self.date = date
    self.kind = kind
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
  }
}

/// What the relation stage makes of a document: who is who, and what is stated of them.
public struct Statements: Sendable {
  /// One element a mention, in the same order; nil for a mention that names nothing that could be told.
  public var identities: [Identity?]
  public var relations: [StatedRelation]

  public init(identities: [Identity?], relations: [StatedRelation]) {
    self.identities = identities
    self.relations = relations
  }
}
