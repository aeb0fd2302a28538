public import DocumentModel

/// A word of one of the small lists that stages of the program ask for by name.
public struct ListedWord: Hashable, Sendable {
  /// The lists there are; what reads one is code, and what stands in it is the curator's.
  public enum List: String, Hashable, Sendable, CaseIterable {
    /// What names of towns end in, which no lexicon lists: 镇, 街道.
    case townSuffix = "town-suffix"
    /// What names of villages and communities end in: 村, 社区.
    case villageSuffix = "village-suffix"
    /// In front of such a suffix it makes a common noun: 示范村, 农村.
    case townCommonEnd = "town-common-end"
    /// The same, but for names of two characters right behind a county or town (习水县土城镇).
    case townCommonShort = "town-common-short"
    /// What is no name even there: 小镇, 家乡.
    case townCommonWhole = "town-common-whole"
    /// What makes a common noun where it is all that stands in front: 山村, 集镇.
    case townCommonName = "town-common-name"
    /// In front of one character that stands for a place: 赴甬.
    case oneCharacterBefore = "one-character-before"
    /// Behind such a character: 来台考察.
    case oneCharacterAfter = "one-character-after"
    /// A level word that belongs to the name of a foreign place: 西雅图市.
    case foreignSuffix = "foreign-suffix"
    /// In front of such a word it makes a common noun: 城市, 各州.
    case foreignCommonEnd = "foreign-common-end"
    /// Between a country and a place in it: 首都, 北部.
    case foreignBefore = "foreign-before"
    /// What makes a river or an island of the short name of a county: 洛江河.
    case water
    /// What is left out at the end of a company's name.
    case legalForm = "legal-form"
    /// What may be left out in front of that: 科技.
    case trade
    /// Words that introduce a short name in brackets: 以下简称.
    case shortNameIntroduction = "short-name-introduction"
    /// Level words for a body and no place, at the end of the body's name: 公司 of 公司党委.
    case bodyLevel = "body-level"
    /// In front of a level word that points: 该公司.
    case pointing
    /// In front of the place in the name of an organ of the party: 中共天津市委.
    case party
    /// Behind a title, that of who helps its holder: 校长助理.
    case assistant
    /// A level word in front of it is part of another word: 市政, 县域.
    case levelGoesOn = "level-goes-on"
    /// Behind a figure, what is counted has no name: 一栋大楼.
    case measure
    /// The same at the beginning of a name: 三大工程.
    case countable
    /// What ends before it is spoken of by a delegation, and not its name: 十九大精神宣讲团.
    case topic
    /// A head noun goes on as another word with it: 人民代表大会制度.
    case headGoesOn = "head-goes-on"
    /// No word goes on before a country of one character behind it: 的俄总统.
    case parting
  }

  public let list: List
  public let surface: String
  public let src: String
  public let row: RowReference
}

extension ListedWord: LexiconRow {
  static let schema = TableSchema("grammar/word_lists.tsv", "list surface src", key: [0, 1])

  init(_ cells: inout RowReader) throws(LexiconError) {
    row = cells.reference
    list = try cells.choice("list")
    surface = try cells.text("surface")
    src = try cells.source()
  }
}

extension LexiconSet {
  /// The words of a list, in the order of the files.
  public func words(_ list: ListedWord.List) -> [String] {
    wordLists.compactMap { $0.list == list ? $0.surface : nil }
  }
}
