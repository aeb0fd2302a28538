public import FlatTables

/// What the recogniser knows of names and of ordinary text, from the files of `names/`.
///
/// Texts are normalised scalars, as in `MatchingText`. Rows that make no sense (empty text, negative rate) are left out:
/// the files are checked where they are read.
public final class NameTables: Sendable {
  public enum SurnameClass: String, Hashable, Sendable, CaseIterable {
    case single, compound, rare
    /// Surnames of Japanese people as Chinese papers write them (two characters and more, before one to three).
    case japanese
  }

  public struct Surname: Hashable, Sendable {
    public let text: [UInt32]
    /// Bearers per million people.
    public let ppm: Double
    public let kind: SurnameClass
    public init(text: [UInt32], ppm: Double, kind: SurnameClass) {
      (self.text, self.ppm, self.kind) = (text, ppm, kind)
    }
  }

  /// Rates of a character per million given names, by position.
  public struct GivenCharacter: Hashable, Sendable {
    public let character: UInt32
    public let first: Double
    public let second: Double
    public let single: Double
    public init(character: UInt32, first: Double, second: Double, single: Double) {
      (self.character, self.first, self.second, self.single) = (character, first, second, single)
    }
  }

  public struct TransliterationCharacter: Hashable, Sendable {
    public let character: UInt32
    /// Rate per million characters of transliterated names.
    public let ppm: Double
    public let canStart: Bool
    public let canEnd: Bool
    public init(character: UInt32, ppm: Double, canStart: Bool, canEnd: Bool) {
      (self.character, self.ppm, self.canStart, self.canEnd) = (character, ppm, canStart, canEnd)
    }
  }

  /// A word of one to four characters of text that is no name.
  public struct OrdinaryText: Hashable, Sendable {
    public let text: [UInt32]
    /// Occurrences in ten million words.
    public let rate: Double
    /// The letter of its kind; 0 where it is not known.
    public let wordClass: UInt32
    public init(text: [UInt32], rate: Double, wordClass: UInt32 = 0) {
      (self.text, self.rate, self.wordClass) = (text, rate, wordClass)
    }
  }

  /// One to three characters beside a place where a name may stand; `^` and `$` are the ends of a sentence, `0` any digit.
  public struct Context: Hashable, Sendable {
    public enum Side: String, Hashable, Sendable, CaseIterable {
      case before, after
      /// After a surname that stands alone.
      case bare
      /// Inside a name: its surname, a given name of one character, the first and the second of two.
      case surname, single, first, second
      /// The first and the last one or two characters of a transliterated name.
      case foreignStart = "foreign-start"
      case foreignEnd = "foreign-end"
      /// The character before a name and its first, its last and the one after it.
      case leftSeam = "left-seam"
      case rightSeam = "right-seam"
      /// Kinds of the words beside a name, see ``WordClasses``.
      case classBefore = "class-before"
      case classAfter = "class-after"
      case classAround = "class-around"
      /// Two neighbours inside a name: a surname and the first of two given characters, these two, a surname and the only one.
      case pairFirst = "pair-first"
      case pairGiven = "pair-given"
      case pairTwo = "pair-two"
      /// Two neighbours inside a transliterated name, and one between its ends.
      case foreignPair = "foreign-pair"
      case foreignMiddle = "foreign-middle"
      /// The first two characters of a Japanese name, and the last one or two of its given name.
      case japaneseSurname = "japanese-surname"
      case japaneseEnd = "japanese-end"
      /// The character before a name and the one after it; the second before, the second after.
      case around
      case skipBefore = "skip-before"
      case skipAfter = "skip-after"
      /// The character before a name and after it, with the name's kind (as in class keys) and its length up to four: h3说.
      case sizedBefore = "sized-before"
      case sizedAfter = "sized-after"
    }
    public let side: Side
    public let text: [UInt32]
    /// How much likelier a name is there than elsewhere, natural logarithm of the ratio of odds.
    public let logOdds: Double
    public init(side: Side, text: [UInt32], logOdds: Double) {
      (self.side, self.text, self.logOdds) = (side, text, logOdds)
    }
  }

