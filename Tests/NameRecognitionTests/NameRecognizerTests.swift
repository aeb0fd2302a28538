import DocumentModel
import NameRecognition
import TestSupport
import Testing

@Suite struct NameRecognizerTests {
  static let titles = [
    "市委书记", "书记", "市长", "主席", "部长", "总理", "总统", "记者", "镇长", "先生", "女士", "代表", "主任", "董事长", "外长", "副主任", "校长",
  ]

  /// Every person is marked; what is not marked is none.
  @Test(arguments: [
    // Surname and one or two characters, after a title and before a verb.
    "市委书记[陈国梁]主持会议并讲话。",
    "[周立诚]指出，要做好今冬明春的工作。",
    "副市长[许昕]陪同调研。",
    "会议由[黄建业]主持。",
    "省领导[马志伟]、[孙海燕]、[郭强]参加会见。",
    "[李文斌]说，这是村里的第一座桥。",
    // Compound surnames.
    "董事长[欧阳文华]介绍了情况。",
    "校长[司马德明]表示欢迎。",
    // A blank inside.
    "主任：[赵 刚]",
    // Transliterated.
    "法国总统[勒菲弗尔]抵达北京。",
    "外长[安德烈·科尔松]出席会议。",
    "[玛丽亚·费尔南德斯]说，合作前景广阔。",
    "自治区主席[阿不力米提·吐尔逊]出席。",
    // Japanese.
    "日本外长[山本健太郎]表示",
    // Words of peoples without surnames.
    "自治区主席[扎西多吉]出席会议。",
    // Dashes as dots.
    "导演[斯坦利-布朗]说，影片很成功。",
    // At home.
    "[老周]说，日子越过越好。",
    // Introduced or addressed at the start.
    "[任冠林]，男，汉族，1965年生。",
    // A surname alone.
    "[牛]镇长带着大家上山栽树。",
    "[吴]女士说，孩子很喜欢这里。",
    "记者来到[赵]先生家里。",
    // A stretch between an office and a boundary, though it is a word.
    "市委副书记、市长[程朗然]，市委常委出席。",
    "县委书记[高扬]、副主任[田园]陪同。",
  ])
  func findsPersons(marked: String) {
    let text = MarkedText(marked)
    #expect(Fixture.persons(text.text, titles: Self.titles) == text.words)
  }

  @Test(arguments: [
    "中央高度重视安全生产工作。",
    "坐落在和平区的博物馆对外开放。",
    "他被授予时代楷模称号。",
    "于是大家一起动手。",
    "中国梦·劳动美主题演讲比赛举行。",
    "山西省长治市上党区",
    "全面贯彻落实党的二十大精神。",
    "马上就要开学了，大家都很高兴。",
    "方便群众办事，提高服务水平。",
    "江水清澈，白云朵朵。",
    "诺基亚公司发布新品。",
    "总理周二晚表示，合作前景广阔。",
    "",
    "\n",
  ])
  func findsNoneInOrdinaryText(text: String) {
    #expect(Fixture.persons(text, titles: Self.titles, places: ["山西省", "长治市", "和平区", "上党区"]) == [])
  }

  @Test func readsAuthorsOfAByline() {
    #expect(
      Fixture.persons("本报记者 范雨菲 于冲 通讯员 廖文", zones: [.byline], titles: ["记者", "通讯员"])
        == ["范雨菲", "于冲", "廖文"])
  }

  @Test func splitsNamesThatRunTogetherInAHeadline() {
    let text = "陈国梁周立诚与许明远座谈\n市委书记陈国梁、市长周立诚与董事长许明远座谈。"
    #expect(
      Fixture.persons(text, zones: [.headline, .body], titles: Self.titles)
        == ["陈国梁", "周立诚", "许明远", "陈国梁", "周立诚", "许明远"])
  }

  @Test func skipsFurniture() {
    #expect(Fixture.persons("责任编辑：陈国梁", zones: [.furniture]) == [])
  }

  @Test func anotherReadingWins() {
    #expect(Fixture.persons("金山区委书记出席。", places: ["金山区"]) == [])
  }

  @Test func mentionsAreSortedAndApart() {
    let document = Fixture.document("陈国梁、周立诚和许明远参加会见，陈国梁主持。")
    let spans = Fixture.recognizer.persons(in: document, context: []).map(\.span)
    #expect(spans.count == 4)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
  }

  @Test func saysWhatDecided() throws {
    let document = Fixture.document("市委书记陈国梁主持会议。")
    let context = [ContextMention(range: 0..<4, kind: .title)]
    let mention = try #require(Fixture.recognizer.persons(in: document, context: context).first)
    #expect(mention.type == .person)
    let keys = Set(Feature.allCases.map { Provenance.rule("names." + $0.key) })
    #expect(keys.contains(mention.by))
    let explained = Fixture.recognizer.explain(document, context: context)
    let chosen = try #require(explained.first { $0.isChosen })
    #expect(document.matching.string(chosen.range) == "陈国梁")
    #expect(chosen.features.contains(FeatureValue(feature: .titleBefore, value: 1)))
    let sum = chosen.features.reduce(0) { $0 + $1.value * Fixture.recognizer.weight(of: $1.feature) }
    #expect(abs(sum - chosen.score) < 1e-6)
  }

  @Test func keysAreUnique() {
    #expect(Set(Feature.allCases.map(\.key)).count == Feature.allCases.count)
  }

  /// 1 MB without a mark: the lattice must not depend on sentences being short.
  @Test(.timeLimit(.minutes(5))) func longSentence() {
    let text = String(repeating: "市长陈国梁走访300户abcdefghijklmnopqrstuvwxyz0123456789", count: 16_500)
    let document = Fixture.document(text)
    #expect(document.utf8.count > 1_000_000)
    #expect(!Fixture.recognizer.persons(in: document, context: []).isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func manyDots() {
    let document = Fixture.document(String(repeating: "阿·", count: 20_000))
    #expect(Fixture.recognizer.persons(in: document, context: []).count < 20_000)
  }
}
