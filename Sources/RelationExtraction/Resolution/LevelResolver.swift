import DocumentModel
import Lexicons
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
  var leaders: [Unit] = [] {
    didSet { (answers.bySource, answers.bySide) = ([], []) }
  }
  /// All units the document names.
  let named: [Unit]

  /// What has been answered before: thousands of titles of one article may ask the same of as many units. Few levels are asked
  /// for, so lists are looked through.
  final class Answers {
    var bySource: [(source: Carry.Source.Name, level: String, unit: Unit?)] = []
    var bySide: [(side: Side?, level: String, found: (unit: Unit, carry: Int)?)] = []
  }
  let answers = Answers()

  /// A visitor is of neither side, but not of the unit that is visited.
  enum Side: String { case guest, host, visitor }

  /// The unit a level word takes up apart from a run or list, and the number of the carry that tells so.
  func unit(level: String, side: Side?) -> (unit: Unit, carry: Int)? {
    for answer in answers.bySide where answer.side == side && answer.level == level { return answer.found }
    let found = unit(level: level, side: side, run: nil, list: { nil })
    answers.bySide.append((side, level, found))
    return found
  }

  /// The same of what the titles so far, and the list the word stands in, have named.
  func unit(
    level: String, side: Side?, run: RoleChain?, list: () -> Unit?
  ) -> (unit: Unit, carry: Int)? {
    func fact(_ subject: Carry.Subject) -> CarryFact? {
      switch subject {
      case .level: return CarryFact(level)
      case .side: return side.map { CarryFact($0.rawValue) }
      default: return nil
      }
    }
    let found = carries.firstThing(for: .level, where: fact) { take in
      guard case .name(let source, let word) = take.source else { return Unit?.none }
      return unit(source, level: word ?? level, run: run, list: list)
    }
    return found.map { ($0.thing, $0.number) }
  }

  private func unit(
    _ source: Carry.Source.Name, level: String, run: RoleChain?, list: () -> Unit?
  ) -> Unit? {
    switch source {
    case .runUnit: return run?.unit(level: level, gazetteer.words.levels)
    case .listUnit: return list()
    default:
      for answer in answers.bySource where answer.source == source && answer.level == level { return answer.unit }
      let found = unit(source, level: level)
      answers.bySource.append((source, level, found))
      return found
    }
  }

  /// What the document as a whole tells.
  private func unit(_ source: Carry.Source.Name, level: String) -> Unit? {
    switch source {
    case .guests: only(guests, level)
    case .hosts: host(level)
    // Of a group from nobody knows where, the guests may be meant as well.
    case .hostsOther where !guests.isEmpty && guests.allSatisfy({ up(from: $0, to: level) == nil }): host(level)
    case .leaders: only(leaders.filter { !hosts.contains($0) }, level)
    case .home: home.flatMap { up(from: $0, to: level) }
    case .named: onlyNamed(named, level)
    case .namedElsewhere: onlyNamed(named.filter { !hosts.contains($0) }, level)
    // Whoever comes to a whole city may come from elsewhere.
    case .hostsRegion where hosts.allSatisfy({ [.county, .town, .village].contains($0.level) }):
      only(hosts, level).flatMap { hosts.contains($0) ? nil : $0 }
    default: nil
    }
  }

  /// The only unit of a level among some, else the only one above them.
  private func onlyNamed(_ units: [Unit], _ level: String) -> Unit? {
    let direct = Set(units.filter { fits($0, level) })
    return direct.isEmpty ? only(units, level) : direct.count == 1 ? direct.first : nil
  }

  /// The unit itself or the one above it that has the level.
  func up(from unit: Unit, to level: String) -> Unit? {
    if gazetteer.words.levels.isOfCorps(level) {
      if gazetteer.words.levels.isOfCorps(unit.levelWord) { return unit }
      return gazetteer.corpsDivision(ofCity: unit, on: date)
    }
    if fits(unit, level) { return unit }
    guard let number = gazetteer.first(above: unit, where: { fits($0, level) }) else { return nil }
    return gazetteer.unit(number, on: date)
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

  private func fits(_ unit: Unit, _ level: String) -> Bool { fits(unit.levelWord, level) }

  /// 区 may take up an autonomous region (区党委).
  private func fits(_ levelWord: String, _ level: String) -> Bool {
    gazetteer.words.levels.stands(level, for: levelWord)
  }
}
