import DocumentModel

/// An entity over all documents that name it.
///
/// What documents say differently is merged so that the order of documents does not matter: aliases add up, a resolved form
/// wins over an open one, and of two texts for one field the first in byte order stays.
struct Node: Hashable, Sendable {
  var type: MentionType
  var name: ExactText
  var aliases: Set<ExactText>
  var kind: ExactText?
  var code: ExactText?
  var resolved: Bool?
  var gender: ExactText?
  var ethnicity: ExactText?
  /// Number of mentions in all documents.
  var mentions: Int
  /// Number of documents that list the entity.
  var documents = 1
  /// From the publication dates of its documents.
  var seen: DayRange

  init(_ entity: Entity, mentions: Int, published: PartialDate?) {
    type = entity.type
    name = ExactText(entity.name)
    aliases = Set(entity.aliases.map(ExactText.init))
    kind = entity.kind.map(ExactText.init)
    code = entity.code.map(ExactText.init)
    resolved = entity.resolved
    gender = entity.gender.map(ExactText.init)
    ethnicity = entity.ethnicity.map(ExactText.init)
    self.mentions = mentions
    seen = DayRange(published)
  }

  mutating func merge(_ other: Node) {
    if other.type.rawValue < type.rawValue { type = other.type }
    aliases.formUnion(other.aliases)
    if other.name != name {
      // Equal ids come from equal names; should a foreign file break that, both stay findable.
      aliases.formUnion([name, other.name])
      name = min(name, other.name)
    }
    kind = smaller(kind, other.kind)
    code = smaller(code, other.code)
    gender = smaller(gender, other.gender)
    ethnicity = smaller(ethnicity, other.ethnicity)
    if let theirs = other.resolved { resolved = theirs || resolved == true }
    mentions += other.mentions
    documents += other.documents
    seen.cover(other.seen)
  }
}
