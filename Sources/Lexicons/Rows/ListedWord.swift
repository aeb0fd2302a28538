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
    /// What the pages of a body are called behind its name: 新闻网.
    case pageSuffix = "page-suffix"
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
    /// What names of hamlets inside a village end in: 小组.
    case hamletSuffix = "hamlet-suffix"
    /// Behind a suffix of one character it makes another word of it: 乡镇, 村镇.
    case townGoesOn = "town-goes-on"
    /// Behind a surname, in the name of a village called after a family: 李家村.
    case family
    /// Behind a short name, an estate and no place called so: 临河小区.
    case estate
    /// Behind the name of a country that an ordinary word begins with: 日本人.
    case people
    /// Between two subjects or places of one name, and no beginning of a county behind something else: 和‖县医院.
    case conjunction
    /// Verbs of taking office, whose last character begins no place: 不再担任‖县长.
    case officeVerb = "office-verb"
    /// In front of one character that stands for a country: 访华.
    case countryVisit = "country-visit"
    /// Words that end in one of these, behind which no country is meant: 来访.
    case visitWord = "visit-word"
    /// In front of one character for a country behind which no word goes on: 来华出席.
    case countryBefore = "country-before"
    /// Behind one character for a country, in front of another: 美驻利比亚大使.
    case stationed
    /// In front of the province whose members of a national body are meant: 住宁全国政协委员考察组.
    case living
    /// Between who sent a group and where it goes to: 中央赴湖北指导组.
    case sentTo = "sent-to"
    /// The one character of the home country in a pair of two: 中俄.
    case homeCharacter = "home-character"
    /// The level word of a country, which its name may end in.
    case countryLevel = "country-level"
    /// The level word that it ends in is none: 特区政府.
    case zone
    /// Level words of more than one character that names of divisions end in; others end in their last one.
    case longLevel = "long-level"
    /// Level words of divisions of the production corps; one whose name ends as the first does is a city as well.
    case corpsLevel = "corps-level"
    /// Level words that their last character may stand for: 区党委 of an autonomous region.
    case levelShortened = "level-shortened"
    /// Level words of which the first character stands before an organ of one: 地委.
    case levelCut = "level-cut"
    /// Level words that stand for the place at the start of a name: 县人民医院.
    case nameLevel = "name-level"
    /// Level words that titles begin with: 市长.
    case titleLevel = "title-level"
    /// The end of the title of a body's head, which takes over the last character of the body: 组织部‖长.
    case chief
    /// No title ends inside it: 自民党代表团 has no 党代表.
    case titleGoesOn = "title-goes-on"
    /// In front of a body that has gone, and no part of its name: 原国家旅游局.
    case formerBody = "former-body"
    /// Between a person and what he is: 是石桥村的农民.
    case predicate
    /// Between an owner and what it owns: 石桥村的农民.
    case possessive
    /// In front of the number of a term or session: 第四届.
    case ordinal
    /// Behind the number of a term.
    case term
    /// Behind the number of a meeting that is held again and again: 第十一次.
    case session
    /// Of the whole country, where the place of a body or meeting stands.
    case nationwide
    /// A body of that kind behind the name of its organisation: 政协第十三届全国委员会.
    case nationalCommittee = "national-committee"
    /// Who meets, in the name of the meeting: 金砖国家领导人第十次会晤.
    case meetingOffice = "meeting-office"
    /// A verb that is part of the name of a meeting where it tells of which event it is the anniversary.
    case founding
    /// What tells that it is one.
    case anniversary
    /// What the name of such a meeting may begin with.
    case celebration
    /// In front of whom the meeting remembers: 纪念某某诞辰100周年座谈会.
    case remembrance
    /// A title in 《》 that ends so names an exhibition.
    case exhibition
    /// In brackets it is part of a company's name: (集团).
    case groupInBrackets = "group-in-brackets"
    /// From the last character of a head noun on, another word: 干部队伍.
    case headEndGoesOn = "head-end-goes-on"
    /// Numbers and what stands for one, in front of a measure: 几座大楼.
    case number
    /// Behind 号, something numbered and no day: 8号楼.
    case numbered
    /// The day of publication.
    case dayToday = "day-today"
    /// The day before it.
    case dayYesterday = "day-yesterday"
    /// The day before that.
    case dayBeforeYesterday = "day-before-yesterday"
    /// The day after publication.
    case dayTomorrow = "day-tomorrow"
    /// In front of a month or a day, the year of publication.
    case yearThis = "year-this"
    /// The year before.
    case yearLast = "year-last"
    /// The year before that.
    case yearBeforeLast = "year-before-last"
    /// The next year.
    case yearNext = "year-next"
    /// Behind a month, part of the date: 10月底.
    case monthPart = "month-part"
    /// The rank of the court of a province, in its name.
    case courtRankProvince = "court-rank-province"
    /// The rank of the court of a prefecture.
    case courtRankPrefecture = "court-rank-prefecture"
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
