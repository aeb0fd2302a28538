/// What kind of word stands before and after a name: a title, a place, a verb, a comma.
///
/// Strings beside names are learned one by one; their kinds tell the same of words that no labelled text has.
extension CandidateScorer {
  /// Kinds of what the lexicons found; other kinds are small letters or the mark itself.
  private static let title: UInt32 = 0x54  // T
  private static let place: UInt32 = 0x4F  // O
  private static let mention: UInt32 = 0x4D  // M
  private static let unknown: UInt32 = 0x78  // x
  /// The first letter of a key: who stands between, a Chinese name or a transliterated one.
  private static let han: UInt32 = 0x68
  private static let foreign: UInt32 = 0x66

  /// The kinds of the two words before an index, the nearer one first.
  private func before(_ index: Int) -> SIMD2<UInt32> {
    guard index > text.range.lowerBound else { return SIMD2(SentenceText.start, SentenceText.start) }
    let (start, kind) = wordBefore(index)
    return SIMD2(kind, start > text.range.lowerBound ? wordBefore(start).1 : SentenceText.start)
  }

  /// Those of the two from an index on.
  private func after(_ index: Int) -> SIMD2<UInt32> {
    guard index < text.range.upperBound else { return SIMD2(SentenceText.end, SentenceText.end) }
    let (end, kind) = wordAfter(index)
    return SIMD2(kind, end < text.range.upperBound ? wordAfter(end).1 : SentenceText.end)
  }

  /// A mark stands for itself; blanks and the like would be lost at the edge of a cell.
  private static func mark(_ scalar: UInt32) -> UInt32 { scalar <= SentenceText.blank ? 0x5F : scalar }

  private func wordBefore(_ index: Int) -> (Int, UInt32) {
    let flags = surroundings.at(index)
    if let start = surroundings.startOfMention(endingAt: index) {
      return (start, flags.contains(.titleEnds) ? Self.title : flags.contains(.placeEnds) ? Self.place : Self.mention)
    }
    guard text.isHan(index - 1) else { return (index - 1, Self.mark(text.contextScalar(index - 1))) }
    let (length, kind) = text.ordinary.wordBefore(index)
    return (index - length, kind == 0 ? Self.unknown : UInt32(kind))
  }

  private func wordAfter(_ index: Int) -> (Int, UInt32) {
    let flags = surroundings.at(index)
    if let end = surroundings.endOfMention(startingAt: index) {
      return (end, flags.contains(.titleStarts) ? Self.title : flags.contains(.placeStarts) ? Self.place : Self.mention)
    }
    guard text.isHan(index) else { return (index + 1, Self.mark(text.contextScalar(index))) }
    let (length, kind) = text.ordinary.wordAfter(index)
    return (index + length, kind == 0 ? Self.unknown : UInt32(kind))
  }

  /// What the kinds of words on both sides say of a name: those of each side are looked up once an index.
  func wordClasses(_ range: Range<Int>, isForeign: Bool) -> Float {
    let left = text.contexts.classesBefore(range.lowerBound, isForeign: isForeign) {
      let kinds = before(range.lowerBound)
      return Self.side(kinds, isForeign, text.tables.classBefore)
    }
    let right = text.contexts.classesAfter(range.upperBound, isForeign: isForeign) {
      let kinds = after(range.upperBound)
      return Self.side(kinds, isForeign, text.tables.classAfter)
    }
    let name = isForeign ? Self.foreign : Self.han
    return left.nearer + left.both + right.nearer + right.both
      + (text.tables.classAround[PackedText(name, left.kind, right.kind)] ?? 0)
  }

  private static func side(_ kinds: SIMD2<UInt32>, _ isForeign: Bool, _ table: PackedTable) -> ContextValues.Classes {
    let name = isForeign ? Self.foreign : Self.han
    return ContextValues.Classes(
      kind: kinds[0], nearer: table[PackedText(name, kinds[0])] ?? 0,
      both: table[PackedText(name, kinds[0], kinds[1])] ?? 0)
  }

  /// The same as keys of the context table, for who counts them; none for a surname alone.
  func wordClassKeys(of candidate: Candidate) -> [NameTables.Context.Side: [[UInt32]]] {
    if candidate.shape == .bare { return [:] }
    let left = before(candidate.range.lowerBound)
    let right = after(candidate.range.upperBound)
    let name = candidate.shape.isForeign ? Self.foreign : Self.han
    return [
      .classBefore: [[name, left[0]], [name, left[0], left[1]]],
      .classAfter: [[name, right[0]], [name, right[0], right[1]]],
      .classAround: [[name, left[0], right[0]]],
    ]
  }
}
