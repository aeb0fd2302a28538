/// The matches of a sentence after conflicts were decided.
public struct MatchOutcome: Hashable, Sendable {
  /// By start, then by rule.
  public let matches: [Match]
  /// By start, then by rule.
  public let rejections: [Rejection]
}

/// A match that lost, and to which.
public struct Rejection: Hashable, Sendable {
  public let match: Match
  public let winner: Match
  /// The first point in which the winner was better.
  public let reason: Reason

  public enum Reason: String, Hashable, Sendable {
    case priority, length, start, order
  }
}

extension RuleSet {
  /// Decides between matches of one group that claim overlapping text.
  ///
  /// A match claims the ranges of the rule's `claims` capture, or its whole range. The winner is the one of higher priority,
  /// then the longer one, then the one that starts earlier, then the one whose rule stands earlier. Matches are taken in that
  /// order, each unless one taken before claims some of the same text; so the outcome is total. Matches without a group
  /// and matches that claim nothing always stay.
  func decide(_ found: [Match]) -> MatchOutcome {
    var accepted: [Match] = []
    var rejections: [Rejection] = []
    var claimed: [(group: String, range: Range<Int>, winner: Match)] = []
    for match in found.sorted(by: { compare($0, $1).isBetter }) {
      let rule = rules[match.rule]
      guard let group = rule.group else {
        accepted.append(match)
        continue
      }
      let claims = rule.claims.map { match.all($0).map(\.range) } ?? [match.range]
      let rival = claimed.first { other in
        other.group == group && claims.contains { $0.overlaps(other.range) }
      }
      if let rival {
        rejections.append(
          Rejection(match: match, winner: rival.winner, reason: compare(rival.winner, match).reason))
      } else {
        accepted.append(match)
        for range in claims { claimed.append((group, range, match)) }
      }
    }
    func isBefore(_ a: Match, _ b: Match) -> Bool {
      a.range.lowerBound != b.range.lowerBound ? a.range.lowerBound < b.range.lowerBound : a.rule < b.rule
    }
    return MatchOutcome(
      matches: accepted.sorted(by: isBefore),
      rejections: rejections.sorted { isBefore($0.match, $1.match) })
  }

  private func compare(_ a: Match, _ b: Match) -> (isBetter: Bool, reason: Rejection.Reason) {
    let (priorityA, priorityB) = (rules[a.rule].priority, rules[b.rule].priority)
    if priorityA != priorityB { return (priorityA > priorityB, .priority) }
    if a.range.count != b.range.count { return (a.range.count > b.range.count, .length) }
    if a.range.lowerBound != b.range.lowerBound { return (a.range.lowerBound < b.range.lowerBound, .start) }
    return (a.rule < b.rule, .order)
  }
}
