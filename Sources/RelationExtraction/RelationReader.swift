import DocumentModel
import RuleMatching

/// Turns matches of the other rules into relations: what captures and registers of the document's context stand for, and
/// when it was.
///
/// Registers a rule may read: `$delegation`, `$traveller`, `$leader`, `$counterpart`, `$host`, `$guest`, `$meeting`,
/// `$destination` (what earlier matches have set), `$outlet` (the paper), `$place` (the place in the subject's own name),
/// `$subject` (whose life the paragraph tells; read by roles only), `$land` (the country of whoever receives the subject).
final class RelationReader {
  let rules: RuleSet
  let referents: Referents
  let dates: EventDates
  /// Who leads which delegation, by full name: a leader's visits are the delegation's.
  let leaders: [String: Identity]
  /// The organisations whose offices each person is said to hold, by full name.
  private let offices: [String: [Identity]]
  private let marks: Marks
  private var registers: [String: [Identity]] = [:]
  private(set) var journal: Journal

  static let registerNames: Set<String> = [
    "delegation", "traveller", "leader", "counterpart", "host", "guest", "meeting", "destination", "outlet", "place",
    "subject", "land",
  ]

  init(
    rules: RuleSet, referents: Referents, dates: EventDates, marks: Marks, leaders: [String: Identity],
    offices: [String: [Identity]], journal: Journal
  ) {
    self.offices = offices
    self.marks = marks
    self.rules = rules
    self.referents = referents
    self.dates = dates
    self.leaders = leaders
    self.journal = journal
  }

  func relations(of match: Match, in sentence: Sentence, number: Int) -> [StatedRelation] {
    let rule = rules.rules[match.rule]
    var found: [StatedRelation] = []
    for (index, emission) in rule.emissions.enumerated() where emission.relation != .holdsRole {
      let rows: [EmissionRow]
      do throws(RowProblem) { rows = try match.rows(for: emission) } catch {
        journal.drop(match, number, index, .rows(error))
        journal.report(error, of: rule, in: sentence)
        continue
      }
      for row in rows {
        let subjects = values(emission.subject, row.subject, placeOf: nil, in: match)
        if subjects.isEmpty { journal.drop(match, number, index, missing(emission.subject, row.subject)) }
        for subject in subjects {
          let objects = values(emission.object, row.object, placeOf: row.subject, in: match)
          if objects.isEmpty {
            journal.drop(match, number, index, missing(emission.object, row.object), subject: subject)
          }
          for object in objects {
            do throws(Drop.Reason) {
              found.append(try relation(emission, row, subject, object, rule, sentence, number, match))
              journal.derive(
                match, number, index, subject: row.subject?.mention, object: row.object?.mention,
                groundings: row.object?.mention.map { referents.groundings(of: $0) } ?? [])
            } catch {
              journal.drop(match, number, index, error, subject: subject, object: object)
            }
          }
        }
      }
    }
    // Who belongs to the group accompanies nobody of it.
    let members = Set(found.filter { $0.type == .memberOf }.map { [$0.subject, $0.object] })
    found.removeAll { $0.type == .accompanied && members.contains([$0.subject, $0.object]) }
    // What somebody only tells of others is not what the next sentences go on with.
    guard marks.last("speech", inSentence: number, before: match.range.lowerBound) == nil else { return found }
    for setting in rule.settings {
      let identities = match.all(setting.value).compactMap(identity)
      if !identities.isEmpty { registers[setting.register] = identities }
    }
    return found
  }

  private func missing(_ value: EmissionValue, _ binding: Binding?) -> Drop.Reason {
    switch value {
    case .register(let name): .emptyRegister(name)
    case .capture(let path):
      .nothingNamed(binding.map { "\(path) = " + referents.document.matching.string($0.range) } ?? "\(path)")
    case .text(let text): .nothingNamed(text)
    }
  }

  private func identity(_ binding: Binding) -> Identity? { binding.mention.flatMap(referents.identity) }

  private func values(
    _ value: EmissionValue, _ binding: Binding?, placeOf subject: Binding?, in match: Match
  ) -> [Identity] {
    switch value {
    case .capture: return binding.flatMap(identity).map { [$0] } ?? []
    case .register("outlet"):
      return referents.document.article.source.map { [Identity(type: .org, name: $0, kind: "media")] } ?? []
    case .register("place"):
      guard let mention = subject?.mention else { return [] }
      return place(inNameOf: mention).map { [$0] } ?? []
    case .register("land"): return land(ofHostIn: match, guest: subject).map { [$0] } ?? []
    case .register("delegation"): return registers["delegation"] ?? referents.onlyDelegation.map { [$0] } ?? []
    case .register(let name): return registers[name] ?? []
    case .text: return []
    }
  }

