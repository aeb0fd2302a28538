/// What is weighed for a candidate; `key` is the key of its row in `names/weights.tsv`.
///
/// A candidate's score is the sum of value × weight over its features; 0 is "as likely a name as none".
public enum Feature: Int, Hashable, Sendable, CaseIterable {
  // One constant for each shape of name.
  case shapeTwo
  case shapeThree
  case shapeCompoundTwo
  case shapeCompoundThree
  case shapeDouble
  case shapeSpaced
  case shapeRare
  case shapeJapanese
  case shapeForeignTwo
  case shapeForeignThree
  case shapeForeignFour
  case shapeForeignLong
  case shapeForeignExtra
  case shapeDotted
  case shapeBare
  case shapeJapaneseSurname
  case shapeLatin
  case shapeJapaneseTwo
  case shapeMinorityOne
  case shapeMinorityMore
  case shapeNick

  // Chinese names: natural logarithms of probabilities.
  case twoSurname
  case twoGiven
  case twoOrdinary
  case twoWord
  case twoGoesOn
  case threeSurname
  case threeGiven
  case threeOrdinary
  case threePrefixWord
  case threeTailWord
  case threeWord

  // Transliterated names.
  case foreignOdds
  case foreignMean
  case foreignWorst
  case foreignWords
  case foreignCutLeft
  case foreignCutRight
  case foreignLooksHan
  case foreignEnds
  case foreignNext
  case foreignStray
  case foreignKnown
  case japaneseGiven
  case japaneseJapan
  case minorityGoesOn
  case minorityTail
  case nickSurname
  case knownPerson
  case knownShort
  case listedTwo
  case listedThree
  case listedForeign
  case bareOrdinary
  case bareSurnameBefore
  /// A surname alone right behind text that ends no word: 中‖方主席, 公正‖党主席.
  case bareInside
  case officeAcross
  case nameAcross
  case nameRareWord
  case shortenedPlace

  // Names in Latin letters.
  case latinCapitals
  case latinWords
  case latinInBrackets

  // Around any name.
  case before
  case after
  case foreignBefore
  case foreignAfter
  case bareAfter
  case bareBefore
  case bareSurname
  case bareTitle
  case across
  case foreignAcross
  case bareAcross
  case titleBefore
  case titleAfter
  case placeBefore
  case verbAfter
  case verbBefore
  case alone
  case besideDot
  case bylineItem

  // Other readings of the same stretch; values are their firmness.
  case rivalSame
  case rivalLeft
  case rivalRight
  case rivalInside
  case rivalEnds

  // Two names in a row, scored between candidates.
  case list
  case adjacent
  case adjacentInHeadline

  // Where words, titles and marks leave a gap that a name fills, or does not.
  case honorificAfter
  case wordBefore
  case wordAfter
  case shortAfter
  case wordInside
  case startsWord
  case endsWord
  case slotTitled
  case slotTitledShort
  case slotCut
  case slotLate
  case slotListed
  case slotSpoken
  case slotBeforeTitle
  case openTwo
  case openThree
  case openFour
  case openLong
  case openOrdinary
  case openWord
  case openLetters
  case listFilled
  case slotOfficeCut
  case slotOfficeLate
  case takesWord
  case takesConjunction
  case rivalFirmPlace
  case officeLetters
  case letters
  case foreignLetters
  case slotOffice
  case slotOfficeMark
  case slotOfficeSurname
  case dottedStray
  case slotOfficeSurnameShort
  case credit
  case seams
  case speaker
  case endsAsBody
  case takesAdverb
  case introduced
  case slotAddressed
  case beginsWithWord
  case inTitle
  case foreignTailWord
  case officeTwo
  case officeThree
  case officeFour
  case officeLong
  case officeWord
  case slotOrgTitle
  case officeOrdinary
  case madeOfParts
  case documentVariant

  // Stretches that are names by structure alone, see `NameSlots`.
  case nameIntroduced
  case nameAppointed
  case nameInOffice
  case nameInOfficeShort
  case nameListed
  case nameTitled
  case nameInByline
  case nameRepeated
  case nameRepeatedShort
  case nameWord
  case namePlace
  case nameWithoutSurname

  // Kinds of words around.
  case wordClasses

  // Second pass.
  case seenSure
  case seenSurname

