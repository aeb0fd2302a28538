import DocumentModel
import RuleMatching

/// Turns matches of role rules into roles: which organisation each title belongs to, and with which status.
///
/// A class, because carries ask it through closures, which would copy all of it each time.
final class RoleReader {
  let rules: RuleSet
  let carries: CarryTable
  let referents: Referents
  /// Persons whose side is known, by full name.
  let sides: [String: LevelResolver.Side]
  /// Full names of those the document tells have died: they hold nothing now (annotation.md, decision 11).
  let dead: Set<String>
  var journal: Journal
  /// 看守总理英拉 in an article that names Thailand, and neither China nor a body of its centre.
  let isAbroad: Bool
  /// Offices said earlier in the document, by full name: 某主席 after 国家主席某某.
  private(set) var known: [String: [(core: String, organisation: Identity, role: String)]] = [:]

  /// Offices said so far in the sentence being read.
  private(set) var inSentence: [(core: String, organisation: Identity)] = []
  private var lastSentence = Span(-1, -1)
  /// What was last said to become of a post, and in which line.
  private var lastEvent: (status: RoleStatus, line: Int) = (.appointed, -1)
  /// The person mentions a rule has set as `$subject`, and the line they were last good for.
  private var subject: (mentions: [Int], line: Int) = ([], -1)
  /// Those the article gives a post, by full name, with the units it is in: what their lives tell of elsewhere is past.
  private var moved: [String: Set<String>] = [:]

  init(
    rules: RuleSet, carries: CarryTable, referents: Referents, sides: [String: LevelResolver.Side],
    dead: Set<String>, journal: Journal
  ) {
    self.dead = dead
    self.rules = rules
    self.carries = carries
    self.referents = referents
    self.sides = sides
    self.journal = journal
    isAbroad = referents.levels.named.contains { $0.level == .country } && !referents.namesCentre
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
  func relations(
    of match: Match, in sentence: Sentence, number: Int, chain: inout RoleChain
  ) -> [StatedRelation] {
    if sentence.span != lastSentence {
      lastSentence = sentence.span
      inSentence = []
    }
    let rule = rules.rules[match.rule]
    defer {
      for setting in rule.settings where setting.register == "subject" {
        subject = (match.all(setting.value).compactMap(\.mention), sentence.line)
      }
    }
    guard rule.emissions.contains(where: { $0.relation == .holdsRole }) else { return [] }
    if subject.line != sentence.line {
      // A life goes on line by line until somebody else is named, or something else begins the line.
      let begins = match.range.lowerBound == referents.document.matching.range(of: sentence.span).lowerBound
      subject = (begins && namesNobodyElse(sentence) ? subject.mentions : [], sentence.line)
    }
    let scalars = referents.document.matching.scalars
    // A title behind a name overlaps the match that has the name: the run goes on.
    if chain.end < 0
      || chain.end < match.range.lowerBound && !carries.joins(scalars[chain.end..<match.range.lowerBound])
    {
      chain = RoleChain()
    }
    chain.end = match.range.upperBound
    chain.isSaidInMatch = false
    var found: [StatedRelation] = []
    for (index, emission) in rule.emissions.enumerated() where emission.relation == .holdsRole {
      let rows: [EmissionRow]
      do throws(RowProblem) { rows = try match.rows(for: emission) } catch {
        journal.drop(match, number, index, .rows(error))
        journal.report(error, of: rule, in: sentence)
        continue
      }
      let offices = offices(rows, of: emission, line: sentence.line)
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
        journal.groundings = []
        let asked = question(office, title: title, person: first)
        guard let object = organisation(of: office, asked, &chain) else {
          journal.drop(match, number, index, .noOrganisation(title.role), subject: holder, title: office.title)
          continue
        }
        // One post at the head of a body is held by one person.
        let one = carried(.holders, asked, chain)
        let holders = one == nil ? office.persons : Array(office.persons.prefix(1))
        for person in office.persons.dropFirst(holders.count) {
          journal.drop(
            match, number, index, .singular(title.role), subject: referents.identity(of: person), object: object)
        }
        for person in holders {
          guard let subject = referents.identity(of: person) else { continue }
          journal.derive(
            match, number, index, subject: person, object: office.organisation, title: office.title,
            groundings: journal.groundings, holders: one?.number)
          let isDead = dead.contains(subject.name)
          let isFormer =
            isDead || office.isFormer || allFormer || office.organisation.map(referents.isSaidToBeFormer) ?? false
          // Who the article sends elsewhere has left what the life tells.
          let place = chain.lastPlace?.name ?? ""
          let isOver =
            isLife(emission) && office.status == .appointed
            && (moved[subject.name].map { !$0.contains(place) } ?? false)
          // 任命某某为代市长: the event makes no more of it than it is.
          let isActing = office.status == .appointed && title.status == .acting
          let event = isOver ? .former : office.status
          let status = (isDead || isActing ? nil : event) ?? (isFormer ? .former : title.status) ?? .current
          found.append(
            StatedRelation(
              type: .holdsRole, subject: subject, object: object, role: title.role,
              title: written(office, title), status: status, evidence: sentence.span, rule: rule.id,
              confidence: object.resolved == false ? rule.confidence * 0.6 : rule.confidence))
          if status == .elected || status == .appointed {
            lastEvent = (status, sentence.line)
            if !isLife(emission) { moved[subject.name, default: []].insert(place) }
          }
          known[subject.name, default: []].append((title.core, object, title.role))
          inSentence.append((title.core, object))
        }
      }
    }
    return found
  }

