import DocumentModel
import Testing

@testable import RuleMatching

/// Label sets that are kept are those the table gives.
@Suite struct LabelSetsTests {
  private let rules = """
    rule r.one { doc "d"; match a:<org:company|org:school|person:foreign> b:<place>; emit located_in(a, b); ok "甲"; }
    """

  @Test func aListIsAskedOnceAndForEveryType() throws {
    let table = try Fixture.parse(rules).labels
    var sets = LabelSets(table)
    for labels in [["company"], ["school", "company"], ["foreign"], [], ["unknown"]] {
      for type in MentionType.allCases + MentionType.allCases {
        #expect(sets.set(type: type, labels: labels) == table.set(type: type.rawValue, labels: labels))
      }
    }
  }

  @Test func anotherListInTheSameMemoryIsAnother() throws {
    let table = try Fixture.parse(rules).labels
    var sets = LabelSets(table)
    // Each list is gone before the next is made, but for what `sets` holds of it.
    for number in 0..<2_000 {
      let labels = [number.isMultiple(of: 3) ? "company" : "school", "label \(number)"]
      #expect(sets.set(type: .org, labels: labels) == table.set(type: "org", labels: labels))
    }
  }
}
