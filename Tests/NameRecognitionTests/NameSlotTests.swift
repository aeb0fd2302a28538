import DocumentModel
import NameRecognition
import TestSupport
import Testing

/// Names that structure tells though they are words or places, and what stands in the same places and is none.
@Suite struct NameSlotTests {
  static let titles = ["市委书记", "秘书长", "主任", "局长", "审判员", "县领导", "记者", "副局长", "书记", "主席", "负责人", "院长"]
  static let places = ["市公安局", "市人大", "市中级人民法院"]

  /// Every person is marked; what is not marked is none.
  @Test(arguments: [
    // Curricula.
    "[和平]，男，羌族，1985年12月生",
    "[方　舟]，女，汉族，1982年1月生",
    "[田野]，满族，1970年3月生",
    // Appointments.
    "[花满枝]为市公安局局长。",
    "[尚有为]为市公安局局长。",
    "[安　静]为市公安局局长。",
    "[于阗]的市公安局局长职务。",
    "任命[解放]、[田野]、[谷雨]为市中级人民法院审判员。",
    "接受[阳关]辞去市公安局局长职务的请求。",
    // Offices and boundaries.
    "市委书记[温泉]与考察团一行见面。",
    "市委书记、秘书长[关注点]在座。",
    "秘书长[边城]以不同方式表示慰问。",
    "联系人：[尤其]、[田野]；电话",
    // Lists.
    "县领导[王建国]、[李志明]、[高峰]参加考察。",
    // What is none.
    "市委书记单位负责接待。",
    "书记处同意这个意见。",
    "主任会议同意这个意见。",
    "院长办公会，同意这个意见。",
    "书记代表、主任干部，同意这个意见。",
    "[康]书记方便的时候再来。",
    "接受银行的主任意见。",
    "会议为市公安局主任会议。",
  ])
  func persons(marked: String) throws {
    let text = marked.filter { $0 != "[" && $0 != "]" }
    let expected = marked.split(separator: "[", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "]").first.map(String.init) }
    #expect(Fixture.persons(text, titles: Self.titles, places: Self.places) == expected)
  }

  /// What stands behind titles, in works and before titles, and is nobody; and who is somebody there.
  @Test(arguments: [
    // The title ends inside a word.
    "新华社长篇通讯：大江东去", "红军长征路线，途经多省",
    // Words behind a title.
    "受到总统热情迎接。", "在总统战略引领下，关系发展良好",
    // Surnames that are words, and the end of a longer name.
    "她向书记汇报了工作。", "同外方领导人见面。",
    // The inside of a work.
    "看了《卡特琳娜》和《王建国文集》。",
    "[王建国]看了《卡特琳娜》。",
    // A first character that is a word elsewhere.
    "国家主席[本扬]会见代表团。", "总裁[边一兵]表示，将扩大投资。", "院长[和平]致辞。",
  ])
  func wordsAroundTitles(marked: String) {
    let text = marked.filter { $0 != "[" && $0 != "]" }
    let expected = marked.split(separator: "[", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "]").first.map(String.init) }
    let titles = ["社长", "军长", "总统", "书记", "领导人", "国家主席", "总裁", "院长"]
    #expect(Fixture.persons(text, titles: titles) == expected)
  }

  /// A list of ten thousand names that structure tells is read in linear time.
  @Test(.timeLimit(.minutes(1))) func longListOfToldNames() {
    let text = "任命" + String(repeating: "田野、高峰、", count: 10_000) + "谷雨为市中级人民法院审判员。"
    #expect(!Fixture.persons(text, titles: Self.titles, places: Self.places).isEmpty)
  }

  @Test func toldNameIsToldElsewhere() {
    let text = "花满枝到任\n花满枝为市公安局局长。\n会上有花满枝和群众。"
    let found = Fixture.persons(
      text, zones: [.headline, .body, .body], titles: Self.titles, places: Self.places)
    #expect(found == ["花满枝", "花满枝", "花满枝"])
  }
}
