import DocumentModel
import Lexicons

/// Companies known by their brand alone, in lists of what was visited: 恒远机械、海蓝食品 in 走进恒远机械、海蓝食品和某某产业园.
///
/// An item of two to eight characters with nothing known inside is taken for a company where the list follows a verb of
/// going and has a site or company in it, or is summed up by 等企业.
struct ListItems {
  let chart: Chart
  let signs: SignTable
  let document: Document
  let lexicons: LexiconSet
  let mentions: [Candidate]

  private static let going: [Word] = [
    "来到", "到访", "前往", "走进", "走访", "考察了", "考察", "参观了", "参观", "深入", "先后到", "到", "察看了", "察看", "调研了", "调研",
  ]
  private static let groups: [Unicode.Scalar] = ["组", "团", "队"]
  private static let summing: [Word] = ["等企业", "等公司", "等多家企业", "等地企业", "等重点企业"]
  private static let letters = 2...12

  /// One stretch between two separators.
  private struct Item {
    var range: Range<Int>
    /// Mentions inside, places at its start left out.
    var known: Bool
    /// Where its own characters begin, behind a place.
    var freeStart: Int
    var place: Candidate?
    /// Whether a place ends it that is not its address (广至移民新村).
    var endsInPlace = false
    /// The place at the start of a name found in it.
    var inner: Span?
    /// Whether a name was found in it that stops short of the separator.
    var isLonger = false
  }

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    guard chart.signs.contains(.going) else { return found }
    for index in chart.range where signs[chart.scalars[index]].contains(.going) {
      for verb in Self.going where chart.matches(verb, at: index) {
        let start = behindAddress(index + verb.count)
        let (items, end) = items(from: start)
        // 考察‖组到内丘县: the verb of a delegation's name.
        guard items.count > 1, !Self.groups.contains(where: { chart.has($0, at: index + verb.count) }) else { continue }
        let isCompanies = Self.summing.contains { chart.matches($0, at: end) }
        guard isCompanies || items.contains(where: { $0.known || $0.isLonger }) else { continue }
        for item in items where !item.known {
          guard !isMatter(item.range), item.isLonger || Self.letters.contains(item.range.upperBound - item.freeStart),
            !found.contains(where: { $0.range == item.range })
          else { continue }
          found.append(candidate(item))
        }
        break
      }
    }
    return found
  }

  private static let lying: Word = "位于"

  /// 位于经开区的 in front of the first item.
  private func behindAddress(_ index: Int) -> Int {
    guard chart.matches(Self.lying, at: index) else { return index }
    for end in index + 3..<index + 14 where chart.has("的", at: end) { return end + 1 }
    return index
  }

  /// 生产情况, 工作进展: what is looked into, not where.
  private func isMatter(_ range: Range<Int>) -> Bool {
    let text = chart.string(range)
    // 走进农村、社区: two characters that end like a site name none.
    if range.count == 2, let last = chart.scalar(at: range.upperBound - 1), Self.siteEndings.contains(last) {
      return true
    }
    return Self.matters.contains { text.hasSuffix($0) }
  }
  private static let matters = [
    "情况", "工作", "进展", "建设", "发展", "问题", "成果", "经验", "做法", "产品", "技术", "流程", "服务", "管理", "文化", "生产", "保障", "改革", "治理",
    "措施",
    "成效", "现场", "一线", "等地", "基层", "农户", "群众", "企业", "车间", "田间", "地头",
  ]

  private static let brand = Labels(["company", "brand"])

  private func candidate(_ item: Item) -> Candidate {
    let place = item.place.map { document.matching.span(of: $0.range) } ?? item.inner
    let isSite =
      item.endsInPlace || item.isLonger
      || chart.scalar(at: item.range.upperBound - 1).map(Self.siteEndings.contains) ?? false
    let reading = CompoundReading(kind: isSite ? "site" : "company", head: "", place: place)
    return Candidate(
      range: item.range, type: isSite ? .site : .org, labels: isSite ? .none : Self.brand,
      reading: .compound(reading), by: .rule("names.brand-in-list"))
  }

  /// What sites end in, and companies do not: 汽车城, 广阳岛, 画廊, 厂房.
  private static let siteEndings = Set("城岛廊房馆园区村谷湖山塔楼宫院寺庙桥港站场路街巷坊坝堤库田林湾滩站亭苑".unicodeScalars.map(\.value))

  /// The items of the list that starts at an index, and where it ends.
  private func items(from start: Int) -> ([Item], Int) {
    var items: [Item] = []
    var index = start
    while index < chart.range.upperBound {
      guard let (item, end) = item(from: index) else { break }
      items.append(item)
      index = end
      guard let next = separator(at: index) else { break }
      // A comma starts a new group only with a place or something known.
      if chart.has(",", at: index), next == index + 1, !startsWithMention(next) { break }
      index = next
    }
    return (items, index)
  }

  private static let conjunctions: [Word] = ["以及", "和", "及"]

  private func separator(at index: Int) -> Int? {
    var end = index
    while end - index < 3, let scalar = chart.scalar(at: end), scalar == 0x3001 || scalar == 0x2C { end += 1 }
    if end > index { return end }
    for word in Self.conjunctions where chart.matches(word, at: index) { return index + word.count }
    return nil
  }

  private func startsWithMention(_ index: Int) -> Bool {
    mentions.contains { $0.range.lowerBound == index && [.place, .site, .org].contains($0.type) }
  }

  private func item(from start: Int) -> (Item, Int)? {
    var item = Item(range: start..<start, known: false, freeStart: start)
    var hidden: [Range<Int>] = []
    var index = start
    while index < chart.range.upperBound {
      if let mention = mentions.first(where: { $0.range.lowerBound == index }) {
        switch mention.type {
        case .place:
          if index == item.freeStart {
            item.freeStart = mention.range.upperBound
            item.place = mention
          } else {
            hidden.append(mention.range)
            item.endsInPlace = true
          }
        case .site, .org, .project:
          if index == item.range.lowerBound, case .compound(let reading) = mention.reading {
            item.inner = reading.place
          }
          item.known = true
        // What looks like a name or a title inside a longer word is none: 恒驰 of 恒驰泵业, 电工 of 特变电工.
        case .person, .title: hidden.append(mention.range)
        // 18号 of 18号厂房.
        case .date where index > item.freeStart: hidden.append(mention.range)
        default: return nil
        }
        index = mention.range.upperBound
        continue
      }
      guard let scalar = chart.scalar(at: index), isHan(scalar) || (0x41...0x5A).contains(scalar) else { break }
      if separator(at: index) != nil, !item.known, index > item.freeStart { break }
      if separator(at: index) != nil, item.known { break }
      if item.known {
        // 王下乡雨林民宿‖集群, 青山区江滩‖生态修复示范段: the name goes on up to the separator.
        guard let end = rest(of: index) else { break }
        item.known = false
        item.isLonger = true
        index = end
        break
      }
      if startsBoundary(index) { break }
      index += 1
    }
    guard index > start else { return nil }
    item.range = start..<index
    if !item.endsInPlace, !item.isLonger,
      item.known ? !hidden.isEmpty : hidden.reduce(0, { $0 + $1.count }) * 2 > index - item.freeStart
    {
      return nil
    }
    if item.freeStart == index { item.known = true }
    return (item, index)
  }

  /// The end of an item whose known name stops at `index`: a few more characters up to a separator.
  private func rest(of index: Int) -> Int? {
    var end = index
    while let scalar = chart.scalar(at: end), isHan(scalar), separator(at: end) == nil {
      guard end - index < 8, !startsBoundary(end), !mentions.contains(where: { $0.range.lowerBound == end }) else {
        return nil
      }
      if chart.has("等", at: end) { break }
      end += 1
    }
    guard end > index, end < chart.range.upperBound, separator(at: end) != nil || chart.has("等", at: end) else {
      return nil
    }
    return end
  }

  private func startsBoundary(_ index: Int) -> Bool {
    guard chart.kinds(at: index).contains(.boundary) else { return false }
    return chart.starting(at: index).contains { number in
      let hit = chart.hits[number]
      guard hit.kind == .boundary else { return false }
      // 广至移民新村: one character of a preposition may be part of a name, between separators.
      if hit.count == 1, lexicons.boundaries[hit.row].kind == .preposition { return false }
      return !chart.isInsideWord(hit.range)
    }
  }
}
