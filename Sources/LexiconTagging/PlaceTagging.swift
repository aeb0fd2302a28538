import DocumentModel
import FlatTables
import Lexicons

/// Finds the places of a sentence: divisions with their addresses, countries, regions, towns and villages nobody listed.
///
/// At each index the longest name wins, so that 山西省长治市 is two places and no 省长; a name in front of a title that takes
/// its last character (天津市长) gives that character up only where the title is followed by what follows titles.
struct PlaceTagging {
  let chart: Chart
  let tables: TaggingTables
  /// The publication date: only units valid on it are seen.
  let date: DayRange
  /// Names of towns abroad that the document has behind their country.
  var foreignNames: [Word] = []

  private var lexicons: LexiconSet { tables.lexicons }
  private var countryLevel: String { tables.words.places.countryLevels.first?.text ?? "" }

  func units() -> [PlaceUnit] {
    guard chart.kinds.intersects(.places) || chart.signs.contains(.townSuffix) || !foreignNames.isEmpty else {
      return []
    }
    var units: [PlaceUnit] = []
    var index = chart.range.lowerBound
    var suffix = index
    while index < chart.range.upperBound {
      // Most indices begin neither a listed place nor a name that ends in the suffix of a town.
      if suffix <= index { suffix = nextSuffix(after: index) }
      let kinds = chart.kinds(at: index)
      let isListed = kinds.intersects(.places) || kinds.contains(.countryCharacter) && isOneCharacterCountry(index)
      let follows = units.last.map { $0.range.upperBound == index && $0.level == .country } ?? false
      guard isListed || follows || !foreignNames.isEmpty || suffix - index <= Self.longestTownName else {
        index += 1
        continue
      }
      let previous = units.last.flatMap { $0.range.upperBound == index ? $0 : nil }
      if var unit = unit(at: index, isListed: isListed, after: previous) {
        if previous != nil { link(&unit, to: units.count - 1, units) }
        index = unit.range.upperBound
        units.append(unit)
      } else {
        index += 1
      }
    }
    return units
  }

  /// The next character behind an index that may begin the suffix of a town or village.
  private func nextSuffix(after index: Int) -> Int {
    guard chart.signs.contains(.townSuffix) else { return .max }
    return chart.scalars[(index + 1)..<chart.range.upperBound].firstIndex { tables.signs[$0].contains(.townSuffix) }
      ?? .max
  }

  /// The listed place, unless an address goes on with a community that begins like one (天山区‖固原巷社区).
  private func unit(at index: Int, isListed: Bool, after previous: PlaceUnit?) -> PlaceUnit? {
    guard isListed, let listed = listed(at: index, after: previous) else {
      return unlistedForeign(at: index, after: previous) ?? unlisted(at: index, after: previous)
    }
    guard !listed.isFull, let previous, [.county, .town].contains(previous.level),
      !listed.divisions.contains(where: { isInside($0, previous) }),
      let longer = unlisted(at: index, after: previous), longer.range.upperBound > listed.range.upperBound + 1
    else { return listed }
    return longer
  }

  // MARK: Listed places

  private func listed(at start: Int, after previous: PlaceUnit?) -> PlaceUnit? {
    let all = chart.starting(at: start)
    var first = all.lowerBound
    while first < all.upperBound {
      let end = chart.hits[first].end
      var last = first
      var mayBePlace = false
      while last < all.upperBound, chart.hits[last].end == end {
        mayBePlace =
          mayBePlace || Kinds.places.contains(Kinds(chart.hits[last].kind))
          || chart.hits[last].kind == .countryCharacter
        last += 1
      }
      if mayBePlace, !endsVerb(start), !isConjunction(start, end, after: previous),
        end - start == 1 && isOneCharacterCountry(start) || !isHidden(start..<end),
        let unit = unit(of: first..<last, start: start, end: end, after: previous)
      {
        return yieldingToTitle(unit)
      }
      first = last
    }
    return nil
  }

