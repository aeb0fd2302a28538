import DocumentModel
import Lexicons

/// Composes the organs of places (天津市委, 绿春县人大常委会, 市公安局, 市委组织部) and finds the listed organisations of the centre.
struct OrganTagging {
  let chart: Chart
  let lexicons: LexiconSet
  let units: [PlaceUnit]
  let document: Document

  /// An organ and, where its last character also begins its head's title (组织部长), where that title starts.
  struct Organ {
    var candidate: Candidate
    var kind: String
    var fusedTitle: Int?
  }

  func organs() -> [Organ] {
    let endings = Dictionary(units.enumerated().map { ($1.range.upperBound, $0) }, uniquingKeysWith: { $1 })
    var found: [Organ] = []
    for index in chart.range {
      for hit in chart.starting(at: index) {
        switch hit.meaning {
        case .organ(let row):
          if let unit = endings[index], fits(units[unit], lexicons.organs[row]) {
            found.append(composed(hit, row: row, unit: unit, level: nil))
          } else if hit.count > 1, isItemBeforeTitle(hit) {
            found.append(composed(hit, row: row, unit: nil, level: ""))
          }
        case .levelOrgan(let row, let level):
          if let unit = endings[index], takesUp(units[unit], level) {
            found.append(composed(hit, row: row, unit: unit, level: nil))
          } else if !splitsPlace(at: index), !isEndOfName(level, at: index) {
            found.append(composed(hit, row: row, unit: nil, level: level))
          }
        case .organPrefix(let row):
          if let organ = wrapped(hit, lexicons.organPrefixes[row]) { found.append(organ) }
        case .central(let row):
          if isSeen(row, hit) { found.append(central(hit, lexicons.centralOrgans[row], endings)) }
        case .medium(let row): found.append(medium(hit, lexicons.media[row]))
        default: break
        }
      }
    }
    found += found.flatMap(departments)
    found += bareDepartments()
    return found
  }

  /// 人大主席 in 镇党委书记某某、人大主席某某: an item of a list that leaves its place out.
  private func isItemBeforeTitle(_ hit: Chart.Hit) -> Bool {
    guard let before = chart.scalar(at: hit.start - 1), before == 0x3001 || before == 0x2C else { return false }
    return chart.starting(at: hit.end).contains { if case .post = $0.meaning { true } else { false } }
  }

  // MARK: Organs of places

  private func fits(_ unit: PlaceUnit, _ organ: Lexicons.Organ) -> Bool {
    guard unit.isFull || unit.level == .deictic || unit.divisions.isEmpty == false else { return false }
    let isLevelled = unit.isFull || unit.level == .town || unit.level == .village || unit.level == .deictic
    // 天津市‖委: the suffix asks for a level word; 天津‖人大 does without, but never where one character decides.
    if isLevelled { return organ.levels.isEmpty || organ.levels.contains(unit.levelWord) || unit.level == .deictic }
    return organ.suffix.unicodeScalars.count > 1 && unit.level != .country && unit.level != .region
      && unit.level != .foreign
  }

  /// 河北‖省委: the level word in front of the organ is the one the place has in full.
  private func takesUp(_ unit: PlaceUnit, _ level: String) -> Bool {
    guard !unit.isFull || unit.range.count == 1 || unit.level == .deictic else { return false }
    if unit.level == .region || unit.level == .foreign || unit.level == .country { return false }
    return unit.levelWord == level || (level == "区" && unit.levelWord == "自治区")
      || (unit.divisions.contains { lexicons.divisions[$0].levelWord == level })
  }

  /// 市 of 天津市 begins no organ of its own where 天津市 is a place: its composition with the full name is the same organ.
  private func splitsPlace(at index: Int) -> Bool {
    units.contains { $0.range.lowerBound < index && index < $0.range.upperBound }
  }

  /// 公司党委 of 某某有限公司党委书记: the body is named, and the level word is its end.
  private func isEndOfName(_ level: String, at index: Int) -> Bool {
    guard let before = chart.scalar(at: index - 1) else { return false }
    // 特区政府 is no district's.
    if level == "区" { return before == 0x7279 }
    guard Self.bodies.contains(level) else { return false }
    return isHan(before) && !Self.pointing.contains(before)
  }
  private static let bodies: Set<String> = ["校", "院", "公司", "集团"]
  /// 我 该 本.
  private static let pointing: Set<UInt32> = [0x6211, 0x8BE5, 0x672C]

  private func composed(_ hit: Chart.Hit, row: Int, unit: Int?, level: String?) -> Organ {
    let organ = lexicons.organs[row]
    var start = hit.start
    var innermost: Span?
    if let unit {
      var at = unit
      while let outer = units[at].outer { at = outer }
      start = units[at].range.lowerBound
      innermost = document.matching.span(of: units[unit].range)
    }
    let isWrapped = chart.matches("中共", at: start - 2)
    if isWrapped { start -= 2 }
    let deictic = unit.flatMap { units[$0].level == .deictic ? units[$0].levelWord : nil }
    let reading = OrganReading(
      kind: organ.kind, canonical: organ.canonical, place: deictic == nil ? innermost : nil, level: deictic ?? level)
    var labels = [organ.kind] + (isWrapped ? ["wrapped"] : [])
    if reading.level != nil { labels.append("bare") }
    return Organ(
      candidate: Candidate(
        range: start..<hit.end, type: .org, labels: labels, reading: .organ(reading), by: .row(organ.row)),
      kind: organ.kind)
  }