  /// Whether an emission tells of the person whose life is being told.
  private func isLife(_ emission: Emission) -> Bool {
    if case .register("subject") = emission.subject { true } else { false }
  }

  private func namesNobodyElse(_ sentence: Sentence) -> Bool {
    guard !subject.mentions.isEmpty else { return false }
    let own = Set(subject.mentions.compactMap { referents.persons[$0] })
    let first = referents.mentions.partitionPoint { $0.span.start >= sentence.span.start }
    return referents.mentions[first...].prefix { $0.span.start < sentence.span.end }.indices.allSatisfy {
      referents.mentions[$0].type != .person || referents.persons[$0].map(own.contains) ?? true
    }
  }

  /// What a clause without a verb of its own takes over from its line: 选举A为…;B为….
  private func again(in line: Int) -> RoleStatus { lastEvent.line == line ? lastEvent.status : .appointed }

  // MARK: Bindings

  private func offices(_ rows: [EmissionRow], of emission: Emission, line: Int) -> [Office] {
    func field(_ name: String, _ row: EmissionRow) -> Binding? {
      emission.fields.firstIndex { $0.name == name }.flatMap { row.fields[$0] }
    }
    var status: RoleStatus?
    for field in emission.fields where field.name == "status" {
      if case .text(let text) = field.value {
        status = RoleStatus(rawValue: text) ?? (text == "again" ? again(in: line) : nil)
      }
    }
    var offices: [Office] = []
    for row in rows {
      var person = row.subject?.mention
      if case .register("subject") = emission.subject { person = subject.mentions.last }
      guard let title = field("role", row), let number = title.mention, let person else { continue }
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

  private func written(_ office: Office, _ title: TitleReading) -> String {
    let text = referents.written(office.title)
    guard let organisation = office.organisation, let range = office.organisationRange,
      range.upperBound >= office.titleRange.lowerBound
    else { return text }
    let name = referents.written(organisation)
    // 组织部长: the shared character is written once.
    let isShared = referents.mentions[organisation].span.end > referents.mentions[office.title].span.start
    return isShared ? name + text.dropFirst() : name + text
  }

  // MARK: Organisations

  private func question(_ office: Office, title: TitleReading, person: String?) -> CarryQuestion {
    let nameEnd = office.persons.first.map { referents.range(of: $0).upperBound }
    return CarryQuestion(
      title: title, titleLabels: referents.mentions[office.title].labels, status: office.status,
      isAfterName: nameEnd.map { $0 <= office.titleRange.lowerBound } ?? false, holder: office.persons.first,
      person: person, level: title.level, start: office.titleRange.lowerBound)
  }

  private func organisation(
    of office: Office, _ asked: CarryQuestion, _ chain: inout RoleChain
  ) -> Identity? {
    if office.outlet { return outlet() }
    if let index = office.organisation {
      chain.isSaidInMatch = true
      return written(index, asked, &chain)
    }
    guard let found = carried(.title, asked, chain), let object = found.identity else { return nil }
    if found.goesOn { chain.add(organisation: object) }
    return object
  }

  private func outlet() -> Identity? {
    referents.document.article.source.map { Identity(type: .org, name: $0, kind: "media") }
  }

  /// What is written before a title: a place, an organ whose place may be unsaid, or a name.
  private func written(
    _ index: Int, _ asked: CarryQuestion, _ chain: inout RoleChain
  ) -> Identity? {
    var asked = asked
    asked.mention = index
    switch referents.mentions[index].reading {
    case .place:
      guard let unit = referents.units[index] else { return nil }
      chain.add(place: unit)
      asked.place = unit
      let object = carried(.place, asked, chain)?.identity ?? unit.identity
      chain.add(organisation: object)
      return object
    case .organ(let reading): return organ(reading, index, asked, &chain)
    default:
      guard let object = named(index, asked, chain) else { return nil }
      let whole = referents.organisationAtStart(of: index)
      if let whole { chain.add(organisation: whole) }
      if let place = referents.ownPlace(of: index) { chain.add(place: place) }
      let isPart = chain.lastBody.map { object != $0 && object.name.hasPrefix($0.name) } ?? false
      chain.add(organisation: object, isPart: whole != nil || isPart)
      return object
    }
  }

  private func organ(
    _ reading: OrganReading, _ index: Int, _ asked: CarryQuestion, _ chain: inout RoleChain
  ) -> Identity? {
    var asked = asked
    var place = referents.ownPlace(of: index)
    asked.level = reading.level.flatMap { $0.isEmpty ? nil : $0 }
    asked.kind = reading.kind
    asked.isPart = reading.canonical.contains("{O}")
    if place == nil, reading.level != nil, let found = carried(.organ, asked, chain) {
      switch found.thing {
      case .nothing: return nil
      case .unit(let unit): place = unit
      case .identity(let owner): return part(reading, index, of: owner, &chain)
      }
    }
    let object = referents.organisation(index, place: place, isDecided: true)
    referents.setOrganisation(index, object, journal.groundings, unit: place)
    if let place { chain.add(place: place) } else if reading.level != nil { chain.forgetPlace() }
    let whole = referents.organisationAtStart(of: index)
    if let whole { chain.add(organisation: whole) }
    chain.add(organisation: object, isPart: whole != nil || asked.isPart)
    return object
  }

  /// A name with its head noun: in full by a carry, else as the document tells.
  private func named(_ index: Int, _ asked: CarryQuestion, _ chain: RoleChain) -> Identity? {
    let mention = referents.mentions[index]
    if mention.type == .org, case .compound(let reading) = mention.reading, reading.place == nil,
      reading.organisation == nil, referents.organisationAtStart(of: index) == nil
    {
      var asked = asked
      asked.level = reading.level
      asked.kind = reading.kind
      asked.name = referents.written(index)
      if let found = carried(.name, asked, chain) { return found.identity }
    }
    return referents.identity(of: index)
  }

  /// 校党委, 教务处 of a body: the body itself, or what is called after it.
  private func part(
    _ reading: OrganReading, _ index: Int, of owner: Identity, _ chain: inout RoleChain
  ) -> Identity {
    var object = owner
    if reading.canonical.contains("{O}") {
      object = Identity(
        type: .org, name: reading.canonical.replacing("{O}", with: owner.name), kind: reading.kind, resolved: true)
    }
    referents.setOrganisation(index, object, journal.groundings)
    chain.add(organisation: object, isPart: object != owner)
    return object
  }
}
