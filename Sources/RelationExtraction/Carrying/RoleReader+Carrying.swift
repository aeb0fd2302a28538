import DocumentModel
import RuleMatching

/// What the carries of the rule files say of titles, organs and places, asked in their order.
extension RoleReader {
  /// The first carry for a target that applies and finds something.
  func carried(_ target: Carry.Target, _ asked: CarryQuestion, _ chain: RoleChain) -> Carried? {
    let found = carries.first(
      for: target, where: { self.fact($0, asked, chain) }, gives: { self.give($0, asked, chain) })
    guard let (thing, take, number) = found else { return nil }
    let isOfRun = if case .name(let name, _) = take.source { name == .run || name == .runBody } else { false }
    let carried = Carried(thing: thing, number: number, goesOn: !isOfRun && !carries[number].isAlone)
    if target != .holders {
      journal.note(Grounding(level: asked.level ?? "", unit: carried.identity?.name, carry: number))
    }
    return carried
  }

  // MARK: Subjects

  private func fact(_ subject: Carry.Subject, _ asked: CarryQuestion, _ chain: RoleChain) -> CarryFact? {
    switch subject {
    case .title: CarryFact(asked.title.core, type: MentionType.title.rawValue, labels: asked.titleLabels)
    case .role: CarryFact(asked.title.role)
    case .implies: asked.title.implies.isEmpty ? nil : CarryFact(asked.title.implies)
    case .level: asked.level.map { CarryFact($0) }
    case .kinds: CarryFact("", labels: asked.title.orgKinds)
    case .status: asked.status.map { CarryFact($0.rawValue) }
    case .afterName: asked.isAfterName ? CarryFact("") : nil
    case .person:
      asked.holder.map { holder in
        CarryFact(
          asked.person ?? "", type: MentionType.person.rawValue, labels: referents.mentions[holder].labels)
      }
    case .personOffices:
      asked.person.flatMap { known[$0] }.map { offices in
        CarryFact("", labels: offices.compactMap(\.organisation.kind))
      }
    case .organ:
      asked.mention.map {
        CarryFact(asked.name ?? "", type: referents.mentions[$0].type.rawValue, labels: referents.mentions[$0].labels)
      }
    case .name: asked.name.map { CarryFact($0) }
    case .kind: asked.kind.map { CarryFact($0) }
    case .part: asked.isPart ? CarryFact("") : nil
    case .place: asked.place?.fact
    case .said: chain.isSaidInMatch ? CarryFact("") : nil
    case .article: CarryFact("", labels: isAbroad ? ["abroad"] : [])
    case .run: chain.lastOrganisation?.fact
    case .runBody: chain.lastBody?.fact
    case .runPlace: chain.lastPlace?.fact
    case .runLevel: chain.lastPlace.map { CarryFact($0.levelWord) }
    case .before: referents.wordBefore(asked.start, carries).map { CarryFact($0) }
    case .side: asked.person.flatMap { sides[$0] }.map { CarryFact($0.rawValue) }
    }
  }

  // MARK: Sources

  private func give(_ take: Carry.Take, _ asked: CarryQuestion, _ chain: RoleChain) -> Carried.Thing? {
    switch take.source {
    case .text(let text, let kind, let isOpen):
      if kind == MentionType.place.rawValue { return .identity(Identity(type: .place, name: text)) }
      let name = text.filling("{L}", with: asked.level ?? "")
      return .identity(Identity(type: .org, name: name, kind: kind, resolved: isOpen ? false : nil))
    case .name(let name, let level):
      guard let thing = give(name, level: level ?? asked.level, asked, chain) else { return nil }
      guard let form = take.form, case .unit(let unit) = thing else { return thing }
      // 文化局 of 市文化局: the unit's name stands for the level word.
      let rest = asked.name.map { String($0.dropFirst(asked.level?.count ?? 0)) }
      return carries.organisation(form, of: unit, name: rest).map { .identity($0) }
    }
  }

  private func give(
    _ source: Carry.Source.Name, level: String?, _ asked: CarryQuestion, _ chain: RoleChain
  ) -> Carried.Thing? {
    let offices = asked.person.flatMap { known[$0] } ?? []
    switch source {
    case .nothing, .first: return .nothing
    case .level: return level.flatMap { unit($0, asked, chain) }.map { .unit($0) }
    case .place: return asked.place.map { .unit($0) }
    case .run: return chain.lastOrganisation.map { .identity($0) }
    case .runBody: return chain.lastBody.map { .identity($0) }
    case .runPart:
      guard let body = chain.lastBody, let name = asked.name else { return nil }
      return .identity(Identity(type: .org, name: body.name + name, kind: asked.kind))
    case .runPlace: return chain.lastPlace.map { .unit($0) }
    case .page: return referents.homeOrganisation.map { .identity($0) }
    case .owner: return asked.mention.flatMap { referents.owner(of: $0) }.map { .identity($0) }
    case .ministry:
      let name = String(asked.title.core.dropLast())
      guard referents.gazetteer.isMinistry(name) else { return nil }
      return .identity(Identity(type: .org, name: name, kind: "state_council_body"))
    case .personOffice:
      let office = offices.last { $0.core == asked.title.core && $0.role == asked.title.role }
      return office.map { .identity($0.organisation) }
    case .personPost: return offices.last { $0.core == asked.title.core }.map { .identity($0.organisation) }
    case .personCountry:
      let office = offices.last { $0.organisation.type == .place && $0.organisation.kind == "country" }
      return office.map { .identity($0.organisation) }
    case .sentencePost:
      return inSentence.last { $0.core == asked.title.core }.map { .identity($0.organisation) }
    case .sentenceOrgan: return referents.organisation(lastBefore: asked.start).map { .identity($0) }
    case .sentencePlace: return asked.mention.flatMap { referents.unitOfOrgan(before: $0) }.map { .unit($0) }
    case .listPlace: return asked.mention.flatMap { referents.unitOfList(at: $0) }.map { .unit($0) }
    case .articleCountry: return referents.levels.named.onlyForeignCountry.map { .identity($0) }
    case .beforeCountry:
      return referents.wordBefore(asked.start, carries).flatMap(referents.country(inShort:)).map { .identity($0) }
    case .articleBody:
      return referents.wordBefore(asked.start, carries).flatMap { referents.body(called: $0, near: asked.start) }
        .map { .identity($0) }
    case .articleVillage: return referents.village(lastBefore: asked.start).map { .identity($0.identity) }
    case .articleMeeting: return referents.meeting(lastBefore: asked.start).map { .identity($0) }
    case .sentenceCountry: return referents.onlyForeignCountry(ofSentenceAt: asked.start).map { .identity($0) }
    case .home, .guests, .hosts, .hostsOther, .leaders, .hostsRegion, .named, .namedElsewhere, .runUnit, .listUnit:
      return nil
    }
  }

  /// The unit a level word takes up, in a run or a list.
  private func unit(_ level: String, _ asked: CarryQuestion, _ chain: RoleChain) -> Unit? {
    let found = referents.levels.unit(
      level: level, side: asked.person.flatMap { sides[$0] }, run: chain,
      list: { asked.mention.flatMap { referents.unit(ofListBefore: $0, level: level) } })
    journal.note(Grounding(level: level, unit: found?.unit.name, carry: found?.carry))
    return found?.unit
  }

}
