import DocumentModel
import Lexicons

/// Finds names that are listed nowhere but end in a head noun: sites, companies, schools, delegations, meetings.
///
/// A name reaches from its head to the left until something that cannot be part of it: punctuation, a verb or particle of
/// `grammar/boundaries.tsv`, a title, a date, a person. Places and organs directly in front belong to it.
struct CompoundTagging {
  let chart: Chart
  let tables: TaggingTables
  let document: Document
  /// Titles, dates and documents: no name holds one.
  let blocked: [Range<Int>]
  /// Whether an ordinary word of two characters or more begins at an index and ends before another.
  let isWord: (Int, Int) -> Bool
  private(set) var reach: NameReach
  var units: [PlaceUnit] { reach.units }
  private var lexicons: LexiconSet { tables.lexicons }

  init(
    chart: Chart, tables: TaggingTables, document: Document, blocked: [Range<Int>], reach: NameReach,
    isWord: @escaping (Int, Int) -> Bool
  ) {
    self.chart = chart
    self.tables = tables
    self.document = document
    self.blocked = blocked
    self.reach = reach
    self.isWord = isWord
  }

  /// Organisations first, because one may begin the name of a site, a delegation or a meeting (西昌学院考察团).
  mutating func candidates() -> [Candidate] {
    var organisations = organisations()
    if reachOver(organisations) {
      // Once more: a branch begins with its mother's name (某某有限公司天津分公司).
      organisations = self.organisations()
      _ = reachOver(organisations)
    }
    for number in chart.all where chart.hits[number].kind == .head {
      if let name = compound(head(chart.hits[number])) { organisations.append(name) }
    }
    return organisations
  }

  private func organisations() -> [Candidate] {
    var found: [Candidate] = []
    for number in chart.all where chart.hits[number].kind == .organisationHead {
      if let name = compound(organisationHead(chart.hits[number])) { found.append(name) }
    }
    return found
  }

  private func head(_ hit: Hit) -> Head {
    let noun = lexicons.headNouns[hit.row]
    // 市场中心‖总经理: a centre whose head is named is a body.
    let isBody = noun.type == .site && noun.class == Self.center && isFollowedByTitle(hit.end)
    return Head(
      hit: hit, type: isBody ? .org : noun.type.mentionType, labels: tables.headNouns[hit.row],
      minimum: noun.minimumLeft,
      standsAlone: noun.isStandalone, isWeak: hit.count == 1, isUsable: true, row: noun.row)
  }

  private func organisationHead(_ hit: Hit) -> Head {
    let noun = lexicons.organisationHeads[hit.row]
    return Head(
      hit: hit, type: .org, labels: tables.organisationHeads[hit.row], minimum: noun.minimumLeft,
      standsAlone: noun.isStandalone, isWeak: hit.count == 1 || noun.weight < Self.strong,
      isUsable: (hit.count > 1 || noun.weight > Self.leastForOneCharacter)
        && !(noun.class == .company && noun.weight < Self.strong && goesOn(at: hit.end)),
      row: noun.row)
  }

  /// Lets names begin with organisations just found; whether there is one that they could not begin with before.
  private mutating func reachOver(_ organisations: [Candidate]) -> Bool {
    var isNew = false
    for organisation in Selection.leftmostLongest(organisations) where organisation.headLength > 1 {
      if reach.addOrgan(organisation.range) { isNew = true }
    }
    return isNew
  }

  /// Weight of `org_heads.tsv` from which a head noun makes a name without a place in front.
  private static let strong = 0.7

  /// Below it one character (部, 团, 系) ends no name of open length: organs.tsv and departments.tsv have what there is.
  private static let leastForOneCharacter = 0.5

  /// Characters a department has in front of its last one (科学社会主义教研‖部, 国际关系与外交事务研究‖室).
  private static let longestDepartment = 12

  /// Kinds of which a place has many.
  private static let common: Set<String> = [
    "center", "base", "hospital", "works", "market", "plant", "school", "street",
  ]

  private static let center = "center"

  /// Bodies whose names join two subjects: 民族文化与认知科学学院.
  private static let faculties: Set<String> = ["university", "research"]

