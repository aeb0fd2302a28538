import DocumentModel
import Pipeline
import ShippedPipeline
import Testing

/// The words of offices with what stands in front of them.
@Suite struct TitleTests {
  @Test(arguments: [
    "[title:常务副市长][person:张立山]出席。",
    "现任[title:省长][person:张立山]出席。",
    "原[title:省长][person:张立山]出席。",
    "[title:代省长][person:张立山]出席。",
    "[title:省长]作了部署。",
    "[title:国家主席][person:张立山]出席。",
    "[title:二级巡视员][person:张立山]出席。",
    "[place:美国][title:总统][person:约翰·史密斯]来访。",
  ]) func wordsOfOffices(marked: String) throws { try expectMentions(marked) }

  /// Four characters after a title may be a transliterated name, and common_words.tsv has no 有方.
  @Test func sayingAfterATitle() throws { try expectMentions("[title:省长]治水有方。") }

  /// A label for a list of names needs the list; a common noun for people needs a name or an employer.
  @Test(arguments: [
    "[title:省领导][person:张立山]、[person:王德江]出席。",
    "领导干部要带头学习。",
    "农民喜获丰收。",
    "[person:王德江]是[place:石桥村]的一位[title:农民]。",
    "着眼国家长远发展，确保国家长治久安。",
  ]) func labelsAndCommonNouns(marked: String) throws { try expectMentions(marked) }

  @Test(
    arguments: [
      ("常务副市长张立山", "常务副市长", "市", true, nil),
      ("市长张立山", "市长", "市", false, nil),
      ("代省长张立山", "代省长", "省", false, RoleStatus.acting),
      ("省领导张立山", "领导", "省", true, nil),
    ] as [(String, String, String, Bool, RoleStatus?)])
  func whatTheySay(text: String, role: String, level: String, isDeputy: Bool, status: RoleStatus?) throws {
    let reader = try Shipped.reader()
    let mentions = reader.mentions(in: reader.document(from: Shipped.article(text)))
    let title = try #require(mentions.first { $0.type == .title })
    guard case .title(let reading) = title.reading else {
      Issue.record("no title")
      return
    }
    #expect(reading.role == role)
    #expect(reading.level == level)
    #expect(reading.isDeputy == isDeputy)
    #expect(reading.status == status)
  }
}
