import DocumentModel

/// What a name was reached over that is no part of it: verbs, attributes, an address, a topic.
extension CompoundTagging {
  /// 维护‖中方企业, 出席‖世界互联网大会: the verbs a name was reached over.
  func trimLeadingVerbs(_ left: inout NameReach.Left, before head: Int, of type: MentionType) {
    while let verb = leadingVerb(at: left.start, before: head), !reach.hasOrgan(startingAt: verb.start),
      !units.contains(where: { $0.range.lowerBound == verb.start })
    {
      left.start = verb.end
      left.freeStart = max(left.freeStart, verb.end)
    }
    // 北京‖开行‖京沪高铁: the place is where something is done.
    if type == .project, left.organisation == nil, left.place != nil, left.freeStart > left.start,
      let verb = leadingVerb(at: left.freeStart, before: head)
    {
      left = NameReach.Left(start: verb.end, freeStart: verb.end)
    }
  }

  /// 项目的‖县投资促进中心: what belongs to a name stands behind the last 的 before its level word, even where 目的 hides that.
  func trimAttribute(_ left: inout NameReach.Left, before head: Int) {
    for index in (left.start..<max(left.start, head - 1)).reversed()
    where chart.has(tables.words.possessives, at: index) && levelWord(at: index + 1, before: head) != nil {
      left = NameReach.Left(start: index + 1, freeStart: index + 1)
      return
    }
  }

  /// 原‖国家旅游局: what is said of a body that has gone is no part of its name; 原子能研究院 and 原州区医院 are called so.
  func trimFormer(_ left: inout NameReach.Left, before head: Int) {
    guard let former = tables.words.formerBodies.first(where: { chart.matches($0, at: left.start) }),
      head - left.start > former.count, left.freeStart <= left.start,
      !chart.isInsideWord(left.start..<left.start + former.count)
    else { return }
    left.start += former.count
    left.freeStart = left.start
  }

  /// 北仑区‖灵峰模具小镇: what has a name of its own stands in the place, and is not called after it; 椒江区规划展览馆 is, whose name is
  /// made of words.
  func trimAddress(_ left: inout NameReach.Left, before head: Int, kind: String) {
    guard let place = left.place, left.organisation == nil, !left.hasTwoPlaces, units[place].isFull,
      [.county, .prefecture, .town, .village].contains(units[place].level),
      units[place].range.upperBound == left.freeStart, reach.first(of: place) == left.start,
      head - left.freeStart > (units[place].level == .village ? Self.leastInVillage : 1),
      !Self.public.contains(kind), !isWord(left.freeStart, head)
    else { return }
    left.start = left.freeStart
  }
  /// What a village has is called after it (星明村共富工坊) unless more than so many characters stand in front.
  private static let leastInVillage = 3
  /// Kinds that are called after the place they belong to, whatever else they are called.
  private static let `public`: Set<String> = ["hospital", "school", "university"]

  /// 党的十九大精神‖中央宣讲团: what a group goes to speak of.
  func trimTopic(_ left: inout NameReach.Left, before head: Int) {
    for index in (left.start..<max(left.start, head - 1)).reversed() {
      guard let topic = tables.words.topics.first(where: { chart.matches($0, at: index) }) else { continue }
      left = NameReach.Left(start: index + topic.count, freeStart: index + topic.count)
      return
    }
  }

  /// The longest verb that begins at an index and ends before a head, unless an ordinary word hides it.
  private func leadingVerb(at index: Int, before head: Int) -> Hit? {
    guard chart.kinds(at: index).contains(.leadingVerb),
      let number = chart.starting(at: index).first(where: {
        chart.hits[$0].kind == .leadingVerb && chart.hits[$0].end <= head
      })
    else { return nil }
    let verb = chart.hits[number]
    return chart.isInsideWord(verb.range) ? nil : verb
  }
}
