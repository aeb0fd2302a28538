import DocumentModel

/// Whose 市委 it is: finds the unit that a form named only by its level means.
///
/// The order is that of annotation.md: the side the person belongs to; the paper's own unit and those above it; the
/// delegation's unit; the only unit of that level the document names. What none of these decides stays open.
struct LevelResolver {
  let gazetteer: Gazetteer
  let date: PartialDate?
  /// The paper's own unit.
  let home: Unit?
  /// Units that sent the delegations.
  let guests: [Unit]
  /// Units the delegations went to.
  let hosts: [Unit]
  /// All units the document names.
  let named: [Unit]

  /// Answers already given: thousands of titles may ask the same.
  private final class Answers {
    struct Question: Hashable {
      let level: String
      let side: Side?
    }
    var found: [Question: (Unit, Ground)?] = [:]
  }
  private let answers = Answers()

  init(gazetteer: Gazetteer, date: PartialDate?, home: Unit?, guests: [Unit], hosts: [Unit], named: [Unit]) {
    self.gazetteer = gazetteer
    self.date = date
    self.home = home
    self.guests = guests
    self.hosts = hosts
    self.named = named
  }

  /// A visitor is of neither side, but not of the unit that is visited.
  enum Side { case guest, host, visitor }

  /// How a unit was found, for confidence and explanation.
  typealias Ground = Grounding.Ground

  func unit(level: String, side: Side?) -> (Unit, Ground)? {
    let question = Answers.Question(level: level, side: side)
    if let known = answers.found[question] { return known }
    let found = find(level: level, side: side)
    answers.found[question] = .some(found)
    return found
  }

  private func find(level: String, side: Side?) -> (Unit, Ground)? {
    switch side {
    case .guest:
      if let unit = only(guests, level) { return (unit, .side) }
    case .host:
      if let unit = only(hosts, level) { return (unit, .side) }
      if let unit = home.flatMap({ up(from: $0, to: level) }), !guests.contains(unit) { return (unit, .side) }
    case .visitor, nil: break
    }
    if let unit = home.flatMap({ up(from: $0, to: level) }) { return (unit, .home) }
    if side != .host, let unit = only(guests, level) { return (unit, .delegation) }
    let others = side == .visitor ? named.filter { !hosts.contains($0) } : named
    let direct = Set(others.filter { fits($0, level) })
    if direct.count == 1, let unit = direct.first { return (unit, .onlyNamed) }
    if direct.isEmpty, let unit = only(others, level) { return (unit, .onlyNamed) }
    // A leader of the region in its streets and villages; whoever comes to a whole city may come from elsewhere.
    if side == .visitor, hosts.allSatisfy({ [.county, .town, .village].contains($0.level) }),
      let unit = only(hosts, level), !hosts.contains(unit)
    {
      return (unit, .onlyNamed)
    }
    return nil
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

  /// 区 may take up an autonomous region (区党委).
  private func fits(_ unit: Unit, _ level: String) -> Bool {
    unit.levelWord == level || (level == "区" && unit.levelWord == "自治区" && unit.level == .province)
      || (level == "市" && unit.levelWord == "师市")
  }
}
