import DocumentModel
import Testing

/// Chains of titles, labels of lists, statuses, and titles that name their own organisation.
@Suite struct RoleTests {
  static let cases: [FactCase] = [
    FactCase(
      text: "河北省委常委、秘书长高远山出席会议。",
      facts: ["高远山 | holds_role | 中共河北省委员会 | 常委", "高远山 | holds_role | 中共河北省委员会 | 秘书长"]),
    FactCase(
      text: "江苏省人大常委会副主任高远山，省政协副主席张学勤出席会议。",
      facts: [
        "高远山 | holds_role | 江苏省人民代表大会常务委员会 | 副主任",
        "张学勤 | holds_role | 中国人民政治协商会议江苏省委员会 | 副主席",
      ]),
    FactCase(
      text: "唐山市委组织部部长高远山、宣传部部长张学勤出席会议。",
      facts: [
        "高远山 | holds_role | 中共唐山市委员会组织部 | 部长", "张学勤 | holds_role | 中共唐山市委员会宣传部 | 部长",
      ]),
    FactCase(
      text: "河北省领导高远山、张学勤，唐山市领导范志和出席会议。",
      facts: [
        "高远山 | holds_role | 河北省 | 领导", "张学勤 | holds_role | 河北省 | 领导",
        "范志和 | holds_role | 唐山市 | 领导",
      ]),
    FactCase(
      text: "应急管理部党委书记、部长高远山讲话。",
      facts: ["高远山 | holds_role | 应急管理部 | 党委书记", "高远山 | holds_role | 应急管理部 | 部长"]),
    FactCase(text: "平利县长安镇党委书记高远山在现场。", facts: ["高远山 | holds_role | 中共平利县长安镇委员会 | 书记"]),
    FactCase(text: "美国总统史密斯来访。", facts: ["史密斯 | holds_role | 美国 | 总统"]),
    FactCase(text: "国家主席高远山讲话。", facts: ["高远山 | holds_role | 中华人民共和国 | 国家主席"]),
    FactCase(text: "国务院副总理高远山讲话。", facts: ["高远山 | holds_role | 国务院 | 副总理"]),
    FactCase(text: "中国驻老挝大使高远山出席活动。", facts: ["高远山 | holds_role | 中华人民共和国 | 大使"]),
    FactCase(text: "会议由唐山市委主办，高远山没有到场。", facts: []),
    FactCase(
      text: "唐山市委组织部长高远山出席会议。", facts: ["高远山 | holds_role | 中共唐山市委员会组织部 | 部长"]),
    FactCase(
      text: "唐山市副市长、公安局局长高远山出席会议。",
      facts: ["高远山 | holds_role | 唐山市人民政府 | 副市长", "高远山 | holds_role | 唐山市公安局 | 局长"]),
    FactCase(
      text: "唐山市副市长兼公安局局长高远山出席会议。",
      facts: ["高远山 | holds_role | 唐山市人民政府 | 副市长", "高远山 | holds_role | 唐山市公安局 | 局长"]),
  ]

  static let statuses: [FactCase] = [
    FactCase(
      text: "原河北省委常委、秘书长高远山出席会议。",
      facts: [
        "高远山 | holds_role | 中共河北省委员会 | 常委, former", "高远山 | holds_role | 中共河北省委员会 | 秘书长, former",
      ]),
    FactCase(
      text: "河北省委常委、原秘书长高远山出席会议。",
      facts: ["高远山 | holds_role | 中共河北省委员会 | 常委", "高远山 | holds_role | 中共河北省委员会 | 秘书长, former"]),
    FactCase(text: "时任唐山市市长高远山出席会议。", facts: ["高远山 | holds_role | 唐山市人民政府 | 市长, former"]),
    FactCase(text: "高远山曾任唐山市副市长。", facts: ["高远山 | holds_role | 唐山市人民政府 | 副市长, former"]),
    FactCase(text: "河北省代省长高远山出席会议。", facts: ["高远山 | holds_role | 河北省人民政府 | 代省长, acting"]),
    FactCase(
      text: "任命高远山为河北省教育厅厅长。", facts: ["高远山 | holds_role | 河北省教育厅 | 厅长, appointed"]),
    FactCase(
      text: "高远山当选唐山市人大常委会主任。",
      facts: ["高远山 | holds_role | 唐山市人民代表大会常务委员会 | 主任, elected"]),
    FactCase(
      text: "高远山不再担任唐山市副市长职务。", facts: ["高远山 | holds_role | 唐山市人民政府 | 副市长, removed"]),
    FactCase(
      text: "免去高远山的唐山市副市长职务。", facts: ["高远山 | holds_role | 唐山市人民政府 | 副市长, removed"]),
    FactCase(
      text: "高远山同志任唐山市委委员、常委、书记。",
      facts: [
        "高远山 | holds_role | 中共唐山市委员会 | 委员, appointed", "高远山 | holds_role | 中共唐山市委员会 | 常委, appointed",
        "高远山 | holds_role | 中共唐山市委员会 | 书记, appointed",
      ]),
    // What is planned is none.
    FactCase(text: "拟任唐山市副市长的高远山正在公示。", facts: []),
    FactCase(text: "提名高远山为唐山市市长候选人。", facts: []),
  ]

  @Test(arguments: cases) func isRead(example: FactCase) throws { try expectFacts(example, [.holdsRole]) }

  @Test(arguments: statuses) func hasItsStatus(example: FactCase) throws { try expectFacts(example, [.holdsRole]) }
}
