import RuleMatching

/// How many faults of each kind the examples of rules noticed.
public struct MutationCounts: Sendable {
  private var killed: [RuleMutation.Kind: Int] = [:]
  private var total: [RuleMutation.Kind: Int] = [:]

  public init() {}

  public mutating func add(_ result: MutationCheck.Result) {
    for kind in RuleMutation.Kind.allCases {
      let count = result.count(of: kind)
      killed[kind, default: 0] += count.killed
      total[kind, default: 0] += count.total
    }
  }

  /// Each kind, then all: `drop: 31 of 34 noticed, 91.1 %`.
  public var lines: [String] {
    RuleMutation.Kind.allCases.map { "\($0.rawValue): \(Self.share(killed[$0] ?? 0, total[$0] ?? 0))" }
      + ["all: \(Self.share(killed.values.reduce(0, +), total.values.reduce(0, +)))"]
  }

  /// The first kind of which a smaller share was noticed; nil for none.
  public func below(percent: Int) -> String? {
    let short = RuleMutation.Kind.allCases.first { (killed[$0] ?? 0) * 100 < (total[$0] ?? 0) * percent }
    return short.map { "\($0.rawValue): \(Self.share(killed[$0] ?? 0, total[$0] ?? 0))" }
  }

  private static func share(_ killed: Int, _ total: Int) -> String {
    let share = total == 0 ? 1000 : killed * 1000 / total
    return "\(killed) of \(total) noticed, \(share / 10).\(share % 10) %"
  }
}
