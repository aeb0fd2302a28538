import DocumentModel
import EntityLinking
import Testing

/// Ids that are kept from document to document are those each document gives alone.
@Suite struct EntityIDsTests {
  private func linked(_ identities: [Identity], document: String, _ ids: inout EntityIDs) -> [String] {
    let text = String(repeating: "甲", count: identities.count)
    let mentions = identities.enumerated().map { number, identity in
      Mention(span: Span(number * 3, number * 3 + 3), type: identity.type, by: .rule("a"))
    }
    let document = Document(
      article: Article(id: document, text: text), utf8: Array(text.utf8),
      matching: MatchingText(scalars: [], offsets: [Int32(text.utf8.count)]), sentences: [])
    return EntityLinker().link(
      document, mentions: mentions, statements: Statements(identities: identities, relations: []), ids: &ids
    ).mentions.map(\.entity)
  }

  @Test(arguments: [
    [Identity(type: .place, name: "石桥县", code: "110000"), Identity(type: .place, name: "石桥县", code: "120000")],
    [Identity(type: .org, name: "石桥县"), Identity(type: .site, name: "石桥县")],
    [Identity(type: .person, name: "李望川"), Identity(type: .title, name: "书记")],
    // One to Unicode, two by their bytes.
    [Identity(type: .org, name: "Caf\u{E9}"), Identity(type: .org, name: "b")],
    [Identity(type: .org, name: "Cafe\u{301}"), Identity(type: .org, name: "b")],
  ])
  func keptIDsAreTheSame(identities: [Identity]) {
    var kept = EntityIDs()
    _ = linked([Identity(type: .org, name: "Caf\u{E9}")], document: "d0", &kept)
    for document in ["d1", "d2", "d1"] {
      var own = EntityIDs()
      #expect(linked(identities, document: document, &kept) == linked(identities, document: document, &own))
    }
  }

  @Test func aPersonOfAnotherDocumentIsAnotherOne() {
    var ids = EntityIDs()
    let person = [Identity(type: .person, name: "李望川")]
    #expect(linked(person, document: "d1", &ids) != linked(person, document: "d2", &ids))
  }
}
