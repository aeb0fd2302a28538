import DocumentModel

/// Congresses and plenary sessions, which are named by their numbers: 党的十九届五中全会, 党的二十大, 十四届全国人大二次会议.
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
      found.append(
        Candidate(
          range: start..<end, type: .meeting, labels: Self.party, reading: .surface, by: .rule("meetings.numbered")))
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
      return nil
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

  private func figures(at index: Int) -> Int? {
    var end = index
    while let scalar = chart.scalar(at: end), Self.isFigure(scalar), end - index < 4 { end += 1 }
    return end > index ? end : nil
  }
}
