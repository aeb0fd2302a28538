import DocumentModel

/// Extractions of invented articles about invented people.
enum Invented {
  static let person = Entity(id: "person-00000000000000a1", type: .person, name: "林知远", gender: "男")
  static let other = Entity(id: "person-00000000000000a2", type: .person, name: "苏婉禾", ethnicity: "白族")
  static let committee = Entity(
    id: "org-00000000000000b1", type: .org, name: "中共云屏市委员会", aliases: ["云屏市委", "市委"], kind: "party_committee",
    resolved: true)
  static let place = Entity(
    id: "place-00000000000000c1", type: .place, name: "云屏市", aliases: ["云屏"], code: "990100")

  static func span(of part: String, in text: String) -> Span {
    let utf8 = Array(text.utf8)
    let wanted = Array(part.utf8)
    for start in 0...(utf8.count - wanted.count) where utf8[start..<start + wanted.count].elementsEqual(wanted) {
      return Span(start, start + wanted.count)
    }
    return Span(0, 0)
  }

  /// A post stated and a visit told, on one day.
  static func visit(id: String = "visit", published: String = "2023-05-08", title: String = "市委书记") -> Extraction {
    let text = "𠮷云屏讯：\(title)林知远说：“5月7日，我到了云屏。”"
    let rule = Provenance.rule("names.title-before")
    let published = PartialDate(iso: published)
    return Extraction(
      article: Article(id: id, text: text, title: "调研\"云屏\"", published: published, source: "云屏日报"),
      mentions: [
        LinkedMention(
          span: span(of: "云屏", in: text), type: .place, entity: place.id,
          by: .row(RowReference(file: "gazetteers/divisions.tsv", line: 7))),
        LinkedMention(span: span(of: "林知远", in: text), type: .person, entity: person.id, by: rule),
      ],
      entities: [committee, person, place],
      relations: [
        Relation(
          type: .holdsRole, subject: person.id, object: committee.id, role: "书记", title: title, status: .current,
          asOf: published, evidence: Span(4, text.utf8.count), rule: "title-before-name", confidence: 0.98),
        Relation(
          type: .visited, subject: person.id, object: place.id,
          date: PartialDate(iso: "2023-05-07").map { DateValue($0) },
          evidence: Span(4, text.utf8.count), rule: "goes-to", confidence: 0.9),
      ])
  }

  /// A meeting of two, told from one side or from the other.
  static func meeting(id: String, swapped: Bool, published: String? = nil) -> Extraction {
    let text = "林知远会见苏婉禾。"
    let ends = swapped ? [other.id, person.id] : [person.id, other.id]
    return Extraction(
      article: Article(id: id, text: text, published: published.flatMap { PartialDate(iso: $0) }),
      mentions: [],
      entities: [person, other],
      relations: [
        Relation(
          type: .metWith, subject: ends[0], object: ends[1],
          date: PartialDate(iso: "2023-02").map { DateValue($0, through: PartialDate(iso: "2023-03")) }, kind: "会见",
          evidence: Span(0, text.utf8.count), rule: "meets", confidence: 0.8)
      ])
  }
}
