import DocumentModel
import RuleMatching

/// What told which body a title belongs to, for the journal.
extension RoleReader {
  /// Looks again, in the order in which the organisation was looked for; `before` is the run as it was then.
  func grounding(
    of office: Office, _ title: TitleReading, _ person: String?, _ before: RoleChain, _ object: Identity
  ) -> Grounding? {
    if office.outlet { return nil }
    var level = title.level
    if let index = office.organisation {
      guard referents.ownPlace(of: index) == nil, case .organ(let reading) = referents.mentions[index].reading,
        let organLevel = reading.level
      else { return nil }
      level = organLevel
      if organLevel.isEmpty { return Grounding(level: "", unit: before.lastPlace?.name, ground: .chain) }
    } else if object == before.lastOrganisation {
      return Grounding(level: "", unit: object.name, ground: .chain)
    }
    guard let level, !level.isEmpty else { return Grounding(level: "", unit: object.name, ground: .title) }
    if let unit = before.unit(level: level) { return Grounding(level: level, unit: unit.name, ground: .chain) }
    guard object.resolved != false else { return Grounding(level: level, unit: nil, ground: .open) }
    let found = referents.levels.unit(level: level, side: person.flatMap { sides[$0] })
    guard let found else { return Grounding(level: level, unit: object.name, ground: .known) }
    return Grounding(level: level, unit: found.0.name, ground: found.1)
  }

  /// Notes the names of a list that do not share a post only one person holds.
  mutating func noteSingular(
    _ title: TitleReading, _ others: ArraySlice<Int>, _ object: Identity, _ match: Match, _ emission: Int
  ) {
    for person in others {
      journal.drop(
        match, journal.sentence, emission, .singular(title.role), subject: referents.identity(of: person),
        object: object)
    }
  }
}
