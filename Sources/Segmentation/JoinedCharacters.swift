import CICU

extension NormalizationRun {
  /// Most characters in a stretch that is put into NFKC as a whole. More marks on one letter occur only as ornament;
  /// without a limit ICU's ordering of them takes quadratic time. Unicode's Stream-Safe Text Format allows 30.
  static let longestJoin = 32

  /// Takes the character at `position`, which may join the one before it, together with that one and all that follow and may join.
  ///
  /// The results share the offset of the first character, so that no span can cut the stretch. Marks past the limit are
  /// left out; letters past it begin a new stretch.
  mutating func takeJoined() {
    let start = takeBack() ?? position
    var units: [UInt16] = []
    var taken = 0
    var next = start
    while next < utf8.count {
      let (scalar, width) = decode(at: next)
      let entry = table.entry(of: scalar)
      if entry != CharacterTable.Special.ignorable {
        if taken > 0, entry != CharacterTable.Special.joins { break }
        if taken < Self.longestJoin {
          units.append(contentsOf: (Unicode.Scalar(scalar) ?? "\u{FFFD}").utf16)
          taken += 1
        } else if cicu_combining_class(scalar) == 0 {
          break
        }
      }
      next += width
    }
    for scalar in table.nfkc(units).prefix(Self.longestJoin) { append(table.fold(scalar), from: start) }
    position = next
    joinedUpTo = next
  }

  /// Takes the results of the last character back and gives its byte offset; nil where there is none to join.
  private mutating func takeBack() -> Int? {
    guard count > 0, position != joinedUpTo else { return nil }
    let start = offsets[count - 1]
    while count > 0, offsets[count - 1] == start { count -= 1 }
    if wideStops.last == count { wideStops.removeLast() }
    return Int(start)
  }
}