  let characters: CharacterTable
  let compounds: PackedTable
  let japanese: PackedTable
  let ordinary: PackedTable
  /// What the words of `ordinary` begin with.
  let ordinaryStarts: PairSet
  let before: PackedTable
  let after: PackedTable
  let bare: PackedTable
  let foreignStart: PackedTable
  let foreignEnd: PackedTable
  let leftSeam: PackedTable
  let rightSeam: PackedTable
  let classBefore: PackedTable
  let classAfter: PackedTable
  let classAround: PackedTable
  let pairFirst: PackedTable
  let pairGiven: PackedTable
  let pairTwo: PackedTable
  let foreignPair: PackedTable
  let japaneseSurname: PackedTable
  let japaneseEnd: PackedTable
  let around: PackedTable
  let sizedBefore: PackedTable
  let sizedAfter: PackedTable
  /// Kind of each edge word, as its raw value.
  let edgeWords: PackedTable
  let stops: NameSet
  let stopStarts: PairSet
  private let foreignNames: NameSet
  private let persons: NameSet
  private let listed: NameSet
  private let shortened: NameSet
  private let minorityParts: NameSet
  private let minorityStarts: PairSet
  let weights: [Double]
  let bound: NameBound
  /// What names of the lists begin with.
  private let listedStarts: PairSet
  /// Score from which a name of the first pass is sure enough to help its repetitions.
  let sureFrom: Double

  /// `weights`: feature name (`Feature.key`) to weight; features without a row weigh nothing, unknown names are
  /// ignored; `document.sure-from` is the score of a sure name. `stops`: whole strings that look like names and never are.
  /// `foreignNames`: transliterated given names and surnames; `persons`: full names everybody knows; `minorityParts`: words that
  /// names of peoples without surnames are made of; `listed`: what some dictionary calls a person, often rightly; `shortened`:
  /// foreign places and clubs, which papers of sport write without their last character.
  public init(
    surnames: [Surname], givenCharacters: [GivenCharacter], transliteration: [TransliterationCharacter],
    ordinary: [OrdinaryText], contexts: [Context], stops: [[UInt32]],
    foreignNames: [[UInt32]] = [], persons: [[UInt32]] = [], minorityParts: [[UInt32]] = [],
    listed: [[UInt32]] = [], shortened: [[UInt32]] = [],
    edgeWords: [EdgeWord] = [], edgeCharacters: [EdgeCharacter] = [],
    weights: [String: Double]
  ) {
    self.weights = Feature.allCases.map { weights[$0.key] ?? 0 }
    characters = CharacterTable(
      surnames: surnames, givenCharacters: givenCharacters, transliteration: transliteration, ordinary: ordinary,
      edgeWords: edgeWords, edgeCharacters: edgeCharacters, contexts: contexts,
      weights: self.weights)
    self.edgeWords = PackedTable(
      edgeWords.compactMap { word in PackedText(word.text).map { ($0, Float(word.kind.rawValue)) } })
    func packed(_ kind: SurnameClass) -> PackedTable {
      PackedTable(
        surnames.compactMap { row in
          guard row.kind == kind, row.text.count > 1, row.ppm > 0, let key = PackedText(row.text) else { return nil }
          return (key, logRate(row.ppm, of: 1e6))
        })
    }
    compounds = packed(.compound)
    japanese = packed(.japanese)
    let words: [(text: PackedText, value: Float, mark: UInt32)] = ordinary.compactMap { row in
      guard row.text.count > 1, row.rate > 0, let key = PackedText(row.text) else { return nil }
      return (key, logRate(row.rate, of: 1e7), row.wordClass)
    }
    self.ordinary = PackedTable(marked: words)
    ordinaryStarts = PairSet(startsOf: words.map(\.text))
    func contextTable(_ side: Context.Side) -> PackedTable {
      PackedTable(
        contexts.compactMap { row in
          guard row.side == side, let key = PackedText(row.text) else { return nil }
          return (key, Float(row.logOdds))
        })
    }
    before = contextTable(.before)
    after = contextTable(.after)
    bare = contextTable(.bare)
    foreignStart = contextTable(.foreignStart)
    foreignEnd = contextTable(.foreignEnd)
    leftSeam = contextTable(.leftSeam)
    rightSeam = contextTable(.rightSeam)
    classBefore = contextTable(.classBefore)
    classAfter = contextTable(.classAfter)
    classAround = contextTable(.classAround)
    pairFirst = contextTable(.pairFirst)
    pairGiven = contextTable(.pairGiven)
    pairTwo = contextTable(.pairTwo)
    foreignPair = contextTable(.foreignPair)
    japaneseSurname = contextTable(.japaneseSurname)
    japaneseEnd = contextTable(.japaneseEnd)
    around = contextTable(.around)
    sizedBefore = contextTable(.sizedBefore)
    sizedAfter = contextTable(.sizedAfter)
    self.stops = NameSet(stops)
    stopStarts = PairSet(startsOf: stops.compactMap { PackedText(Array($0.prefix(2))) })
    self.foreignNames = NameSet(foreignNames)
    self.persons = NameSet(persons)
    self.listed = NameSet(listed)
    self.shortened = NameSet(Array(Set(shortened.filter { $0.count > 3 }.map { Array($0.dropLast()) })))
    self.minorityParts = NameSet(minorityParts)
    minorityStarts = PairSet(startsOf: minorityParts.compactMap { PackedText(Array($0.prefix(2))) })
    sureFrom = weights["document.sure-from"] ?? 3
    bound = NameBound(
      weights: self.weights, mostAround: WordClasses.most(contexts, [.classAround]),
      mostClasses: WordClasses.most(contexts, [.classBefore, .classAfter]))
    listedStarts = PairSet(startsOf: (persons + listed + foreignNames).compactMap { PackedText(Array($0.prefix(2))) })
  }