  /// The key of its row in `names/weights.tsv`.
  public var key: String {
    switch self {
    case .shapeTwo: "shape.surname+1"
    case .shapeThree: "shape.surname+2"
    case .shapeCompoundTwo: "shape.compound+1"
    case .shapeCompoundThree: "shape.compound+2"
    case .shapeDouble: "shape.two-surnames+2"
    case .shapeSpaced: "shape.spaced"
    case .shapeRare: "shape.rare-surname"
    case .shapeJapanese: "shape.japanese"
    case .shapeForeignTwo: "shape.foreign2"
    case .shapeForeignThree: "shape.foreign3"
    case .shapeForeignFour: "shape.foreign4"
    case .shapeForeignLong: "shape.foreign5+"
    case .shapeForeignExtra: "shape.foreign-character-past-5"
    case .shapeDotted: "shape.dotted"
    case .shapeBare: "shape.bare-surname"
    case .shapeJapaneseSurname: "shape.japanese-surname"
    case .shapeLatin: "shape.latin"
    case .shapeJapaneseTwo: "shape.japanese-surname+2"
    case .shapeMinorityOne: "shape.minority-word"
    case .shapeMinorityMore: "shape.minority-words"
    case .shapeNick: "shape.nick"
    case .twoSurname: "two.surname"
    case .twoGiven: "two.given"
    case .twoOrdinary: "two.ordinary-text"
    case .twoWord: "two.is-word"
    case .twoGoesOn: "two.next-fits-as-given"
    case .threeSurname: "three.surname"
    case .threeGiven: "three.given"
    case .threeOrdinary: "three.ordinary-text"
    case .threePrefixWord: "three.first-two-are-word"
    case .threeTailWord: "three.last-two-are-word"
    case .threeWord: "three.is-word"
    case .foreignOdds: "foreign.odds"
    case .foreignMean: "foreign.mean-odds"
    case .foreignWorst: "foreign.worst-character"
    case .foreignWords: "foreign.ordinary-text"
    case .foreignCutLeft: "foreign.run-goes-on-left"
    case .foreignCutRight: "foreign.run-goes-on-right"
    case .foreignLooksHan: "foreign.begins-like-surname"
    case .foreignEnds: "foreign.cannot-start-or-end"
    case .foreignStray: "foreign.stray-character"
    case .foreignNext: "foreign.next-is-transliteration"
    case .foreignKnown: "foreign.known-parts"
    case .japaneseGiven: "japanese.given"
    case .japaneseJapan: "japanese.document-names-japan"
    case .minorityGoesOn: "minority.next-is-word"
    case .minorityTail: "minority.ends-as-known-person"
    case .nickSurname: "nick.surname"
    case .knownPerson: "known.person"
    case .knownShort: "known.person-of-two-characters"
    case .listedTwo: "known.listed-of-two-characters"
    case .listedThree: "known.listed-of-three-characters"
    case .listedForeign: "known.listed-foreign"
    case .bareOrdinary: "bare.ordinary-text"
    case .bareSurnameBefore: "bare.surname-before"
    case .bareInside: "bare.inside-text"
    case .officeAcross: "office.words-across-ends"
    case .nameAcross: "slot.name-words-across-ends"
    case .nameRareWord: "slot.name-is-word-with-rare-surname"
    case .shortenedPlace: "known.shortened-place"
    case .latinCapitals: "latin.words-with-capitals"
    case .latinWords: "latin.ordinary-words"
    case .latinInBrackets: "latin.in-brackets-after-name"
    case .before: "around.before"
    case .after: "around.after"
    case .foreignBefore: "around.before-foreign"
    case .foreignAfter: "around.after-foreign"
    case .bareAfter: "around.after-bare-surname"
    case .bareBefore: "around.before-bare-surname"
    case .bareSurname: "bare.surname"
    case .bareTitle: "bare.title-after"
    case .across: "around.words-across-ends"
    case .foreignAcross: "around.words-across-ends-foreign"
    case .bareAcross: "around.words-across-ends-bare"
    case .titleBefore: "around.title-before"
    case .titleAfter: "around.title-after"
    case .placeBefore: "around.place-before"
    case .verbAfter: "around.person-verb-after"
    case .verbBefore: "around.person-verb-before"
    case .besideDot: "around.beside-dot"
    case .alone: "around.alone-between-marks"
    case .bylineItem: "around.byline-item"
    case .rivalSame: "rival.covers"
    case .rivalLeft: "rival.across-left"
    case .rivalRight: "rival.across-right"
    case .rivalInside: "rival.begins-inside"
    case .rivalEnds: "rival.ends-inside"
    case .list: "list.name-before"
    case .adjacent: "adjacent.name-before"
    case .adjacentInHeadline: "adjacent.name-before-in-headline"
    case .honorificAfter: "around.honorific-after"
    case .wordBefore: "around.word-before"
    case .wordAfter: "around.word-after"
    case .shortAfter: "around.one-character-word-after"
    case .wordInside: "edge.word-inside"
    case .startsWord: "edge.starts-as-word"
    case .endsWord: "edge.ends-as-word"
    case .slotTitled: "slot.title-to-boundary"
    case .slotTitledShort: "slot.title-to-one-character-word"
    case .slotCut: "slot.cut"
    case .slotLate: "slot.late"
    case .slotListed: "slot.list-to-boundary"
    case .slotSpoken: "slot.mark-to-verb-or-title"
    case .slotBeforeTitle: "slot.before-title"
    case .openTwo: "open.2"
    case .openThree: "open.3"
    case .openFour: "open.4"
    case .openLong: "open.5+"
    case .openOrdinary: "open.ordinary-text"
    case .openWord: "open.is-word"
    case .openLetters: "open.name-characters"
    case .letters: "name.characters"
    case .foreignLetters: "foreign.ends"
    case .slotOffice: "slot.office-to-boundary"
    case .slotOfficeMark: "slot.office-to-mark"
    case .slotOfficeSurname: "slot.office-to-boundary-with-surname"
    case .slotOfficeSurnameShort: "slot.office-to-one-character-word-with-surname"
    case .dottedStray: "dotted.stray-character"
    case .credit: "around.credit"
    case .seams: "around.seams"
    case .speaker: "around.speaker"
    case .endsAsBody: "edge.ends-as-body"
    case .takesAdverb: "edge.takes-adverb"
    case .introduced: "around.sex-after"
    case .slotAddressed: "slot.start-to-honorific"
    case .beginsWithWord: "edge.begins-with-word"
    case .inTitle: "around.in-title"
    case .foreignTailWord: "foreign.last-two-are-word"
    case .officeTwo: "office.2"
    case .officeThree: "office.3"
    case .officeFour: "office.4"
    case .officeLong: "office.5+"
    case .officeOrdinary: "office.ordinary-text"
    case .slotOrgTitle: "slot.organisation-to-title"
    case .officeWord: "office.is-word"
    case .slotOfficeCut: "slot.office-cut"
    case .slotOfficeLate: "slot.office-late"
    case .takesWord: "edge.takes-following-word"
    case .takesConjunction: "edge.takes-conjunction"
    case .rivalFirmPlace: "rival.firm-place"
    case .officeLetters: "office.name-characters"
    case .listFilled: "list.name-before-fills"
    case .madeOfParts: "foreign.made-of-known-parts"
    case .documentVariant: "document.commoner-variant"
    case .nameIntroduced: "slot.name-introduced"
    case .nameAppointed: "slot.name-appointed"
    case .nameInOffice: "slot.name-after-office"
    case .nameInOfficeShort: "slot.name-after-office-before-one-character-word"
    case .nameListed: "slot.name-listed"
    case .nameTitled: "slot.name-after-title"
    case .nameInByline: "slot.name-in-byline"
    case .nameRepeated: "slot.name-repeated"
    case .nameRepeatedShort: "slot.name-of-two-characters-repeated"
    case .nameWord: "slot.name-is-common-word"
    case .namePlace: "slot.name-is-place"
    case .nameWithoutSurname: "slot.name-without-surname"
    case .wordClasses: "around.word-classes"
    case .seenSure: "document.sure-elsewhere"
    case .seenSurname: "document.surname-of-sure-name"
    }
  }
}

/// A feature and its value for one candidate.
public struct FeatureValue: Hashable, Sendable {
  public var feature: Feature
  public var value: Double

  public init(feature: Feature, value: Double) {
    self.feature = feature
    self.value = value
  }
}
