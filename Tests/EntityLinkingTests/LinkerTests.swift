import DocumentModel
import EntityLinking
import Testing

/// How mentions become entities and statements relations.
@Suite struct LinkerTests {
  private let person = Identity(type: .person, name: "李望川")
  private let committee = Identity(type: .org, name: "中共天津市委员会", kind: "party_committee", resolved: true)
  private let guest = Identity(type: .person, name: "王德江")

  /// A document whose every character is one matching scalar; only its text and id matter to linking.
  private func document(_ text: String) -> Document {
    let utf8 = Array(text.utf8)
    let article = Article(id: "d1", text: text, published: PartialDate(iso: "2021-04-02"))
    return Document(
      article: article, utf8: utf8, matching: MatchingText(scalars: [], offsets: [Int32(utf8.count)]), sentences: [])
  }

  private func stated(
    _ type: RelationType, _ subject: Identity, _ object: Identity, role: String? = nil, date: String? = nil,
    evidence: Int = 0, confidence: Double = 0.9
  ) -> StatedRelation {
    StatedRelation(
      type: type, subject: subject, object: object, role: role, status: role == nil ? nil : .current,
      date: date.flatMap { PartialDate(iso: $0) }.map { DateValue($0) }, evidence: Span(evidence, evidence + 3),
      rule: "rule", confidence: confidence)
  }

  private func relations(_ stated: [StatedRelation]) -> [Relation] {
    EntityLinker(deputies: ["副"])
      .link(document(""), mentions: [], statements: Statements(identities: [], relations: stated)).relations
  }

  @Test func mentionsOfOneThingShareAnEntity() {
    let text = "天津市委、市委"
    let mentions = [
      Mention(span: Span(0, 12), type: .org, by: .rule("a")), Mention(span: Span(15, 21), type: .org, by: .rule("b")),
    ]
    let extraction = EntityLinker(deputies: ["副"]).link(
      document(text), mentions: mentions,
      statements: Statements(identities: [committee, committee], relations: []))
    #expect(extraction.entities.map(\.name) == ["中共天津市委员会"])
    #expect(extraction.entities.first?.aliases == ["天津市委", "市委"])
    #expect(extraction.mentions.map(\.entity) == extraction.entities.flatMap { [$0.id, $0.id] })
  }

  @Test func whatOneMentionKnowsTheEntityKnows() {
    let bare = Identity(type: .org, name: committee.name)
    let extraction = EntityLinker(deputies: ["副"]).link(
      document("天津市委"), mentions: [Mention(span: Span(0, 12), type: .org, by: .rule("a"))],
      statements: Statements(identities: [bare], relations: [stated(.holdsRole, person, committee, role: "书记")]))
    let organ = extraction.entities.first { $0.type == .org }
    #expect(extraction.entities.count == 2)
    #expect(organ?.kind == "party_committee")
    #expect(organ?.resolved == true)
  }

  @Test func mentionsThatNameNothingAreLeftOut() {
    let extraction = EntityLinker(deputies: ["副"]).link(
      document("我市"), mentions: [Mention(span: Span(0, 6), type: .place, by: .rule("a"))],
      statements: Statements(identities: [nil], relations: []))
    #expect(extraction.mentions == [])
    #expect(extraction.entities == [])
  }

  @Test func aRelationIsListedOnceWithItsBestEvidence() {
    let found = relations([
      stated(.leads, person, guest, evidence: 10, confidence: 0.8),
      stated(.leads, person, guest, evidence: 20, confidence: 0.95),
      stated(.leads, person, guest, evidence: 30, confidence: 0.95),
    ])
    #expect(found.map(\.evidence.start) == [20])
  }

  @Test func aDateSaidOnceIsKept() {
    let found = relations([
      stated(.visited, person, committee, confidence: 0.95),
      stated(.visited, person, committee, date: "2021-04-01", confidence: 0.8),
    ])
    #expect(found.map(\.date?.description) == ["2021-04-01"])
  }

  @Test func meetingIsSaidOfBothSides() {
    #expect(relations([stated(.metWith, person, guest), stated(.metWith, guest, person)]).count == 1)
    #expect(relations([stated(.accompanied, person, guest), stated(.accompanied, guest, person)]).count == 2)
  }

  @Test(arguments: [
    (["书记", "副书记"], ["书记", "副书记"]),
    (["主席", "国家主席"], ["国家主席"]),
    (["记者", "首席记者"], ["首席记者"]),
    (["市长", "副市长"], ["市长", "副市长"]),
    (["常委", "书记", "书记"], ["书记", "常委"]),
  ]) func titlesOfOnePersonInOneBody(said: [String], kept: [String]) {
    let found = relations(said.map { stated(.holdsRole, person, committee, role: $0) })
    #expect(found.compactMap(\.role).sorted() == kept.sorted())
  }

  @Test func rolesTakeTheDateOfTheDocument() {
    let found = relations([stated(.holdsRole, person, committee, role: "书记"), stated(.leads, person, guest)])
    #expect(found.map(\.asOf?.description) == ["2021-04-02", nil])
  }

  @Test func outputIsTheSameInAnyOrderOfStatements() {
    let all = [
      stated(.leads, person, guest), stated(.holdsRole, person, committee, role: "书记"),
      stated(.holdsRole, person, committee, role: "常委"), stated(.visited, guest, committee),
    ]
    #expect(relations(all) == relations(all.reversed()))
  }
}
