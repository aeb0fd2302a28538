import DocumentModel

/// Congresses and plenary sessions, which are named by their numbers: 党的十九届五中全会, 党的二十大, 十四届全国人大二次会议,
/// 临江市第九届人民代表大会常务委员会第十二次会议, 中国妇女第十二次全国代表大会.
struct PartyMeetings {
  let chart: Chart

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for index in chart.range where Self.isFigure(chart.scalars[index]) {
      guard chart.scalar(at: index - 1).map({ !Self.isFigure($0) }) ?? true, let end = end(at: index) else {
        continue
      }
      var start = index
      for word in Self.openings where chart.matches(word.0, at: index - word.1) {
        start = index - word.1
        break
      }
      start = holder(endingAt: start) ?? start
      found.append(
        Candidate(
          range: start..<end, type: .meeting, labels: ["party"], reading: .surface, by: .rule("meetings.numbered")))
    }
    return found
  }

  /// Where whose session it is begins: 临江市, 政协临江市, 中国工商业联合会, 中国妇女.
  private func holder(endingAt end: Int) -> Int? {
    var start = end
    while let hit = chart.ending(at: start).first(where: { $0.count > 1 && Self.holds($0.meaning) }) { start = hit.start }
    if start == end {
      // 中国妇女, 全国台湾同胞: no body of that name is listed.
      for index in max(chart.range.lowerBound, end - 12)..<end {
        guard ["中国", "中华", "全国"].contains(where: { matches($0, at: index) }) else { continue }
        let isName = (index + 2..<end).allSatisfy { chart.scalar(at: $0).map(isHan) ?? false && !chart.isBoundary(before: $0 + 1) }
        if isName { return index }
      }
    }
    for word in ["中国人民政治协商会议", "中国共产党", "政协", "中共"] where matches(word, at: start - word.unicodeScalars.count) {
      return start - word.unicodeScalars.count
    }
    return start < end ? start : nil
  }

  private static func holds(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .division, .divisionAlias, .organ, .levelOrgan, .central, .country: true
    default: false
    }
  }

  /// 一 to 十.
  private static func isFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }
  /// What belongs to the name in front of its number, the longer first.
  private static let openings: [(StaticString, Int)] = [
    ("党的第", 3), ("中共第", 3), ("党的", 2), ("中共", 2), ("中央纪委", 4), ("第", 1),
  ]

  private func end(at index: Int) -> Int? {
    guard let number = figures(at: index) else { return nil }
    if chart.matches("届", at: number) {
      if let session = figures(at: number + 1), chart.matches("中全会", at: session) { return session + 3 }
      for body in ["全国人大", "全国政协", "中央纪委"] where matches(body, at: number + 1) {
        let after = number + 1 + body.unicodeScalars.count
        if let session = figures(at: after), chart.matches("次会议", at: session) { return session + 3 }
        if let session = figures(at: after), chart.matches("次全会", at: session) { return session + 3 }
      }
      return session(at: number + 1)
    }
    // 二十大: a congress of the party, by its number alone where 党的 stands in front.
    if chart.matches("大", at: number), number - index >= 2 {
      guard ["党的", "中共"].contains(where: { matches($0, at: index - 2) }) else { return nil }
      return number + 1
    }
    if chart.matches("次全国代表大会", at: number) { return number + 7 }
    if chart.matches("次全会", at: number), matches("中央纪委", at: index - 4) { return number + 3 }
    return nil
  }

  /// 人民代表大会常务委员会第十二次会议 behind its term: a body and which of its sessions it is.
  private func session(at index: Int) -> Int? {
    var bodyEnd = index
    for body in Self.bodies where matches(body, at: index) {
      bodyEnd = index + body.unicodeScalars.count
      break
    }
    guard bodyEnd > index else { return nil }
    let numbered = chart.matches("第", at: bodyEnd) ? bodyEnd + 1 : bodyEnd
    guard let end = figures(at: numbered), chart.matches("次", at: end) else { return nil }
    for word in Self.sessions where matches(word, at: end + 1) { return end + 1 + word.unicodeScalars.count }
    return nil
  }
  private static let bodies = [
    "全国人民代表大会常务委员会", "人民代表大会常务委员会", "全国人民代表大会", "人民代表大会", "全国人大常委会", "人大常委会", "全国政协常委会", "政协常委会",
    "全国委员会", "委员会", "人大", "政协", "常委会", "纪委",
  ]
  private static let sessions = ["全体会议", "扩大会议", "常务会议", "主任会议", "委员长会议", "会议", "全会"]

  /// Where 第十一次全国, 第二届 in front of the name of another meeting begin; `index` itself where nothing of the kind stands there.
  func ordinal(before index: Int) -> Int {
    let end = matches("全国", at: index - 2) ? index - 2 : index
    guard let unit = chart.scalar(at: end - 1), unit == 0x6B21 || unit == 0x5C4A else { return index }  // 次 届
    var start = end - 1
    while let scalar = chart.scalar(at: start - 1), Self.isFigure(scalar) || (0x30...0x39).contains(scalar) { start -= 1 }
    guard start < end - 1 else { return index }
    return matches("第", at: start - 1) ? start - 1 : index
  }

  private func figures(at index: Int) -> Int? {
    var end = index
    while let scalar = chart.scalar(at: end), Self.isFigure(scalar), end - index < 4 { end += 1 }
    return end > index ? end : nil
  }

  private func matches(_ text: String, at index: Int) -> Bool {
    let scalars = Array(text.unicodeScalars.map(\.value))
    guard index >= chart.range.lowerBound, index + scalars.count <= chart.range.upperBound else { return false }
    return Array(chart.scalars[index..<(index + scalars.count)]) == scalars
  }
}
