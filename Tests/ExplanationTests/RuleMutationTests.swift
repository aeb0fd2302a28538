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
    let (killed, total) = (results.reduce(0) { $0 + $1.killed }, results.reduce(0) { $0 + $1.total })
    #expect(total > 0)
    #expect(killed * 10 >= total * 9, "gongbao rules mutate --survivors names them")
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