  private struct Head {
    let hit: Hit
    let type: MentionType
    let labels: TaggingTables.HeadLabels
    /// Least number of characters a name has in front of it.
    let minimum: Int
    let standsAlone: Bool
    /// A noun too common to make a name unless a place or an organ begins it (港, 局, 企业).
    let isWeak: Bool
    let isUsable: Bool
    let row: RowReference
    var kind: String { labels.kind }
  }

  private func compound(_ head: Head) -> Candidate? {
    let hit = head.hit
    // An organ that ends in the character (省公安厅) is no open name.
    if hit.count == 1, reach.organ(endingAt: hit.end) != nil || endsTitle(hit) { return nil }
    let isUsable = head.isUsable || isFollowedByOwnTitle(hit)
    guard isUsable || isBeforeOffice(head), !isCutShort(hit), !isPartOfVerb(hit), !beginsTitle(hit),
      !units.contains(where: { $0.range.overlaps(hit.start..<hit.end) })
    else { return nil }
    var left = reach.left(
      from: hit.start, isMemorial: head.kind == "memorial", isMeeting: head.type == .meeting,
      isFaculty: Self.faculties.contains(head.kind))
    // 中央党校‖科学社会主义教研部‖主任: what one character ends is a department only of a body in front, with an office behind.
    guard
      isUsable || left.organisation != nil && (2...Self.longestDepartment).contains(hit.start - left.freeStart)
    else { return nil }
    let isOfficers =
      head.type == .org && (hit.count > 1 && isFollowedByTitle(hit.end) || isFollowedByOwnTitle(hit))
    var isItem = false
    if isOfficers, !left.isAnchored, let item = reach.item(endingAt: hit.start, lexicons), item.start < left.start {
      left = item
      isItem = true
    }
    if !isItem { trimLeadingVerbs(&left, before: hit.start, of: head.type) }
    trimAttribute(&left, before: hit.start)
    if head.type == .org || head.type == .site { trimFormer(&left, before: hit.start) }
    if head.type == .site { trimAddress(&left, before: hit.start, kind: head.kind) }
    if head.type == .delegation {
      trimTopic(&left, before: hit.start)
      reach.extendOverSender(&left)
    }
    var office: Range<Int>?
    if head.type == .meeting {
      left.start = Ordinals(chart: chart, modifiers: lexicons.modifiers, words: tables.words.meetings).ordinal(
        before: left.start)
      office = reach.extendOverOffice(&left)
    }
    // 县人民医院: a level word in front stands for the place.
    let level = left.isAnchored ? nil : levelWord(at: left.start, before: hit.start)
    let isNamed = isItem || isName(head, left, level: level)
    guard isNamed || head.standsAlone else { return nil }
    let start = isNamed ? left.start : hit.start
    func span(_ range: Range<Int>) -> Span? { isNamed ? document.matching.span(of: range) : nil }
    let reading = CompoundReading(
      kind: head.kind, head: chart.string(hit.start..<hit.end), place: left.place.flatMap { span(units[$0].range) },
      organisation: left.organisation.flatMap(span), level: isNamed ? level : nil, isBare: !isNamed)
    // 代表 inside 代表团 is no title.
    guard
      !blocked.contains(where: { $0.overlaps(start..<hit.end) && !$0.isInside(hit.start..<hit.end) && $0 != office })
    else {
      return nil
    }
    return Candidate(
      range: start..<hit.end, type: head.type, labels: isNamed ? head.labels.named : head.labels.bare,
      reading: .compound(reading), by: .row(head.row))
  }

  /// Whether an office follows (主任, 常务副主任).
  private func isFollowedByTitle(_ index: Int) -> Bool {
    if chart.kinds(at: index).contains(.post) { return true }
    guard chart.kinds(at: index).contains(.modifier) else { return false }
    return chart.starting(at: index).contains {
      chart.hits[$0].kind == .modifier && chart.kinds(at: chart.hits[$0].end).contains(.post)
    }
  }

