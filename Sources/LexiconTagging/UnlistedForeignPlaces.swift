import DocumentModel

/// Towns and provinces abroad that no lexicon lists: a name and 市, 州, 省 right behind their country (匈牙利‖佩奇市), and the same name
/// wherever else the document has it.
extension PlaceTagging {
  /// Names of more characters than that are not looked for: 圣克鲁斯德拉谢拉市 has nine with its suffix.
  private static let longestForeignName = 9

  /// The place whose name begins at an index.
  func unlistedForeign(at index: Int, after previous: PlaceUnit?) -> PlaceUnit? {
    if let known = foreignNames.first(where: { chart.matches($0, at: index) }) {
      return foreign(index..<index + known.count)
    }
    guard let previous, previous.level == .country, !previous.isOneCharacter, previous.canonical != tables.homeCountry
    else { return nil }
    // 缅甸‖北部‖克钦邦, 白俄罗斯‖首都‖明斯克市.
    let start = tables.words.foreignBefore.first { chart.matches($0, at: index) }.map { index + $0.count } ?? index
    guard let first = chart.scalar(at: start), isHan(first), !chart.kinds(at: start).contains(.boundary) else {
      return nil
    }
    for end in start + 2..<start + Self.longestForeignName {
      guard let scalar = chart.scalar(at: end), isHan(scalar), !chart.isBoundary(before: end) else { return nil }
      if beginsWord(at: end - 1) { return nil }
      guard tables.words.foreignSuffixes.contains(scalar) else { continue }
      let isCommon = chart.scalar(at: end - 1).map(tables.words.foreignCommonEnds.contains) ?? true
      // 法国里昂‖市长: the character is the title's.
      return isCommon || beginsTitle(at: end) || chart.isInsideWord(end..<end + 2)
        || chart.isInsideWord(start..<start + 2)
        ? nil : foreign(start..<end + 1)
    }
    return nil
  }

  /// A title, a body, a verb or an attribute: none stands in the name of a town.
  private func beginsWord(at index: Int) -> Bool {
    guard chart.kinds(at: index).intersects(Self.words) else { return false }
    return chart.starting(at: index).contains {
      Self.words.contains(Kinds(chart.hits[$0].kind)) && chart.hits[$0].count > 1
    }
  }
  private static let words: Kinds = [
    Kinds(.post), Kinds(.organisationHead), Kinds(.head), Kinds(.central), Kinds(.leadingVerb), Kinds(.commonModifier),
    Kinds(.levelWord), Kinds(.country), Kinds(.division), Kinds(.boundary), Kinds(.department),
  ]

  private func beginsTitle(at index: Int) -> Bool {
    chart.starting(at: index).contains { chart.hits[$0].kind == .post && chart.hits[$0].count > 1 }
  }

  private func foreign(_ range: Range<Int>) -> PlaceUnit {
    PlaceUnit(
      range: range, level: .foreign, levelWord: "", divisions: [], canonical: nil, isFull: true,
      by: .rule("places.unlisted-foreign"))
  }
}
