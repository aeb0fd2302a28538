import DocumentModel
import Lexicons

/// How far a name of open length reaches to the left of its head noun.
struct NameReach {
  /// What ends at an index: numbers or starts, -1 for none.
  private struct End {
    /// Number of a place unit.
    var unit: Int32 = -1
    /// An organ or organisation: the whole of one may begin a name (市委党校).
    var organ: Int32 = -1
    /// A year: only the name of a meeting holds one (2024年世界互联网大会).
    var year: Int32 = -1
    /// A person, who limits a name, but for memorials named after them (某某纪念馆).
    var person: Int32 = -1
    /// What a name may not reach over: a title, a date, a document.
    var isStop = false
  }

  let chart: Chart
  let units: [PlaceUnit]
  let words: WordLists
  /// For each index of the sentence and its end.
  private var ends: [End]
  /// Longest name looked for, in characters: patterns.md has none above 30.
  private static let longest = 30
  /// Longest stretch between two places or organisations of one name (中海油工程公司‖天津智能制造‖分公司).
  private static let longestGap = 8

  init(chart: Chart, units: [PlaceUnit], words: WordLists) {
    self.chart = chart
    self.words = words
    self.units = units
    ends = Array(repeating: End(), count: chart.range.count + 1)
    for (number, unit) in units.enumerated() { note(unit.range) { $0.unit = Int32(number) } }
  }

  /// Changes what is known to end where a range does.
  private mutating func note(_ range: Range<Int>, _ change: (inout End) -> Void) {
    let slot = range.upperBound - chart.range.lowerBound
    if ends.indices.contains(slot) { change(&ends[slot]) }
  }

  /// Whether it was not known before.
  mutating func addOrgan(_ range: Range<Int>) -> Bool {
    let isNew = organ(endingAt: range.upperBound) != range
    note(range) { $0.organ = Int32(range.lowerBound) }
    return isNew
  }
  mutating func addStop(_ range: Range<Int>) { note(range) { $0.isStop = true } }
  mutating func addYear(_ range: Range<Int>) {
    note(range) {
      $0.isStop = true
      $0.year = Int32(range.lowerBound)
    }
  }
  /// Of several persons that end at one index the first one given counts.
  mutating func addPerson(_ range: Range<Int>) {
    note(range) { if $0.person < 0 { $0.person = Int32(range.lowerBound) } }
  }

  private func end(at index: Int) -> End {
    let slot = index - chart.range.lowerBound
    return ends.indices.contains(slot) ? ends[slot] : End()
  }

  /// Whether an organ or organisation begins at an index.
  func hasOrgan(startingAt index: Int) -> Bool { ends.contains { $0.organ == Int32(index) } }

  /// The organ that ends at an index.
  func organ(endingAt index: Int) -> Range<Int>? {
    let start = Int(end(at: index).organ)
    return start < 0 ? nil : start..<index
  }
  private func unit(endingAt index: Int) -> Int? {
    let unit = Int(end(at: index).unit)
    return unit < 0 ? nil : unit
  }

  struct Left {
    /// Where the name begins.
    var start: Int
    /// Number of the place unit at the name's start.
    var place: Int?
    /// The organisation at the name's start.
    var organisation: Range<Int>?
    /// Whether two places that are no address of one another begin the name.
    var hasTwoPlaces = false
    /// Where the characters of the name's own begin, behind its place or organisation.
    var freeStart: Int
    /// Whether two characters that stand for countries begin it (中俄).
    var isPair = false
    /// Whether a place or an organisation begins the name.
    var isAnchored: Bool { place != nil || organisation != nil || isPair }
  }

