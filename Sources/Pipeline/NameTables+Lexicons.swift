import Lexicons
import NameRecognition

extension NameTables {
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
      ordinary: lexicons.ordinaryWords.map { row in
        OrdinaryText(
          text: normalize(row.surface), rate: row.rate, wordClass: row.wordClass.unicodeScalars.first?.value ?? 0)
      },
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
          case .leftSeam: .leftSeam
          case .rightSeam: .rightSeam
          case .classBefore: .classBefore
          case .classAfter: .classAfter
          case .classAround: .classAround
          case .pairFirst: .pairFirst
          case .pairGiven: .pairGiven
          case .pairTwo: .pairTwo
          case .foreignPair: .foreignPair
          case .foreignMiddle: .foreignMiddle
          case .japaneseSurname: .japaneseSurname
          case .japaneseEnd: .japaneseEnd
          case .around: .around
          case .skipBefore: .skipBefore
          case .skipAfter: .skipAfter
          case .sizedBefore: .sizedBefore
          case .sizedAfter: .sizedAfter
          }
        return Context(side: side, text: normalize(row.surface), logOdds: row.logOdds)
      },
      stops: lexicons.nameStops.map { normalize($0.surface) },
      foreignNames: lexicons.knownNames.filter { $0.kind == .foreign }.map { normalize($0.name) },
      persons: lexicons.knownNames.filter { $0.kind == .person }.map { normalize($0.name) }
        + lexicons.officials.map { normalize($0.name) },
      minorityParts: lexicons.minorityNameParts.map { normalize($0.part) },
      listed: lexicons.knownNames.filter { $0.kind == .listed }.map { normalize($0.name) },
      shortened: (lexicons.knownNames.filter { $0.kind == .place }.map(\.name) + lexicons.foreignPlaces.map(\.name)
        + lexicons.nameStops.filter { $0.kind == "club" }.map(\.surface)).map { normalize($0) },
      edgeWords: lexicons.boundaries.map { EdgeWord(text: normalize($0.surface), kind: EdgeWord.Kind($0.kind)) }
        + lexicons.nameEdgeWords.map { EdgeWord(text: normalize($0.surface), kind: EdgeWord.Kind($0.kind)) },
      edgeCharacters: lexicons.nameEdgeCharacters.map {
        EdgeCharacter(character: scalar($0.character), kind: EdgeCharacter.Kind($0.kind))
      },
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

extension EdgeWord.Kind {
  init(_ kind: NameEdgeWord.Kind) {
    switch kind {
    case .honorific: self = .honorific
    case .verb: self = .verb
    case .sequel: self = .sequel
    }
  }
}

extension EdgeCharacter.Kind {
  init(_ kind: NameEdgeCharacter.Kind) {
    switch kind {
    case .office: self = .office
    case .outside: self = .outside
    case .adverb: self = .adverb
    case .body: self = .body
    case .goesOn: self = .goesOn
    case .nick: self = .nick
    case .nickOfAny: self = .nickOfAny
    case .status: self = .status
    }
  }
}
