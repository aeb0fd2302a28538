import DocumentModel
import Lexicons

/// The small lists of `grammar/word_lists.tsv` that tagging asks for, in the form in which it looks for them.
struct WordLists: Sendable {
  /// What the name of a town or village ends in.
  struct Settlement: Sendable {
    let word: Word
    let level: PlaceReading.Level
    /// The shortest word of the list that the suffix ends in: 乡 of 民族乡.
    let levelWord: String
    /// Whether it stands in a village: 小组.
    var isHamlet = false
  }
  /// Longer ones first.
  let settlements: [Settlement]
  let townCommonEnds: [String]
  let townCommonShort: [String]
  let townCommonWhole: [String]
  let townCommonNames: Set<String>
  let oneCharacterBefore: [UInt32]
  let oneCharacterAfter: [Word]
  let foreignSuffixes: [UInt32]
  let foreignCommonEnds: [UInt32]
  let foreignBefore: [Word]
  let water: [UInt32]
  let legalForms: [String]
  let trades: [String]
  let introductions: [Word]
  let bodyLevels: Set<String>
  let pointing: [UInt32]
  let party: [Word]
  let assistants: [Word]
  let levelGoesOn: Set<UInt32>
  let measures: Set<UInt32>
  let countable: Set<UInt32>
  let topics: [Word]
  let headGoesOn: [Word]
  let headEndGoesOn: [Word]
  /// With the bracket in front.
  let groupInBrackets: [Word]
  let formerBodies: [Word]
  let chiefs: [UInt32]
  let titleGoesOn: [Word]
  let titleLevels: [String]
  let nameLevels: [Word]
  let numbers: Set<UInt32>
  let predicates: [UInt32]
  let possessives: [UInt32]
  let conjunctions: [UInt32]
  let levels: LevelWords
  let places: PlaceWords
  let meetings: MeetingWords
  let dates: DateWords

  init(_ lexicons: LexiconSet) {
    func words(_ list: ListedWord.List) -> [Word] { lexicons.words(list).map { Word($0) }.longestFirst }
    func scalars(_ list: ListedWord.List) -> [UInt32] { words(list).compactMap(\.scalars.first) }
    func settlements(_ list: ListedWord.List, _ level: PlaceReading.Level) -> [Settlement] {
      let all = words(list)
      return all.map { word in
        Settlement(
          word: word, level: level, levelWord: all.last { word.text.hasSuffix($0.text) }?.text ?? word.text)
      }
    }
    let hamlets = settlements(.hamletSuffix, .village).map {
      Settlement(word: $0.word, level: $0.level, levelWord: $0.levelWord, isHamlet: true)
    }
    self.settlements = settlements(.townSuffix, .town) + settlements(.villageSuffix, .village) + hamlets
    townCommonEnds = lexicons.words(.townCommonEnd)
    townCommonShort = lexicons.words(.townCommonShort)
    townCommonWhole = lexicons.words(.townCommonWhole)
    townCommonNames = Set(lexicons.words(.townCommonName))
    oneCharacterBefore = scalars(.oneCharacterBefore)
    oneCharacterAfter = words(.oneCharacterAfter)
    foreignSuffixes = scalars(.foreignSuffix)
    foreignBefore = words(.foreignBefore)
    foreignCommonEnds = scalars(.foreignCommonEnd)
    water = scalars(.water)
    legalForms = lexicons.words(.legalForm)
    trades = lexicons.words(.trade)
    introductions = words(.shortNameIntroduction)
    bodyLevels = Set(lexicons.words(.bodyLevel))
    pointing = scalars(.pointing)
    party = words(.party)
    assistants = words(.assistant)
    levelGoesOn = Set(scalars(.levelGoesOn))
    measures = Set(scalars(.measure))
    countable = measures.union(scalars(.countable))
    topics = words(.topic)
    headGoesOn = words(.headGoesOn)
    headEndGoesOn = words(.headEndGoesOn)
    groupInBrackets = words(.groupInBrackets).map { Word("(" + $0.text) }
    formerBodies = words(.formerBody)
    chiefs = scalars(.chief)
    titleGoesOn = words(.titleGoesOn)
    titleLevels = lexicons.words(.titleLevel)
    nameLevels = words(.nameLevel)
    numbers = Set(scalars(.number))
    predicates = scalars(.predicate)
    possessives = scalars(.possessive)
    conjunctions = scalars(.conjunction)
    levels = LevelWords(lexicons)
    places = PlaceWords(words: words, scalars: scalars)
    meetings = MeetingWords(words: words, scalars: scalars)
    dates = DateWords(words: words, scalars: scalars)
  }
}

extension [Word] {
  /// Of words of one length the earlier one first.
  fileprivate var longestFirst: [Word] {
    enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
