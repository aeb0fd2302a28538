import AhoCorasick
import DocumentModel
import Lexicons

/// What a lexicon term means: the table it stands in and the row's index there.
enum Meaning: Hashable, Sendable {
  case division(Int)
  case divisionAlias(Int)
  case country(Int)
  case countryCharacter(Int)
  case region(Int)
  case foreignPlace(Int)
  case site(Int)
  case initiative(Int)
  case central(Int)
  case medium(Int)
  /// An organ right after a place written with its level: 委 of 天津市委.
  case organ(Int)
  /// An organ with its level word in front: 市委.
  case levelOrgan(Int, level: String)
  /// What stands in front of a place in an organ written around it: 共青团 of 共青团天津市委.
  case organPrefix(Int)
  case department(Int)
  /// A department fused with its head's title: 组织部长.
  case departmentPost(Int)
  case organisationHead(Int)
  case head(Int)
  case post(Int)
  case modifier(Int)
  case groupLabel(Int)
  case levelWord(Int)
  case boundary(Int)
  /// An ordinary word in which a boundary character is none.
  case boundaryWord(Int)
  /// An attribute that makes no name (重要).
  case commonModifier(Int)
  /// A verb that begins no name (维护).
  case leadingVerb

  /// Whether `PlaceTagging` makes anything of it.
  var mayBePlace: Bool {
    switch self {
    case .division, .divisionAlias, .country, .region, .foreignPlace, .levelWord: true
    default: false
    }
  }
}

/// All terms of the lexicons in one automaton, each with its meanings.
struct TermTable: Sendable {
  let automaton: Automaton
  let meanings: [Meaning]

  init(_ lexicons: LexiconSet, normalize: (String) -> [UInt32]) throws(PatternError) {
    var builder = AutomatonBuilder()
    var meanings: [Meaning] = []

    func add(_ surface: String?, _ meaning: Meaning) throws(PatternError) {
      guard let surface, !surface.isEmpty else { return }
      try builder.add(normalize(surface), value: UInt32(meanings.count))
      meanings.append(meaning)
    }
    for (index, row) in lexicons.divisions.enumerated() { try add(row.name, .division(index)) }
    for (index, row) in lexicons.divisionAliases.enumerated() { try add(row.alias, .divisionAlias(index)) }
    for (index, row) in lexicons.countries.enumerated() {
      for name in Set([row.name] + row.aliases + [row.fullName].compactMap { $0 }).sorted() {
        try add(name, .country(index))
      }
      try add(row.oneCharacter, .countryCharacter(index))
    }
    for (index, row) in lexicons.regions.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .region(index)) }
    }
    for (index, row) in lexicons.foreignPlaces.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .foreignPlace(index)) }
    }
    for (index, row) in lexicons.sites.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .site(index)) }
    }
    for (index, row) in lexicons.initiatives.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .initiative(index)) }
    }
    for (index, row) in lexicons.centralOrgans.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .central(index)) }
    }
    for (index, row) in lexicons.media.enumerated() {
      for name in [row.name] + row.aliases { try add(name, .medium(index)) }
    }
    for (index, row) in lexicons.organs.enumerated() {
      try add(row.suffix, .organ(index))
      for level in row.levels { try add(level + row.suffix, .levelOrgan(index, level: level)) }
    }
    for (index, row) in lexicons.organPrefixes.enumerated() { try add(row.prefix, .organPrefix(index)) }
    for (index, row) in lexicons.departments.enumerated() {
      try add(row.surface, .department(index))
      try add(row.shortPost, .departmentPost(index))
    }
    for (index, row) in lexicons.organisationHeads.enumerated() { try add(row.head, .organisationHead(index)) }
    for (index, row) in lexicons.headNouns.enumerated() { try add(row.head, .head(index)) }
    for (index, row) in lexicons.posts.enumerated() { try add(row.surface, .post(index)) }
    for (index, row) in lexicons.modifiers.enumerated() { try add(row.surface, .modifier(index)) }
    for (index, row) in lexicons.groupLabels.enumerated() { try add(row.surface, .groupLabel(index)) }
    for (index, row) in lexicons.levelWords.enumerated() where row.deixis != .bare {
      try add(row.surface, .levelWord(index))
    }
    for (index, row) in lexicons.boundaries.enumerated() { try add(row.surface, .boundary(index)) }
    for (index, row) in lexicons.boundaryWords.enumerated() { try add(row.word, .boundaryWord(index)) }
    for row in lexicons.leadingVerbs { try add(row.surface, .leadingVerb) }
    for (index, row) in lexicons.commonModifiers.enumerated() { try add(row.surface, .commonModifier(index)) }
    self.automaton = builder.build()
    self.meanings = meanings
  }
}
