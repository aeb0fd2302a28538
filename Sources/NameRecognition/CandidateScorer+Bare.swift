/// A surname alone (江主席, 牛镇长): what speaks for it stands around it.
extension CandidateScorer {
  func addBare(_ range: Range<Int>, to sum: inout FeatureSum) {
    sum.add(.shapeBare, 1.0)
    sum.add(.bareSurname, tables.characters[scalars[range.lowerBound]].surname + 4)
    // 向总书记, 双方领导人: some surnames are words far more often.
    sum.add(.bareOrdinary, tables.characters[scalars[range.lowerBound]].ordinary + 9)
    sum.add(.bareSurnameBefore, if: followsSurname(range.lowerBound))
    sum.add(.bareInside, if: isInsideText(range.lowerBound))
    let hasTitle = surroundings.at(range.upperBound).contains(.titleStarts)
    // Before a title the letters of the title say nothing more: 牛镇长 is not about 牛镇.
    let after = text.afterBareSurname(range.upperBound) ?? 0
    sum.add(.bareAfter, hasTitle ? max(0, after) : after)
    sum.add(.bareBefore, text.before(range.lowerBound))
    sum.add(.bareTitle, if: hasTitle)
    sum.add(.bareAcross, text.ordinary.across(range, inside: tables.characters[scalars[range.lowerBound]].ordinary))
    surroundings.add(range, to: &sum)
    sum.add(.honorificAfter, if: edges.right(range.upperBound) == .honorific)
    sum.add(.startsWord, if: edges.isShortWord(range.lowerBound))
  }

  /// Whether a surname that many bear stands right before an index and ends no word or mention: 苏林总书记 is not about 林.
  private func followsSurname(_ index: Int) -> Bool {
    text.isHan(index - 1) && tables.characters[scalars[index - 1]].surname > -8 && !edges.isShortWord(index - 1)
      && edges.left(index) == .none
  }

  /// Whether text goes on over an index: no word, mention or sign ends there.
  private func isInsideText(_ index: Int) -> Bool {
    text.isHan(index - 1) && edges.left(index) == .none
      && surroundings.at(index).isDisjoint(with: [.titleEnds, .placeEnds, .verbEnds])
  }
}
