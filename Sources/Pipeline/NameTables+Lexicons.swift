import Lexicons
import NameRecognition

extension NameTables {
  /// The recogniser's tables from the lexicons' rows, in the form in which text is matched.
  init(_ lexicons: LexiconSet, normalize: (String) -> [UInt32]) {
    func scalar(_ text: String) -> UInt32 { normalize(text).first ?? 0 }
    self.init(
      surnames: lexicons.surnames.map { row in
        let kind: SurnameClass =
          switch row.class {
          case .single: .single
          case .compound: .compound
          case .rare: .rare
          }
        return Surname(text: normalize(row.surname), ppm: row.ppm, kind: kind)
      },
      givenCharacters: lexicons.givenCharacters.map { row in
        GivenCharacter(
          character: scalar(row.character), first: row.ppmFirst, second: row.ppmSecond, single: row.ppmSingle)
      },
      transliteration: lexicons.transliterationCharacters.map { row in
        TransliterationCharacter(
          character: scalar(row.character), ppm: row.ppm, canStart: row.canStart, canEnd: row.canEnd)
      },
      ordinary: [], contexts: [],
      stops: lexicons.nameStops.map { normalize($0.surface) },
      weights: [:])
  }
}
