import DocumentModel
import Testing

/// Whose 市委 it is: the side, the chain, the paper, the only unit named; and nobody's where nothing tells.
@Suite struct WhoseOrganTests {
  static let cases: [FactCase] = [
    // The case of annotation.md: each side has its own, whatever stands nearest.
    FactCase(
      text: "市委书记李望川率天津市党政代表团赴河北省考察，与河北省委书记、省人大常委会主任王德江，省委副书记、省长许国平座谈。",
      source: "天津日报",
      facts: [
        "李望川 | holds_role | 中共天津市委员会 | 书记", "王德江 | holds_role | 中共河北省委员会 | 书记",
        "王德江 | holds_role | 河北省人民代表大会常务委员会 | 主任", "许国平 | holds_role | 中共河北省委员会 | 副书记",
        "许国平 | holds_role | 河北省人民政府 | 省长",
      ]),
    // The guest's side, in a host's paper.
    FactCase(
      text: "绵阳市党政代表团来我市考察。市委书记李望川陪同。市委秘书长周启明随团考察。", source: "青岛日报",
      facts: ["李望川 | holds_role | 中共青岛市委员会 | 书记", "周启明 | holds_role | 中共绵阳市委员会 | 秘书长"]),
    // The paper's own unit, and the one above it.
    FactCase(
      text: "市委副书记、市长廖立本出席会议。", source: "绵阳日报",
      facts: ["廖立本 | holds_role | 中共绵阳市委员会 | 副书记", "廖立本 | holds_role | 绵阳市人民政府 | 市长"]),
    FactCase(
      text: "省委书记廖立本来到我市。", source: "绵阳日报", facts: ["廖立本 | holds_role | 中共四川省委员会 | 书记"]),
    FactCase(
      text: "省领导高远山、张学勤出席会议。", source: "河北日报",
      facts: ["高远山 | holds_role | 河北省 | 领导", "张学勤 | holds_role | 河北省 | 领导"]),
    // The only unit of the level that the text names.
    FactCase(text: "市委书记李望川在唐山市调研。", facts: ["李望川 | holds_role | 中共唐山市委员会 | 书记"]),
    FactCase(
      text: "县委书记李望川在汉寿县调研。", facts: ["李望川 | holds_role | 中共汉寿县委员会 | 书记"]),
    // Districts carry the unit above.
    FactCase(
      text: "黄岩区委书记高远山，区委副书记、区长张学勤出席会议。",
      facts: [
        "高远山 | holds_role | 中共台州市黄岩区委员会 | 书记", "张学勤 | holds_role | 中共台州市黄岩区委员会 | 副书记",
        "张学勤 | holds_role | 台州市黄岩区人民政府 | 区长",
      ]),
    // Nothing tells: it stays open.
    FactCase(
      text: "市委副书记、市长廖立本出席会议。",
      facts: ["廖立本 | holds_role | 市委? | 副书记", "廖立本 | holds_role | 市政府? | 市长"]),
    FactCase(
      text: "唐山市和廊坊市都来了人。市委书记廖立本出席会议。", facts: ["廖立本 | holds_role | 市委? | 书记"]),
  ]

  @Test(arguments: cases) func isTold(example: FactCase) throws { try expectFacts(example, [.holdsRole]) }
}
