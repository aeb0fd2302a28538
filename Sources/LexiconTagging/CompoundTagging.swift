import DocumentModel
import Lexicons

/// Finds names that are listed nowhere but end in a head noun: sites, companies, schools, delegations, meetings.
///
/// A name reaches from its head to the left until something that cannot be part of it: punctuation, a verb or particle of
/// `grammar/boundaries.tsv`, a title, a date, a person. Places and organs directly in front belong to it.
struct CompoundTagging {
  let chart: Chart
  let lexicons: LexiconSet
  let units: [PlaceUnit]
  let document: Document
  /// Ends of what a name may not reach over (titles, dates, persons, documents), by index.
  let stops: Set<Int>
  /// Titles, dates and documents: no name holds one.
  let blocked: [Range<Int>]
  /// Organs and listed organisations by where they end: the whole of one may begin a name (市委党校).
  let organEnds: [Int: Range<Int>]
  /// Persons by where they end: they limit a name, but for memorials named after them (某某纪念馆).
  let persons: [Int: Range<Int>]

  /// Longest name looked for, in characters: patterns.md has none above 30.
  private static let longest = 30

  func candidates() -> [Candidate] {
    let unitEnds = Dictionary(units.enumerated().map { ($1.range.upperBound, $0) }, uniquingKeysWith: { $1 })
    var found: [Candidate] = []
    for index in chart.range {
      for hit in chart.starting(at: index) {
        switch hit.meaning {
        case .head(let row):
          let noun = lexicons.headNouns[row]
          let head = Head(
            hit: hit, type: noun.type.mentionType, kind: noun.class ?? noun.type.rawValue, minimum: noun.minimumLeft,
            standsAlone: noun.isStandalone, isWeak: hit.count == 1, isUsable: true, row: noun.row)
          if let candidate = compound(head, unitEnds) { found.append(candidate) }
        case .organisationHead(let row):
          let noun = lexicons.organisationHeads[row]
          let head = Head(
            hit: hit, type: .org, kind: noun.class.rawValue, minimum: noun.minimumLeft, standsAlone: noun.isStandalone,
            isWeak: hit.count == 1 || noun.weight < Self.strong,
            isUsable: hit.count > 1 || noun.weight > Self.leastForOneCharacter, row: noun.row)
          if let candidate = compound(head, unitEnds) { found.append(candidate) }
        default: break
        }
      }
    }
    return found
  }

  /// Weight of `org_heads.tsv` from which a head noun makes a name without a place in front.
  private static let strong = 0.7

  /// Below it one character (部, 团, 系) ends no name of open length: organs.tsv and departments.tsv have what there is.
  private static let leastForOneCharacter = 0.5

  private struct Head {
    let hit: Chart.Hit
    let type: MentionType
    let kind: String
    /// Least number of characters a name has in front of it.
    let minimum: Int
    let standsAlone: Bool
    /// A noun too common to make a name unless a place or an organ begins it (港, 局, 企业).
    let isWeak: Bool
    let isUsable: Bool
    let row: RowReference
  }

  private func compound(_ head: Head, _ unitEnds: [Int: Int]) -> Candidate? {
    let hit = head.hit
    guard head.isUsable, !isCutShort(hit), !isPartOfVerb(hit),
      !units.contains(where: { $0.range.overlaps(hit.start..<hit.end) })
    else { return nil }
    let reach = leftReach(
      from: hit.start, unitEnds, isMemorial: head.kind == "memorial", goesOverPlaces: head.type == .meeting)
    // 县人民医院: a level word in front stands for the place.
    let level = reach.isAnchored ? nil : levelWord(at: reach.start, before: hit.start)
    var start = reach.start
    if !isName(head, reach, level: level) {
      guard head.standsAlone else { return nil }
      start = hit.start
    }
    let placed = start == hit.start ? nil : reach.place.map { units[$0].range }
    let reading = CompoundReading(
      kind: head.kind, head: chart.string(hit.start..<hit.end), place: placed.map { document.matching.span(of: $0) },
      level: start == hit.start ? nil : level, isBare: start == hit.start)
    // 代表 inside 代表团 is no title.
    guard !blocked.contains(where: { $0.overlaps(start..<hit.end) && !$0.isInside(hit.start..<hit.end) }) else {
      return nil
    }
    return Candidate(
      range: start..<hit.end, type: head.type, labels: [head.kind] + (start == hit.start ? ["bare"] : []),
      reading: .compound(reading), by: .row(head.row))
  }

  /// Whether what stands in front of a head makes it a name, not a common noun with an attribute (重要港口).
  private func isName(_ head: Head, _ reach: Reach, level: String?) -> Bool {
    let left = head.hit.start - reach.start
    guard left > 0 else { return false }
    if head.type == .project { return head.kind == "works" && reach.isAnchored }
    if head.isWeak && !reach.isAnchored && level == nil { return false }
    // 天津港, 唐山南站: one character ends a name only right behind its place.
    if head.hit.count == 1 && head.hit.start - reach.freeStart > 3 { return false }
    // 台州企业: a common noun right behind a place is no name.
    if head.isWeak, head.hit.count > 1, isCommon(reach.freeStart..<head.hit.start, skipping: nil) { return false }
    if startsWithCount(reach.freeStart) { return false }
    if reach.isAnchored { return true }
    return left >= head.minimum && !isCommon(reach.start..<head.hit.start, skipping: level)
  }