  /// The tables that ``write(to:)`` wrote.
  public init(_ file: FlatFile) throws(FlatFileError) {
    characters = try CharacterTable(file)
    compounds = try PackedTable(file, "names.compounds")
    japanese = try PackedTable(file, "names.japanese")
    ordinary = try PackedTable(file, "names.ordinary")
    ordinaryStarts = try PairSet(file, "names.ordinaryStarts")
    before = try PackedTable(file, "names.before")
    after = try PackedTable(file, "names.after")
    bare = try PackedTable(file, "names.bare")
    foreignStart = try PackedTable(file, "names.foreignStart")
    foreignEnd = try PackedTable(file, "names.foreignEnd")
    leftSeam = try PackedTable(file, "names.leftSeam")
    rightSeam = try PackedTable(file, "names.rightSeam")
    classBefore = try PackedTable(file, "names.classBefore")
    classAfter = try PackedTable(file, "names.classAfter")
    classAround = try PackedTable(file, "names.classAround")
    pairFirst = try PackedTable(file, "names.pairFirst")
    pairGiven = try PackedTable(file, "names.pairGiven")
    pairTwo = try PackedTable(file, "names.pairTwo")
    foreignPair = try PackedTable(file, "names.foreignPair")
    japaneseSurname = try PackedTable(file, "names.japaneseSurname")
    japaneseEnd = try PackedTable(file, "names.japaneseEnd")
    around = try PackedTable(file, "names.around")
    sizedBefore = try PackedTable(file, "names.sizedBefore")
    sizedAfter = try PackedTable(file, "names.sizedAfter")
    stopStarts = try PairSet(file, "names.stopStarts")
    listed = try NameSet(file, "names.listed")
    shortened = try NameSet(file, "names.shortened")
    minorityParts = try NameSet(file, "names.minorityParts")
    minorityStarts = try PairSet(file, "names.minorityStarts")
    edgeWords = try PackedTable(file, "names.edgeWords")
    stops = try NameSet(file, "names.stops")
    foreignNames = try NameSet(file, "names.foreignNames")
    persons = try NameSet(file, "names.persons")
    weights = Array(try file.array("names.weights"))
    guard let bound = try file.array("names.bound", of: NameBound.self).first else {
      throw .damaged(what: "its names have no bound")
    }
    self.bound = bound
    listedStarts = try PairSet(file, "names.listedStarts")
    guard weights.count == Feature.allCases.count, let first = try file.array("names.sureFrom", of: Double.self).first
    else { throw .damaged(what: "its weights are others than the program's") }
    sureFrom = first
  }

