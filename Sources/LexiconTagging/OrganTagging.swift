import DocumentModel
import Lexicons

/// Composes the organs of places (天津市委, 绿春县人大常委会, 市公安局, 市委组织部) and finds the listed organisations of the centre.
struct OrganTagging {
  let chart: Chart
  let tables: TaggingTables
  let units: [PlaceUnit]
  let document: Document

  private var lexicons: LexiconSet { tables.lexicons }
  private var ordinals: Ordinals { Ordinals(chart: chart, modifiers: lexicons.modifiers, words: tables.words.meetings) }

  /// An organ and, where its last character also begins its head's title (组织部长), where that title starts.
  struct Organ {
    var candidate: Candidate
    var kind: String
    var fusedTitle: Int?
  }

  func organs() -> [Organ] {
    var found: [Organ] = []
    if chart.kinds.intersects(.organs) {
      for index in chart.range where chart.kinds(at: index).intersects(.organs) {
        for number in chart.starting(at: index) { addOrgan(chart.hits[number], to: &found) }
      }
    }
    guard chart.kinds.intersects(.department) else { return found }
    found += found.flatMap(departments)
    found += bareDepartments()
    return found
  }

  private func addOrgan(_ hit: Hit, to found: inout [Organ]) {
    switch hit.kind {
    case .organ:
      if let unit = unit(endingAt: hit.start), fits(units[unit], lexicons.organs[hit.row]) {
        found.append(composed(hit, unit: unit, level: nil))
      } else if hit.count > 1,
        case let term = ordinals.term(endingAt: hit.start),
        term < hit.start,
        let unit = unit(endingAt: term), units[unit].isFull
      {
        // 湖南省原政协‖副主席, 雅安市第四届人民代表大会常务委员会‖委员.
        found.append(composed(hit, unit: unit, level: nil))
      } else if hit.count > 1, isItemBeforeTitle(hit) {
        found.append(composed(hit, unit: nil, level: ""))
      }
    case .levelOrgan:
      let level = lexicons.organs[hit.row].levels[Int(hit.meaning.level)]
      if let unit = unit(endingAt: hit.start), takesUp(units[unit], level) {
        found.append(composed(hit, unit: unit, level: nil))
      } else if !splitsPlace(at: hit.start), !isEndOfName(level, at: hit.start) {
        found.append(composed(hit, unit: nil, level: level))
      }
    case .organPrefix:
      if let organ = wrapped(hit, lexicons.organPrefixes[hit.row]) { found.append(organ) }
    case .central: if isSeen(hit) { found.append(central(hit)) }
    case .medium: found.append(medium(hit, lexicons.media[hit.row]))
    default: break
    }
  }

  /// Number of the place unit that ends at an index; a sentence has few of them.
  private func unit(endingAt index: Int) -> Int? { units.lastIndex { $0.range.upperBound == index } }

  /// 人大主席 in 镇党委书记某某、人大主席某某: an item of a list that leaves its place out.
  private func isItemBeforeTitle(_ hit: Hit) -> Bool {
    guard let before = chart.scalar(at: hit.start - 1), before == 0x3001 || before == 0x2C else { return false }
    return chart.kinds(at: hit.end).contains(.post)
  }

  // MARK: Organs of places

  private func fits(_ unit: PlaceUnit, _ organ: Lexicons.Organ) -> Bool {
    guard unit.isFull || unit.level == .deictic || unit.divisions.isEmpty == false else { return false }
    let isLevelled =
      unit.isFull || endsInLevelWord(unit) || unit.level == .town || unit.level == .village || unit.level == .deictic
    // 天津市‖委: the suffix asks for a level word; 天津‖人大 does without, but never where one character decides.
    if isLevelled { return organ.levels.isEmpty || organ.levels.contains(unit.levelWord) || unit.level == .deictic }
    return organ.suffix.unicodeScalars.count > 1 && unit.level != .country && unit.level != .region
      && unit.level != .foreign
  }

  /// 黔南州: a short form with its level word.
  private func endsInLevelWord(_ unit: PlaceUnit) -> Bool {
    guard let word = unit.levelWord.unicodeScalars.first, unit.levelWord.unicodeScalars.count == 1 else { return false }
    return unit.range.count > 2 && chart.has(word, at: unit.range.upperBound - 1)
  }

  /// 河北‖省委: the level word in front of the organ is the one the place has in full.
  private func takesUp(_ unit: PlaceUnit, _ level: String) -> Bool {
    // 平遥县‖县委: the level said twice.
    if unit.isFull, unit.levelWord == level { return true }
    guard !unit.isFull || unit.range.count == 1 || unit.level == .deictic else { return false }
    if unit.level == .region || unit.level == .foreign || unit.level == .country { return false }
    return tables.words.levels.stands(level, for: unit.levelWord)
      || (unit.divisions.contains { tables.levelWords[$0] == level })
  }

