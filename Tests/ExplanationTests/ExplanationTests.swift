import DocumentModel
import Explanation
import Ingestion
import Pipeline
import RuleMatching
import Testing

/// What is said of facts that were read.
@Suite struct ExplanationTests {
  static let article = Shipped.article(
    """
    周启明会见王德江
    唐山市委书记周启明率唐山市党政代表团赴天津市考察。市委副书记、市长陈立新参加考察。天津市副市长高远山陪同考察。
    """, source: "唐山日报", published: PartialDate(year: 2019, month: 5, day: 8))

  @Test func everyRelationAndMentionIsExplained() throws {
    let pipeline = try Shipped.pipeline()
    let trace = try pipeline.reader().trace(of: Self.article)
    let whole = Explainer(trace, rules: pipeline.rules, folders: [Shipped.folder]).everything()
    let relations = whole.children.filter { $0.kind == "relation" }
    let mentions = whole.children.filter { $0.kind == "mention" }
    #expect(relations.count == trace.extraction.relations.count)
    #expect(mentions.count == trace.mentions.count)
    #expect(!relations.isEmpty && !mentions.isEmpty)
    for relation in relations {
      #expect(relation.first("rule")?["at"]?.contains(".rules:") == true, "\(relation.text)")
      #expect(relation.first("element") != nil, "\(relation.text)")
      #expect(relation.first("binding") != nil, "\(relation.text)")
    }
    for mention in mentions { #expect(mention["by"]?.isEmpty == false, "\(mention.text)") }
  }

  /// Every golden article: nothing is stated or named that explain has no answer for.
  @Test(arguments: ["01-province-delegation", "06-personnel", "07-foreign-visitor"])
  func everythingInAGoldenArticleIsExplained(name: String) throws {
    let pipeline = try Shipped.pipeline()
    var articles = ArticleReader(InputPath.resolve(["\(Shipped.repository)/Tests/Golden/articles/\(name).txt"]).files)
    let next = articles.next()
    let article = try #require(try next?.result.get())
    let trace = try pipeline.reader().trace(of: article)
    let explainer = Explainer(trace, rules: pipeline.rules, folders: [Shipped.folder])
    let parts = explainer.everything().children
    #expect(!trace.extraction.relations.isEmpty)
    #expect(parts.count { $0.kind == "relation" } == trace.extraction.relations.count)
    #expect(parts.count { $0.kind == "mention" } == trace.mentions.count)
    for relation in parts where relation.kind == "relation" {
      #expect(relation.first("rule")?["stated by"]?.contains(".rules:") == true, "\(relation.tree)")
    }
    for mention in parts where mention.kind == "mention" {
      #expect(mention["by"]?.isEmpty == false, "\(mention.tree)")
      #expect(mention["whose"] == nil || mention.first("carry") != nil, "\(mention.tree)")
    }
  }

  @Test func anElidedOrganisationNamesItsCarry() throws {
    let roles = try Shipped.explainer(Self.article).relations(about: "陈立新").filter { $0["role"] == "市长" }
    let tree = try #require(roles.first).tree
    for part in ["carry title.government", "gave 唐山市人民政府", "carry.rules:", "is the case: when implies is government"] {
      #expect(tree.contains(part), "\(part) in\n\(tree)")
    }
  }

  @Test func theTraceReadsWhatExtractionReads() throws {
    let reader = try Shipped.pipeline().reader()
    #expect(reader.trace(of: Self.article).extraction == reader.extraction(of: Self.article))
  }

  @Test func aRoleNamesItsRuleElementsRowsAndGround() throws {
    let explainer = try Shipped.explainer(Self.article)
    let roles = explainer.relations(about: "陈立新").filter { $0["role"] == "副书记" }
    let tree = try #require(roles.first).tree
    for part in [
      "rule roles.title-before", "roles.rules:", "took «市委副书记", "p.org = «市委»", "grammar/organs.tsv:", "whose: 市 = 唐山市",
    ] {
      #expect(tree.contains(part), "\(part) in\n\(tree)")
    }
  }

  @Test func anOffsetGivesWhatStandsThere() throws {
    let explainer = try Shipped.explainer(Self.article)
    let place = try #require(explainer.places(of: "天津市副市长").first)
    let node = explainer.explain(place.lowerBound..<place.lowerBound)
    #expect(node.children.contains { $0.kind == "mention" && $0.text.hasPrefix("place «天津市»") })
    #expect(node.children.contains { $0.kind == "relation" && $0["title"]?.hasSuffix("副市长") == true })
    #expect(node.children.allSatisfy { $0.kind != "mention" || $0.range?.contains(place.lowerBound) == true })
  }

  /// Each stretch that could be a name and was not taken is kept, with the name that won or what spoke against it.
  @Test func everyRivalOfANameHasTheReasonItLost() throws {
    let explainer = try Shipped.explainer(Self.article)
    let place = try #require(explainer.places(of: "陈立新").first)
    let node = explainer.explain(place)
    #expect(node.children.contains { $0.kind == "mention" && $0.text.hasPrefix("person «陈立新»") })
    let rivals = try #require(node.first("rivals")).children.filter { $0.kind == "name" }
    #expect(!rivals.isEmpty)
    for rival in rivals {
      let reason = rival["lost"] ?? ""
      #expect(reason.hasPrefix("to «") || reason.hasPrefix("score "), "\(rival.text): \(reason)")
    }
    let shorter = try #require(rivals.first { $0.text.hasPrefix("name «陈立»") })
    #expect(shorter["lost"]?.hasPrefix("to «陈立新», longer, score ") == true)
    #expect(shorter.facts.count > 2, "its features")
  }

  @Test func placesAreCountedInCodePoints() throws {
    let explainer = try Shipped.explainer(Shipped.article("𠮷林\n周启明在唐山市"))
    #expect(explainer.places(of: "唐山市") == [7..<10])
    #expect(explainer.places(of: "无") == [])
  }

  @Test func jsonIsEscapedAndNested() {
    let explained = try? Shipped.explainer(Shipped.article("标题\n唐山市委书记周启明说:\"好\"。")).everything()
    let json = explained?.json ?? ""
    #expect(json.hasPrefix(#"{"kind":"article","text":"article test","children":[{"kind":"relation""#))
    #expect(json.contains(#"说:\"好\"。"#))
    #expect(!json.contains("\n"))
  }
}
