import CICU

/// What each character becomes in matching text: NFKC, then the folds of blanks, line breaks, middle dots and Traditional
/// characters. One 16-bit entry for each of the first 65,536 code points; the others are asked of ICU when they come.
struct CharacterTable: Sendable {
  /// The entries for what is not simply replaced by one character. They lie in the surrogate range, which no character
  /// of a text can have as its own entry.
  enum Special {
    /// Left out: default-ignorable characters.
    static let ignorable: UInt16 = 0xD800
    /// May join the character before it: combining marks, Hangul vowels and finals.
    static let joins: UInt16 = 0xD801
    /// Becomes several characters, or one beyond U+FFFF.
    static let expands: UInt16 = 0xD802
    /// U+FF0E, a middle dot between two Han letters and a full stop elsewhere.
    static let wideStop: UInt16 = 0xD803
    /// U+000D, part of the line break if U+000A follows.
    static let carriageReturn: UInt16 = 0xD804
    /// U+0028 and U+FF08, left out with what is in the brackets where that is pinyin after a Han letter.
    static let bracket: UInt16 = 0xD805
  }

  static let blank: UInt16 = 0x20
  static let lineBreak: UInt16 = 0x0A
  static let middleDot: UInt16 = 0xB7
  static let replacement: UInt16 = 0xFFFD

  private(set) var entries: [UInt16]
  /// The characters whose entry is `expands`, ascending, and what they become.
  private var expanding: [UInt16] = []
  private var expansions: [[UInt32]] = []

  /// Asks ICU for the NFKC form of every character that can have one; about 1 ms.
  init() throws(SegmentationError) {
    try SegmentationError.check(cicu_nfkc_load(), .normalization)
    entries = (0...UInt16.max).map { 0xD800...0xDFFF ~= $0 ? Self.replacement : $0 }
    foldSingles()
    for code in UInt16.min...UInt16.max where !Self.isStable(code) && entries[Int(code)] == code { fillFromICU(code) }
    entries[0xFF0E] = Special.wideStop
    entries[0x0D] = Special.carriageReturn
    entries[0x28] = Special.bracket
    entries[0xFF08] = Special.bracket
    // What NFKC gave is folded in turn: ⿒ → 齒 → 齿, ﹒ stays a full stop, ･ → ・ → ·.
    for code in expanding.indices { expansions[code] = expansions[code].map(fold) }
  }

  /// Blocks whose characters Unicode's stability policy keeps as they are in NFKC: CJK ideographs, Hangul syllables, private use.
  private static func isStable(_ code: UInt16) -> Bool {
    switch code {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xD800...0xF8FF: true
    default: false
    }
  }

  /// The folds after NFKC; none of their targets is folded again.
  private mutating func foldSingles() {
    for code in [0x09, 0x1680] { entries[code] = Self.blank }
    for code in [0x0B, 0x0C, 0x85, 0x2028, 0x2029] { entries[code] = Self.lineBreak }
    for code in [0x2022, 0x2027, 0x30FB] { entries[code] = Self.middleDot }
    var source: UInt16?
    for unit in HanFold.pairs.utf16 where unit > 0x20 {
      if let from = source {
        entries[Int(from)] = unit
        source = nil
      } else {
        source = unit
      }
    }
  }

  private mutating func fillFromICU(_ code: UInt16) {
    switch cicu_nfkc_classify(UInt32(code)) {
    case .unchanged: break
    case .joins: entries[Int(code)] = Special.joins
    case .ignorable: entries[Int(code)] = Special.ignorable
    case .changed:
      let form = nfkc([code])
      if form.count == 1, form[0] <= 0xFFFF {
        entries[Int(code)] = UInt16(truncatingIfNeeded: fold(form[0]))
      } else {
        entries[Int(code)] = Special.expands
        expanding.append(code)
        expansions.append(form)
      }
    }
  }

  /// NFKC of a short text, unfolded.
  func nfkc(_ units: [UInt16]) -> [UInt32] {
    var result = [UInt16](repeating: 0, count: max(32, units.count * 18))  // U+FDFA, the longest, becomes 18
    var status = cicu_status.ok
    let count = Int(cicu_nfkc(units, Int32(clamping: units.count), &result, Int32(clamping: result.count), &status))
    guard status == .ok, count <= result.count else { return units.map(UInt32.init) }
    var scalars: [UInt32] = []
    var decoder = UTF16()
    var iterator = result[..<count].makeIterator()
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .error: scalars.append(UInt32(Self.replacement))
      case .emptyInput: break loop
      }
    }
    return scalars
  }

  /// The folds on a character that NFKC gave.
  func fold(_ scalar: UInt32) -> UInt32 {
    guard scalar <= 0xFFFF else { return scalar }
    let entry = entries[Int(scalar)]
    return Self.isSpecial(entry) ? scalar : UInt32(entry)
  }

  /// The entry of any code point; one beyond U+FFFF that stays as it is has the entry `expands`, to itself.
  func entry(of scalar: UInt32) -> UInt16 {
    if scalar <= 0xFFFF { return entries[Int(scalar)] }
    guard scalar <= 0x10FFFF else { return Self.replacement }
    switch cicu_nfkc_classify(scalar) {
    case .joins: return Special.joins
    case .ignorable: return Special.ignorable
    case .changed, .unchanged: return Special.expands
    }
  }

  /// What a character whose entry is `expands` becomes.
  func expansion(of scalar: UInt32) -> [UInt32] {
    guard scalar > 0xFFFF else {
      var low = 0
      var high = expanding.count
      while low < high {
        let middle = (low + high) / 2
        if UInt32(expanding[middle]) < scalar { low = middle + 1 } else { high = middle }
      }
      return low < expanding.count && UInt32(expanding[low]) == scalar ? expansions[low] : [scalar]
    }
    guard cicu_nfkc_classify(scalar) == .changed, let unicode = Unicode.Scalar(scalar) else { return [scalar] }
    return nfkc(Array(unicode.utf16)).map(fold)
  }

  @inline(__always)
  static func isSpecial(_ entry: UInt16) -> Bool { entry & 0xF800 == 0xD800 }
}
