import DocumentModel

/// One sentence's scalars with the look-ups that all candidates share.
struct SentenceText {
  let scalars: [UInt32]
  /// Indices of the document; blanks at the ends are left out.
  let range: Range<Int>
  let zone: Zone
  let tables: NameTables

  static let start: UInt32 = 0x5E  // ^
  static let end: UInt32 = 0x24  // $
  static let dot: UInt32 = 0xB7
  static let blank: UInt32 = 0x20

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

  /// How much the characters before `index` speak for a name that starts there.
  func before(_ index: Int) -> Float {
    let (a, b, c) = (contextScalar(index - 3), contextScalar(index - 2), contextScalar(index - 1))
    if c == Self.start { return tables.before[PackedText(c)] ?? 0 }
    if b == Self.start { return tables.before[PackedText(b, c)] ?? tables.before[PackedText(c)] ?? 0 }
    return tables.before[PackedText(a, b, c)] ?? tables.before[PackedText(b, c)] ?? tables.before[PackedText(c)] ?? 0
  }

  /// How much the characters from `index` on speak for a name that ends there.
  func after(_ index: Int) -> Float { following(index, tables.after) ?? 0 }

  /// The same for a surname that stands alone; nil where nothing is known of what follows.
  func afterBareSurname(_ index: Int) -> Float? { following(index, tables.bare) }

  private func following(_ index: Int, _ table: PackedTable) -> Float? {
    let (a, b, c) = (contextScalar(index), contextScalar(index + 1), contextScalar(index + 2))
    if a == Self.end { return table[PackedText(a)] }
    if b == Self.end { return table[PackedText(a, b)] ?? table[PackedText(a)] }
    return table[PackedText(a, b, c)] ?? table[PackedText(a, b)] ?? table[PackedText(a)]
  }

  /// Log probability of two characters side by side in ordinary text.
  func pair(_ a: UInt32, _ b: UInt32) -> Float {
    if let known = tables.ordinary[PackedText(a, b)] { return known }
    // What is not in the table is rarer than the table's cut.
    return min(Self.cut, tables.characters[a].ordinary + tables.characters[b].ordinary)
  }

  /// Log probability of three characters in a row in ordinary text.
  func triple(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> Float {
    if let known = tables.ordinary[PackedText(a, b, c)] { return known }
    return min(Self.cut, pair(a, b) + pair(b, c) - tables.characters[b].ordinary)
  }

  /// How much oftener the two stand together than by chance; 0 for pairs that are not in the table.
  func cohesion(_ a: UInt32, _ b: UInt32) -> Float {
    guard let known = tables.ordinary[PackedText(a, b)] else { return 0 }
    return max(0, known - tables.characters[a].ordinary - tables.characters[b].ordinary)
  }

  /// The same across the boundary before `index`; 0 at the ends of the sentence.
  func cohesion(across index: Int) -> Float {
    guard index > range.lowerBound, index < range.upperBound else { return 0 }
    return cohesion(scalars[index - 1], scalars[index])
  }

  /// Rate of a string that just missed the table, in ten million characters: about 5.
  private static let cut = logRate(5, of: 1e7)

  /// 、 and what stands between two names of a list.
  func isListMark(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    switch scalars[index] {
    case 0x3001, 0x20, 0x548C, 0x4E0E, 0x53CA: return true  // 、 blank 和 与 及
    default: return false
    }
  }
}