  func left(from head: Int, isMemorial: Bool, isMeeting: Bool, isFaculty: Bool) -> Left {
    let lowest = max(chart.range.lowerBound, head - Self.longest)
    var result = Left(start: head, freeStart: head)
    var index = free(from: head, lowest, isMemorial: isMemorial)
    if isFaculty, let joined = overConjunction(index, lowest), head - index >= 2 { index = joined }
    result.start = index
    result.freeStart = index
    while index > lowest {
      if isMeeting, case let year = Int(end(at: index).year), year >= 0 {
        index = free(from: year, max(lowest, year - Self.longestGap), isMemorial: false)
        result.start = index
        continue
      }
      if let unit = unit(endingAt: index), !units[unit].isOneCharacter, units[unit].level != .deictic {
        // 安塞区‖无锡小学: of two places the one in front is where it stands.
        if result.place != nil, units[unit].level != .country { result.hasTwoPlaces = true }
        result.place = result.hasTwoPlaces ? unit : result.place ?? namesake(of: unit)
        result.organisation = nil
        index = first(of: unit)
      } else if let organ = organ(endingAt: index) {
        // 省政府驻京办事处: what is said of an organ reaches it, but only a short way.
        guard result.freeStart - index <= Self.longestGap else { break }
        result.organisation = organ
        result.place = result.place ?? units.firstIndex { $0.range.lowerBound == organ.lowerBound }
        index = organ.lowerBound
      } else {
        break
      }
      result.start = index
      let isPair =
        isMeeting && chart.has(words.conjunctions, at: index - 1) && unit(endingAt: index - 1) != nil
      let next = isPair || isJoint(at: index - 1) ? index - 1 : index
      let further = free(from: next, max(lowest, next - Self.longestGap), isMemorial: false)
      if isMeeting {
        index = further
        result.start = index
        if let celebration = words.meetings.celebrations.first(where: { chart.matches($0, at: index - $0.count) }),
          isAnniversary(index..<head)
        {
          result.start -= celebration.count
        }
        continue
      }
      // The name goes on to the left only if another place or organisation begins it there.
      guard
        next < index || further < next || organ(endingAt: index) != nil
          || isFullCounty(endingAt: index),
        unit(endingAt: further) != nil || organ(endingAt: further) != nil
      else { break }
      index = further
    }
    // 某某(天津)有限公司, 中国(四川)自由贸易试验区: the place in brackets is where it stands.
    let isNational = result.place.map { units[$0].level == .country } ?? false
    let bracketed =
      units.firstIndex { unit in
        unit.range.lowerBound > result.start && unit.range.upperBound < head
          && chart.scalars[unit.range.lowerBound - 1] == 0x28
      }
    if result.place == nil || isNational, let bracketed { result.place = bracketed }
    return result
  }

  /// Where the name of a body begins whose officer is an item of a list (国务院副总理、健康中国行动推进‖委员会‖主任): behind the
  /// separator, whatever verbs the name holds. Nil where something stands between that no name has.
  func item(endingAt head: Int, _ lexicons: LexiconSet) -> Left? {
    let lowest = max(chart.range.lowerBound, head - Self.longest)
    var index = head
    while index > lowest {
      if let scalar = chart.scalar(at: index - 1), Self.separators.contains(scalar) { break }
      let end = end(at: index)
      guard isNameScalar(chart.scalars[index - 1]), end.person < 0, !end.isStop,
        !chart.kinds(endingAt: index).contains(.boundary)
          || !chart.ending(at: index).contains(where: { isParticle(chart.hitsByEnd[$0], lexicons) })
      else { return nil }
      index -= 1
    }
    guard index > lowest || index == chart.range.lowerBound, head - index >= 3,
      !chart.kinds(at: index).contains(.boundary)
    else { return nil }
    var left = Left(start: index, freeStart: index)
    if let unit = units.indices.last(where: { first(of: $0) == index && units[$0].range.upperBound < head }) {
      left.place = unit
      left.freeStart = units[unit].range.upperBound
    }
    return left
  }
  static let separators: [UInt32] = [0x3001, 0x2C, 0x3B]

  private func isParticle(_ hit: Hit, _ lexicons: LexiconSet) -> Bool {
    guard hit.kind == .boundary, !chart.isInsideWord(hit.range) else { return false }
    switch lexicons.boundaries[hit.row].kind {
    case .verb: return hit.count == 1
    case .conjunction: return false
    default: return true
    }
  }

