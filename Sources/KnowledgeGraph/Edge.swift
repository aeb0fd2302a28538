import DocumentModel

/// What makes two statements of documents the same fact.
///
/// The title as written and the day it was said are not part of it: 市委书记 and 天津市委书记 state one post.
struct EdgeKey: Hashable, Sendable {
  var type: RelationType
  var subject: ExactText
  var object: ExactText
  var role: ExactText?
  var status: RoleStatus?
  var start: PartialDate?
  var end: PartialDate?
  var date: DateValue?
  var kind: ExactText?

  /// Fields that a relation does not have are left out. A meeting has no direction: its two sides stand in the order of
  /// their ids.
  init(_ relation: Relation) {
    type = relation.type
    let ends = [ExactText(relation.subject), ExactText(relation.object)]
    let swapped = relation.type == .metWith && ends[1] < ends[0]
    subject = swapped ? ends[1] : ends[0]
    object = swapped ? ends[0] : ends[1]
    date = relation.date
    if relation.type == .metWith { kind = relation.kind.map(ExactText.init) }
    guard relation.type == .holdsRole else { return }
    role = relation.role.map(ExactText.init)
    status = relation.status
    start = relation.start
    end = relation.end
  }
}

/// A fact over all documents that state it.
struct Edge: Hashable, Sendable {
  /// The title as the documents write it.
  var titles: Set<ExactText>
  /// The latest day the fact was stated for.
  var asOf: PartialDate?
  var seen: DayRange
  /// Number of documents that state it.
  var documents = 1
  /// The best of its statements.
  var confidence: Double

  init(_ relation: Relation, published: PartialDate?) {
    titles = Set(relation.title.map { [ExactText($0)] } ?? [])
    asOf = relation.asOf
    seen = DayRange(published)
    confidence = relation.confidence
  }

  /// Adds another statement: of the same document, or of others.
  mutating func merge(_ other: Edge, sameDocument: Bool) {
    titles.formUnion(other.titles)
    asOf = [asOf, other.asOf].compactMap(\.self).max()
    seen.cover(other.seen)
    if !sameDocument { documents += other.documents }
    confidence = max(confidence, other.confidence)
  }
}
