import DocumentModel
import RuleMatching

/// Turns matches of role rules into roles: which organisation each title belongs to, and with which status.
struct RoleReader {
  let rules: RuleSet
  var referents: Referents
  /// Persons whose side is known, by full name.
  let sides: [String: LevelResolver.Side]
  /// Offices said earlier in the document: 习近平主席 after 国家主席习近平.
  var journal: Journal
  /// 看守总理英拉 in an article that names Thailand, and neither China nor a body of its centre.
  let isAbroad: Bool
  /// By full name.
  var known: [String: [(core: String, organisation: Identity, role: String)]] = [:]

  /// Offices said so far in the sentence being read.
  private var inSentence: [(core: String, organisation: Identity)] = []
  private var lastSentence = Span(-1, -1)
  /// Whether it tells somebody's death; nil until it is asked.
  private var isObituary: Bool?
  /// The person mentions a rule has set as `$subject`, and the line they hold for: a life is told in one paragraph.
  private var subject: (mentions: [Int], line: Int) = ([], -1)

  init(rules: RuleSet, referents: Referents, sides: [String: LevelResolver.Side], journal: Journal) {
    self.rules = rules
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
  mutating func relations(
    of match: Match, in sentence: Sentence, number: Int, chain: inout RoleChain
  ) -> [StatedRelation] {
    if sentence.span != lastSentence {
      lastSentence = sentence.span
      inSentence = []
      isObituary = nil
    }
    let rule = rules.rules[match.rule]
    defer {
      for setting in rule.settings where setting.register == "subject" {
        subject = (match.all(setting.value).compactMap(\.mention), sentence.line)
      }
    }
    guard rule.emissions.contains(where: { $0.relation == .holdsRole }) else { return [] }
    if subject.line != sentence.line { subject = ([], sentence.line) }
    let scalars = referents.document.matching.scalars
    // A title behind a name overlaps the match that has the name: the run goes on.
    if chain.end < 0
      || chain.end < match.range.lowerBound && !RoleChain.isJoint(scalars[chain.end..<match.range.lowerBound])
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
        continue
      }
      let offices = offices(rows, of: emission)
      let isAboutDead = isObituary ?? tellsDeath(sentence)
      isObituary = isAboutDead
      // 原 in front of a list covers the list; the dead hold nothing now (annotation.md, decision 11).
      let allFormer = offices.count > 1 && (offices.first?.isFormer ?? false) || isAboutDead
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
          let isFormer = office.isFormer || allFormer || office.organisation.map(referents.isSaidToBeFormer) ?? false
          let status = office.status ?? (isFormer ? .former : title.status) ?? .current
          found.append(
            StatedRelation(
              type: .holdsRole, subject: subject, object: object, role: title.role,
              title: written(office, title), status: status, evidence: sentence.span, rule: rule.id,
              confidence: object.resolved == false ? rule.confidence * 0.6 : rule.confidence))
          known[subject.name, default: []].append((title.core, object, title.role))
          inSentence.append((title.core, object))
        }
      }
    }
    return found
  }

  private func tellsDeath(_ sentence: Sentence) -> Bool {
    let text = referents.document.text(of: sentence.span)
    return text.contains("逝世") && text.contains("同志") && !text.contains("逝世纪念")
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
    let isShared = referents.mentions[organisation].span.end > referents.mentions[office.title].span.start
    return isShared ? name + text.dropFirst() : name + text
  }

  // MARK: Organisations

  private mutating func organisation(
    of office: Office, title: TitleReading, person: String?, _ chain: inout RoleChain
  ) -> Identity? {
    if office.outlet { return outlet() }
    if let index = office.organisation {
      chain.isSaidInMatch = true
      return named(index, title: title, person: person, holder: office.persons.first, &chain)
    }
    // 任副组长, 团长: of a group that travels, not of the body named before.
    if Self.heads.contains(title.core), chain.lastOrganisation?.type != .delegation { return nil }
    // 蔺市长 after 广元市市长蔺某: the office is the one the document has said.
    // In 福建省委书记、常委 the list itself says whose 常委 it is.
    if let person, !(chain.isSaidInMatch),
      let before = known[person]?.last(where: { $0.core == title.core && $0.role == title.role })
    {
      journal.grounding = Grounding(level: "", unit: before.organisation.name, ground: .known)
      chain.add(organisation: before.organisation)
      return before.organisation
    }
    if let implied = implied(by: title, person: person, office.persons.first, chain) {
      if journal.grounding == nil { ground(by: title, implied) }
      chain.add(organisation: implied)
      return implied
    }
    // 国家主席 of a country nobody named is of no party.
    if title.implies == "state" { return nil }
    // 某公司党委副书记、总经理: a company's office, not its party committee's.
    if title.isHeadOfBody, let body = chain.lastBody, body != chain.lastOrganisation {
      journal.grounding = Grounding(level: "", unit: body.name, ground: .chain)
      return body
    }
    if let last = chain.lastOrganisation, !title.isGroup {
      journal.grounding = Grounding(level: "", unit: last.name, ground: .chain)
      return last
    }
    if let level = title.level ?? title.bodyLevel, Self.bodyLevels.contains(level),
      let home = referents.homeOrganisation
    {
      journal.grounding = Grounding(level: level, unit: home.name, ground: .home)
      return home
    }
    if let person, let before = known[person]?.last(where: { $0.core == title.core }) { return before.organisation }
    // 教育局某局长率某副局长: the deputy is of the head's body.
    if title.isDeputy, let before = inSentence.last(where: { $0.core == title.core }) { return before.organisation }
    // 某主席 of a Chinese official, with nothing else said, is the head of state (annotation.md, decision 9).
    if title.role == "主席", let index = office.persons.first, isChinese(index),
      let range = referents.rangeOfPerson(index), range.upperBound <= office.titleRange.lowerBound
    {
      return Identity(type: .place, name: "中华人民共和国")
    }
    if office.status == .elected || office.status == .appointed { return lastOrganisation(before: office) }
    return nil
  }

  private static let heads: Set<String> = ["团长", "副团长", "组长", "副组长"]

  /// 郑某当选会长 behind a clause that names the body: the organisation last named in the sentence.
  private func lastOrganisation(before office: Office) -> Identity? {
    referents.organisation(lastBefore: office.titleRange.lowerBound)
  }

  func isChinese(_ index: Int) -> Bool { !referents.mentions[index].labels.contains("foreign") }

  /// Whether the lexicons list the person, all of whom are Chinese.
  func isKnown(_ index: Int) -> Bool {
    if case .rule(let rule) = referents.mentions[index].by { rule.hasPrefix("names.known.person") } else { false }
  }

  private func outlet() -> Identity? {
    referents.document.article.source.map { Identity(type: .org, name: $0, kind: "media") }
  }

  private mutating func named(
    _ index: Int, title: TitleReading, person: String?, holder: Int?, _ chain: inout RoleChain
  ) -> Identity? {
    let mention = referents.mentions[index]
    // 外交部长 of an article that names another country and nothing Chinese is that country's.
    if mention.labels.contains("government_department"), mention.labels.contains("central"), isAbroad,
      let holder, !isKnown(holder)
    {
      return onlyForeignCountry()
    }
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
        if Self.bodyLevels.contains(level) || reading.canonical.contains("{O}") {
          return body(reading, index, &chain)
        }
        place =
          level.isEmpty
          ? chain.lastPlace ?? referents.unitOfOrgan(before: index) : unit(level, person, chain, listed: index)
        if level.isEmpty { journal.grounding = Grounding(level: "", unit: place?.name, ground: .chain) }
      }
      let object = referents.organisation(index, place: place, isDecided: true)
      referents.setOrganisation(index, object, journal.grounding, unit: place)
      if let place { chain.add(place: place) } else if reading.level != nil { chain.forgetPlace() }
      let whole = referents.organisationAtStart(of: index)
      if let whole { chain.add(organisation: whole) }
      chain.add(organisation: object, isPart: whole != nil || reading.canonical.contains("{O}"))
      return object
    default:
      guard let object = openNamed(index, title, person, chain) ?? referents.identity(of: index) else { return nil }
      if let whole = referents.organisationAtStart(of: index) { chain.add(organisation: whole) }
      if let place = referents.ownPlace(of: index) { chain.add(place: place) }
      chain.add(organisation: object, isPart: referents.organisationAtStart(of: index) != nil)
      return object
    }
  }

  /// 农牧业厅 behind 自治区政府, 市文旅广体局: bodies no lexicon lists, by the place of the run or the level in front.
  private mutating func openNamed(
    _ index: Int, _ title: TitleReading, _ person: String?, _ chain: RoleChain
  ) -> Identity? {
    let mention = referents.mentions[index]
    guard mention.type == .org, case .compound(let reading) = mention.reading, reading.place == nil,
      reading.organisation == nil, reading.kind == "agency" || title.core == "主任委员"
    else { return nil }
    let name = referents.written(index)
    // 城乡建设环境资源保护委员会‖主任委员 behind a congress is one of its committees.
    if title.core == "主任委员" {
      guard reading.level == nil, name.hasSuffix("委员会"), let place = chain.lastPlace,
        chain.lastOrganisation?.kind?.hasPrefix("congress") ?? false
      else { return nil }
      return Identity(type: .org, name: place.nameInOrgans + "人民代表大会" + name, kind: "congress_department")
    }
    if let level = reading.level {
      guard let unit = unit(level, person, chain) else { return nil }
      return Identity(type: .org, name: unit.nameInOrgans + name.dropFirst(level.count), kind: reading.kind)
    }
    guard Self.departments.contains(where: { name.hasSuffix($0) }), let place = chain.lastPlace,
      [.province, .prefecture, .county].contains(place.level)
    else { return nil }
    return Identity(type: .org, name: place.nameInOrgans + name, kind: reading.kind)
  }
  private static let departments = ["厅", "局", "委员会", "办公室"]

  /// Level words of bodies that are no places: 校党委 is held against the school (annotation.md, decision 10).
  private static let bodyLevels: Set<String> = ["校", "院", "公司", "集团"]

  /// 校党委, 教务处 without a name in front: the body last named in the run, else the one whose page this is.
  private mutating func body(_ reading: OrganReading, _ index: Int, _ chain: inout RoleChain) -> Identity? {
    let owner = chain.lastBody ?? referents.homeOrganisation
    guard let owner else { return nil }
    var object = owner
    if reading.canonical.contains("{O}") {
      object = Identity(
        type: .org, name: reading.canonical.replacing("{O}", with: owner.name), kind: reading.kind, resolved: true)
    }
    referents.setOrganisation(index, object, journal.grounding)
    chain.add(organisation: object, isPart: object != owner)
    return object
  }

  /// The unit a level word takes up: of the run, else what side, paper or document tell.
  ///
  /// `listed`: the mention that names the organ or the title, where it may be an item of a list that names its unit further left.
  mutating func unit(
    _ level: String, _ person: String?, _ chain: RoleChain, listed: Int? = nil
  ) -> Unit? {
    if let unit = chain.unit(level: level) {
      journal.grounding = Grounding(level: level, unit: unit.name, ground: .chain)
      return unit
    }
    if let unit = listed.flatMap({ referents.unit(ofListBefore: $0, level: level) }) {
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
}

extension TitleReading {
  /// 校 of 校长, 院 of 院长: the kind of body a title is of.
  var bodyLevel: String? {
    for (post, level) in [("校长", "校"), ("董事长", "公司"), ("总经理", "公司")] where core.hasSuffix(post) { return level }
    return nil
  }

  /// Whether only a whole body has such a post, none of its parts.
  var isHeadOfBody: Bool { ["校长", "院长", "董事长", "总经理", "审判员", "检察员"].contains { core.hasSuffix($0) } }

  /// Whether a body has one holder of the post at a time: heads, not deputies, members, ranks or occupations.
  var isSingular: Bool {
    guard !isDeputy, !isGroup else { return false }
    switch postClass {
    case "occupation", "media", "generic", "school", "military", "hospital": return false
    default: return !["常委", "委员", "成员", "代表", "候补委员", "党组成员", "党委委员"].contains(core)
    }
  }
}
