import AhoCorasick
import FlatTables
import Lexicons

/// All terms of the lexicons in one automaton, each with its meanings.
struct TermTable: Sendable {
  let automaton: Automaton
  let meanings: FlatArray<Meaning>

  init(_ lexicons: LexiconSet, normalize: (String) -> [UInt32]) throws(PatternError) {
    var builder = AutomatonBuilder()
    var meanings: [Meaning] = []

    func add(_ surface: String?, _ kind: Meaning.Kind, _ row: Int, level: Int = 0) throws(PatternError) {
      guard let surface, !surface.isEmpty else { return }
      try builder.add(normalize(surface), value: UInt32(meanings.count))
      meanings.append(Meaning(kind, row, level: level))
    }
    for (index, row) in lexicons.divisions.enumerated() { try add(row.name, .division, index) }
    for (index, row) in lexicons.divisionAliases.enumerated() { try add(row.alias, .divisionAlias, index) }
    for (index, row) in lexicons.countries.enumerated() {
      for name in Set([row.name] + row.aliases + [row.fullName].compactMap { $0 }).sorted() {
        try add(name, .country, index)
      }
      try add(row.oneCharacter, .countryCharacter, index)
    }
    for (index, row) in lexicons.regions.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .region, index) }
    }
    for (index, row) in lexicons.foreignPlaces.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .foreignPlace, index) }
    }
    for (index, row) in lexicons.sites.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .site, index) }
    }
    for (index, row) in lexicons.initiatives.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .initiative, index) }
    }
    for (index, row) in lexicons.centralOrgans.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .central, index) }
    }
    for (index, row) in lexicons.media.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .medium, index) }
    }
    let cut = lexicons.words(.levelCut)
    for (index, row) in lexicons.organs.enumerated() {
      try add(row.suffix, .organ, index)
      for (number, level) in row.levels.enumerated() {
        try add(level + row.suffix, .levelOrgan, index, level: number)
      }
      // 地委 is the committee of a 地区.
      for (number, level) in row.levels.enumerated() where row.suffix.count == 1 && cut.contains(level) {
        try add(level.prefix(1) + row.suffix, .levelOrgan, index, level: number)
      }
    }
    for (index, row) in lexicons.organPrefixes.enumerated() { try add(row.prefix, .organPrefix, index) }
    for (index, row) in lexicons.departments.enumerated() {
      try add(row.surface, .department, index)
      try add(row.shortPost, .departmentPost, index)
    }
    for (index, row) in lexicons.organisationHeads.enumerated() { try add(row.head, .organisationHead, index) }
    for (index, row) in lexicons.headNouns.enumerated() { try add(row.head, .head, index) }
    for (index, row) in lexicons.posts.enumerated() { try add(row.surface, .post, index) }
    for (index, row) in lexicons.modifiers.enumerated() { try add(row.surface, .modifier, index) }
    for (index, row) in lexicons.groupLabels.enumerated() { try add(row.surface, .groupLabel, index) }
    for (index, row) in lexicons.levelWords.enumerated() where row.deixis != .bare {
      try add(row.surface, .levelWord, index)
    }
    for (index, row) in lexicons.boundaries.enumerated() { try add(row.surface, .boundary, index) }
    for (index, row) in lexicons.boundaryWords.enumerated() { try add(row.word, .boundaryWord, index) }
    for (index, row) in lexicons.leadingVerbs.enumerated() { try add(row.surface, .leadingVerb, index) }
    for (index, row) in lexicons.commonModifiers.enumerated() { try add(row.surface, .commonModifier, index) }
    self.automaton = builder.build()
    self.meanings = FlatArray(meanings)
  }

  init(_ file: FlatFile) throws(FlatFileError) {
    automaton = try Automaton(file, "terms")
    meanings = try file.array("meanings")
    guard automaton.patternCount == meanings.count else { throw .damaged(what: "its terms do not fit their meanings") }
  }

  func write(to writer: inout FlatFileWriter) {
    automaton.write(to: &writer, as: "terms")
    writer.add("meanings", meanings)
  }
}
