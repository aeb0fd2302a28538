import DocumentModel

/// One sentence's scalars with the look-ups that all candidates share. A class, so that who works with it copies one reference,
/// and not its arrays and tables; so are the others that are made for each sentence.
final class SentenceText {
  let scalars: [UInt32]
  /// Indices of the document; blanks at the ends are left out.
  let range: Range<Int>
  let zone: Zone
  let tables: NameTables
  let ordinary: OrdinaryReading
  /// Whether each index lies between 《 and 》; empty where the sentence has none.
  private let titled: [Bool]
  /// Whether something stands in it that may join the parts of a name.
  let hasJoiner: Bool
  private let contexts: ContextValues

  init(scalars: [UInt32], range: Range<Int>, zone: Zone, tables: NameTables) {
    self.scalars = scalars
    self.range = range
    self.zone = zone
    self.tables = tables
    ordinary = OrdinaryReading(scalars: scalars, range: range, tables: tables)
    titled = Self.titled(scalars[range])
    hasJoiner = scalars[range].contains { $0 == Self.dot || Self.joiners.contains($0) }
    contexts = ContextValues(range)
  }

  /// Only marks that are closed count.
  private static func titled(_ scalars: ArraySlice<UInt32>) -> [Bool] {
    guard scalars.contains(0x300A) else { return [] }
    var titled = [Bool](repeating: false, count: scalars.count)
    var opened: Int?
    for (index, scalar) in zip(0..., scalars) {
      if scalar == 0x300A, opened == nil { opened = index }
      guard scalar == 0x300B, let start = opened else { continue }
      for inside in start...index { titled[inside] = true }
      opened = nil
    }
    return titled
  }

  /// Whether an index lies between 《 and 》.
  func isInTitle(_ index: Int) -> Bool { !titled.isEmpty && titled[index - range.lowerBound] }

  static let start: UInt32 = 0x5E  // ^
  static let end: UInt32 = 0x24  // $
  static let dot: UInt32 = 0xB7
  /// · - – —: what stands between the parts of a transliterated name.
  static let joiners: [UInt32] = [0xB7, 0x2D, 0x2013, 0x2014]
  static let blank: UInt32 = 0x20
  static let colon: UInt32 = 0x3A
  static let listMark: UInt32 = 0x3001

  /// The character at an index, `^` or `$` beyond the ends, any digit as 0: how the context table writes them.
  func contextScalar(_ index: Int) -> UInt32 {
    if index < range.lowerBound { return Self.start }
    if index >= range.upperBound { return Self.end }
    let scalar = scalars[index]
    return scalar >= 0x30 && scalar <= 0x39 ? 0x30 : scalar
  }

  func isHan(_ index: Int) -> Bool { range.contains(index) && tables.characters.isHan(scalars[index]) }

  /// Whether a word can go on across the character: a Han character, a letter, a digit.
  func isWordLike(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let scalar = scalars[index]
    if scalar < 0x80 {
      return (scalar >= 0x30 && scalar <= 0x39) || (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A)
    }
    return tables.characters.isHan(scalar)
  }

  /// Whether the character stands between two parts of a transliterated name: a middle dot, or a single dash between two
  /// characters that transliterate.
  func isJoiner(_ index: Int) -> Bool {
    let scalar = contextScalar(index)
    if scalar == Self.dot { return true }
    guard Self.joiners.contains(scalar), isHan(index - 1), isHan(index + 1) else { return false }
    return tables.characters[scalars[index - 1]].transliteration > CharacterTable.never
      && tables.characters[scalars[index + 1]].transliteration > CharacterTable.never
  }

  /// How much the characters before `index` speak for a name that starts there.
  func before(_ index: Int) -> Float { contexts.before(index) { lookUpBefore(index) } }

  private func lookUpBefore(_ index: Int) -> Float {
    let (a, b, c) = (contextScalar(index - 3), contextScalar(index - 2), contextScalar(index - 1))
    let table = tables.before
    var found: Float?
    if b != Self.start, c != Self.start { found = table[PackedText(a, b, c)] }
    if found == nil, c != Self.start { found = table[PackedText(b, c)] }
    return max(Self.leastContext, found ?? table[PackedText(c)] ?? 0)
  }

  /// How much the characters from `index` on speak for a name that ends there.
  func after(_ index: Int) -> Float {
    contexts.after(index) { max(Self.leastContext, following(index, tables.after) ?? 0) }
  }

  /// The most that `before`, `after` and `afterBareSurname` can be, told by one character alone.
  func mostBefore(_ index: Int) -> Float { tables.characters[contextScalar(index - 1)].mostBefore }
  func mostAfter(_ index: Int) -> Float { tables.characters[contextScalar(index)].mostAfter }
  func mostSeams(_ range: Range<Int>) -> Float {
    tables.characters[scalars[range.lowerBound]].mostLeftSeam
      + tables.characters[scalars[range.upperBound - 1]].mostRightSeam
      + tables.characters[contextScalar(range.lowerBound - 1)].mostBeside
      + tables.characters[contextScalar(range.upperBound)].mostBesideAfter
      + tables.characters[contextScalar(range.lowerBound - 2)].skipBefore
      + tables.characters[contextScalar(range.upperBound + 1)].skipAfter
  }
  func mostAfterBareSurname(_ index: Int) -> Float { tables.characters[contextScalar(index)].mostAfterBare }

  /// The same for a surname that stands alone; nil where nothing is known of what follows.
  func afterBareSurname(_ index: Int) -> Float? { following(index, tables.bare) }

