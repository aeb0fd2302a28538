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

  init(weights: [Double], classBefore: PackedTable, classAfter: PackedTable, classAround: PackedTable) {
    func weight(_ feature: Feature) -> Double { weights[feature.rawValue] }
    areSound =
      weight(.besideDot) <= 0
      && [.wordClasses, .seams, .before, .after, .foreignBefore, .foreignAfter].allSatisfy { weight($0) >= 0 }
    listed = max(weight(.listedTwo), weight(.listedThree), weight(.listedForeign), 0)
    seams = weight(.seams)
    wordClasses =
      weight(.wordClasses) * Double(2 * classBefore.largest + 2 * classAfter.largest + classAround.largest)
  }
}
