import DocumentModel
import Lexicons

/// The full names of what mentions mean.
extension Referents {
  func identity(of index: Int) -> Identity? {
    switch mentions[index].type {
    case .person: return persons[index].map { Identity(type: .person, name: $0) }
    case .place: return units[index]?.identity ?? openPlace(index) ?? ownBody(index)
    case .org: return organs[index] ?? organisation(index, place: nil)
    case .delegation:
      guard let best = delegations[index] else { return nil }
      return Identity(type: .delegation, name: written(best), kind: kind(of: best))
    case .site, .project: return named(index)
    case .title:
      guard case .title(let reading) = mentions[index].reading else { return nil }
      return Identity(type: .title, name: reading.role)
    case .date:
      guard !mentions[index].labels.contains("deictic") else { return nil }
      return Identity(type: .date, name: written(index))
    case .meeting, .document: return Identity(type: mentions[index].type, name: written(index), kind: kind(of: index))
    }
  }

  /// 我校, 我公司: the body whose page this is.
  private func ownBody(_ index: Int) -> Identity? {
    guard case .place(let reading) = mentions[index].reading, reading.level == .deictic,
      gazetteer.words.bodyLevels.contains(reading.levelWord)
    else { return nil }
    return homeOrganisation
  }

  /// A place of which only the name is known; deictic forms that stayed open name nothing.
  private func openPlace(_ index: Int) -> Identity? {
    guard case .place(let reading) = mentions[index].reading, reading.level != .deictic,
      !mentions[index].labels.contains("one-char")
    else { return nil }
    return Identity(type: .place, name: reading.name, resolved: false)
  }

  private func kind(of index: Int) -> String? {
    switch mentions[index].reading {
    case .known(let reading): reading.kind
    case .compound(let reading): reading.kind
    case .organ(let reading): reading.kind
    default: nil
    }
  }

  /// Sites and works: the full name, a level word at its start replaced by the place (县人民医院 → 绿春县人民医院).
  private func named(_ index: Int) -> Identity {
    if let full = sites[index] { return named(full) }
    if case .known(let reading) = mentions[index].reading {
      return Identity(type: mentions[index].type, name: reading.canonical, kind: reading.kind)
    }
    var name = written(index)
    if case .compound(let reading) = mentions[index].reading, let level = reading.level, !reading.isBare,
      let unit = levels.unit(level: level, side: .host)?.unit
    {
      name = unit.name + name.dropFirst(level.count)
    } else if let full = fullBeginning(of: index, name) {
      name = full
    }
    return Identity(type: mentions[index].type, name: name, kind: kind(of: index))
  }

  /// 鼎盛投资有限公司‖工程管理部 for 鼎盛投资‖工程管理部: the body that begins a name, by its full name.
  private func fullBeginning(of index: Int, _ name: String) -> String? {
    guard let body = bodyAtStart(of: index) else { return nil }
    if case .organ = mentions[body].reading { return nil }
    let short = written(body)
    guard let full = identity(of: body), full.resolved != false, name.hasPrefix(short), !full.name.hasPrefix(name)
    else {
      return nil
    }
    return full.name + name.dropFirst(short.count)
  }

  /// The canonical name of an organisation; `place` is what the context gives one named by its level.
  /// `isDecided`: the side of its holder has been asked already, and what that left open stays open.
  func organisation(_ index: Int, place: Unit?, isDecided: Bool = false) -> Identity {
    switch mentions[index].reading {
    case .known(let reading): return Identity(type: .org, name: reading.canonical, kind: reading.kind)
    case .organ(let reading):
      // A paper or station is called as it calls itself: 甘肃日报.
      if Self.selfNamed.contains(reading.kind), let span = reading.place, !isWrittenInFull(span) {
        return Identity(
          type: .org, name: reading.kind == "media" ? written(index) : canonicalAsWritten(reading, span),
          kind: reading.kind)
      }
      let found = place == nil && !isDecided && ownPlace(of: index) == nil ? unitOfMention(index) : nil
      if let owner = found?.owner {
        let name = reading.canonical.filling("{O}", with: owner.name)
        return Identity(type: .org, name: name, kind: reading.kind, resolved: owner.resolved ?? true)
      }
      let unit = ownPlace(of: index) ?? place ?? found?.unit
      guard let unit, !reading.canonical.contains("{O}") else {
        return Identity(type: .org, name: written(index), kind: reading.kind, resolved: false)
      }
      // 英国‖政府 has no 人民 in its name.
      if unit.level == .country || unit.level == .foreign {
        return Identity(type: .org, name: unit.name + ownName(index, reading), kind: reading.kind, resolved: true)
      }
      return Identity(
        type: .org, name: canonical(reading, at: unit), kind: reading.kind, resolved: true)
    default:
      return named(index)
    }
  }

  /// What an organ is called without the place written in front of it.
  private func ownName(_ index: Int, _ reading: OrganReading) -> String {
    guard let place = reading.place else { return written(index) }
    return document.matching.string(document.matching.range(of: Span(place.end, mentions[index].span.end)))
  }

  /// `{C}` is the rank of a court, which its place gives: 高级 of a province, 中级 of a prefecture, none below.
  private func canonical(_ reading: OrganReading, at unit: Unit) -> String {
    let rank = gazetteer.words.courtRanks[unit.level] ?? ""
    return reading.canonical.filling("{D}", with: unit.nameInOrgans).filling("{C}", with: rank)
  }

  /// Kinds that are called after the short form of a place: 甘肃日报, 草湖开发区党工委.
  private static let selfNamed: Set<String> = [
    "media", "zone", "party_work_committee", "hospital", "company", "agency", "military",
  ]

  private func isWrittenInFull(_ span: Span) -> Bool {
    placesBySpan[span].map { place in
      guard let unit = units[place] else { return true }
      return written(place).hasSuffix(unit.levelWord)
    } ?? true
  }

  private func canonicalAsWritten(_ reading: OrganReading, _ span: Span) -> String {
    reading.canonical.filling("{D}", with: document.matching.string(document.matching.range(of: span)))
  }
}
