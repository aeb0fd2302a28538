import DocumentModel
import RuleMatching

/// Turns matches of role rules into roles: which organisation each title belongs to, and with which status.
struct RoleReader {
  let rules: RuleSet
  var referents: Referents
  /// Persons whose side is known, by full name.
  let sides: [String: LevelResolver.Side]
  /// Offices said earlier in the document: 习近平主席 after 国家主席习近平.
  private(set) var journal: Journal
  private var known: [String: [(core: String, organisation: Identity, role: String)]] = [:]

  init(rules: RuleSet, referents: Referents, sides: [String: LevelResolver.Side], journal: Journal) {
    self.rules = rules
    self.referents = referents
    self.sides = sides
    self.journal = journal
  }

  /// One title with the names that share it, as a rule bound them.
  private struct Office {
    var title: Int
    var titleRange: Range<Int>
    var organisation: Int?
    var organisationRange: Range<Int>?
    var isFormer: Bool
    var status: RoleStatus?
    var outlet: Bool
    var persons: [Int]
  }

  /// The roles a sentence states; `chain` carries over from the match before.
  mutating func relations(
    of match: Match, in sentence: Sentence, number: Int, chain: inout RoleChain
  ) -> [StatedRelation] {
    let rule = rules.rules[match.rule]
    guard rule.emissions.contains(where: { $0.relation == .holdsRole }) else { return [] }
    let scalars = referents.document.matching.scalars
    if chain.end > match.range.lowerBound || !RoleChain.isJoint(scalars[max(0, chain.end)..<match.range.lowerBound]) {
      chain = RoleChain()
    }
    chain.end = match.range.upperBound
    var found: [StatedRelation] = []
    for (index, emission) in rule.emissions.enumerated() where emission.relation == .holdsRole {
      let rows: [EmissionRow]
      do throws(RowProblem) { rows = try match.rows(for: emission) } catch {
        journal.drop(match, number, index, .rows(error))
        continue
      }
      let offices = offices(rows, of: emission)
      // 原 in front of a list covers the list.
      let allFormer = offices.count > 1 && (offices.first?.isFormer ?? false)
      for office in offices {
        guard case .title(let title) = referents.mentions[office.title].reading else { continue }
        let first = office.persons.first.flatMap { referents.persons[$0] }
        let holder = office.persons.first.flatMap { referents.identity(of: $0) }
        guard !referents.mentions[office.title].labels.contains("planned") else {
          journal.drop(match, number, index, .plannedTitle(title.role), subject: holder)
          continue
        }
        journal.grounding = nil
        guard let object = organisation(of: office, title: title, person: first, &chain) else {
          journal.drop(match, number, index, .noOrganisation(title.role), subject: holder)
          continue
        }
        let holders = persons(sharing: title, office.persons)
        for person in office.persons.dropFirst(holders.count) {
          journal.drop(
            match, number, index, .singular(title.role), subject: referents.identity(of: person), object: object)
        }
        for person in holders {
          guard let subject = referents.identity(of: person) else { continue }
          journal.derive(
            match, number, index, subject: person, object: office.organisation, title: office.title,
            grounding: journal.grounding)
          let status = office.status ?? (office.isFormer || allFormer ? .former : title.status) ?? .current
          found.append(
            StatedRelation(
              type: .holdsRole, subject: subject, object: object, role: title.role,
              title: written(office, title), status: status, evidence: sentence.span, rule: rule.id,
              confidence: object.resolved == false ? rule.confidence * 0.6 : rule.confidence))
          known[subject.name, default: []].append((title.core, object, title.role))
        }
      }
    }
    return found
  }

  // MARK: Bindings

  private func offices(_ rows: [EmissionRow], of emission: Emission) -> [Office] {
    func field(_ name: String, _ row: EmissionRow) -> Binding? {
      emission.fields.firstIndex { $0.name == name }.flatMap { row.fields[$0] }
    }
    var status: RoleStatus?
    for field in emission.fields where field.name == "status" {
      if case .text(let text) = field.value { status = RoleStatus(rawValue: text) }
    }
    var offices: [Office] = []
    for row in rows {
      guard let title = field("role", row), let number = title.mention, let person = row.subject?.mention else {
        continue
      }
      let organisation = row.object ?? field("org", row)
      var isOutlet = false
      if case .register("outlet") = emission.object { isOutlet = organisation == nil }
      if let at = offices.firstIndex(where: { $0.title == number }) {
        offices[at].persons.append(person)
      } else {
        offices.append(
          Office(
            title: number, titleRange: title.range, organisation: organisation?.mention,
            organisationRange: organisation?.range, isFormer: field("former", row) != nil, status: status,
            outlet: isOutlet, persons: [person]))
      }
    }
    return offices.sorted { $0.titleRange.lowerBound < $1.titleRange.lowerBound }
  }

  /// One post at the head of a body is held by one person: of a list of names only the first takes it.
  private func persons(sharing title: TitleReading, _ persons: [Int]) -> [Int] {
    title.isSingular ? Array(persons.prefix(1)) : persons
  }

  private func written(_ office: Office, _ title: TitleReading) -> String {
    let text = referents.written(office.title)
    guard let organisation = office.organisation, let range = office.organisationRange,
      range.upperBound >= office.titleRange.lowerBound
    else { return text }
    let name = referents.written(organisation)
    // 组织部长: the shared character is written once.
    return range.upperBound > office.titleRange.lowerBound ? name + text.dropFirst() : name + text
  }

  // MARK: Organisations