  /// 70家智能项目, 一个工厂: things counted have no name.
  private func startsWithCount(_ index: Int) -> Bool {
    guard let first = chart.scalar(at: index), let second = chart.scalar(at: index + 1) else { return false }
    let isNumber = (0x30...0x39).contains(first) || Self.numbers.contains(first)
    return isNumber && (Self.measures.contains(second) || (0x30...0x39).contains(second))
  }
  private static let numbers = Set("一二两三四五六七八九十几数多百千万".unicodeScalars.map(\.value))
  private static let measures = Set("个家座处所条批项名位间台套大次余多十百千万亿".unicodeScalars.map(\.value))

  /// Whether a range is made of attributes that name nothing (重要, 世界级, 现代化).
  private func isCommon(_ range: Range<Int>, skipping level: String?) -> Bool {
    var reached = Set([range.lowerBound, range.lowerBound + (level?.unicodeScalars.count ?? 0)])
    for index in range where reached.contains(index) {
      for hit in chart.starting(at: index) where hit.end <= range.upperBound {
        switch hit.meaning {
        case .commonModifier, .levelWord: reached.insert(hit.end)
        default: break
        }
      }
    }
    return reached.contains(range.upperBound)
  }

  /// 博物馆 in 博物馆学, 中心 in 中心城区: a head that goes on as another word ends no name here.
  private func isCutShort(_ hit: Chart.Hit) -> Bool {
    guard let next = chart.scalar(at: hit.end), isHan(next) else { return false }
    return chart.isInsideWord(hit.start..<(hit.end + 1)) || chart.isInsideWord((hit.end - 1)..<(hit.end + 1))
  }

  /// 署 of 部署, 组织 of 组织开展: a boundary word that covers the head and more.
  private func isPartOfVerb(_ hit: Chart.Hit) -> Bool {
    for start in max(chart.range.lowerBound, hit.start - 3)...hit.start {
      for other in chart.starting(at: start) where other.end >= hit.end && other.count > hit.count {
        if case .boundary = other.meaning { return true }
      }
    }
    return false
  }

  private func levelWord(at index: Int, before end: Int) -> String? {
    for word in ["自治区", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村"] {
      let scalars = Array(word.unicodeScalars.map(\.value))
      guard index + scalars.count < end, Array(chart.scalars[index..<(index + scalars.count)]) == scalars else {
        continue
      }
      return word
    }
    return nil
  }

  private struct Reach {
    var start: Int
    /// Index of the innermost unit of the address at the name's start.
    var place: Int?
    /// Whether a place or an organisation begins the name.
    var isAnchored = false
    /// Where the characters of the name's own begin, behind its place.
    var freeStart: Int
  }

  private func leftReach(from head: Int, _ unitEnds: [Int: Int], isMemorial: Bool, goesOverPlaces: Bool) -> Reach {
    var index = head
    var place: Int?
    var freeStart: Int?
    let lowest = max(chart.range.lowerBound, head - Self.longest)
    while index > lowest {
      if let unit = unitEnds[index], !units[unit].isOneCharacter {
        if units[unit].level == .deictic { break }
        var first = unit
        while let outer = units[first].outer { first = outer }
        place = place ?? unit
        freeStart = freeStart ?? index
        index = units[first].range.lowerBound
        // 长宁—绿春联席会议: a joint leads on to the place before; the name of a meeting may go on over places.
        if isJoint(at: index - 1) { continue }
        if !goesOverPlaces || chart.isBoundary(before: index) { break }
        continue
      }
      if let organ = organEnds[index] {
        return Reach(start: organ.lowerBound, isAnchored: true, freeStart: index)
      }
      if stops.contains(index) { break }
      if let person = persons[index] {
        guard isMemorial else { break }
        index = person.lowerBound
        continue
      }
      if chart.scalars[index - 1] == 0x201D, let open = openingQuote(before: index - 1, lowest) {
        index = open
        continue
      }
      if isJoint(at: index - 1) {
        index -= 1
        continue
      }
      if chart.isBoundary(before: index) { break }
      index -= 1
    }
    return Reach(start: index, place: place, isAnchored: place != nil, freeStart: freeStart ?? index)
  }

  /// “一带一路” inside 第三届“一带一路”国际合作高峰论坛: a short quotation is part of the name.
  private func openingQuote(before index: Int, _ lowest: Int) -> Int? {
    var at = index - 1
    while at >= lowest, at > index - 16 {
      if chart.scalars[at] == 0x201C { return at }
      if !isNameScalar(chart.scalars[at]), chart.scalars[at] != 0x3001 { return nil }
      at -= 1
    }
    return nil
  }

  /// A dash or dot between two names that are one (长宁—绿春联席会议).
  private func isJoint(at index: Int) -> Bool {
    guard chart.range.contains(index) else { return false }
    switch chart.scalars[index] {
    case 0x2014, 0x2013, 0x2D:
      guard let before = chart.scalar(at: index - 1), let after = chart.scalar(at: index + 1) else { return false }
      return isHan(before) && isHan(after)
    default: return false
    }
  }
}

extension HeadNoun.Kind {
  var mentionType: MentionType {
    switch self {
    case .site: .site
    case .delegation: .delegation
    case .meeting: .meeting
    case .project: .project
    }
  }
}
