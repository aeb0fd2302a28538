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

  static let bare: [FactCase] = [
    // 市党政代表团 is the one named in full, and what is said of 代表团 after it is said of that.
    FactCase(
      text: "漳州市党政代表团赴威海市考察。市党政代表团一行来到威海港。代表团来到威海博物馆。",
      facts: [
        "漳州市党政代表团 | visited | 威海市", "漳州市党政代表团 | visited | 威海港",
        "漳州市党政代表团 | visited | 威海博物馆",
      ], isGap: true),
    FactCase(
      text: "宁波市党政代表团、嘉兴市党政代表团赴青岛市考察。",
      facts: ["宁波市党政代表团 | visited | 青岛市", "嘉兴市党政代表团 | visited | 青岛市"], isGap: true),
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
    FactCase(
      text: "3月30日至4月1日，绵阳市党政代表团赴山东省考察。代表团参观了青岛市。",
      facts: [
        "绵阳市党政代表团 | sent_by | 绵阳市", "绵阳市党政代表团 | visited | 山东省 | 2021-03-30/2021-04-01",
        "绵阳市党政代表团 | visited | 青岛市",
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

  @Test(arguments: bare) func bareForm(example: FactCase) throws { try expectFacts(example, [.visited]) }

  @Test(arguments: dates) func date(example: FactCase) throws { try expectFacts(example, [.visited, .sentBy]) }

  @Test(arguments: notInFact) func plan(example: FactCase) throws { try expectFacts(example, [.visited]) }
}
