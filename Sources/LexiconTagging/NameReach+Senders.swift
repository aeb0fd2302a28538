/// How names of meetings and groups go on to the left over what is no name by itself: an office, where a group lives or goes to.
extension NameReach {
  /// 金砖国家‖领导人‖第十次会晤, 中俄‖总理‖第二十四次定期会晤: those who meet are named by whom they lead. Gives where the office stands.
  func extendOverOffice(_ left: inout Left) -> Range<Int>? {
    guard !left.isAnchored,
      let office = words.meetings.offices.first(where: { chart.matches($0, at: left.start - $0.count) })
    else { return nil }
    let range = left.start - office.count..<left.start
    if let organ = organ(endingAt: range.lowerBound) {
      left.start = organ.lowerBound
      left.organisation = organ
    } else if let unit = units.firstIndex(where: { $0.range.upperBound == range.lowerBound }) {
      left.start = units[unit].range.lowerBound
      left.place = unit
    } else if let pair = countryPair(endingAt: range.lowerBound) {
      left.start = pair
      left.isPair = true
    } else {
      return nil
    }
    return range
  }

  /// 中俄: two characters that stand for countries, where no name goes on before them.
  private func countryPair(endingAt index: Int) -> Int? {
    let start = index - 2
    guard start >= chart.range.lowerBound,
      (start..<index).allSatisfy({ at in
        chart.starting(at: at).contains { chart.hits[$0].kind == .countryCharacter }
          || chart.has(words.meetings.homeCharacters, at: at)
      })
    else { return nil }
    return start
  }

  /// 住宁‖全国政协委员考察组: members of a national body who live in one province. 中央赴‖湖北指导组: sent by the centre, and not from
  /// where it goes to.
  func extendOverSender(_ left: inout Left) {
    let start = left.start - 2
    if left.place != nil, chart.has(words.meetings.sentTo, at: left.start - 1),
      let sender = organ(endingAt: left.start - 1)
    {
      left = Left(start: sender.lowerBound, organisation: sender, freeStart: sender.upperBound)
      return
    }
    guard words.meetings.nationwide.contains(where: { chart.matches($0, at: left.start) }),
      chart.has(words.meetings.living, at: start),
      chart.scalar(at: start + 1).map(isHan) ?? false
    else { return }
    left.start = start
  }
}