  /// How much the first characters of a transliterated name speak for a person; two are looked at from four on.
  func foreignStart(_ range: Range<Int>) -> Float {
    let first = scalars[range.lowerBound]
    if range.count > 3, let value = tables.foreignStart[PackedText(first, scalars[range.lowerBound + 1])] {
      return value
    }
    return tables.foreignStart[PackedText(first)] ?? 0
  }

  /// The same for the last characters.
  func foreignEnd(_ range: Range<Int>) -> Float {
    let last = scalars[range.upperBound - 1]
    if range.count > 3, let value = tables.foreignEnd[PackedText(scalars[range.upperBound - 2], last)] { return value }
    return tables.foreignEnd[PackedText(last)] ?? 0
  }

  /// How much the pairs of characters at both ends of a stretch speak for a name: 记张, 三说.
  func seams(_ range: Range<Int>) -> Float {
    let left = tables.leftSeam[PackedText(contextScalar(range.lowerBound - 1), scalars[range.lowerBound])] ?? 0
    let right = tables.rightSeam[PackedText(scalars[range.upperBound - 1], contextScalar(range.upperBound))] ?? 0
    return left + right
  }

  /// How much the characters beside a name say together, one place further off, and by its length.
  func beside(_ range: Range<Int>, kind: UInt32) -> Float {
    let (before, after) = (contextScalar(range.lowerBound - 1), contextScalar(range.upperBound))
    let size = 0x30 + UInt32(min(range.count, Self.longestSize))
    return (tables.around[PackedText(before, after)] ?? 0)
      + tables.characters[contextScalar(range.lowerBound - 2)].skipBefore
      + tables.characters[contextScalar(range.upperBound + 1)].skipAfter
      + (tables.sizedBefore[PackedText(kind, size, before)] ?? 0)
      + (tables.sizedAfter[PackedText(kind, size, after)] ?? 0)
  }

  /// Names of so many characters and more count as one length.
  static let longestSize = 4

  /// What every two neighbours of a transliterated name and the characters between its ends say; `.dotted` has no between.
  func foreignPairs(_ range: Range<Int>, isDotted: Bool) -> Float {
    var sum: Float = 0
    for index in range.dropLast() {
      sum += tables.foreignPair[PackedText(scalars[index], scalars[index + 1])] ?? 0
      if !isDotted, index > range.lowerBound { sum += tables.characters[scalars[index]].foreignMiddle }
    }
    return sum
  }

  /// What the characters of a Japanese name say.
  func japanese(_ range: Range<Int>, surnameLength: Int) -> Float {
    let (last, given) = (range.upperBound - 1, range.count - surnameLength)
    var sum = tables.japaneseSurname[PackedText(scalars[range.lowerBound], scalars[range.lowerBound + 1])] ?? 0
    guard given > 0 else { return sum }
    sum += tables.japaneseEnd[PackedText(scalars[last])] ?? 0
    if given == 2 { sum += tables.japaneseEnd[PackedText(scalars[last - 1], scalars[last])] ?? 0 }
    return sum
  }

  private func following(_ index: Int, _ table: PackedTable) -> Float? {
    let (a, b, c) = (contextScalar(index), contextScalar(index + 1), contextScalar(index + 2))
    if a == Self.end { return table[PackedText(a)] }
    if b == Self.end { return table[PackedText(a, b)] ?? table[PackedText(a)] }
    return table[PackedText(a, b, c)] ?? table[PackedText(a, b)] ?? table[PackedText(a)]
  }

  /// What never was beside a name in the counted texts may be so in others: its logarithm stops here.
  private static let leastContext: Float = -4

  /// Whether a stretch stands where who wrote or photographed is named: between a bracket or blank and a closing bracket or
  /// 摄, 供图.
  func isCredit(_ range: Range<Int>) -> Bool {
    let before = contextScalar(range.lowerBound - 1)
    guard before == Self.blank || before == 0x28 else { return false }
    var next = range.upperBound
    if contextScalar(next) == 0x29 { return true }
    if contextScalar(next) == Self.blank { next += 1 }
    return contextScalar(next) == 0x6444 || contextScalar(next) == 0x4F9B && contextScalar(next + 1) == 0x56FE
  }

  /// Whether a person's sex is told right after: 张三,男, 李四(女).
  func isIntroduced(_ range: Range<Int>) -> Bool {
    switch contextScalar(range.upperBound) {
    case 0x2C, 0x3A, 0x20, 0x28, 0x3001: break  // , : blank ( 、
    default: return false
    }
    let sex = contextScalar(range.upperBound + 1)
    return (sex == 0x7537 || sex == 0x5973) && !isHan(range.upperBound + 2)
  }

  /// 、 and what stands between two names of a list.
  func isListMark(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    switch scalars[index] {
    case 0x3001, 0x20, 0x548C, 0x4E0E, 0x53CA: return true  // 、 blank 和 与 及
    default: return false
    }
  }
}

/// What the characters before and after each index of a sentence say, looked up when first asked for: several candidates
/// start or end at one index.
final class ContextValues {
  private let base: Int
  /// Two an index: before it, after it. Used by one thread, never while it is changed.
  @exclusivity(unchecked) private var values: [Float]

  init(_ range: Range<Int>) {
    base = range.lowerBound
    values = Array(repeating: .nan, count: 2 * (range.count + 1))
  }

  func before(_ index: Int, or value: () -> Float) -> Float { known(2 * (index - base), or: value) }
  func after(_ index: Int, or value: () -> Float) -> Float { known(2 * (index - base) + 1, or: value) }

  @inline(__always)
  private func known(_ place: Int, or value: () -> Float) -> Float {
    let known = values[place]
    guard known.isNaN else { return known }
    let found = value()
    values[place] = found
    return found
  }
}
