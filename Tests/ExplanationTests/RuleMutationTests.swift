import Explanation
import Pipeline
import RuleMatching
import Testing

/// Whether the shipped rules' own examples notice faults put into them.
@Suite struct RuleMutationTests {
  @Test func nineOfTenFaultsAreNoticed() throws {
    let pipeline = try Shipped.pipeline()
    let check = try MutationCheck(pipeline: pipeline)
    let results =
      pipeline.rules.rules.indices.map { check.result(ofRule: $0) }
      + pipeline.rules.carries.all.indices.map { check.result(ofCarry: $0) }
    var counts = MutationCounts()
    for result in results { counts.add(result) }
    #expect(results.contains { $0.total > 0 })
    // Of each kind: dropped, loosened, widened.
    #expect(counts.below(percent: 90) == nil, "gongbao rules mutate --survivors names them")
    #expect(counts.below(percent: 101) != nil)
  }

  @Test func everyRuleHasThreeExamples() throws {
    for rule in try Shipped.pipeline().rules.rules {
      #expect(rule.examples.count >= 3, "\(rule.location): rule \(rule.id)")
    }
    for carry in try Shipped.pipeline().rules.carries.all {
      #expect(carry.examples.count >= 3, "\(carry.location): carry \(carry.id)")
    }
  }
}
