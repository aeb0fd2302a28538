import Lexicons

/// What places are told by, and what hides one.
struct PlaceWords: Sendable {
  let townGoesOn: [Word]
  let families: [UInt32]
  let estates: [Word]
  let people: [UInt32]
  let officeVerbs: [Word]
  /// What those end with.
  let officeVerbEnds: Set<UInt32>
  let countryVisits: [UInt32]
  let visitWords: [Word]
  let countryBefore: [UInt32]
  let stationed: [UInt32]
  let countryLevels: [Word]
  /// By the level word they end in.
  let zones: [String: [Word]]

  init(words: (ListedWord.List) -> [Word], scalars: (ListedWord.List) -> [UInt32]) {
    townGoesOn = words(.townGoesOn)
    families = scalars(.family)
    estates = words(.estate)
    people = scalars(.people)
    officeVerbs = words(.officeVerb)
    officeVerbEnds = Set(officeVerbs.compactMap(\.scalars.last))
    countryVisits = scalars(.countryVisit)
    visitWords = words(.visitWord)
    countryBefore = scalars(.countryBefore)
    stationed = scalars(.stationed)
    countryLevels = words(.countryLevel)
    zones = Dictionary(grouping: words(.zone)) { String($0.text.suffix(1)) }
  }
}

/// What the names of meetings, groups and bodies of the whole country hold.
struct MeetingWords: Sendable {
  let ordinals: [UInt32]
  let terms: [UInt32]
  let sessions: [UInt32]
  let nationwide: [Word]
  let nationalCommittees: [Word]
  let offices: [Word]
  let founding: [Word]
  let anniversaries: [Word]
  let celebrations: [Word]
  let remembrances: [Word]
  let exhibitions: [Word]
  let living: [UInt32]
  let sentTo: [UInt32]
  let homeCharacters: [UInt32]

  init(words: (ListedWord.List) -> [Word], scalars: (ListedWord.List) -> [UInt32]) {
    ordinals = scalars(.ordinal)
    terms = scalars(.term)
    sessions = scalars(.session)
    nationwide = words(.nationwide)
    nationalCommittees = words(.nationalCommittee)
    offices = words(.meetingOffice)
    founding = words(.founding)
    anniversaries = words(.anniversary)
    celebrations = words(.celebration)
    remembrances = words(.remembrance)
    exhibitions = words(.exhibition)
    living = scalars(.living)
    sentTo = scalars(.sentTo)
    homeCharacters = scalars(.homeCharacter)
  }
}

/// What dates are written with, but for figures and 年, 月, 日.
struct DateWords: Sendable {
  struct Offset: Sendable {
    let word: Word
    /// Days or years from that of publication.
    let offset: Int
  }
  let days: [Offset]
  let years: [Offset]
  let monthParts: [Word]
  let numbered: Set<UInt32>

  init(words: (ListedWord.List) -> [Word], scalars: (ListedWord.List) -> [UInt32]) {
    func offsets(_ lists: [(ListedWord.List, Int)]) -> [Offset] {
      lists.flatMap { list, offset in words(list).map { Offset(word: $0, offset: offset) } }
    }
    days = offsets([(.dayToday, 0), (.dayYesterday, -1), (.dayBeforeYesterday, -2), (.dayTomorrow, 1)])
    years = offsets([(.yearThis, 0), (.yearLast, -1), (.yearBeforeLast, -2), (.yearNext, 1)])
    monthParts = words(.monthPart)
    numbered = Set(scalars(.numbered))
  }

  /// What days and years begin with.
  var firsts: [UInt32] { (days + years).compactMap(\.word.scalars.first) }
}