  /// 市 of 天津市 begins no organ of its own where 天津市 is a place: its composition with the full name is the same organ.
  private func splitsPlace(at index: Int) -> Bool {
    units.contains { $0.range.lowerBound < index && index < $0.range.upperBound }
  }

  /// 公司党委 of 某某有限公司党委书记: the body is named, and the level word is its end.
  private func isEndOfName(_ level: String, at index: Int) -> Bool {
    guard let before = chart.scalar(at: index - 1) else { return false }
    // 特区政府 is no district's.
    if let zones = tables.words.places.zones[level] {
      return zones.contains { chart.matches($0, at: index + level.unicodeScalars.count - $0.count) }
    }
    guard tables.words.bodyLevels.contains(level) else { return false }
    return isHan(before) && !tables.words.pointing.contains(before)
  }

  private func composed(_ hit: Hit, unit: Int?, level: String?) -> Organ {
    let organ = lexicons.organs[hit.row]
    var start = hit.start
    var innermost: Span?
    if let unit {
      var at = unit
      while let outer = units[at].outer { at = outer }
      start = units[at].range.lowerBound
      innermost = document.matching.span(of: units[unit].range)
    }
    let party = tables.words.party.first { chart.matches($0, at: start - $0.count) }
    let isWrapped = party != nil
    start -= party?.count ?? 0
    let deictic = unit.flatMap { units[$0].level == .deictic ? units[$0].levelWord : nil }
    let reading = OrganReading(
      kind: organ.kind, canonical: organ.canonical, place: deictic == nil ? innermost : nil, level: deictic ?? level)
    let labels = tables.organs[hit.row].labels(isWrapped: isWrapped, isBare: reading.level != nil)
    return Organ(
      candidate: Candidate(
        range: start..<hit.end, type: .org, labels: labels, reading: .organ(reading), by: .row(organ.row)),
      kind: organ.kind)
  }

  /// 共青团‖天津‖市委, 中共‖天津市‖委员会: the place stands inside the name.
  private func wrapped(_ hit: Hit, _ prefix: OrganPrefix) -> Organ? {
    // 政协‖第十三届‖全国委员会, 政协唐山市‖第九届‖委员会: which term it is is no part of the name.
    let begin = ordinals.behindTerm(hit.end)
    if prefix.kind == "cppcc", let nationwide = tables.words.meetings.nationwide.first,
      let committee = tables.words.meetings.nationalCommittees.first(where: { chart.matches($0, at: begin) })
    {
      return Organ(
        candidate: Candidate(
          range: hit.start..<begin + committee.count, type: .org,
          labels: Labels([prefix.kind, "wrapped"]),
          reading: .known(
            KnownReading(canonical: prefix.canonical.filling("{D}", with: nationwide.text), kind: prefix.kind)),
          by: .row(prefix.row)),
        kind: prefix.kind)
    }
    guard var last = units.firstIndex(where: { $0.range.lowerBound == begin }) else { return nil }
    while last + 1 < units.count, units[last + 1].outer == last { last += 1 }
    let unit = units[last]
    let end = ordinals.behindTerm(unit.range.upperBound)
    var longest: (suffix: String, end: Int)?
    for suffix in prefix.suffixes {
      // 民建宁夏‖区委会: 区 stands for 自治区.
      let short = tables.words.levels.shorter(than: unit.levelWord).map { $0 + suffix } ?? suffix
      for written in unit.isFull ? [suffix] : [unit.levelWord + suffix, short, suffix] {
        let reached = end + written.unicodeScalars.count
        guard reached <= chart.range.upperBound, reached > longest?.end ?? end,
          chart.scalars[end..<reached].elementsEqual(written.unicodeScalars.lazy.map(\.value))
        else { continue }
        longest = (suffix, reached)
      }
    }
    guard let longest else { return nil }
    let reading = OrganReading(
      kind: prefix.kind, canonical: prefix.canonical.filling("{S}", with: longest.suffix),
      place: document.matching.span(of: unit.range))
    return Organ(
      candidate: Candidate(
        range: hit.start..<longest.end, type: .org, labels: Labels([prefix.kind, "wrapped"]),
        reading: .organ(reading), by: .row(prefix.row)),
      kind: prefix.kind)
  }

  // MARK: Departments

  /// The organ together with the department named right after it, and the fused form with its head's title.
  private func departments(of organ: Organ) -> [Organ] {
    let end = organ.candidate.range.upperBound
    guard chart.kinds(at: end).intersects(.department), case .organ(let reading) = organ.candidate.reading else {
      return []
    }
    return chart.starting(at: end).compactMap { number in
      let hit = chart.hits[number]
      guard isDepartment(hit), lexicons.departments[hit.row].parentKinds.contains(organ.kind) else { return nil }
      return extended(organ.candidate.range, organ.candidate.traits, reading, by: hit)
    }
  }

