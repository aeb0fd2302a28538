import Explanation
import Pipeline
import FoundationEssentials
import RuleMatching
import Testing

/// The list, the manual and the profile of the shipped rules.
@Suite struct RuleReportTests {
  @Test func theListHasALineARuleAndACarry() throws {
    let rules = try Shipped.pipeline().rules
    let lines = RuleTable.text(of: rules).split(separator: "\n")
    #expect(lines.count == rules.rules.count + rules.carries.all.count + 2)
    #expect(lines.contains { $0.hasPrefix("title.government") && $0.contains("carry.rules:") })
    #expect(lines.contains { $0.hasPrefix("roles.title-before") && $0.contains("roles.rules:") })
  }

  /// After a change of the rules: `gongbao rules doc >Lexicons/rules/MANUAL.md`.
  @Test func theManualIsCurrent() throws {
    let made = RuleManual.markdown(of: try Shipped.pipeline().rules)
    let committed = try String(contentsOfFile: Shipped.folder + "/rules/MANUAL.md", encoding: .utf8)
    #expect(made == committed, "run gongbao rules doc >Lexicons/rules/MANUAL.md")
  }

  @Test func theProfileCounts() throws {
    let pipeline = try Shipped.pipeline()
    var profiler = RuleProfiler(pipeline.rules)
    let source = try pipeline.reader().latticeSource(of: Shipped.article("标题\n唐山市委书记周启明说。王德江表示。"))
    for (lattice, zone) in source.lattices(labels: pipeline.rules.labels) { profiler.add(lattice, zone: zone) }
    let number = try #require(pipeline.rules.rules.firstIndex { $0.id == "roles.title-before" })
    let profile = profiler.profiles[number]
    #expect(profile.matches == 1)
    #expect(profile.wins == 1)
    #expect(profile.tries >= 1)
    #expect(profile.steps > 0)
    let dead = RuleTable.text(of: profiler, pipeline.rules, articles: 1)
    #expect(dead.contains("never matched: "))
    #expect(!dead.contains("never matched: roles.title-before"))
  }
}
