import DocumentModel

/// Congresses and plenary sessions, which are named by their numbers: 党的十九届五中全会, 党的二十大, 十四届全国人大二次会议,
/// 临江市第九届人民代表大会常务委员会第十二次会议, 中国妇女第十二次全国代表大会.
struct PartyMeetings {
  let chart: Chart

  private static let party = Labels(["party"])

  func addCandidates(to found: inout [Candidate]) {
    guard chart.signs.contains(.figure) else { return }
    for index in chart.range where Self.isFigure(chart.scalars[index]) {
      guard chart.scalar(at: index - 1).map({ !Self.isFigure($0) }) ?? true, let end = end(at: index) else {
        continue
      }
      var start = index
      for word in Self.openings where chart.matches(word, at: index - word.count) {
        start = index - word.count
        break
      }
      start = holder(endingAt: start) ?? start
      found.append(
        Candidate(
          range: start..<end, type: .meeting, labels: Self.party, reading: .surface, by: .rule("meetings.numbered")))
    }
  }

  private static let nations: [Word] = ["中国", "中华", "全国"]
  private static let prefixes: [Word] = ["中国人民政治协商会议", "中国共产党", "政协", "中共"]

  /// Where whose session it is begins: 临江市, 政协临江市, 中国工商业联合会, 中国妇女.
  private func holder(endingAt end: Int) -> Int? {
    var start = end
    while chart.kinds(endingAt: start).intersects(.holders),
      let number = chart.ending(at: start).first(where: {
        chart.hitsByEnd[$0].count > 1 && Kinds.holders.contains(Kinds(chart.hitsByEnd[$0].kind))
      })
    {
      start = chart.hitsByEnd[number].start
    }
    if start == end {
      // 中国妇女, 全国台湾同胞: no body of that name is listed.
      for index in max(chart.range.lowerBound, end - 12)..<end {
        guard Self.nations.contains(where: { chart.matches($0, at: index) }) else { continue }
        let isName = (index + 2..<end).allSatisfy {
          chart.scalar(at: $0).map(isHan) ?? false && !chart.isBoundary(before: $0 + 1)
        }
        if isName { return index }
      }
    }
    for word in Self.prefixes where chart.matches(word, at: start - word.count) { return start - word.count }
    return start < end ? start : nil
  }

  /// 一 to 十.
  private static func isFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }
  /// What belongs to the name in front of its number, the longer first.
  private static let openings: [Word] = ["党的第", "中共第", "党的", "中共", "中央纪委", "第"]
  private static let bodies: [Word] = ["全国人大", "全国政协", "中央纪委"]
  private static let parties: [Word] = ["党的", "中共"]
  private static let plenum: Word = "中全会"
  private static let session: Word = "次会议"
  private static let fullSession: Word = "次全会"
  private static let congress: Word = "次全国代表大会"
  private static let discipline: Word = "中央纪委"

  private func end(at index: Int) -> Int? {
    guard let number = figures(at: index) else { return nil }
    if chart.has("届", at: number) {
      if let session = figures(at: number + 1), chart.matches(Self.plenum, at: session) { return session + 3 }
      for body in Self.bodies where chart.matches(body, at: number + 1) {
        let after = number + 1 + body.count
        if let session = figures(at: after), chart.matches(Self.session, at: session) { return session + 3 }
        if let session = figures(at: after), chart.matches(Self.fullSession, at: session) { return session + 3 }
      }
      return session(at: number + 1)
    }
    // 二十大: a congress of the party, by its number alone where 党的 stands in front.
    if chart.has("大", at: number), number - index >= 2 {
      return Self.parties.contains { chart.matches($0, at: index - 2) } ? number + 1 : nil
    }
    guard chart.has("次", at: number) else { return nil }
    if chart.matches(Self.congress, at: number) { return number + 7 }
    let isPlenum = chart.matches(Self.fullSession, at: number) && chart.matches(Self.discipline, at: index - 4)
    return isPlenum ? number + 3 : nil
  }

  /// 人民代表大会常务委员会第十二次会议 behind its term: a body and which of its sessions it is.
  private func session(at index: Int) -> Int? {
    guard let body = Self.sittingBodies.first(where: { chart.matches($0, at: index) }) else { return nil }
    let bodyEnd = index + body.count
    let numbered = chart.has("第", at: bodyEnd) ? bodyEnd + 1 : bodyEnd
    guard let end = figures(at: numbered), chart.has("次", at: end) else { return nil }
    return Self.sessions.first { chart.matches($0, at: end + 1) }.map { end + 1 + $0.count }
  }
  private static let sittingBodies: [Word] = [
    "全国人民代表大会常务委员会", "人民代表大会常务委员会", "全国人民代表大会", "人民代表大会", "全国人大常委会", "人大常委会", "全国政协常委会", "政协常委会",
    "全国委员会常务委员会", "全国委员会", "委员会", "人大", "政协", "常委会", "纪委",
  ]
  private static let sessions: [Word] = ["全体会议", "扩大会议", "常务会议", "主任会议", "委员长会议", "主席会议", "会议", "全会"]

  private static let nationwide: Word = "全国"

  /// Where 原 or 第四届 begins between a place and its organ; `index` itself where neither stands there.
  func term(endingAt index: Int) -> Int {
    if chart.has("原", at: index - 1) { return index - 1 }
    guard chart.has("届", at: index - 1) else { return index }
    var start = index - 1
    while let scalar = chart.scalar(at: start - 1), Self.isFigure(scalar) { start -= 1 }
    return start < index - 1 && chart.has("第", at: start - 1) ? start - 1 : index
  }

  /// Where 第十一次全国, 第二届 in front of the name of another meeting begin; `index` itself where nothing of the kind stands there.
  func ordinal(before index: Int) -> Int {
    let end = chart.matches(Self.nationwide, at: index - 2) ? index - 2 : index
    guard chart.has("次", at: end - 1) || chart.has("届", at: end - 1) else { return index }
    var start = end - 1
    while let scalar = chart.scalar(at: start - 1), Self.isFigure(scalar) || (0x30...0x39).contains(scalar) {
      start -= 1
    }
    guard start < end - 1 else { return index }
    return chart.has("第", at: start - 1) ? start - 1 : index
  }

  private func figures(at index: Int) -> Int? {
    var end = index
    while let scalar = chart.scalar(at: end), Self.isFigure(scalar), end - index < 4 { end += 1 }
    return end > index ? end : nil
  }
}
