import DocumentModel
import Explanation
import Pipeline
import RuleMatching
import Testing

/// Each way a relation can be missed is told apart from the others.
@Suite struct WhyNotTests {
  struct Miss: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: String
    let cause: MissCause
    /// What the answer must say somewhere.
    let says: [String]
    var testDescription: String { "\(cause.rawValue): \(expected)" }
  }

  static let misses = [
    Miss(text: "唐山市委书记周启明说。", expected: "holds_role 周启明 中共唐山市委员会 role=书记", cause: .found, says: ["roles.title-before"]),
    Miss(
      text: "唐山市委书记周启明说。", expected: "holds_role 周启明 中共唐山市委员会 role=书记 status=former", cause: .foundOtherwise,
      says: ["status: current"]),
    Miss(text: "唐山市委书记周启明说。", expected: "holds_role 王德江 中共唐山市委员会 role=书记", cause: .notInText, says: ["王德江"]),
    Miss(
      text: "唐山市委书记周启明说,工作很重要。", expected: "holds_role 工作 中共唐山市委员会 role=书记", cause: .subjectNotRecognised,
      says: ["«工作»"]),
    Miss(
      text: "唐山市委门神周启明说。", expected: "holds_role 周启明 中共唐山市委员会 role=门神", cause: .titleNotRecognised,
      says: ["«门神»"]),
    Miss(
      text: "唐山市委书记周启明来到竹影轩。", expected: "visited 周启明 竹影轩", cause: .objectNotRecognised,
      says: ["«竹影轩»"]),
    Miss(
      text: "2030年5月1日,周启明来到唐山市。", expected: "visited 周启明 唐山市", cause: .dropped,
      says: ["lies after the publication"]),
    Miss(
      text: "随后又来到唐山市。周启明说。", expected: "visited 周启明 天津市", cause: .notInText, says: ["天津市"]),
    Miss(
      text: "省委书记周启明说。", expected: "holds_role 周启明 中共天津市委员会 role=书记", cause: .otherObject,
      says: ["河北省", "level.home", "carry.rules:"]),
    Miss(
      text: "唐山市教育局周启明局长、副局长陈立新出席。", expected: "holds_role 周启明 唐山市教育局 role=局长", cause: .lost,
      says: ["lost to roles.title-before", "priority"]),
    Miss(
      text: "周启明市长、教授来到唐山市。", expected: "holds_role 周启明 唐山市 role=教授", cause: .stoppedShort,
      says: ["roles.title-after matched «周启明市长»", "parts it from the rest"]),
    Miss(
      text: "唐山市领导高远山,、张学勤参加。", expected: "holds_role 张学勤 唐山市 role=领导", cause: .stoppedShort,
      says: ["roles.title-before matched «唐山市领导高远山»", "«,、»"]),
    Miss(
      text: "天津市党政代表团来到唐山市。王德江随后来到沧州市。周启明陪同考察。", expected: "accompanied 周启明 天津市党政代表团",
      cause: .otherObject, says: ["周启明 and 王德江", "($traveller)"]),
    Miss(
      text: "天津市党政代表团来到河北省唐山市。", expected: "visited 天津市党政代表团 河北省", cause: .otherObject,
      says: ["天津市党政代表团 and 唐山市"]),
    Miss(
      text: "唐山市市长周启明会见了老乡。", expected: "met_with 周启明 老乡", cause: .objectNotRecognised,
      says: ["«老乡» at", "was not recognised as"]),
    // Two sentences speak of him, and what the first states is dropped; the one that names the meeting is meant.
    Miss(
      text: "周启明参加座谈会。全省教育工作会议在唐山市召开,周启明主持会议。", expected: "attended 周启明 全省教育工作会议",
      cause: .otherObject, says: ["took «周启明主持会议»", "周启明 and 教育工作会议"]),
    Miss(
      text: "周启明将前往唐山市。", expected: "visited 周启明 唐山市", cause: .guarded,
      says: ["!behind(@plan within 10", "which finds «将»", "visits.rules:"]),
    Miss(
      text: "周启明希望同王德江一起散步。", expected: "met_with 周启明 王德江", cause: .ruleFailed, says: ["meetings.rules:"]),
    Miss(
      text: "唐山市市长周启明拟于近期来到沧州市考察。此前他到过天津市。", expected: "visited 周启明 沧州市", cause: .guarded,
      says: ["@plan", "finds «拟»"]),
    Miss(
      text: "唐山市党政代表团计划于下周赴天津市考察。5月6日,代表团参观了唐山规划展览馆。", expected: "visited 唐山市党政代表团 天津市", cause: .guarded,
      says: ["visits.delegation", "@plan"]),
    Miss(
      text: "周启明一行拟于近期来到沧州市,并参观唐山规划展览馆。", expected: "visited 周启明 沧州市", cause: .guarded,
      says: ["«周启明一行拟于近期来到沧州市»", "finds «拟»"]),
    Miss(
      text: "周启明一行来到天津市。他们拟于近期来到石桥文化馆。", expected: "visited 周启明 石桥文化馆", cause: .guarded,
      says: ["visits.elided", "finds «拟»"]),
    Miss(
      text: "周启明来到唐山规划展览馆。拟于近期来到沧州市,参观石桥博物馆。", expected: "visited 周启明 石桥博物馆", cause: .guarded,
      says: ["finds «拟于»"]),
    Miss(
      text: "周启明没有来到沧州市。", expected: "visited 周启明 沧州市", cause: .guarded,
      says: ["finds «没有»"]),
    Miss(
      text: "唐山市市长周启明未能与沧州市市长高远山会面。", expected: "met_with 周启明 高远山", cause: .guarded,
      says: ["meetings.talk", "finds «未能»"]),
    Miss(
      text: "唐山市市长周启明将会见沧州市市长高远山。", expected: "met_with 周启明 高远山", cause: .guarded,
      says: ["meetings.receive", "finds «将»"]),
    Miss(
      text: "唐山市市长周启明希望沧州市委书记高远山来到沧州市考察。", expected: "visited 高远山 沧州市", cause: .guarded,
      says: ["unless before @hope", "finds «希望»"]),
    Miss(
      text: "周启明受到沧州市人民欢迎。", expected: "visited 周启明 沧州市", cause: .guarded,
      says: ["finds «受»"]),
    Miss(
      text: "周启明未出席唐山市教育工作会议。", expected: "attended 周启明 唐山市教育工作会议", cause: .guarded,
      says: ["meetings.attend", "finds «未»"]),
    Miss(
      text: "周启明来到沧州市。高远山未陪同考察。", expected: "accompanied 高远山 周启明", cause: .guarded,
      says: ["meetings.accompany", "finds «未»"]),
    Miss(
      text: "周启明在春暖花开的五月里满怀着对老区人民的深厚感情和对乡村振兴工作的热切期盼风尘仆仆地来到沧州市。", expected: "visited 周启明 沧州市", cause: .tooFar,
      says: ["skip{0,26", "go over 36"]),
    Miss(
      text: "国务院副总理周启明来到美国。", expected: "visited 周启明 英国", cause: .notInText,
      says: ["«英国»"]),
    Miss(
      text: "代表团成员周启明来到沧州市。", expected: "member_of 周启明 天津市党政代表团", cause: .notInText,
      says: ["«天津市党政代表团»"]),
    Miss(
      text: "位于唐山市的石桥文化馆开馆。", expected: "located_in 石桥文化馆 天津市", cause: .notInText,
      says: ["«天津市»"]),
    Miss(
      text: "县长周启明来到现场。", expected: "holds_role 周启明 沧县人民政府 role=县长", cause: .otherObject,
      says: ["whose place stayed open"]),
    Miss(
      text: "周启明来到石桥晾晒棚参观。", expected: "visited 周启明 石桥晾晒棚", cause: .objectNotRecognised,
      says: ["«石桥晾晒棚»"]),
    Miss(
      text: "唐山市农业农村局首席种粮官周启明出席。", expected: "holds_role 周启明 唐山市农业农村局 role=首席种粮官", cause: .titleNotRecognised,
      says: ["«首席种粮官»"]),
    Miss(
      text: "唐山市委书记,周启明说。", expected: "holds_role 周启明 中共唐山市委员会 role=书记", cause: .ruleFailed,
      says: ["roles.title-before came nearest", "there stands «,周启明"]),
    Miss(
      text: "唐山市市长候选人周启明讲话。", expected: "holds_role 周启明 唐山市人民政府 role=市长", cause: .ruleFailed,
      says: ["roles.title-before came nearest", "候选人"]),
    Miss(
      text: "周启明关注沧州市的发展。", expected: "visited 周启明 沧州市", cause: .ruleFailed,
      says: ["visits.persons came nearest", "stopped at go", "between the two sides stands «关注»"]),
    // The other 书记 of the article is not meant, though a rule would take it but for a look.
    Miss(
      text: "4月1日,唐山市委书记高远山出席。市委副书记、校党委书记周启明参加。", expected: "holds_role 周启明 中共唐山市委员会 role=委书记",
      cause: .titleNotRecognised, says: ["«委书记»"]),
    Miss(
      text: "镇党委副书记、纪委书记周启明参加考察。唐山市委书记高远山出席。", expected: "holds_role 周启明 某某镇纪委 role=书记",
      cause: .otherTitle, says: ["纪委书记", "roles.title-before"]),
    Miss(
      text: "周启明会见周启明。", expected: "met_with 周启明 周启明", cause: .dropped,
      says: ["subject and object are one"]),
  ]

  @Test(arguments: misses) func tellsTheCause(miss: Miss) throws {
    let article = Shipped.article(
      "标题\n" + miss.text, source: "河北日报", published: PartialDate(year: 2019, month: 5, day: 8))
    let answer = try Shipped.explainer(article).whyNot(try ExpectedRelation(miss.expected))
    #expect(answer["cause"] == miss.cause.rawValue, "\(answer.tree)")
    for part in miss.says { #expect(answer.tree.contains(part), "\(part) in\n\(answer.tree)") }
  }

  /// A rule set that lacks the relation altogether.
  @Test func tellsThatNoRuleStatesIt() throws {
    let trace = try Shipped.pipeline().reader().trace(of: Shipped.article("标题\n周启明在家。唐山市很大。"))
    let rules = try RuleSet.parse(
      main: "main.rules", normalize: { $0.unicodeScalars.map(\.value) },
      read: { _ in Array("rule a { match 甲; emit leads(\"a\", \"b\"); }".utf8) })
    let answer = Explainer(trace, rules: rules).whyNot(try ExpectedRelation("visited 周启明 唐山市"))
    #expect(answer["cause"] == MissCause.noRule.rawValue, "\(answer.tree)")
  }

  @Test func everyCauseIsShown() {
    #expect(Set(Self.misses.map(\.cause)).union([.noRule]) == Set(MissCause.allCases))
  }

  @Test(arguments: ["", "holds_role 甲", "likes 甲 乙", "visited 甲 乙 丙", "visited 甲 乙 colour=red"])
  func whatIsNoRelationIsTold(text: String) {
    #expect(throws: ExpectedRelation.Problem.self) { try ExpectedRelation(text) }
  }
}
