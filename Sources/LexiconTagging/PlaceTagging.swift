import DocumentModel
import Lexicons

/// Finds the places of a sentence: divisions with their addresses, countries, regions, towns and villages nobody listed.
///
/// At each index the longest name wins, so that 山西省长治市 is two places and no 省长; a name in front of a title that takes
/// its last character (天津市长) gives that character up only where the title is followed by what follows titles.
struct PlaceTagging {
  let chart: Chart
  let lexicons: LexiconSet
  let divisions: DivisionIndex
  /// Position of the division that each alias means; -1 for none.
  let aliasTargets: [Int]
  let surnames: SurnameStarts
  /// The publication date: only units valid on it are seen.
  let date: PartialDate?

  func units() -> [PlaceUnit] {
    var units: [PlaceUnit] = []
    var index = chart.range.lowerBound
    while index < chart.range.upperBound {
      let previous = units.last.flatMap { $0.range.upperBound == index ? units.count - 1 : nil }
      if var unit = listed(at: index, after: previous.map { units[$0] })
        ?? unlisted(at: index, after: previous.map { units[$0] })
      {
        if let previous { link(&unit, to: previous, units) }
        index = unit.range.upperBound
        units.append(unit)
      } else {
        index += 1
      }
    }
    return units
  }

  // MARK: Listed places

  private func listed(at start: Int, after previous: PlaceUnit?) -> PlaceUnit? {
    var rest = chart.starting(at: start)
    while let longest = rest.first {
      let same = rest.prefix { $0.end == longest.end }
      rest = rest[same.endIndex...]
      guard same.contains(where: \.meaning.mayBePlace) else { continue }
      if let unit = unit(of: same, start: start, end: longest.end, after: previous) { return yieldingToTitle(unit) }
    }
    return nil
  }

  private func unit(of hits: ArraySlice<Chart.Hit>, start: Int, end: Int, after previous: PlaceUnit?) -> PlaceUnit? {
    var candidates: [Int] = []
    var isFull = false
    var row: RowReference?
    var isOneCharacter = false
    for hit in hits {
      switch hit.meaning {
      case .division(let index) where lexicons.divisions[index].isValid(on: date):
        candidates.append(index)
        isFull = true
        row = row ?? lexicons.divisions[index].row
      case .divisionAlias(let index):
        let target = aliasTargets[index]
        guard target >= 0, lexicons.divisions[target].isValid(on: date) else { continue }
        let alias = lexicons.divisionAliases[index]
        guard alias.isValid(on: date),
          allows(alias, start: start, end: end, target: target, after: previous)
        else { continue }
        if !candidates.contains(target) { candidates.append(target) }
        if alias.needsContext == .compound { isOneCharacter = true }
        // 大兴镇 is a town, 洛江河 a river, whatever districts 大兴 and 洛江 are.
        if !isFull, isBeforeTownSuffix(end) || isWater(end) && lexicons.divisions[target].level == .county { continue }
        row = row ?? alias.row
      default: continue
      }
    }
    if !candidates.isEmpty, let row {
      // Of several units of one name the highest level is meant unless context says otherwise (河北: the province).
      let best = candidates.map { lexicons.divisions[$0].level }.min { $0.rank < $1.rank }
      let highest = candidates.filter { lexicons.divisions[$0].level == best }
      let first = lexicons.divisions[highest[0]]
      return PlaceUnit(
        range: start..<end, level: first.placeLevel, levelWord: first.levelWord, divisions: candidates,
        canonical: nil, isFull: isFull, isOneCharacter: isOneCharacter && end - start == 1, by: .row(row))
    }
    for hit in hits {
      switch hit.meaning {
      case .country(let index):
        // 日本‖国会: the full name gives up 国 where a word begins with it.
        if chart.scalar(at: end - 1) == 0x56FD, end - start > 2, startsWord(at: end - 1) { return nil }
        let country = lexicons.countries[index]
        return PlaceUnit(
          range: start..<end, level: .country, levelWord: "国", divisions: [], canonical: country.name, isFull: true,
          by: .row(country.row))
      case .region(let index):
        let region = lexicons.regions[index]
        return PlaceUnit(
          range: start..<end, level: .region, levelWord: "", divisions: [], canonical: region.name, isFull: true,
          by: .row(region.row))
      case .foreignPlace(let index):
        let place = lexicons.foreignPlaces[index]
        // 西雅图市‖市长: the level word belongs to the name, but not where it begins a title or a word.
        let suffixed = Self.foreignSuffixes.contains { chart.matches($0, at: end) } && !startsWord(at: end) ? 1 : 0
        return PlaceUnit(
          range: start..<end + suffixed, level: .foreign, levelWord: "", divisions: [], canonical: place.name, isFull: true,
          by: .row(place.row))
      case .levelWord(let index):
        let word = lexicons.levelWords[index]
        guard word.level != nil else { continue }
        return PlaceUnit(
          range: start..<end, level: .deictic, levelWord: word.level ?? "", divisions: [], canonical: nil,
          isFull: false,
          by: .row(word.row))
      default: continue
      }
    }
    return nil
  }

