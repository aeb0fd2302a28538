/// The most that what stands around a candidate can add to its score: asked before all of it is looked at, because seven
/// candidates in eight are hopeless by their own characters.
struct AroundBound: Sendable {
  private let weights: [Double]
  /// What any candidate may get. Values are 1 at most, but for the words inside and the dots beside.
  private let anywhere: Double
  /// What a name gets that fills a slot, begins where one begins, or begins late in one.
  private let slot: Double
  private let late: Double

  init(weights: [Double]) {
    func most(_ features: [Feature]) -> Double { features.reduce(0) { $0 + max(0, weights[$1.rawValue]) } }
    self.weights = weights
    anywhere =
      most([
        .rivalSame, .rivalLeft, .rivalRight, .rivalInside, .rivalEnds, .rivalFirmPlace, .startsWord, .endsWord,
        .takesWord, .takesConjunction, .slotBeforeTitle, .credit, .speaker, .introduced, .inTitle, .beginsWithWord,
        .takesAdverb, .endsAsBody, .listedTwo, .listedThree, .listedForeign,
      ]) + 2 * most([.besideDot]) + Double(CandidateFinder.longestPart) * most([.wordInside])
    slot = most([
      .slotTitled, .slotOffice, .slotTitledShort, .slotOfficeCut, .slotCut, .slotListed, .slotSpoken, .slotOrgTitle,
      .slotOfficeMark, .slotAddressed,
    ])
    late = most([.slotLate, .slotOfficeLate])
  }

  private func positive(_ feature: Feature) -> Double { max(0, weights[feature.rawValue]) }

  /// Without what is known of whole names, of bylines, and of the characters before and after.
  func most(_ left: Edges.Left, _ right: Edges.Right, _ before: Surroundings.Flags, _ after: Surroundings.Flags)
    -> Double
  {
    var sum = anywhere + (left == .none || left == .word ? late : slot)
    if left == .word || left == .conjunction { sum += positive(.wordBefore) }
    switch right {
    case .honorific: sum += positive(.honorificAfter)
    case .verb: sum += positive(.verbAfter)
    case .word: sum += positive(.wordAfter)
    case .short: sum += positive(.shortAfter)
    case .none, .place, .mark, .list, .end, .title: break
    }
    if !before.isEmpty { sum += positive(.titleBefore) + positive(.placeBefore) + positive(.verbBefore) }
    if !after.isEmpty { sum += positive(.titleAfter) }
    return sum
  }
}