  private mutating func organisation(
    of office: Office, title: TitleReading, person: String?, _ chain: inout RoleChain
  ) -> Identity? {
    if office.outlet { return outlet() }
    if let index = office.organisation {
      return named(index, title: title, person: person, &chain)
    }
    if let implied = implied(by: title, person: person, chain) {
      if journal.grounding == nil { ground(by: title, implied) }
      chain.add(organisation: implied)
      return implied
    }
    if let last = chain.lastOrganisation, !title.isGroup {
      journal.grounding = Grounding(level: "", unit: last.name, ground: .chain)
      return last
    }
    if let person, let before = known[person]?.last(where: { $0.core == title.core || $0.role == title.role }) {
      journal.grounding = Grounding(level: "", unit: before.organisation.name, ground: .known)
      return before.organisation
    }
    return nil
  }

  private func outlet() -> Identity? {
    referents.document.article.source.map { Identity(type: .org, name: $0, kind: "media") }
  }

  private mutating func named(
    _ index: Int, title: TitleReading, person: String?, _ chain: inout RoleChain
  ) -> Identity? {
    let mention = referents.mentions[index]
    switch mention.reading {
    case .place:
      guard let unit = referents.units[index] else { return nil }
      chain.add(place: unit)
      let object = office(title, at: unit)
      chain.add(organisation: object)
      return object
    case .organ(let reading):
      var place = referents.ownPlace(of: index)
      if place == nil, let level = reading.level {
        place = level.isEmpty ? chain.lastPlace : unit(level, person, chain)
        if level.isEmpty { journal.grounding = Grounding(level: "", unit: place?.name, ground: .chain) }
      }
      let object = referents.organisation(index, place: place)
      referents.setOrganisation(index, object, journal.grounding)
      if let place { chain.add(place: place) }
      chain.add(organisation: object)
      return object
    default:
      guard let object = referents.identity(of: index) else { return nil }
      if let place = referents.ownPlace(of: index) { chain.add(place: place) }
      chain.add(organisation: object)
      return object
    }
  }

  /// The unit a level word takes up: of the run, else what side, paper or document tell.
  private mutating func unit(_ level: String, _ person: String?, _ chain: RoleChain) -> Unit? {
    if let unit = chain.unit(level: level) {
      journal.grounding = Grounding(level: level, unit: unit.name, ground: .chain)
      return unit
    }
    let found = referents.levels.unit(level: level, side: person.flatMap { sides[$0] })
    journal.grounding = Grounding(level: level, unit: found?.0.name, ground: found?.1 ?? .open)
    return found?.0
  }

  /// Notes what a title told that says by itself what it belongs to.
  private mutating func ground(by title: TitleReading, _ object: Identity) {
    journal.grounding = Grounding(level: title.level ?? "", unit: object.name, ground: .title)
  }

  /// The office of a place: 河北省‖省长 is of the government, 河北省‖领导 of the place itself, 泰国‖总理 of the country.
  private func office(_ title: TitleReading, at unit: Unit) -> Identity {
    if unit.level == .country {
      if unit.name == "中国", title.implies == "state" { return Identity(type: .place, name: "中华人民共和国") }
      return unit.identity
    }
    switch title.implies {
    case "government", "region_government": return government(of: unit)
    default: return unit.identity
    }
  }

  private func government(of unit: Unit) -> Identity {
    Identity(type: .org, name: unit.nameInOrgans + "人民政府", kind: "government", resolved: true)
  }

  /// What a title without an organisation says of itself (annotation.md, canonical names).
  private mutating func implied(by title: TitleReading, person: String?, _ chain: RoleChain) -> Identity? {
    switch title.implies {
    case "government":
      guard let level = title.level else { return nil }
      guard let unit = unit(level, person, chain) else {
        return Identity(type: .org, name: level + "政府", kind: "government", resolved: false)
      }
      return government(of: unit)
    case "region_government":
      return unit("自治区", person, chain).map(government)
    case "place":
      guard let level = title.level else { return nil }
      return unit(level, person, chain)?.identity
    case "state": return foreignCountry(person, chain) ?? Identity(type: .place, name: "中华人民共和国")
    case "cpc_centre":
      return foreignCountry(person, chain) ?? Identity(type: .org, name: "中国共产党中央委员会", kind: "party_centre")
    case "state_council":
      return foreignCountry(person, chain) ?? Identity(type: .org, name: "国务院", kind: "state_council")
    case "country":
      if let last = chain.lastOrganisation, last.type == .place { return last }
      return onlyForeignCountry()
    default: return nil
    }
  }

  /// Set where the person was said to hold an office of another country, or the run names one.
  private func foreignCountry(_ person: String?, _ chain: RoleChain) -> Identity? {
    if let place = chain.lastPlace, place.level == .country, place.name != "中国" { return place.identity }
    guard let person else { return nil }
    return known[person]?.last { $0.organisation.type == .place && $0.organisation.kind == "country" }?.organisation
  }

  private func onlyForeignCountry() -> Identity? {
    let countries = Set(referents.levels.named.filter { $0.level == .country && $0.name != "中国" })
    return countries.count == 1 ? countries.first?.identity : nil
  }
}

extension TitleReading {
  /// Whether a body has one holder of the post at a time: heads, not deputies, members, ranks or occupations.
  var isSingular: Bool {
    guard !isDeputy, !isGroup else { return false }
    switch postClass {
    case "occupation", "media", "generic", "school", "military", "hospital": return false
    default: return !["常委", "委员", "成员", "代表", "候补委员", "党组成员", "党委委员"].contains(core)
    }
  }
}