  /// 共青团‖天津‖市委, 中共‖天津市‖委员会: the place stands inside the name.
  private func wrapped(_ hit: Chart.Hit, _ prefix: OrganPrefix) -> Organ? {
    guard var last = units.firstIndex(where: { $0.range.lowerBound == hit.end }) else { return nil }
    while last + 1 < units.count, units[last + 1].outer == last { last += 1 }
    let unit = units[last]
    let end = unit.range.upperBound
    for suffix in prefix.suffixes {
      for written in unit.isFull ? [suffix] : [unit.levelWord + suffix, suffix] {
        let scalars = Array(written.unicodeScalars.map(\.value))
        guard end + scalars.count <= chart.range.upperBound,
          Array(chart.scalars[end..<(end + scalars.count)]) == scalars
        else { continue }
        let reading = OrganReading(
          kind: prefix.kind, canonical: prefix.canonical.replacing("{S}", with: suffix),
          place: document.matching.span(of: unit.range))
        return Organ(
          candidate: Candidate(
            range: hit.start..<(end + scalars.count), type: .org, labels: [prefix.kind, "wrapped"],
            reading: .organ(reading),
            by: .row(prefix.row)),
          kind: prefix.kind)
      }
    }
    return nil
  }

  // MARK: Departments

  /// The organ together with the department named right after it, and the fused form with its head's title.
  private func departments(of organ: Organ) -> [Organ] {
    guard case .organ(let reading) = organ.candidate.reading else { return [] }
    return chart.starting(at: organ.candidate.range.upperBound).compactMap { hit in
      let row: Int
      let isFused: Bool
      switch hit.meaning {
      case .department(let index): (row, isFused) = (index, false)
      case .departmentPost(let index) where sharesCharacter(lexicons.departments[index]): (row, isFused) = (index, true)
      default: return nil
      }
      let department = lexicons.departments[row]
      guard department.parentKinds.contains(organ.kind) else { return nil }
      return extended(organ.candidate, reading, by: department, hit: hit, isFused: isFused)
    }
  }

  /// 组织部 with no committee in front: the one last named is meant (市委常委、组织部部长).
  private func bareDepartments() -> [Organ] {
    chart.hits.compactMap { hit -> Organ? in
      let row: Int
      let isFused: Bool
      switch hit.meaning {
      case .department(let index): (row, isFused) = (index, false)
      case .departmentPost(let index) where sharesCharacter(lexicons.departments[index]): (row, isFused) = (index, true)
      default: return nil
      }
      guard !splitsPlace(at: hit.start) else { return nil }
      let department = lexicons.departments[row]
      let reading = OrganReading(
        kind: department.parentKinds.first ?? "", canonical: "{O}", level: "")
      let bare = Candidate(
        range: hit.start..<hit.start, type: .org, labels: ["bare"], reading: .organ(reading), by: .row(department.row))
      return extended(bare, reading, by: department, hit: hit, isFused: isFused)
    }
  }

  /// 组织部 and 组织部长 share 部; 政法委 and 政法委书记 share nothing.
  private func sharesCharacter(_ department: Department) -> Bool {
    department.shortPost.map { !$0.hasPrefix(department.surface) || $0.hasSuffix("长") } ?? false
  }

  private func extended(
    _ candidate: Candidate, _ reading: OrganReading, by department: Department, hit: Chart.Hit, isFused: Bool
  ) -> Organ {
    var candidate = candidate
    var reading = reading
    reading.canonical = department.canonical.replacing("{O}", with: reading.canonical)
    reading.kind = reading.kind + "_department"
    candidate.reading = .organ(reading)
    candidate.labels = [reading.kind] + candidate.labels.filter { $0 == "bare" || $0 == "wrapped" }
    candidate.by = .row(department.row)
    // 组织部长: the organisation ends and the title begins with 部.
    let end = isFused ? hit.end - 1 : hit.end
    candidate.range = candidate.range.lowerBound..<end
    return Organ(candidate: candidate, kind: reading.kind, fusedTitle: isFused ? hit.end - 2 : nil)
  }

  // MARK: Listed organisations

  /// Whether a body can be meant on the document's day: one that was not there yet cannot (自然资源部 in 2005); one that has gone
  /// can (原国土资源部), unless its name is another's now.
  private func isSeen(_ row: Int, _ hit: Chart.Hit) -> Bool {
    let (date, validity) = (document.article.published, lexicons.centralOrgans[row].validity)
    if validity.admits(date) { return true }
    guard Validity(from: validity.from, to: nil, precision: validity.precision).admits(date) else { return false }
    return !chart.starting(at: hit.start).contains { other in
      guard other.end == hit.end, case .central(let now) = other.meaning, now != row else { return false }
      return lexicons.centralOrgans[now].validity.admits(date)
    }
  }

  private func central(_ hit: Chart.Hit, _ row: CentralOrgan, _ endings: [Int: Int]) -> Organ {
    var start = hit.start
    // 中国全国人大: the country in front belongs to the name.
    if let unit = endings[start], units[unit].level == .country { start = units[unit].range.lowerBound }
    let reading = KnownReading(canonical: row.name, kind: row.kind)
    return Organ(
      candidate: Candidate(
        range: start..<hit.end, type: .org, labels: [row.kind, "central"], reading: .known(reading), by: .row(row.row)),
      kind: row.kind)
  }

  private func medium(_ hit: Chart.Hit, _ row: Medium) -> Organ {
    let reading = KnownReading(canonical: row.name, kind: "media", place: row.division)
    return Organ(
      candidate: Candidate(
        range: hit.start..<hit.end, type: .org, labels: ["media"], reading: .known(reading), by: .row(row.row)),
      kind: "media")
  }
}
