import DocumentModel
import NameRecognition
import Pipeline

/// One sentence with its candidates, as the lattice sees it.
struct Example {
  struct Option {
    let start: Int
    let end: Int
    let isRight: Bool
    let fills: Bool
    let features: [(number: Int, value: Double)]
    var grams: [Int32]
  }

  let count: Int
  let listMarks: Set<Int>
  var options: [Option]
  let teachesContexts: Bool
  /// How much it counts.
  let weight: Double

  /// Features that are learned as contexts.
  static let contextual: Set<Feature> = [
    .before, .after, .foreignBefore, .foreignAfter, .bareBefore, .bareAfter, .letters, .foreignLetters, .seams,
    .wordClasses,
  ]

  /// Features of candidates that structure alone makes names.
  static let slots: Set<Feature> = [
    .nameIntroduced, .nameAppointed, .nameInOffice, .nameInOfficeShort, .nameListed, .nameTitled, .nameInByline,
  ]

  /// Features that every second record is read without: the dictionary knows far more names of the labelled texts than of
  /// others, since its makers read the same papers.
  static let halved: Set<Feature> = [.listedTwo, .listedThree, .listedForeign]

  /// The sentences of a labelled record in which anything could be a name.
  static func all(
    of record: LabelledSet.Record, in set: LabelledSet, isHalved: Bool, reader: Reader, grams: inout ContextGrams,
    least: Double
  ) -> [Example] {
    let document = reader.document(from: record.article)
    // Whom everybody knows is a person before 理论 too, which some labelled texts leave out.
    let persons = Set(record.persons.map { document.matching.range(of: $0) })
    var candidates = reader.nameCandidates(in: document)[...]
    var examples: [Example] = []
    for sentence in document.sentences {
      var range = document.matching.range(of: sentence.span)
      while let last = range.last, document.matching.scalars[last] == 0x0A { range = range.lowerBound..<last }
      var options: [Option] = []
      while let next = candidates.first, next.range.lowerBound < range.upperBound {
        candidates.removeFirst()
        let isRight =
          persons.contains(next.range)
          || next.features.contains { $0.feature == .knownPerson } && !persons.contains { $0.overlaps(next.range) }
        // Nothing is read from inside the title of a work, whatever the labels say.
        if next.features.contains(where: { $0.feature == .inTitle }) { continue }
        // Structure is weighed by hand, beside the candidates that are fitted.
        if next.features.contains(where: { slots.contains($0.feature) }) { continue }
        guard isRight || next.score > least else { continue }
        options.append(
          Option(
            start: next.range.lowerBound - range.lowerBound, end: next.range.upperBound - range.lowerBound,
            isRight: isRight, fills: next.fillsSlot,
            features: next.features.filter {
              !contextual.contains($0.feature) && !(isHalved && halved.contains($0.feature))
            }
            .map { ($0.feature.rawValue, $0.value) },
            grams: grams.around(
              next.range, shape: Set(next.features.map(\.feature)).intersection(ContextGrams.shapes).first,
              kind: next.wordClasses[.classBefore]?.first?.first,
              in: document.matching.scalars, sentence: range) + grams.classes(next.wordClasses)))
      }
      guard !options.isEmpty, range.count < 1500 else { continue }
      let marks = range.indices.filter {
        [0x3001, 0x20, 0x548C, 0x4E0E, 0x53CA].contains(document.matching.scalars[$0])
      }
      examples.append(
        Example(
          count: range.count, listMarks: Set(marks.map { $0 - range.lowerBound }),
          options: options.sorted { $0.start < $1.start }, teachesContexts: set.teachesContexts,
          weight: set.weight))
    }
    return examples
  }
}