  /// The start of the stretch of a name's own characters that ends at `index`.
  private func free(from start: Int, _ lowest: Int, isMemorial: Bool) -> Int {
    var index = start
    while index > lowest {
      let end = end(at: index)
      if end.unit >= 0 && !units[Int(end.unit)].isOneCharacter || end.organ >= 0 || end.isStop { break }
      if end.person >= 0 {
        guard isMemorial || commemorated(Int(end.person)) else { break }
        index = Int(end.person)
      } else if let open = opening(before: index, lowest) {
        index = open
      } else if isJoint(at: index - 1) {
        index -= 1
      } else if chart.isBoundary(before: index) {
        guard let founding = founding(endingAt: index, before: start) else { break }
        index -= founding.count
      } else {
        index -= 1
      }
    }
    return index
  }

  /// 成立‖40周年纪念大会: the verb is part of the name where it tells what is remembered.
  private func founding(endingAt index: Int, before head: Int) -> Word? {
    words.meetings.founding.first { chart.matches($0, at: index - $0.count) && isAnniversary(index..<head) }
  }

  private func isAnniversary(_ range: Range<Int>) -> Bool {
    range.contains { index in words.meetings.anniversaries.contains { chart.matches($0, at: index) } }
  }

  /// 纪念‖某某‖诞辰100周年座谈会: the name begins with whom it remembers.
  private func commemorated(_ person: Int) -> Bool {
    words.meetings.remembrances.contains { chart.matches($0, at: person - $0.count) }
  }

  /// 安塞区 right in front of 无锡.
  private func isFullCounty(endingAt index: Int) -> Bool {
    guard let unit = unit(endingAt: index) else { return false }
    return units[unit].isFull && units[unit].level == .county
  }

  /// The start of the subject before 与 or 和 in the name of a faculty, where a separator or nothing stands before that.
  private func overConjunction(_ index: Int, _ lowest: Int) -> Int? {
    guard chart.has(words.conjunctions, at: index - 1) else { return nil }
    let start = free(from: index - 1, max(lowest, index - 1 - Self.longestGap), isMemorial: false)
    guard (2...6).contains(index - 1 - start) else { return nil }
    let end = end(at: start)
    if end.unit >= 0 || end.organ >= 0 { return start }
    guard !end.isStop, end.person < 0 else { return nil }
    return chart.scalar(at: start - 1).map { !isNameScalar($0) } ?? true ? start : nil
  }

  private func first(of unit: Int) -> Int {
    var first = unit
    while let outer = units[first].outer { first = outer }
    return units[first].range.lowerBound
  }

  /// The unit a name stands in: of 杭州‖西湖‖国宾馆 the town, 西湖 without 区 being part of the name.
  private func namesake(of unit: Int) -> Int {
    guard let outer = units[unit].outer, !units[unit].isFull, units[unit].level == .county else { return unit }
    return outer
  }

  /// “一带一路” inside 第三届“一带一路”国际合作高峰论坛, (天津) inside 某某(天津)有限公司: a short quotation and a place in brackets
  /// are part of the name.
  private func opening(before index: Int, _ lowest: Int) -> Int? {
    guard index - 1 > lowest else { return nil }
    switch chart.scalars[index - 1] {
    case 0x201D:
      var at = index - 2
      while at >= lowest, at > index - 16 {
        if chart.scalars[at] == 0x201C { return at }
        if !isNameScalar(chart.scalars[at]), chart.scalars[at] != 0x3001 { return nil }
        at -= 1
      }
      return nil
    case 0x29:
      if let group = words.groupInBrackets.first(where: { chart.matches($0, at: index - 1 - $0.count) }),
        case let open = index - 1 - group.count, open > lowest
      {
        return open
      }
      guard let unit = unit(endingAt: index - 1) else { return nil }
      let open = units[unit].range.lowerBound - 1
      return open > lowest && chart.scalars[open] == 0x28 ? open : nil
    default: return nil
    }
  }

  /// A dash between two names that are one (长宁—绿春联席会议).
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
