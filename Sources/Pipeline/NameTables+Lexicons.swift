import Lexicons
import NameRecognition

extension NameTables {
  /// Words of address that follow a name.
  private static let honorifics = ["先生", "女士", "同志", "小姐", "夫人"]
  /// Words beside names that the stages after this one must not read as the end of a clause, as those of boundaries.tsv are.
  private static let verbs = [
    "随团", "会面", "会晤", "茶叙", "率团", "致辞", "领衔", "任团长", "一行", "随行", "免去", "任命", "接受", "选举", "补选",
    "推选",
  ]

  /// The recogniser's tables from the lexicons' rows, in the form in which text is matched.
  convenience init(_ lexicons: LexiconSet, normalize: (String) -> [UInt32]) {
    func scalar(_ text: String) -> UInt32 { normalize(text).first ?? 0 }
    self.init(
      surnames: lexicons.japaneseSurnames.map { Surname(text: normalize($0.surname), ppm: 1, kind: .japanese) }
        + lexicons.surnames.map { row in
          let kind: SurnameClass =
            switch row.class {
            case .single: .single
            case .compound: .compound
            case .rare: .rare
            }
          // Surnames without a count are known to be borne by few.
          let ppm = row.ppm > 0 ? row.ppm : kind == .compound ? 2 : 0.3
          return Surname(text: normalize(row.surname), ppm: ppm, kind: kind)
        },
      givenCharacters: lexicons.givenCharacters.map { row in
        GivenCharacter(
          character: scalar(row.character), first: row.ppmFirst, second: row.ppmSecond, single: row.ppmSingle)
      },
      transliteration: lexicons.transliterationCharacters.map { row in
        TransliterationCharacter(
          character: scalar(row.character), ppm: row.ppm, canStart: row.canStart, canEnd: row.canEnd)
      },
      ordinary: lexicons.ordinaryWords.map { OrdinaryText(text: normalize($0.surface), rate: $0.rate) },
      contexts: lexicons.nameContexts.map { row in
        let side: Context.Side =
          switch row.side {
          case .before: .before
          case .after: .after
          case .bare: .bare
          case .surname: .surname
          case .single: .single
          case .first: .first
          case .second: .second
          case .foreignStart: .foreignStart
          case .foreignEnd: .foreignEnd
          }
        return Context(side: side, text: normalize(row.surface), logOdds: row.logOdds)
      },
      stops: lexicons.nameStops.map { normalize($0.surface) },
      foreignNames: lexicons.knownNames.filter { $0.kind == .foreign }.map { normalize($0.name) },
      persons: lexicons.knownNames.filter { $0.kind == .person }.map { normalize($0.name) }
        + lexicons.officials.map { normalize($0.name) },
      edgeWords: lexicons.boundaries.map { EdgeWord(text: normalize($0.surface), kind: EdgeWord.Kind($0.kind)) }
        + Self.honorifics.map { EdgeWord(text: normalize($0), kind: .honorific) }
        + Self.verbs.map { EdgeWord(text: normalize($0), kind: .verb) },
      weights: Dictionary(lexicons.nameWeights.map { ($0.feature, $0.weight) }, uniquingKeysWith: { $1 }))
  }
}

extension EdgeWord.Kind {
  /// What a boundary word is to a name beside it.
  init(_ kind: Boundary.Kind) {
    switch kind {
    case .verb: self = .verb
    case .conjunction: self = .conjunction
    case .adverb, .particle, .preposition, .pronoun, .other: self = .function
    }
  }
}