  /// Whether one character may end a department (部‖主任), whose office follows.
  private func isBeforeOffice(_ head: Head) -> Bool {
    head.hit.count == 1 && head.type == .org && isFollowedByTitle(head.hit.end)
  }

  /// Whether what stands in front of a head makes it a name, not a common noun with an attribute (重要港口).
  private func isName(_ head: Head, _ reach: NameReach.Left, level: String?) -> Bool {
    let left = head.hit.start - reach.start
    guard left > 0 else { return false }
    // 区考察团: what sends it is a level word.
    if head.type == .delegation, level != nil { return true }
    // 海洋生物博物馆, 海洋学院‖党委书记: common words name a museum, and a faculty whose officer is named.
    if Self.told.contains(head.kind), left >= Self.leastTold { return true }
    if head.type == .org, Self.faculties.contains(head.kind), head.hit.count > 1, (2...8).contains(left),
      isFollowedByTitle(head.hit.end), !startsWithCount(reach.freeStart), isListItem(reach.start)
    {
      return true
    }
    // 省能源集团‖董事长: common words make a name where an office follows.
    if head.type == .org, let level, left > level.unicodeScalars.count, isFollowedByTitle(head.hit.end) { return true }
    if head.type == .project { return head.kind == "works" && reach.isAnchored }
    if head.hit.count == 1, isFollowedByOwnTitle(head.hit) { return left >= 2 }
    if reach.organisation != nil, isBeforeOffice(head) { return true }
    if head.isWeak && !reach.isAnchored && level == nil {
      guard head.hit.count > 1, left > 3, followsVerbOrList(reach.start) else { return false }
    }
    // 天津港, 唐山南站: one character ends a name only right behind its place.
    if head.hit.count == 1 && head.hit.start - reach.freeStart > 3 { return false }
    // 台州企业: a common noun right behind a place is no name.
    if head.isWeak, head.hit.count > 1, isCommon(reach.freeStart..<head.hit.start, skipping: nil) { return false }
    if startsWithCount(reach.freeStart) || holdsCount(reach.freeStart..<head.hit.start) { return false }
    // 伊拉克医院, 天津中心: no one of them is meant.
    if reach.place != nil, !reach.hasTwoPlaces, head.hit.count == 2, Self.common.contains(head.kind),
      isCommon(reach.freeStart..<head.hit.start, skipping: nil)
    {
      return false
    }
    if reach.isAnchored { return true }
    return left >= head.minimum && !isCommon(reach.start..<head.hit.start, skipping: level)
  }

  /// 国际汽车 in 国际汽车城, 精细化工 in 精细化工园: a trade that goes on with what belongs to neither a sentence nor a title.
  private func goesOn(at index: Int) -> Bool {
    guard let next = chart.scalar(at: index), isHan(next) else { return false }
    return !chart.kinds(at: index).intersects(.afterTrades)
  }

  /// 屋宇署‖署长, 工程管理部‖副部长: the title that follows repeats the head.
  private func isFollowedByOwnTitle(_ hit: Hit) -> Bool {
    let own = chart.scalars[hit.start]
    for skipped in 0...3 {
      let at = hit.end + skipped
      guard chart.scalar(at: at) == own, chart.has(tables.words.chiefs, at: at + 1) else { continue }
      return skipped == 0
        || chart.starting(at: hit.end).contains { chart.hits[$0].kind == .modifier && chart.hits[$0].count == skipped }
    }
    return false
  }

  /// Whether a name begins behind a separator or with its sentence.
  private func isListItem(_ index: Int) -> Bool {
    guard index > chart.range.lowerBound, let before = chart.scalar(at: index - 1) else { return true }
    return NameReach.separators.contains(before)
  }

  /// Kinds of sites of which a place has one by the name of its subject, and the least length of that.
  private static let told: Set<String> = ["museum", "memorial"]
  private static let leastTold = 4

  /// Whether a verb (走进) or an item of a list stands right before a name.
  private func followsVerbOrList(_ index: Int) -> Bool {
    if chart.scalar(at: index - 1) == 0x3001 { return true }
    guard chart.kinds(endingAt: index).contains(.boundary) else { return false }
    return chart.ending(at: index).contains { number in
      let hit = chart.hitsByEnd[number]
      return hit.kind == .boundary && hit.count > 1 && lexicons.boundaries[hit.row].kind == .verb
    }
  }

