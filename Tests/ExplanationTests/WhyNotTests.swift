import DocumentModel
import Explanation
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
      text: "随后又来到唐山市。周启明说。", expected: "visited 周启明 天津市", cause: .ruleFailed, says: []),
    Miss(
      text: "省委书记周启明说。", expected: "holds_role 周启明 中共天津市委员会 role=书记", cause: .otherObject,
      says: ["河北省", "home"]),
    Miss(
      text: "周启明将前往唐山市。", expected: "visited 周启明 唐山市", cause: .ruleFailed,
      says: ["!behind(@plan within 10", "visits.rules:"]),
    Miss(
      text: "周启明希望同王德江一起散步。", expected: "met_with 周启明 王德江", cause: .ruleFailed, says: ["meetings.rules:"]),
  ]

  @Test(arguments: misses) func tellsTheCause(miss: Miss) throws {
    let article = Shipped.article(
      "标题\n" + miss.text, source: "河北日报", published: PartialDate(year: 2019, month: 5, day: 8))
    let answer = try Shipped.explainer(article).whyNot(try ExpectedRelation(miss.expected))
    #expect(answer["cause"] == miss.cause.rawValue, "\(answer.tree)")
    for part in miss.says { #expect(answer.tree.contains(part), "\(part) in\n\(answer.tree)") }
  }

  @Test(arguments: ["", "holds_role 甲", "likes 甲 乙", "visited 甲 乙 丙", "visited 甲 乙 colour=red"])
  func whatIsNoRelationIsTold(text: String) {
    #expect(throws: ExpectedRelation.Problem.self) { try ExpectedRelation(text) }
  }
}
