import DocumentModel

/// Towns, streets, villages and communities, which no lexicon lists: a short name and 镇, 乡, 街道, 村, 社区.
extension PlaceTagging {
  static let longestTownName = 5

  /// 李家‖村: a village called after a family.
  private func isFamily(_ name: Range<Int>) -> Bool {
    name.count == 2 && chart.has(tables.words.places.families, at: name.upperBound - 1)
      && tables.surnames.isSurname(at: name.lowerBound, in: chart)
  }

  /// Whether a suffix may begin within reach: asked first, for hardly any place of a text has one.
  private func hasSuffix(near start: Int) -> Bool {
    let end = min(start + Self.longestTownName + 1, chart.range.upperBound)
    guard chart.signs.contains(.townSuffix), start + 1 < end else { return false }
    return chart.scalars[(start + 1)..<end].contains { tables.signs[$0].contains(.townSuffix) }
  }

  /// 雄安新区 in 服务雄安新区: a place of the lexicons that ends with the name and begins inside it.
  private func hidesListed(in name: Range<Int>, until end: Int) -> Bool {
    name.contains { index in
      chart.kinds(at: index).intersects(.namedPlaces)
        && chart.starting(at: index).contains {
          chart.hits[$0].end == end && Kinds.namedPlaces.contains(Kinds(chart.hits[$0].kind))
        }
    }
  }

  /// A town or village whose name starts at `start`: right after a unit above it, or after something that ends a name.
  func unlisted(at start: Int, after previous: PlaceUnit?) -> PlaceUnit? {
    let follows = previous.map { [.prefecture, .county, .town].contains($0.level) } ?? false
    let followsVillage = previous?.level == .village
    guard hasSuffix(near: start), follows || followsVillage || chart.isBoundary(before: start),
      let first = chart.scalar(at: start), isHan(first)
    else { return nil }
    if chart.kinds(at: start).contains(.levelOrgan) { return nil }
    if chart.kinds(at: start).contains(.boundary),
      chart.starting(at: start).contains(where: {
        chart.hits[$0].kind == .boundary && !chart.isInsideWord(chart.hits[$0].range)
      })
    {
      return nil
    }
    let least = follows ? 1 : 2
    for length in 1...Self.longestTownName {
      let end = start + length
      guard let last = chart.scalar(at: end - 1), isHan(last) else { return nil }
      if length > 1, chart.isBoundary(before: end) { return nil }
      guard length >= least else { continue }
      guard let next = chart.scalar(at: end), tables.signs[next].contains(.townSuffix) else { continue }
      for suffix in tables.words.settlements where chart.matches(suffix.word, at: end) {
        guard suffix.isHamlet == followsVillage else { continue }
        let name = chart.string(start..<end)
        guard !tables.words.townCommonEnds.contains(where: { name.hasByteSuffix($0) }),
          !tables.words.townCommonNames.contains(name),
          follows && length > 1
            && !tables.words.townCommonWhole.contains(where: { (name + suffix.levelWord).hasByteSuffix($0) })
            || isFamily(start..<end) || !tables.words.townCommonShort.contains(where: { name.hasByteSuffix($0) })
        else { return nil }
        if hidesListed(in: start + 1..<end, until: end + suffix.word.count) { return nil }
        // 村镇, 乡镇, 村委会: the suffix belongs to what follows.
        let after = end + suffix.word.count
        // But 石板镇‖镇山村.
        if suffix.word.count == 1,
          tables.words.places.townGoesOn.contains(where: {
            chart.matches($0, at: after) && (suffix.level == .village || $0.text != suffix.levelWord)
          })
        {
          continue
        }
        // 父老乡亲, 村容村貌.
        if chart.isInsideWord(start..<after) { return nil }
        return PlaceUnit(
          range: start..<after, level: suffix.level, levelWord: suffix.levelWord, divisions: [], canonical: nil,
          isFull: true, by: .rule("places.unlisted-\(suffix.level.rawValue)"))
      }
    }
    return nil
  }
}
