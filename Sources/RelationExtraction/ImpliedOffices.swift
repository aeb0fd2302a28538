import DocumentModel
import RuleMatching

/// What the offices of a place, of the centre and of other countries belong to, and what a title says by itself.
extension RoleReader {
  /// The office of a place: 河北省‖省长 is of the government, 河北省‖领导 of the place itself, 泰国‖总理 of the country.
  func office(_ title: TitleReading, at unit: Unit) -> Identity {
    if unit.level == .country, unit.name == "中国" { return centralOffice(title) ?? unit.identity }
    // 华盛顿州‖州长: what lies abroad has no 人民政府.
    if [.country, .region, .foreign].contains(unit.level) { return unit.identity }
    switch title.implies {
    case "government", "region_government": return government(of: unit)
    default: return unit.identity
    }
  }

  /// 中国国防部长 is of the ministry, 中国国务委员 of the State Council, as if 中国 were not said.
  private func centralOffice(_ title: TitleReading) -> Identity? {
    switch title.implies {
    case "state", "cpc_centre", "state_council": centre(title.implies)
    case "country": ministry(of: title)
    default: nil
    }
  }

  func government(of unit: Unit) -> Identity {
    let organ =
      switch unit.levelWord {
      case "盟", "地区": "行政公署"
      case _ where unit.name.hasSuffix("特别行政区"): "政府"
      default: "人民政府"
      }
    return Identity(type: .org, name: unit.nameInOrgans + organ, kind: "government", resolved: true)
  }

  /// What a title without an organisation says of itself (annotation.md, canonical names).
  mutating func implied(
    by title: TitleReading, person: String?, _ index: Int?, _ chain: RoleChain
  ) -> Identity? {
    switch title.implies {
    case "government":
      guard let level = title.level else { return nil }
      guard let unit = unit(level, person, chain) else {
        return Identity(type: .org, name: level + "政府", kind: "government", resolved: false)
      }
      return government(of: unit)
    case "region_government":
      return unit("自治区", person, chain).map(government)
    case "" where title.orgKinds.contains("corps"):
      // 师长, 政委 of a division of the production corps belong to the division.
      return chain.lastPlace.flatMap { ["师市", "师"].contains($0.levelWord) ? $0.identity : nil }
    case "" where ["人大主席", "人大主任", "人大主席团主席"].contains(title.core):
      guard let place = chain.lastPlace else { return nil }
      let standing = place.level == .town ? "" : "常务委员会"
      return Identity(type: .org, name: place.nameInOrgans + "人民代表大会" + standing, kind: "congress", resolved: true)
    case "place":
      guard let level = title.level else { return nil }
      return unit(level, person, chain)?.identity
    case "state", "cpc_centre", "state_council":
      if !(index.map(isKnown) ?? false), let country = foreignCountry(person, chain) { return country }
      if let person, known[person]?.contains(where: { $0.organisation.kind == "foreign" }) ?? false {
        return onlyForeignCountry()
      }
      let isPremier = title.core.hasSuffix("总理")
      guard index.map(isChinese) ?? true, !isPremier || !isAbroad || index.map(isKnown) ?? false else {
        return onlyForeignCountry()
      }
      return centre(title.implies)
    case "country":
      if let last = chain.lastOrganisation, last.type == .place { return last }
      let mayBeChinese = index.map { isChinese($0) && (isKnown($0) || !isAbroad) } ?? true
      if mayBeChinese, let ministry = ministry(of: title) { return ministry }
      return onlyForeignCountry()
    case "" where ["委员长", "副委员长"].contains(title.core):
      guard index.map(isChinese) ?? true, chain.lastOrganisation?.type != .place else { return nil }
      return Identity(type: .org, name: "全国人民代表大会常务委员会", kind: "congress_standing")
    default: return nil
    }
  }

  /// What the offices of the centre belong to.
  private func centre(_ implied: String) -> Identity {
    switch implied {
    case "cpc_centre": Identity(type: .org, name: "中国共产党中央委员会", kind: "party_centre")
    case "state_council": Identity(type: .org, name: "国务院", kind: "state_council")
    default: Identity(type: .place, name: "中华人民共和国")
    }
  }

  /// 外长, 外交部长 of the country itself are of its ministry (annotation.md, decision 20).
  private func ministry(of title: TitleReading) -> Identity? {
    let core = title.core == "外长" ? "外交部长" : title.core
    guard core.hasSuffix("部长"), core.count > 2 else { return nil }
    let name = String(core.dropLast())
    return referents.gazetteer.isMinistry(name) ? Identity(type: .org, name: name, kind: "state_council_body") : nil
  }

  /// Set where the person was said to hold an office of another country, or the run names one.
  ///
  /// 国家主席 of one who leads a party abroad is no Chinese office either.
  private func foreignCountry(_ person: String?, _ chain: RoleChain) -> Identity? {
    if let place = chain.lastPlace, place.level == .country, place.name != "中国" { return place.identity }
    guard let person else { return nil }
    return known[person]?.last { $0.organisation.type == .place && $0.organisation.kind == "country" }?.organisation
  }

  func onlyForeignCountry() -> Identity? {
    let countries = Set(referents.levels.named.filter { $0.level == .country && $0.name != "中国" })
    return countries.count == 1 ? countries.first?.identity : nil
  }
}
