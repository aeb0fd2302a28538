/// What features can add at most, told by their weights: with it most candidates are seen to be hopeless before much is looked
/// up. Made once with the tables.
struct ScoreBounds: Sendable {
  /// Whether the weights have the signs that the bounds rest on.
  let areSound: Bool
  /// For being listed.
  let listed: Double
  /// The weight of what pairs of characters at the ends say.
  let seams: Double
  /// For the kinds of words around.
  let wordClasses: Double

  /// For a name right in front or behind, in text and in headlines, and for one beyond a list mark.
  let adjacent: Double
  let adjacentInHeadline: Double
  let list: Double
  /// For being sure in another sentence, or the surname of such a name.
  let sureElsewhere: Double

  init(weights: [Double], classBefore: PackedTable, classAfter: PackedTable, classAround: PackedTable) {
    func weight(_ feature: Feature) -> Double { weights[feature.rawValue] }
    areSound =
      weight(.besideDot) <= 0
      && [.wordClasses, .seams, .before, .after, .foreignBefore, .foreignAfter].allSatisfy { weight($0) >= 0 }
    listed = max(weight(.listedTwo), weight(.listedThree), weight(.listedForeign), 0)
    seams = weight(.seams)
    adjacent = max(0, weight(.adjacent))
    adjacentInHeadline = max(0, weight(.adjacent) + weight(.adjacentInHeadline))
    list = max(0, weight(.list), weight(.list) + weight(.listFilled))
    sureElsewhere = max(0, weight(.seenSure), weight(.seenSurname))
    wordClasses =
      weight(.wordClasses) * Double(2 * classBefore.largest + 2 * classAfter.largest + classAround.largest)
  }
}