  /// 不再担‖任县长: 任县 and 任城 are no places behind the rest of a verb of office.
  private func endsVerb(_ start: Int) -> Bool {
    guard let scalar = chart.scalar(at: start), tables.words.places.officeVerbEnds.contains(scalar) else {
      return false
    }
    return tables.words.places.officeVerbs.contains { chart.matches($0, at: start + 1 - $0.count) }
  }

  private func hasGone(_ division: Int) -> Bool { tables.divisionFacts[division].time.hasEnded(by: date) }

  /// 和‖县医院 is no 和县 unless an address leads to it or something ends before it.
  private func isConjunction(_ start: Int, _ end: Int, after previous: PlaceUnit?) -> Bool {
    chart.has(tables.words.conjunctions, at: start) && end - start == 2 && previous == nil
      && !chart.isBoundary(before: start)
  }

  /// 蒙古‖包, 沿‖海地‖区: a short name inside an ordinary word names no place. 日本人 are people of 日本.
  private func isHidden(_ range: Range<Int>) -> Bool {
    chart.isInsideWord(range) && !chart.has(tables.words.places.people, at: range.upperBound)
  }

  /// The unit that terms of one stretch mean.
  private func unit(of hits: Range<Int>, start: Int, end: Int, after previous: PlaceUnit?) -> PlaceUnit? {
    var candidates: [Int] = []
    var isFull = false
    var row: RowReference?
    var isOneCharacter = false
    for number in hits {
      let hit = chart.hits[number]
      switch hit.kind {
      case .division where tables.divisionFacts[hit.row].time.admits(date):
        candidates.append(hit.row)
        isFull = true
        row = row ?? lexicons.divisions[hit.row].row
      case .divisionAlias:
        let facts = tables.aliasFacts[hit.row]
        let target = Int(facts.target)
        guard target >= 0, facts.time.admits(date), tables.divisionFacts[target].time.admits(date),
          allows(facts.context, start: start, end: end, target: target, after: previous)
        else { continue }
        if !candidates.contains(target) { candidates.append(target) }
        if facts.context == .compound { isOneCharacter = true }
        // 大兴镇 is a town, 洛江河 a river, whatever districts 大兴 and 洛江 are.
        if !isFull,
          tables.words.places.estates.contains(where: { chart.matches($0, at: end) }) || isBeforeTownSuffix(end)
            || isWater(end) && lexicons.divisions[target].level == .county
        {
          continue
        }
        row = row ?? lexicons.divisionAliases[hit.row].row
      default: continue
      }
    }
    // 莱芜市 in a life told in 2020: a unit that has gone, under a name no other bears now; and 钢城区 of 莱芜市 the one there was.
    let isInGone = previous.map { $0.divisions.contains(where: hasGone) } ?? false
    if candidates.isEmpty && end - start > 2 || isInGone {
      var gone: [Int] = []
      for number in hits where chart.hits[number].kind == .division && hasGone(chart.hits[number].row) {
        let index = chart.hits[number].row
        guard !isInGone || previous.map({ isInside(index, $0) }) ?? false else { continue }
        gone.append(index)
        row = isInGone ? lexicons.divisions[index].row : row ?? lexicons.divisions[index].row
      }
      if !gone.isEmpty { (candidates, isFull) = (gone, true) }
    }
    if !candidates.isEmpty, let row {
      // Of several units of one name the highest level is meant unless context says otherwise (河北: the province).
      var first = candidates[0]
      for other in candidates
      where tables.divisionFacts[other].rank < tables.divisionFacts[first].rank { first = other }
      return PlaceUnit(
        range: start..<end, level: lexicons.divisions[first].placeLevel, levelWord: tables.levelWords[first],
        divisions: candidates, canonical: nil, isFull: isFull, isOneCharacter: isOneCharacter && end - start == 1,
        by: .row(row))
    }
    for number in hits {
      let hit = chart.hits[number]
      switch hit.kind {
      case .country:
        // 日本‖国会: the full name gives up 国 where a word begins with it.
        if tables.words.places.countryLevels.contains(where: { chart.matches($0, at: end - $0.count) }),
          end - start > 2,
          startsWord(at: end - 1)
        {
          return nil
        }
        let country = lexicons.countries[hit.row]
        return PlaceUnit(
          range: start..<end, level: .country, levelWord: countryLevel, divisions: [], canonical: country.name,
          isFull: true,
          by: .row(country.row))
      case .region:
        let region = lexicons.regions[hit.row]
        return PlaceUnit(
          range: start..<end, level: .region, levelWord: "", divisions: [], canonical: region.name, isFull: true,
          by: .row(region.row))
      case .foreignPlace:
        let place = lexicons.foreignPlaces[hit.row]
        // 西雅图市‖市长: the level word belongs to the name, but not where it begins a title or a word.
        let isSuffixed =
          (chart.scalar(at: end).map(tables.words.foreignSuffixes.contains) ?? false) && !startsWord(at: end)
        return PlaceUnit(
          range: start..<(isSuffixed ? end + 1 : end), level: .foreign, levelWord: "", divisions: [],
          canonical: place.name, isFull: true,
          by: .row(place.row))
      case .countryCharacter:
        guard isOneCharacterCountry(start) else { continue }
        let country = lexicons.countries[hit.row]
        return PlaceUnit(
          range: start..<end, level: .country, levelWord: countryLevel, divisions: [], canonical: country.name,
          isFull: true,
          isOneCharacter: true, by: .row(country.row))
      case .levelWord:
        let word = lexicons.levelWords[hit.row]
        guard word.level != nil else { continue }
        return PlaceUnit(
          range: start..<end, level: .deictic, levelWord: word.level ?? "", divisions: [], canonical: nil,
          isFull: false, by: .row(word.row))
      default: continue
      }
    }
    return nil
  }

