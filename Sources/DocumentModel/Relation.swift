/// The relations of `spec/annotation.md`.
public enum RelationType: String, Hashable, Sendable, CaseIterable {
  case holdsRole = "holds_role"
  case sentBy = "sent_by"
  case leads
  case memberOf = "member_of"
  case visited
  case metWith = "met_with"
  case attended
  case accompanied
  case locatedIn = "located_in"
}

/// Whether a post is held, was held, or changes hands in this article.
public enum RoleStatus: String, Hashable, Sendable, CaseIterable {
  case current, former, acting, appointed, removed, elected
}

/// A fact a document states: subject, relation, object, and the sentence that says it.
public struct Relation: Hashable, Sendable {
  public var type: RelationType
  /// Entity id.
  public var subject: String
  /// Entity id.
  public var object: String
  /// Of `holds_role`: the title without place, organisation and status word (书记).
  public var role: String?
  /// Of `holds_role`: the title as written (市委书记).
  public var title: String?
  public var status: RoleStatus?
  /// When the post was taken up, where the text says so.
  public var start: PartialDate?
  /// When the post was left, where the text says so.
  public var end: PartialDate?
  /// Publication date of a document that states a role.
  public var asOf: PartialDate?
  /// When the event took place, where the text says so.
  public var date: DateValue?
  /// Of `met_with`: 会见, 会谈, 座谈, 通电话.
  public var kind: String?
  /// The sentence that says it best.
  public var evidence: Span
  /// The rule that found it.
  public var rule: String
  /// In [0, 1].
  public var confidence: Double

  public init(
    type: RelationType, subject: String, object: String, role: String? = nil, title: String? = nil,
    status: RoleStatus? = nil, start: PartialDate? = nil, end: PartialDate? = nil, asOf: PartialDate? = nil,
    date: DateValue? = nil, kind: String? = nil, evidence: Span, rule: String, confidence: Double
  ) {
    self.type = type
    self.subject = subject
    self.object = object
    self.role = role
    self.title = title
    self.status = status
    self.start = start
    self.end = end
    self.asOf = asOf
    self.date = date
    self.kind = kind
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
  }
}
