import DocumentModel
import RuleMatching

/// Whose 市委 it is: finds the unit that a form named only by its level means.
///
/// Where it is looked for, and in which order, is told by the carries for `level` in the rule files. What none of these
/// decides stays open.
struct LevelResolver {
  let carries: CarryTable
  let gazetteer: Gazetteer
  let date: PartialDate?
  /// The paper's own unit.
  let home: Unit?
  /// Units that sent the delegations.
  let guests: [Unit]
  /// Units the delegations went to.
  let hosts: [Unit]
  /// Units whose leaders travel.
  var leaders: [Unit] = []
  /// All units the document names.
  let named: [Unit]

  /// What the units named have answered before: thousands of titles of one article may ask the same of as many units.
  final class Answers {
    struct Question: Hashable {
      let level: String
      let isElsewhere: Bool
    }
    var units: [Question: Unit?] = [:]
  }
  let answers = Answers()

  /// A visitor is of neither side, but not of the unit that is visited.
  enum Side: String { case guest, host, visitor }

  /// The unit a level word takes up, and the number of the carry that tells so.
  ///
  /// `run` and `list`: what the titles so far, and the list the word stands in, have named.
  func unit(
    level: String, side: Side?, run: RoleChain? = nil, list: () -> Unit? = { nil }
  ) -> (unit: Unit, carry: Int)? {
    func fact(_ subject: Carry.Subject) -> CarryFact? {
      switch subject {
      case .level: return CarryFact(level)
      case .side: return side.map { CarryFact($0.rawValue) }
      default: return nil
      }
    }
    let found = carries.first(for: .level, where: fact) { take in
      guard case .name(let source, let word) = take.source else { return Unit?.none }
      return unit(source, level: word ?? level, run: run, list: list)
    }
    return found.map { ($0.thing, $0.number) }
  }

  private func unit(
    _ source: Carry.Source.Name, level: String, run: RoleChain?, list: () -> Unit?
  ) -> Unit? {
    switch source {
    case .runUnit: run?.unit(level: level)
    case .listUnit: list()
    case .guests: only(guests, level)
    case .hosts: host(level)
    // Of a group from nobody knows where, the guests may be meant as well.
    case .hostsOther where !guests.isEmpty && guests.allSatisfy({ up(from: $0, to: level) == nil }): host(level)
    case .leaders: only(leaders.filter { !hosts.contains($0) }, level)
    case .home: home.flatMap { up(from: $0, to: level) }
    case .named: onlyNamed(level, elsewhere: false)
    case .namedElsewhere: onlyNamed(level, elsewhere: true)
    // Whoever comes to a whole city may come from elsewhere.
    case .hostsRegion where hosts.allSatisfy({ [.county, .town, .village].contains($0.level) }):
      only(hosts, level).flatMap { hosts.contains($0) ? nil : $0 }
    default: nil
    }
  }

  /// The only unit of a level among those named, or those of them that are not visited, else the only one above them.
  private func onlyNamed(_ level: String, elsewhere: Bool) -> Unit? {
    let question = Answers.Question(level: level, isElsewhere: elsewhere)
    if let known = answers.units[question] { return known }
    let found = onlyNamed(elsewhere ? named.filter { !hosts.contains($0) } : named, level)
    answers.units[question] = .some(found)
    return found
  }

  private func onlyNamed(_ units: [Unit], _ level: String) -> Unit? {
    let direct = Set(units.filter { fits($0, level) })
    return direct.isEmpty ? only(units, level) : direct.count == 1 ? direct.first : nil
  }

  /// The unit itself or the one above it that has the level.
  func up(from unit: Unit, to level: String) -> Unit? {
    if level == "师市" || level == "师" {
      if unit.levelWord == "师市" || unit.levelWord == "师" { return unit }
      return gazetteer.corpsDivision(ofCity: unit, on: date)
    }
    return gazetteer.lineage(of: unit, on: date).first { fits($0, level) }
  }

  private func only(_ units: [Unit], _ level: String) -> Unit? {
    let found = Set(units.compactMap { up(from: $0, to: level) })
    return found.count == 1 ? found.first : nil
  }

  /// Of several units that are visited the paper's own one speaks of itself.
  private func host(_ level: String) -> Unit? {
    guard let own = home.flatMap({ up(from: $0, to: level) }), hosts.contains(where: { up(from: $0, to: level) == own })
    else { return only(hosts, level) }
    return own
  }

  /// 区 may take up an autonomous region (区党委).
  private func fits(_ unit: Unit, _ level: String) -> Bool {
    unit.levelWord == level || (level == "区" && unit.levelWord == "自治区" && unit.level == .province)
      || (level == "市" && unit.levelWord == "师市")
  }
}
