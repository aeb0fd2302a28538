import DocumentModel
import Testing

@testable import EntityLinking

/// Ids are part of the output's contract: the same in every run, version and machine.
@Suite struct EntityIDTests {
  /// The values are SHA-256 over the key, worked out outside this program:
  /// `printf 'place\x1f天津市\x1f120000' | sha256sum | cut -c1-16`.
  @Test(arguments: [
    (Identity(type: .place, name: "天津市", code: "120000"), "place-6d2c371fa3766e86"),
    (Identity(type: .org, name: "中共天津市委员会"), "org-1f9a13f157a5794b"),
    (Identity(type: .person, name: "李望川"), "person-e8c2a3ed5f7cebb7"),
  ]) func areKnown(identity: Identity, id: String) { #expect(EntityID(of: identity, document: "d1").text == id) }

  @Test func dependOnTypeNameAndCode() {
    let ids = [
      Identity(type: .place, name: "天津市", code: "120000"), Identity(type: .place, name: "天津市"),
      Identity(type: .site, name: "天津市"), Identity(type: .place, name: "天津"),
    ].map { EntityID(of: $0, document: "d1").text }
    #expect(Set(ids).count == ids.count)
  }

  @Test func doNotDependOnKindOrResolution() {
    let plain = EntityID(of: Identity(type: .org, name: "市委"), document: "d1").text
    let known = Identity(type: .org, name: "市委", kind: "party_committee", resolved: false)
    #expect(EntityID(of: known, document: "d2").text == plain)
  }

  /// Two people of one name in two documents stay two until they are linked.
  @Test func ofPersonsDependOnTheDocument() {
    let person = Identity(type: .person, name: "李望川")
    #expect(EntityID(of: person, document: "d1").text != EntityID(of: person, document: "d2").text)
  }
}