  private func allows(
    _ context: DivisionAlias.Context, start: Int, end: Int, target: Int, after previous: PlaceUnit?
  ) -> Bool {
    switch context {
    // 长生桥镇‖广阳岛: an address goes on with nothing that lies elsewhere.
    case .none:
      lexicons.divisions[target].level != .county
        || previous.map { ![.county, .town].contains($0.level) || isInside(target, $0) } ?? true
    case .compound: isOneCharacterPlace(start..<end)
    case .suffix, .title:
      isTakenUpByLevel(at: end, levelWord: tables.levelWords[target])
        || previous.map { $0.range.upperBound == start && isInside(target, $0) } ?? false
    }
  }

  /// Whether 县委, 市长… follow whose level is the unit's own.
  private func isTakenUpByLevel(at index: Int, levelWord: String) -> Bool {
    guard chart.kinds(at: index).intersects([.levelOrgan, .post]) else { return false }
    return chart.starting(at: index).contains { number in
      let hit = chart.hits[number]
      switch hit.kind {
      case .levelOrgan: return lexicons.organs[hit.row].levels[Int(hit.meaning.level)] == levelWord
      case .post:
        return lexicons.posts[hit.row].implies != nil && lexicons.posts[hit.row].surface.hasPrefix(levelWord)
      default: return false
      }
    }
  }

  /// 天津市 in front of 长 gives up 市 to the title 市长 where a name, a list or a verb follows the title; 长治市 and the like
  /// never reach here, the longest name having taken them.
  private func yieldingToTitle(_ unit: PlaceUnit) -> PlaceUnit {
    let end = unit.range.upperBound
    guard unit.isFull, chart.has(tables.words.chiefs, at: end), unit.range.count > 1,
      chart.starting(at: end - 1).contains(where: { chart.hits[$0].kind == .post && chart.hits[$0].count == 2 }),
      !chart.kinds(at: end).contains(.division),
      unlisted(at: end, after: unit) == nil,
      followsTitle(at: end + 1)
    else { return unit }
    var shorter = unit
    shorter.range = unit.range.lowerBound..<(end - 1)
    shorter.isFull = false
    return shorter
  }

