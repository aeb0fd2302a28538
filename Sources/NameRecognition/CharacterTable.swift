import FlatTables

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
  /// Characters of the longest word of the edge table, and of ordinary text, that begins with it.
  var longestEdgeWord: UInt8 = 0
  var longestWord: UInt8 = 1
  /// The most that texts of the context table which end with it say of a name behind them.
  var mostBefore: Float = 0
  /// The most that texts which begin with it say of a name, and of a surname alone, in front of them.
  var mostAfter: Float = 0
  var mostAfterBare: Float = 0
  /// The most that pairs say of a name that begins, and of one that ends with it.
  var mostLeftSeam: Float = 0
  var mostRightSeam: Float = 0
  /// Whether a surname of two characters or more begins with it, Chinese or Japanese.
  var startsLongSurname = false
  var edgeKinds = EdgeKinds()
  /// The letter of what kind of word it is alone; 0 where it is not known.
  var wordClass: UInt8 = 0
}

/// Rows for the characters of the basic plane; all others share the row of the unknown. A class for the same reason as
/// ``PackedTable``.
final class CharacterTable: Sendable {
  static let never: Float = -99
  /// Logarithm of the probability of what was never counted: less than one in a million.
  static let unseen: Float = -14.5

  private let rows: FlatArray<CharacterRow>
  /// Number of the row of each scalar below U+10000; 0 is the unknown, 1 a Han character without a row of its own.
  private let numbers: FlatArray<UInt16>

  init(_ file: FlatFile) throws(FlatFileError) {
    rows = try file.array("names.characters")
    numbers = try file.array("names.characterNumbers")
    guard rows.count > 1, numbers.count == 0x10000 else {
      throw .damaged(what: "its characters do not fit their numbers")
    }
  }

  private init(rows: [CharacterRow], numbers: [UInt16]) {
    self.rows = FlatArray(rows)
    self.numbers = FlatArray(numbers)
  }

  func write(to writer: inout FlatFileWriter) {
    writer.add("names.characters", rows)
    writer.add("names.characterNumbers", numbers)
  }

  @inline(__always)
  subscript(scalar: UInt32) -> CharacterRow {
    // Planes 2 and 3 hold nothing but Han characters.
    guard scalar < 0x10000 else { return rows[scalar >= 0x20000 && scalar < 0x40000 ? 1 : 0] }
    return rows[Int(numbers[Int(scalar)])]
  }

  @inline(__always)
  func isHan(_ scalar: UInt32) -> Bool {
    // As the rows have it, without going there.
    (scalar >= CharacterRows.firstHan && scalar <= CharacterRows.lastHan) || (scalar >= 0x20000 && scalar < 0x40000)
  }
}

extension CharacterTable {
  convenience init(
    surnames: [NameTables.Surname], givenCharacters: [NameTables.GivenCharacter],
    transliteration: [NameTables.TransliterationCharacter], ordinary: [NameTables.OrdinaryText],
    edgeWords: [EdgeWord], edgeCharacters: [EdgeCharacter], contexts: [NameTables.Context]
  ) {
    var editor = CharacterRows()
    for row in surnames where row.text.count == 1 && row.ppm > 0 {
      editor.edit(row.text[0]) {
        $0.surname = logRate(row.ppm, of: 1e6)
        $0.isRareSurname = row.kind == .rare
      }
    }
    for row in surnames where row.text.count > 1 { editor.edit(row.text[0]) { $0.startsLongSurname = true } }
    for row in givenCharacters {
      editor.edit(row.character) {
        if row.first > 0 { $0.first = max(Self.unseen, logRate(row.first, of: 1e6)) }
        if row.second > 0 { $0.second = max(Self.unseen, logRate(row.second, of: 1e6)) }
        if row.single > 0 { $0.single = max(Self.unseen, logRate(row.single, of: 1e6)) }
      }
    }
    for row in transliteration where row.ppm > 0 {
      editor.edit(row.character) {
        $0.transliteration = logRate(row.ppm, of: 1e6)
        $0.canStart = row.canStart
        $0.canEnd = row.canEnd
      }
    }
    for row in ordinary where row.text.count == 1 && row.rate > 0 {
      editor.edit(row.text[0]) {
        $0.ordinary = logRate(row.rate, of: 1e7)
        $0.wordClass = UInt8(clamping: row.wordClass)
      }
    }
    for row in contexts where row.text.count == 1 {
      let value = Float(row.logOdds)
      switch row.side {
      case .surname: editor.edit(row.text[0]) { $0.surnameValue = value }
      case .single: editor.edit(row.text[0]) { $0.singleValue = value }
      case .first: editor.edit(row.text[0]) { $0.firstValue = value }
      case .second: editor.edit(row.text[0]) { $0.secondValue = value }
      case .before, .after, .bare, .foreignStart, .foreignEnd, .leftSeam, .rightSeam, .classBefore, .classAfter,
        .classAround:
        break
      }
    }
    for row in contexts {
      guard let first = row.text.first, let last = row.text.last else { continue }
      let value = Float(row.logOdds)
      switch row.side {
      case .before: editor.edit(last) { $0.mostBefore = max($0.mostBefore, value) }
      case .after: editor.edit(first) { $0.mostAfter = max($0.mostAfter, value) }
      case .bare: editor.edit(first) { $0.mostAfterBare = max($0.mostAfterBare, value) }
      case .leftSeam: editor.edit(last) { $0.mostLeftSeam = max($0.mostLeftSeam, value) }
      case .rightSeam: editor.edit(first) { $0.mostRightSeam = max($0.mostRightSeam, value) }
      case .surname, .single, .first, .second, .foreignStart, .foreignEnd, .classBefore, .classAfter, .classAround:
        break
      }
    }
    for word in edgeWords where !word.text.isEmpty {
      editor.edit(word.text[0]) { $0.longestEdgeWord = max($0.longestEdgeWord, UInt8(clamping: word.text.count)) }
    }
    for row in edgeCharacters { editor.edit(row.character) { $0.edgeKinds.insert(row.kind) } }
    for row in ordinary where row.text.count > 1 {
      editor.edit(row.text[0]) { $0.longestWord = max($0.longestWord, UInt8(clamping: row.text.count)) }
    }
    self.init(rows: editor.rows, numbers: editor.numbers)
  }
}

/// The rows while they are made.
private struct CharacterRows {
  private(set) var rows: [CharacterRow] = [CharacterRow()]
  private(set) var numbers = [UInt16](repeating: 0, count: 0x10000)

  /// Han characters of the basic plane.
  static let firstHan: UInt32 = 0x3400
  static let lastHan: UInt32 = 0x9FFF

  init() {
    var han = CharacterRow()
    han.isHan = true
    rows.append(han)
    for scalar in Self.firstHan...Self.lastHan { numbers[Int(scalar)] = 1 }
  }

  mutating func edit(_ scalar: UInt32, _ change: (inout CharacterRow) -> Void) {
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
}
