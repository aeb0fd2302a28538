public import DocumentModel

/// How often a string of one to three characters stands in ordinary text.
public struct OrdinaryWord: Hashable, Sendable {
  public let surface: String
  /// Occurrences in ten million characters.
  public let rate: Double
  /// What kind of word it is, a letter: n noun, v verb, … (Scripts/build-name-words lists them).
  public let wordClass: String
  public let src: String
  public let row: RowReference
}

extension OrdinaryWord: LexiconRow {
  static let schema = TableSchema("names/common_words.tsv", "surface per_10m class src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surface = try cells.text("surface")
    rate = try cells.number("per_10m")
    wordClass = try cells.text("class")
    src = try cells.source()
  }
}

/// What stands beside names more or less often than beside anything else.
public struct NameContext: Hashable, Sendable {
  /// Before a name, after it, or after a surname that stands alone; and places inside a name: its surname, a given name of
  /// one character, the first and second of two, the first and last one or two of a transliterated name.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    case before, after, bare, surname, single, first, second
    case foreignStart = "foreign-start"
    case foreignEnd = "foreign-end"
    /// The character before a name and its first, its last and the one after it.
    case leftSeam = "left-seam"
    case rightSeam = "right-seam"
    /// Kinds of the words before a name, after it and on both sides: `h` or `f` (transliterated) and one or two letters.
    case classBefore = "class-before"
    case classAfter = "class-after"
    case classAround = "class-around"
    case pairFirst = "pair-first"
    case pairGiven = "pair-given"
    case pairTwo = "pair-two"
    case foreignPair = "foreign-pair"
    case foreignMiddle = "foreign-middle"
    case japaneseSurname = "japanese-surname"
    case japaneseEnd = "japanese-end"
    case around
    case skipBefore = "skip-before"
    case skipAfter = "skip-after"
    case sizedBefore = "sized-before"
    case sizedAfter = "sized-after"
  }

  public let side: Side
  /// One to three characters; `^` and `$` are the ends of a sentence, `0` any digit.
  public let surface: String
  /// Natural logarithm of the ratio of odds.
  public let logOdds: Double
  public let src: String
  public let row: RowReference
}

extension NameContext: LexiconRow {
  static let schema = TableSchema("names/contexts.tsv", "side surface named seen log_odds src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    side = try cells.choice("side")
    surface = try cells.text("surface")
    _ = try cells.number("named")
    _ = try cells.number("seen")
    logOdds = try cells.signedNumber("log_odds")
    src = try cells.source()
  }
}

/// The weight of one feature of the recogniser of names.
public struct NameWeight: Hashable, Sendable {
  public let feature: String
  public let weight: Double
  /// How the weight was found: fitted, or set by hand.
  public let derivation: String
  public let row: RowReference
}

extension NameWeight: LexiconRow {
  static let schema = TableSchema("names/weights.tsv", "feature weight derivation")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    feature = try cells.text("feature")
    weight = try cells.signedNumber("weight")
    derivation = try cells.text("derivation")
  }
}

/// A name known as such.
public struct KnownName: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A transliterated given name or surname.
    case foreign
    /// A person everybody knows.
    case person
    /// What a dictionary calls a person, often rightly.
    case listed
    /// A foreign place, as a dictionary has it, that looks like a transliterated name.
    case place
  }

  public let name: String
  public let kind: Kind
  public let src: String
  public let row: RowReference
}

extension KnownName: LexiconRow {
  static let schema = TableSchema("names/known_names.tsv", "name kind src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    name = try cells.text("name")
    kind = try cells.choice("kind")
    src = try cells.source()
  }
}

/// A surname of Japanese people as Chinese papers write it.
public struct JapaneseSurname: Hashable, Sendable {
  public let surname: String
  public let src: String
  public let row: RowReference
}

extension JapaneseSurname: LexiconRow {
  static let schema = TableSchema("names/japanese_surnames.tsv", "surname src")

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    surname = try cells.text("surname")
    src = try cells.source()
  }
}
