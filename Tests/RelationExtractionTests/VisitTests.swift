import DocumentModel
import Testing

/// Who went where and when, whom a bare 代表团 means, and what is only planned.
@Suite struct VisitTests {
  static let delegations: [FactCase] = [
    FactCase(
      text: "绵阳市党政代表团赴青岛市考察。代表团一行来到青岛港。考察团还参观了青岛啤酒博物馆。",
      facts: [
        "绵阳市党政代表团 | sent_by | 绵阳市", "绵阳市党政代表团 | visited | 青岛市",
        "绵阳市党政代表团 | visited | 青岛港", "绵阳市党政代表团 | visited | 青岛啤酒博物馆",
      ]),
    // The bare form may come first, in the headline.
    FactCase(
      text: "代表团来到青岛港。绵阳市党政代表团受到欢迎。",
      facts: ["绵阳市党政代表团 | sent_by | 绵阳市", "绵阳市党政代表团 | visited | 青岛港"]),
    // What a leader visits the delegation visits.
    FactCase(
      text: "绵阳市委书记高远山率绵阳市党政代表团赴青岛市考察。高远山来到青岛港。",
      facts: [
        "绵阳市党政代表团 | sent_by | 绵阳市", "高远山 | leads | 绵阳市党政代表团",
        "绵阳市党政代表团 | visited | 青岛市", "绵阳市党政代表团 | visited | 青岛港",
      ]),
  ]

  static let dates: [FactCase] = [
    // A day holds until another is named.
    FactCase(
      text: "3月30日，高远山来到青岛港。高远山来到青岛市。31日，高远山来到青岛博物馆。",
      facts: [
        "高远山 | visited | 青岛港 | 2021-03-30", "高远山 | visited | 青岛市 | 2021-03-30",
        "高远山 | visited | 青岛博物馆 | 2021-03-31",
      ]),
    // A span is the destination's, not the single stop's.
    FactCase(
      text: "3月30日至4月1日，绵阳市党政代表团赴青岛市考察。代表团参观了青岛港。",
      facts: [
        "绵阳市党政代表团 | sent_by | 绵阳市", "绵阳市党政代表团 | visited | 青岛市 | 2021-03-30/2021-04-01",
        "绵阳市党政代表团 | visited | 青岛港",
      ]),
    FactCase(text: "高远山来到青岛港。", facts: ["高远山 | visited | 青岛港"]),
    FactCase(text: "昨日，高远山来到青岛港。", facts: ["高远山 | visited | 青岛港 | 2021-04-01"]),
  ]

  static let notInFact: [FactCase] = [
    FactCase(text: "高远山将赴青岛市考察。", facts: []),
    FactCase(text: "高远山拟赴青岛市考察。", facts: []),
    FactCase(text: "代表团没有前往青岛市。", facts: []),
    FactCase(text: "高远山邀请大家前往青岛市。", facts: []),
  ]

  @Test(arguments: delegations) func delegation(example: FactCase) throws {
    try expectFacts(example, [.visited, .sentBy, .leads])
  }

  @Test(arguments: dates) func date(example: FactCase) throws { try expectFacts(example, [.visited, .sentBy]) }

  @Test(arguments: notInFact) func plan(example: FactCase) throws { try expectFacts(example, [.visited]) }
}