  /// 组织部 with no committee in front: the one last named is meant (市委常委、组织部部长).
  private func bareDepartments() -> [Organ] {
    chart.all.compactMap { number -> Organ? in
      let hit = chart.hits[number]
      guard isDepartment(hit), !splitsPlace(at: hit.start) else { return nil }
      let kind = lexicons.departments[hit.row].parentKinds.first ?? ""
      return extended(
        hit.start..<hit.start, .bare, OrganReading(kind: kind, canonical: "{O}", level: ""), by: hit)
    }
  }

  private func isDepartment(_ hit: Hit) -> Bool {
    switch hit.kind {
    case .department: true
    case .departmentPost: sharesCharacter(lexicons.departments[hit.row])
    default: false
    }
  }

  /// 组织部 and 组织部长 share 部; 政法委 and 政法委书记 share nothing.
  private func sharesCharacter(_ department: Department) -> Bool {
    department.shortPost.map {
      !$0.hasPrefix(department.surface) || tables.words.chiefs.contains($0.unicodeScalars.last?.value ?? 0)
    } ?? false
  }

  /// The organ of a range and reading together with a department behind it.
  private func extended(_ range: Range<Int>, _ traits: Traits, _ reading: OrganReading, by hit: Hit) -> Organ {
    let department = lexicons.departments[hit.row]
    var reading = reading
    reading.canonical = department.canonical.filling("{O}", with: reading.canonical)
    reading.kind += "_department"
    let labels =
      [reading.kind] + (traits.contains(.wrapped) ? ["wrapped"] : []) + (traits.contains(.bare) ? ["bare"] : [])
    // 组织部长: the organisation ends and the title begins with 部.
    let isFused = hit.kind == .departmentPost
    return Organ(
      candidate: Candidate(
        range: range.lowerBound..<(isFused ? hit.end - 1 : hit.end), type: .org, labels: Labels(labels),
        reading: .organ(reading), by: .row(department.row)),
      kind: reading.kind, fusedTitle: isFused ? hit.end - 2 : nil)
  }

  // MARK: Listed organisations

  /// Whether a body can be meant on the document's day: one that was not there yet cannot (自然资源部 in 2005); one that has gone
  /// can (原国土资源部), unless its name is another's now.
  private func isSeen(_ hit: Hit) -> Bool {
    let (date, validity) = (document.article.published, lexicons.centralOrgans[hit.row].validity)
    if validity.admits(date) { return true }
    guard Validity(from: validity.from, to: nil, precision: validity.precision).admits(date) else { return false }
    return !chart.starting(at: hit.start).contains { number in
      let other = chart.hits[number]
      guard other.end == hit.end, other.kind == .central, other.row != hit.row else { return false }
      return lexicons.centralOrgans[other.row].validity.admits(date)
    }
  }

  private func central(_ hit: Hit) -> Organ {
    let row = lexicons.centralOrgans[hit.row]
    let isMinistry = row.kind == "government_department"
    var start = hit.start
    var abroad: String?
    // 中国全国人大: the country in front belongs to the name; 法国外交部, 俄外交部 are no ministries of China.
    if let unit = unit(endingAt: start), units[unit].level == .country {
      start = units[unit].range.lowerBound
      if isMinistry, units[unit].canonical != tables.homeCountry { abroad = units[unit].canonical }
    } else if isMinistry, let country = countryCharacter(endingAt: start) {
      start -= 1
      abroad = country
    }
    let reading =
      abroad.map { KnownReading(canonical: $0 + chart.string(hit.range), kind: "foreign") }
      ?? KnownReading(canonical: row.name, kind: row.kind)
    return Organ(
      candidate: Candidate(
        range: start..<hit.end, type: .org, labels: abroad == nil ? tables.centralOrgans[hit.row] : Self.foreign,
        reading: .known(reading), by: .row(row.row)),
      kind: reading.kind)
  }

  private static let foreign = Labels(["foreign"])

  /// The country that one character names, where no word goes on before it: 俄‖外交部, but not 中美‖…, 东南亚….
  private func countryCharacter(endingAt index: Int) -> String? {
    guard chart.isBoundary(before: index - 1) || index - 1 == chart.range.lowerBound else { return nil }
    for number in chart.ending(at: index) {
      let hit = chart.hits[number]
      guard hit.kind == .countryCharacter, hit.count == 1 else { continue }
      let name = lexicons.countries[hit.row].name
      return name == tables.homeCountry ? nil : name
    }
    return nil
  }

  private static let media = Labels(["media"])

  private func medium(_ hit: Hit, _ row: Medium) -> Organ {
    let reading = KnownReading(canonical: row.name, kind: "media", place: row.division)
    return Organ(
      candidate: Candidate(
        range: hit.start..<hit.end, type: .org, labels: Self.media, reading: .known(reading), by: .row(row.row)),
      kind: "media")
  }
}
