/// What kind of word stands before and after each index of a sentence: a title, a place, a verb, a comma.
///
/// Strings beside names are learned one by one; their kinds tell the same of words that no labelled text has.
struct WordClasses {
  private let base: Int
  /// The kinds of the two words before each index, the nearer one first, then of the two from it on.
  private var before: [SIMD2<UInt32>]
  private var after: [SIMD2<UInt32>]
  private let values: ContextValues

  /// Kinds of what the lexicons found; other kinds are small letters or the mark itself.
  private static let title: UInt32 = 0x54  // T
  private static let place: UInt32 = 0x4F  // O
  private static let mention: UInt32 = 0x4D  // M
  private static let unknown: UInt32 = 0x78  // x
  /// The first letter of a key: who stands between, a Chinese name or a transliterated one.
  static let han: UInt32 = 0x68
  static let foreign: UInt32 = 0x66

  init(text: SentenceText, surroundings: Surroundings) {
    base = text.range.lowerBound
    values = ContextValues(text.range)
    before = Array(repeating: SIMD2(SentenceText.start, SentenceText.start), count: text.range.count + 1)
    after = Array(repeating: SIMD2(SentenceText.end, SentenceText.end), count: text.range.count + 1)
    for here in 1...text.range.count {
      let (start, kind) = Self.wordBefore(base + here, text, surroundings)
      before[here] = SIMD2(kind, before[max(0, start - base)][0])
    }
    for here in stride(from: text.range.count - 1, through: 0, by: -1) {
      let (end, kind) = Self.wordAfter(base + here, text, surroundings)
      after[here] = SIMD2(kind, after[min(text.range.count, end - base)][0])
    }
  }

  /// A mark stands for itself; blanks and the like would be lost at the edge of a cell.
  private static func mark(_ scalar: UInt32) -> UInt32 { scalar <= SentenceText.blank ? 0x5F : scalar }

  private static func wordBefore(_ index: Int, _ text: SentenceText, _ surroundings: Surroundings) -> (Int, UInt32) {
    let flags = surroundings.at(index)
    if let start = surroundings.startOfMention(endingAt: index) {
      return (start, flags.contains(.titleEnds) ? title : flags.contains(.placeEnds) ? place : mention)
    }
    guard text.isHan(index - 1) else { return (index - 1, mark(text.contextScalar(index - 1))) }
    let (length, kind) = text.ordinary.wordBefore(index)
    return (index - length, kind == 0 ? unknown : UInt32(kind))
  }

  private static func wordAfter(_ index: Int, _ text: SentenceText, _ surroundings: Surroundings) -> (Int, UInt32) {
    let flags = surroundings.at(index)
    if let end = surroundings.endOfMention(startingAt: index) {
      return (end, flags.contains(.titleStarts) ? title : flags.contains(.placeStarts) ? place : mention)
    }
    guard text.isHan(index) else { return (index + 1, mark(text.contextScalar(index))) }
    let (length, kind) = text.ordinary.wordAfter(index)
    return (index + length, kind == 0 ? unknown : UInt32(kind))
  }

  /// The most that kinds of words say of a Chinese name, by one and two of them.
  static func most(_ contexts: [NameTables.Context], _ sides: [NameTables.Context.Side]) -> Float {
    var most: [NameTables.Context.Side: [Float]] = [:]
    for row in contexts where row.text.first == han && (2...3).contains(row.text.count) && sides.contains(row.side) {
      most[row.side, default: [0, 0]][row.text.count - 2] = max(
        Float(row.logOdds), most[row.side]?[row.text.count - 2] ?? 0)
    }
    return sides.reduce(0) { $0 + (most[$1] ?? []).reduce(0, +) }
  }

  /// What the kinds of words before and after an index say of a Chinese name.
  func beforeHan(_ index: Int, _ tables: NameTables) -> Float {
    values.before(index) { Self.value(Self.han, before[index - base], tables.classBefore) }
  }
  func afterHan(_ index: Int, _ tables: NameTables) -> Float {
    values.after(index) { Self.value(Self.han, after[index - base], tables.classAfter) }
  }

  private static func value(_ name: UInt32, _ kinds: SIMD2<UInt32>, _ table: PackedTable) -> Float {
    (table[PackedText(name, kinds[0])] ?? 0) + (table[PackedText(name, kinds[0], kinds[1])] ?? 0)
  }

  /// What the kinds of words on both sides say of a name.
  func value(of range: Range<Int>, isForeign: Bool, in tables: NameTables) -> Float {
    let left = before[range.lowerBound - base]
    let right = after[range.upperBound - base]
    let name = isForeign ? Self.foreign : Self.han
    let around = tables.classAround[PackedText(name, left[0], right[0])] ?? 0
    guard isForeign else {
      return beforeHan(range.lowerBound, tables) + afterHan(range.upperBound, tables) + around
    }
    return Self.value(name, left, tables.classBefore) + Self.value(name, right, tables.classAfter) + around
  }

  /// The same as keys of the context table, for who counts them; none for a surname alone.
  func keys(of candidate: Candidate) -> [NameTables.Context.Side: [[UInt32]]] {
    if candidate.shape == .bare { return [:] }
    let left = before[candidate.range.lowerBound - base]
    let right = after[candidate.range.upperBound - base]
    let name = candidate.shape.isForeign ? Self.foreign : Self.han
    return [
      .classBefore: [[name, left[0]], [name, left[0], left[1]]],
      .classAfter: [[name, right[0]], [name, right[0], right[1]]],
      .classAround: [[name, left[0], right[0]]],
    ]
  }
}
