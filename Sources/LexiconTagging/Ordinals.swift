import Lexicons

/// Numbers of terms and sessions in names: 第四届 between a place and its organ, 第十一次全国 in front of a meeting.
struct Ordinals {
  let chart: Chart
  let modifiers: Rows<Modifier>
  let words: MeetingWords

  /// 一 to 十.
  private static func isFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }

  /// Figures of either kind, 〇 and 百.
  private static func isNumeral(_ scalar: UInt32) -> Bool {
    isFigure(scalar) || (0x30...0x39).contains(scalar) || scalar == 0x3007 || scalar == 0x767E
  }

  /// Where 原 or 第四届 begins between a place and its organ; `index` itself where neither stands there.
  func term(endingAt index: Int) -> Int {
    if let former = former(endingAt: index) { return former }
    guard chart.has(words.terms, at: index - 1) else { return index }
    var start = index - 1
    while let scalar = chart.scalar(at: start - 1), Self.isFigure(scalar) { start -= 1 }
    return start < index - 1 && chart.has(words.ordinals, at: start - 1) ? start - 1 : index
  }

  /// Where 第十三届 ends that begins at an index; the index itself where there is none.
  func behindTerm(_ index: Int) -> Int {
    guard chart.has(words.ordinals, at: index) else { return index }
    var end = index + 1
    while end - index < 6, let scalar = chart.scalar(at: end), Self.isNumeral(scalar) { end += 1 }
    return end > index + 1 && chart.has(words.terms, at: end) ? end + 1 : index
  }

  /// The modifier of an office that has ended, of one character (原, 前): 湖南省原政协主席.
  private func former(endingAt index: Int) -> Int? {
    guard chart.kinds(endingAt: index).contains(.modifier) else { return nil }
    let number = chart.ending(at: index).first {
      chart.hitsByEnd[$0].kind == .modifier && chart.hitsByEnd[$0].count == 1
        && modifiers[chart.hitsByEnd[$0].row].effect == .former
    }
    return number.map { chart.hitsByEnd[$0].start }
  }

  /// Where 第十一次全国, 第二届 in front of the name of another meeting begin; `index` itself where nothing of the kind stands there.
  func ordinal(before index: Int) -> Int {
    let end = words.nationwide.first { chart.matches($0, at: index - $0.count) }.map { index - $0.count } ?? index
    guard chart.has(words.sessions, at: end - 1) else { return index }
    var start = end - 1
    while let scalar = chart.scalar(at: start - 1), Self.isFigure(scalar) || (0x30...0x39).contains(scalar) {
      start -= 1
    }
    guard start < end - 1 else { return index }
    return chart.has(words.ordinals, at: start - 1) ? start - 1 : index
  }
}