  private static let foreignSuffixes: [StaticString] = ["市", "州", "省", "县"]

  private func allows(_ alias: DivisionAlias, start: Int, end: Int, target: Int, after previous: PlaceUnit?) -> Bool {
    switch alias.needsContext {
    case .none: true
    case .compound: isOneCharacterPlace(start..<end)
    case .suffix, .title:
      isTakenUpByLevel(at: end, levelWord: lexicons.divisions[target].levelWord)
        || previous.map { $0.range.upperBound == start && isInside(target, $0) } ?? false
    }
  }

  /// Whether 县委, 市长… follow whose level is the unit's own.
  private func isTakenUpByLevel(at index: Int, levelWord: String) -> Bool {
    chart.starting(at: index).contains { hit in
      switch hit.meaning {
      case .levelOrgan(_, let level): level == levelWord
      case .post(let post): lexicons.posts[post].surface.hasPrefix(levelWord) && lexicons.posts[post].implies != nil
      default: false
      }
    }
  }

  /// 天津市 in front of 长 gives up 市 to the title 市长 where a name, a list or a verb follows the title; 长治市 and the like
  /// never reach here, the longest name having taken them.
  private func yieldingToTitle(_ unit: PlaceUnit) -> PlaceUnit {
    let end = unit.range.upperBound
    guard unit.isFull, chart.matches("长", at: end), unit.range.count > 1,
      chart.starting(at: end - 1).contains(where: { if case .post = $0.meaning { $0.count == 2 } else { false } }),
      !chart.starting(at: end).contains(where: { if case .division = $0.meaning { true } else { false } }),
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
    chart.starting(at: index).contains { hit in
      guard hit.count > 1 else { return false }
      switch hit.meaning {
      case .organisationHead, .post, .central: return true
      default: return false
      }
    }
  }

  /// 河 溪 江 and what is built on them.
  private func isWater(_ index: Int) -> Bool {
    guard let scalar = chart.scalar(at: index) else { return false }
    return [0x6CB3, 0x6EAA, 0x6C5F].contains(scalar) && !startsWord(at: index)
  }

  private func isBeforeTownSuffix(_ index: Int) -> Bool {
    Self.townSuffixes.contains { chart.matches($0, at: index) }
  }
  private static let townSuffixes: [StaticString] = ["镇", "乡", "街道", "苏木", "村", "社区"]

  private func followsTitle(at index: Int) -> Bool {
    guard let scalar = chart.scalar(at: index), isNameScalar(scalar) else { return true }
    if surnames.isSurname(at: index, in: chart) { return true }
    return chart.starting(at: index).contains { if case .boundary = $0.meaning { true } else { false } }
  }

  // MARK: Addresses

  private func isInside(_ division: Int, _ outer: PlaceUnit) -> Bool {
    outer.divisions.contains { divisions.isInside(lexicons.divisions[division], lexicons.divisions[$0]) }
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
    if outer.canonical == "中国" {
      unit.outer = previous
      return
    }
    let inside = unit.divisions.filter { isInside($0, outer) }
    guard !inside.isEmpty else { return }
    unit.divisions = inside
    unit.level = lexicons.divisions[inside[0]].placeLevel
    unit.levelWord = lexicons.divisions[inside[0]].levelWord
    unit.outer = previous
  }

  // MARK: One character for a place

  private static let before: Set<UInt32> = Set("赴抵来在驻离到".unicodeScalars.map(\.value))

  /// 来台考察, 赴甬, 在莞期间: one character counts only after a verb of going or being, and not where a word goes on (来京津).
  private func isOneCharacterPlace(_ range: Range<Int>) -> Bool {
    guard let before = chart.scalar(at: range.lowerBound - 1), Self.before.contains(before) else { return false }
    let next = range.upperBound
    guard let scalar = chart.scalar(at: next), isNameScalar(scalar) else { return true }
    return Self.after.contains { chart.matches($0, at: next) }
  }

  private static let after: [StaticString] = [
    "考察", "学习", "调研", "访问", "期间", "参观", "指导", "检查", "视察", "看望", "慰问", "对接", "开展", "出席", "参加", "招商", "洽谈",
    "交流", "挂职", "投资", "工作", "举行", "召开", "进行", "会见", "同", "与",
  ]
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