  private func startsWithCount(_ index: Int) -> Bool {
    guard let first = chart.scalar(at: index), let second = chart.scalar(at: index + 1) else { return false }
    let isNumber = (0x30...0x39).contains(first) || tables.words.numbers.contains(first)
    return isNumber && (tables.words.countable.contains(second) || (0x30...0x39).contains(second))
  }

  /// 70家智能项目, 一栋大楼, 温州四条新建铁路: things counted have no name.
  private func holdsCount(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard let first = chart.scalar(at: index), let second = chart.scalar(at: index + 1),
        (0x30...0x39).contains(first) || tables.words.numbers.contains(first)
      else { return false }
      // 一带一路, 第一中学: a number alone is no count.
      return tables.words.measures.contains(second)
    }
  }

  /// Whether a range is made of attributes that name nothing (重要, 世界级, 现代化).
  private func isCommon(_ range: Range<Int>, skipping level: String?) -> Bool {
    var reached = Set([range.lowerBound, range.lowerBound + (level?.unicodeScalars.count ?? 0)])
    for index in range where reached.contains(index) && chart.kinds(at: index).intersects(.common) {
      for number in chart.starting(at: index) {
        let hit = chart.hits[number]
        if hit.end <= range.upperBound, Kinds.common.contains(Kinds(hit.kind)) { reached.insert(hit.end) }
      }
    }
    return reached.contains(range.upperBound)
  }

  /// 博物馆 in 博物馆学, 中心 in 中心城区: a head that goes on as another word ends no name here.
  private func isCutShort(_ hit: Hit) -> Bool {
    guard let next = chart.scalar(at: hit.end), isHan(next) else { return false }
    // 人民代表大会制度, 干部队伍.
    if tables.words.headGoesOn.contains(where: { chart.matches($0, at: hit.end) })
      || tables.words.headEndGoesOn.contains(where: { chart.matches($0, at: hit.end - 1) })
    {
      return true
    }
    return chart.isInsideWord(hit.start..<(hit.end + 1)) || chart.isInsideWord((hit.end - 1)..<(hit.end + 1))
  }

  /// 委 of 副主委.
  private func endsTitle(_ hit: Hit) -> Bool {
    chart.ending(at: hit.end).contains { number in
      let other = chart.hitsByEnd[number]
      return other.kind == .post && other.start < hit.start
    }
  }

  /// 某公司‖党委书记: the title is held in the body itself (annotation.md, decision 10).
  private func beginsTitle(_ hit: Hit) -> Bool {
    guard chart.kinds(at: hit.start).contains(.post) else { return false }
    return chart.starting(at: hit.start).contains { number in
      let other = chart.hits[number]
      return other.end > hit.end && other.kind == .post && lexicons.posts[other.row].class == .party
    }
  }

  /// 署 of 部署, 组织 of 组织开展: a boundary word that covers the head and more.
  private func isPartOfVerb(_ hit: Hit) -> Bool {
    for start in max(chart.range.lowerBound, hit.start - 3)...hit.start
    where chart.kinds(at: start).contains(.boundary) {
      for number in chart.starting(at: start) {
        let other = chart.hits[number]
        if other.kind == .boundary, other.end >= hit.end, other.count > hit.count { return true }
      }
    }
    // 吴邦‖国会‖见: 会见 begins inside.
    guard hit.count == 2, chart.kinds(at: hit.start + 1).contains(.boundary) else { return false }
    return chart.starting(at: hit.start + 1).contains {
      chart.hits[$0].kind == .boundary && chart.hits[$0].end > hit.end
    }
  }

  func levelWord(at index: Int, before end: Int) -> String? {
    for word in tables.words.nameLevels where index + word.count <= end && chart.matches(word, at: index) {
      // 市政道路, 县域经济: the character begins another word.
      if let next = chart.scalar(at: index + word.count), tables.words.levelGoesOn.contains(next) { return nil }
      return word.text
    }
    return nil
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
