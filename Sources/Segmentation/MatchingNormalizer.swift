public import DocumentModel

/// Makes the form of a text that lexicons, names and rules are matched in; see ``DocumentModel/MatchingText`` for what it
/// is, and `CharacterTable` for what becomes of each character.
///
/// Exactly: default-ignorable characters are left out, the rest is put into NFKC, and each scalar is folded. Blanks and tabs
/// become U+0020, each line break U+000A, the dots U+2022, U+2027 and U+30FB (and U+FF0E between two Han letters) U+00B7,
/// Traditional characters Simplified ones; “” ‘’ 「」 stay. Pinyin in brackets after a Han letter is left out.
/// Normalising the result again changes nothing (but for pinyin in full-width letters, which only then is seen to be some).
///
/// Immutable and safe to share between threads. Making one takes about 1 ms: make one for the program, not one for a text.
public struct MatchingNormalizer: Sendable {
  let table: CharacterTable

  /// Builds the character table from ICU's data.
  public init() throws(SegmentationError) { table = try CharacterTable() }

  /// The matching text of UTF-8 text. Never fails: bytes that are no UTF-8 become U+FFFD (never so in a `String`'s bytes).
  /// Time is linear in the number of bytes. Offsets past `Int32.max` (2 GiB) stay at it.
  public func matchingText(of utf8: [UInt8]) -> MatchingText {
    var run = NormalizationRun(utf8, table)
    run.normalize()
    return run.finish()
  }

  /// A lexicon term or a rule's word in the same form.
  public func normalize(_ term: String) -> [UInt32] {
    // Lexicons hold tens of thousands of terms, nearly all of them characters that become one character each.
    if let scalars = characterByCharacter(term) { return scalars }
    return matchingText(of: Array(term.utf8)).scalars
  }

  /// The form of a term whose characters do not depend on each other; nil for all other terms.
  private func characterByCharacter(_ term: String) -> [UInt32]? {
    var result: [UInt32] = []
    result.reserveCapacity(term.utf8.count / 3 + 1)
    for scalar in term.unicodeScalars {
      guard scalar.value <= 0xFFFF else { return nil }
      let entry = table.entries[Int(scalar.value)]
      guard !CharacterTable.isSpecial(entry) else { return nil }
      result.append(UInt32(entry))
    }
    return result
  }
}
