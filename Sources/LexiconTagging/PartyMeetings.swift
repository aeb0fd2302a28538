import DocumentModel

/// Congresses and plenary sessions, which are named by their numbers: 党的十九届五中全会, 党的二十大, 十四届全国人大二次会议.
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
      found.append(
        Candidate(
          range: start..<end, type: .meeting, labels: ["party"], reading: .surface, by: .rule("meetings.numbered")))
    }
    return found
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
      return nil
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