  /// The country of the first person a match names, who is not its guest: the one that person holds an office of, else China,
  /// if the person is known to hold any office.
  private func land(ofHostIn match: Match, guest: Binding?) -> Identity? {
    let start = referents.document.matching.span(of: match.range).start
    let first = referents.mentions.partitionPoint { $0.span.start >= start }
    guard let host = referents.mentions[first...].firstIndex(where: { $0.type == .person }), host != guest?.mention,
      let name = referents.persons[host], let offices = offices[name]
    else { return nil }
    return offices.first { $0.type == .place && $0.kind == "country" }
      ?? Identity(type: .place, name: Gazetteer.homeCountry, kind: "country")
  }

  /// The place at the start of a name; of a delegation named by its level (州党政代表团), the one context gives.
  private func place(inNameOf mention: Int) -> Identity? {
    if let organisation = referents.organisationAtStart(of: mention) { return organisation }
    if let unit = referents.ownPlace(of: mention) { return sender(unit, of: mention) }
    switch referents.mentions[mention].reading {
    case .known(let reading):
      return reading.place.flatMap { name in
        referents.gazetteer.candidates(named: name, on: referents.document.article.published).first
      }.map { referents.gazetteer.unit($0, on: referents.document.article.published).identity }
    case .compound(let reading):
      guard let level = reading.level, !reading.isBare else { return nil }
      let isDelegation = referents.mentions[mention].type == .delegation
      if isDelegation, let unit = referents.unit(ofLeadersBefore: mention, level: level) { return unit.identity }
      let side: LevelResolver.Side? = isDelegation ? nil : .host
      return referents.levels.unit(level: level, side: side)?.unit.identity
    default: return nil
    }
  }

  /// Who sends what a place begins the name of: the place, or its government where the name says so (香港特别行政区‖政府代表团).
  private func sender(_ unit: Unit, of mention: Int) -> Identity? {
    if unit.level == .region { return nil }
    guard unit.division != nil, referents.mentions[mention].labels.contains(Self.government) else {
      return unit.identity
    }
    return referents.levels.carries.organisation(Self.government, of: unit, name: nil) ?? unit.identity
  }
  /// Label of delegations of governments, and the form that names one.
  private static let government = "government"

  private func relation(
    _ emission: Emission, _ row: EmissionRow, _ subject: Identity, _ object: Identity, _ rule: Rule,
    _ sentence: Sentence, _ number: Int, _ match: Match
  ) throws(Drop.Reason) -> StatedRelation {
    var subject = subject
    if emission.relation == .visited, subject.type == .person, let group = leaders[subject.name] { subject = group }
    var object = object
    // 陪同 goes with the group, whoever of it was named.
    if emission.relation == .accompanied, object.type == .person, let group = leaders[object.name] { object = group }
    guard subject != object else { throw .same }
    guard Self.admits(emission.relation, subject, object) else {
      throw .notAdmitted(subject: subject.type, object: object.type, resolved: object.resolved)
    }
    var kind: String?
    for (field, binding) in zip(emission.fields, row.fields) where field.name == "kind" {
      if case .text(let text) = field.value { kind = text }
      if let binding { kind = referents.document.matching.string(binding.range) }
    }
    var date: DateValue?
    if let when = emission.when {
      let isSpan = if case .text("span") = when { true } else { false }
      let occasion: EventDates.Occasion =
        emission.relation == .metWith || emission.relation == .attended
        ? .meeting : isSpan || object.type == .place ? .destination : .stop
      let offset = referents.document.matching.span(of: match.range).end
      date = dates.date(at: offset, inSentence: number, for: occasion)
    }
    if let date, let published = referents.document.article.published, published < date.start {
      throw .future(date.start)
    }
    return StatedRelation(
      type: emission.relation, subject: subject, object: object, date: date, kind: kind, evidence: sentence.span,
      rule: rule.id, confidence: rule.confidence)
  }

  /// Which types of subject and object a relation takes (annotation.md, relations).
  private static func admits(_ relation: RelationType, _ subject: Identity, _ object: Identity) -> Bool {
    switch relation {
    case .holdsRole: subject.type == .person
    case .sentBy: subject.type == .delegation && (object.type == .place || object.type == .org)
    case .leads, .memberOf: subject.type == .person && object.type == .delegation
    case .visited:
      (subject.type == .person || subject.type == .delegation)
        && [.site, .place, .org, .project].contains(object.type) && object.resolved != false
    case .metWith:
      [.person, .delegation].contains(subject.type) && [.person, .delegation].contains(object.type)
    case .attended: subject.type == .person && object.type == .meeting
    case .accompanied: subject.type == .person && [.person, .delegation].contains(object.type)
    // 中国铁建股份有限公司: that a company is Chinese says nothing of where it is.
    case .locatedIn: object.type == .place && object.name != Gazetteer.homeCountry
    }
  }
}
