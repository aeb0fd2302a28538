import DocumentModel
import Testing

/// Who met whom, across the two sides only; who attended and who accompanied.
@Suite struct MeetingTests {
  static let cases: [FactCase] = [
    FactCase(text: "高远山会见张学勤。", facts: ["高远山 | met_with | 张学勤 | 会见"]),
    FactCase(text: "高远山同张学勤通电话。", facts: ["高远山 | met_with | 张学勤 | 通电话"]),
    FactCase(
      text: "4月1日，高远山与张学勤、范志刚座谈。",
      facts: ["高远山 | met_with | 张学勤 | 2021-04-01, 座谈", "高远山 | met_with | 范志刚 | 2021-04-01, 座谈"]),
    FactCase(
      text: "高远山、李望川与张学勤座谈。",
      facts: ["高远山 | met_with | 张学勤 | 座谈", "李望川 | met_with | 张学勤 | 座谈"]),
    FactCase(
      text: "高远山会见张学勤。市委秘书长周启明参加会见。",
      facts: ["高远山 | met_with | 张学勤 | 会见", "周启明 | met_with | 张学勤 | 会见"]),
    FactCase(text: "高远山希望会见张学勤。", facts: []),
    FactCase(text: "高远山致电张学勤。", facts: []),
    FactCase(text: "高远山出席第135届广交会。", facts: ["高远山 | attended | 第135届广交会"]),
    FactCase(text: "高远山将出席第135届广交会。", facts: []),
    FactCase(
      text: "绵阳市党政代表团来到青岛港。副市长高远山陪同考察。", facts: ["高远山 | accompanied | 绵阳市党政代表团"]),
    FactCase(
      text: "高远山会见张学勤。市委秘书长周启明陪同会见。",
      facts: ["高远山 | met_with | 张学勤 | 会见", "周启明 | accompanied | 高远山"]),
    FactCase(text: "高远山陪同张学勤考察。", facts: ["高远山 | accompanied | 张学勤"], isGap: true),
    FactCase(
      text: "李望川率绵阳市党政代表团赴青岛市考察，与青岛市委书记王德江座谈。", facts: ["李望川 | met_with | 王德江 | 座谈"],
      isGap: true),
  ]

  @Test(arguments: cases) func isRead(example: FactCase) throws {
    try expectFacts(example, [.metWith, .attended, .accompanied])
  }
}
