#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Natural logarithm of `count` in `total`.
func logRate(_ count: Double, of total: Double) -> Float { Float(log(count / total)) }

/// What is known of one character, as natural logarithms of probabilities.
struct CharacterRow: Sendable {
  /// Of being a person's surname; below `CharacterTable.never` where it is none.
  var surname = CharacterTable.never
  var isRareSurname = false
  var first = CharacterTable.unseen
  var second = CharacterTable.unseen
  var single = CharacterTable.unseen
  /// In transliterated names; `never` where it is not used in them.
  var transliteration = CharacterTable.never
  var canStart = false
  var canEnd = false
  /// In ordinary text.
  var ordinary = CharacterTable.unseen
  var isHan = false
  /// What the labelled texts add to the rates above.
  var surnameValue: Float = 0
  var firstValue: Float = 0
  var secondValue: Float = 0
  var singleValue: Float = 0
  /// Whether a word of the edge table begins with it.
  var startsEdgeWord = false
}

/// Rows for the characters of the basic plane; all others share the row of the unknown.
struct CharacterTable: Sendable {
  static let never: Float = -99
  /// Logarithm of the probability of what was never counted: less than one in a million.
  static let unseen: Float = -14.5

  private var rows: [CharacterRow] = [CharacterRow()]
  /// Number of the row of each scalar below U+10000; 0 is the unknown, 1 a Han character without a row of its own.
  private var numbers = [UInt16](repeating: 0, count: 0x10000)

  init(
    surnames: [NameTables.Surname], givenCharacters: [NameTables.GivenCharacter],
    transliteration: [NameTables.TransliterationCharacter], ordinary: [NameTables.OrdinaryText],
    edgeWords: [EdgeWord], contexts: [NameTables.Context]
  ) {
    var han = CharacterRow()
    han.isHan = true
    rows.append(han)
    for scalar in 0x3400...0x9FFF { numbers[scalar] = 1 }
    for row in surnames where row.text.count == 1 && row.ppm > 0 {
      edit(row.text[0]) {
        $0.surname = logRate(row.ppm, of: 1e6)
        $0.isRareSurname = row.kind == .rare
      }
    }
    for row in givenCharacters {
      edit(row.character) {
        if row.first > 0 { $0.first = max(Self.unseen, logRate(row.first, of: 1e6)) }
        if row.second > 0 { $0.second = max(Self.unseen, logRate(row.second, of: 1e6)) }
        if row.single > 0 { $0.single = max(Self.unseen, logRate(row.single, of: 1e6)) }
      }
    }
    for row in transliteration where row.ppm > 0 {
      edit(row.character) {
        $0.transliteration = logRate(row.ppm, of: 1e6)
        $0.canStart = row.canStart
        $0.canEnd = row.canEnd
      }
    }
    for row in ordinary where row.text.count == 1 && row.rate > 0 {
      edit(row.text[0]) { $0.ordinary = logRate(row.rate, of: 1e7) }
    }
    for row in contexts where row.text.count == 1 {
      let value = Float(row.logOdds)
      switch row.side {
      case .surname: edit(row.text[0]) { $0.surnameValue = value }
      case .single: edit(row.text[0]) { $0.singleValue = value }
      case .first: edit(row.text[0]) { $0.firstValue = value }
      case .second: edit(row.text[0]) { $0.secondValue = value }
      case .before, .after, .bare, .foreignStart, .foreignEnd, .leftSeam, .rightSeam: break
      }
    }
    for word in edgeWords where !word.text.isEmpty { edit(word.text[0]) { $0.startsEdgeWord = true } }
  }

  private mutating func edit(_ scalar: UInt32, _ change: (inout CharacterRow) -> Void) {
    guard scalar < 0x10000 else { return }
    var number = Int(numbers[Int(scalar)])
    if number < 2 {
      guard rows.count < Int(UInt16.max) else { return }
      rows.append(rows[number])
      number = rows.count - 1
      numbers[Int(scalar)] = UInt16(number)
    }
    change(&rows[number])
  }

  subscript(scalar: UInt32) -> CharacterRow {
    // Planes 2 and 3 hold nothing but Han characters.
    guard scalar < 0x10000 else { return rows[scalar >= 0x20000 && scalar < 0x40000 ? 1 : 0] }
    return rows[Int(numbers[Int(scalar)])]
  }

  func isHan(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 ? numbers[Int(scalar)] > 0 && self[scalar].isHan : scalar >= 0x20000 && scalar < 0x40000
  }
}