  public func write(to writer: inout FlatFileWriter) {
    characters.write(to: &writer)
    compounds.write(to: &writer, as: "names.compounds")
    japanese.write(to: &writer, as: "names.japanese")
    ordinary.write(to: &writer, as: "names.ordinary")
    ordinaryStarts.write(to: &writer, as: "names.ordinaryStarts")
    before.write(to: &writer, as: "names.before")
    after.write(to: &writer, as: "names.after")
    bare.write(to: &writer, as: "names.bare")
    foreignStart.write(to: &writer, as: "names.foreignStart")
    foreignEnd.write(to: &writer, as: "names.foreignEnd")
    leftSeam.write(to: &writer, as: "names.leftSeam")
    rightSeam.write(to: &writer, as: "names.rightSeam")
    classBefore.write(to: &writer, as: "names.classBefore")
    classAfter.write(to: &writer, as: "names.classAfter")
    classAround.write(to: &writer, as: "names.classAround")
    pairFirst.write(to: &writer, as: "names.pairFirst")
    pairGiven.write(to: &writer, as: "names.pairGiven")
    pairTwo.write(to: &writer, as: "names.pairTwo")
    foreignPair.write(to: &writer, as: "names.foreignPair")
    japaneseSurname.write(to: &writer, as: "names.japaneseSurname")
    japaneseEnd.write(to: &writer, as: "names.japaneseEnd")
    around.write(to: &writer, as: "names.around")
    sizedBefore.write(to: &writer, as: "names.sizedBefore")
    sizedAfter.write(to: &writer, as: "names.sizedAfter")
    stopStarts.write(to: &writer, as: "names.stopStarts")
    listed.write(to: &writer, as: "names.listed")
    shortened.write(to: &writer, as: "names.shortened")
    minorityParts.write(to: &writer, as: "names.minorityParts")
    minorityStarts.write(to: &writer, as: "names.minorityStarts")
    edgeWords.write(to: &writer, as: "names.edgeWords")
    stops.write(to: &writer, as: "names.stops")
    foreignNames.write(to: &writer, as: "names.foreignNames")
    persons.write(to: &writer, as: "names.persons")
    writer.add("names.weights", weights)
    writer.add("names.bound", [bound])
    listedStarts.write(to: &writer, as: "names.listedStarts")
    writer.add("names.sureFrom", [sureFrom])
  }

  func isKnownPerson(_ name: ArraySlice<UInt32>) -> Bool { persons.contains(name) }

  /// Whether some name of the lists may begin with two characters; false is certain.
  func mayBeListed(_ start: PackedText) -> Bool { listedStarts.mayContain(start) }

  func isListed(_ name: ArraySlice<UInt32>) -> Bool { listed.contains(name) }

  /// Whether it is a foreign place or a club but for the last character.
  func isShortenedPlace(_ name: ArraySlice<UInt32>) -> Bool { shortened.contains(name) }

  /// The longest word of minority names that begins at an index, from the first four characters on.
  func minorityPart(at index: Int, in scalars: [UInt32], to end: Int) -> Int? {
    guard index + 2 <= end, minorityStarts.mayContain(PackedText(scalars[index], scalars[index + 1])) else {
      return nil
    }
    for length in stride(from: min(6, end - index), through: 2, by: -1)
    where minorityParts.contains(scalars[index..<index + length]) { return length }
    return nil
  }

  /// Whether a name without dots is two or more known transliterated names in a row: 仁青 and 卓玛.
  func isMadeOfKnownParts(_ name: ArraySlice<UInt32>) -> Bool {
    guard name.count >= 3, name.count <= 8 else { return false }
    // Bit n: the first n characters are parts.
    var reached: UInt16 = 1
    for start in 0..<name.count where reached & (1 << start) != 0 {
      for length in 2...4 where start + length <= name.count && length < name.count {
        let from = name.startIndex + start
        if foreignNames.contains(name[from..<from + length]) { reached |= 1 << (start + length) }
      }
    }
    return reached & (1 << name.count) != 0
  }

  /// How many of the parts between middle dots or dashes are known transliterated names.
  func knownParts(of name: ArraySlice<UInt32>) -> Int {
    var known = 0
    var start = name.startIndex
    for index in name.indices where SentenceText.joiners.contains(name[index]) {
      if foreignNames.contains(name[start..<index]) { known += 1 }
      start = index + 1
    }
    return known + (foreignNames.contains(name[start...]) ? 1 : 0)
  }
}
