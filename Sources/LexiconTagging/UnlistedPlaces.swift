import DocumentModel

/// Towns, streets, villages and communities, which no lexicon lists: a short name and 镇, 乡, 街道, 村, 社区.
extension PlaceTagging {
  private struct Suffix {
    let word: Word
    let level: PlaceReading.Level
    let levelWord: String
  }

  private static let suffixes = [
    Suffix(word: "民族乡", level: .town, levelWord: "乡"),
    Suffix(word: "街道", level: .town, levelWord: "街道"),
    Suffix(word: "新区", level: .town, levelWord: "新区"),
    Suffix(word: "苏木", level: .town, levelWord: "苏木"),
    Suffix(word: "镇", level: .town, levelWord: "镇"),
    Suffix(word: "乡", level: .town, levelWord: "乡"),
    Suffix(word: "社区", level: .village, levelWord: "社区"),
    Suffix(word: "小组", level: .village, levelWord: "小组"),
    Suffix(word: "嘎查", level: .village, levelWord: "嘎查"),
    Suffix(word: "村", level: .village, levelWord: "村"),
  ]

  /// What makes 镇, 乡 or 村 a common noun (古镇, 农村, 示范村).
  private static let commonEndings: [String] = [
    "农", "乡", "高", "经", "规划", "国家级", "省级", "全", "各", "本", "该", "两", "某", "个", "返", "入", "进", "我",
    "示范", "贫困", "重点", "特色", "先进", "专业", "文明", "行政", "自然", "试点", "帮扶", "样板", "民俗", "空心", "美丽", "所在", "周边", "驻",
    "智慧",
    "和谐", "其他", "振兴", "移民",
  ]

  /// The same, but for names of two characters right behind a county or town (张家港‖永联村, 平遥县‖石家村, 习水县‖土城镇).
  private static let commonUnlessAddressed: [String] = ["城", "小", "古", "名", "家", "回", "下", "联"]

  /// What is none even there (灵峰模具小镇).
  private static let commonEvenAddressed = ["小镇", "古镇", "名镇", "家乡", "回乡", "下乡", "城乡"]

  /// What makes a common noun where it is all that stands in front (山村, 集镇).
  private static let commonNames: Set<String> = ["山", "渔", "海", "集", "市", "县", "多", "些", "座", "强", "大", "兴", "老", "新"]

  static let longestTownName = 5

  /// 李家‖村: a village called after a family.
  private func isFamily(_ name: Range<Int>) -> Bool {
    name.count == 2 && chart.has("家", at: name.upperBound - 1)
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
      for suffix in Self.suffixes where chart.matches(suffix.word, at: end) {
        guard (suffix.levelWord == "小组") == followsVillage else { continue }
        let name = chart.string(start..<end)
        guard !Self.commonEndings.contains(where: { name.hasByteSuffix($0) }), !Self.commonNames.contains(name),
          follows && length > 1
            && !Self.commonEvenAddressed.contains(where: { (name + suffix.levelWord).hasByteSuffix($0) })
            || isFamily(start..<end) || !Self.commonUnlessAddressed.contains(where: { name.hasByteSuffix($0) })
        else { return nil }
        if hidesListed(in: start + 1..<end, until: end + suffix.word.count) { return nil }
        // 村镇, 乡镇, 村委会: the suffix belongs to what follows.
        let after = end + suffix.word.count
        if suffix.word.count == 1, chart.has("镇", at: after) || chart.has("村", at: after) { continue }
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