  /// Whether an organisation, a head noun or a title of more than one character begins at an index.
  private func startsWord(at index: Int) -> Bool {
    chart.starting(at: index).contains { number in
      let hit = chart.hits[number]
      switch hit.kind {
      case .organisationHead, .post, .central: return hit.count > 1
      default: return false
      }
    }
  }

  /// 洛江‖河: what is a river or an island.
  private func isWater(_ index: Int) -> Bool {
    guard let scalar = chart.scalar(at: index) else { return false }
    return tables.words.water.contains(scalar) && !startsWord(at: index)
  }

  private func isBeforeTownSuffix(_ index: Int) -> Bool {
    chart.signs.contains(.townSuffix) && tables.words.settlements.contains { chart.matches($0.word, at: index) }
  }

  private func followsTitle(at index: Int) -> Bool {
    guard let scalar = chart.scalar(at: index), isNameScalar(scalar) else { return true }
    return tables.surnames.isSurname(at: index, in: chart) || chart.kinds(at: index).contains(.boundary)
  }

  // MARK: Addresses

  private func isInside(_ division: Int, _ outer: PlaceUnit) -> Bool {
    outer.divisions.contains { tables.divisions.isInside(place: division, $0) }
  }

  /// Binds a unit to the one written in front of it, if that is one of its ancestors, and drops what the address excludes.
  private func link(_ unit: inout PlaceUnit, to previous: Int, _ units: [PlaceUnit]) {
    let outer = units[previous]
    if unit.divisions.isEmpty {
      if unit.level == .town || unit.level == .village, outer.level != .country, outer.level != .region {
        unit.outer = previous
      }
      return
    }
    if outer.canonical == tables.homeCountry {
      unit.outer = previous
      return
    }
    let inside = unit.divisions.filter { isInside($0, outer) }
    guard !inside.isEmpty else { return }
    unit.divisions = inside
    unit.level = lexicons.divisions[inside[0]].placeLevel
    unit.levelWord = tables.levelWords[inside[0]]
    unit.outer = previous
  }

  // MARK: One character for a place

  /// 来台考察, 赴甬, 在莞期间: one character counts only after a verb of going or being, and not where a word goes on (来京津).
  private func isOneCharacterPlace(_ range: Range<Int>) -> Bool {
    guard let before = chart.scalar(at: range.lowerBound - 1), tables.words.oneCharacterBefore.contains(before) else {
      return false
    }
    let next = range.upperBound
    guard let scalar = chart.scalar(at: next), isNameScalar(scalar) else { return true }
    return tables.words.oneCharacterAfter.contains { chart.matches($0, at: next) }
  }

  /// 访华, 来华出席: one character for a country, behind 访, or behind another verb of going where no word goes on.
  private func isOneCharacterCountry(_ index: Int) -> Bool {
    guard let before = chart.scalar(at: index - 1) else { return false }
    if tables.words.places.countryVisits.contains(before) {
      return !tables.words.places.visitWords.contains { chart.matches($0, at: index - $0.count) }
    }
    // 美驻利比亚大使.
    if chart.has(tables.words.places.stationed, at: index + 1), chart.kinds(at: index + 2).intersects(.countries) {
      return true
    }
    guard tables.words.places.countryBefore.contains(before) else { return false }
    guard let scalar = chart.scalar(at: index + 1), isNameScalar(scalar) else { return true }
    return tables.words.oneCharacterAfter.contains { chart.matches($0, at: index + 1) }
  }
}

extension Division.Level {
  /// 0 for the highest.
  var rank: Int {
    switch self {
    case .province: 0
    case .prefecture, .region: 1
    case .county: 2
    }
  }
}
