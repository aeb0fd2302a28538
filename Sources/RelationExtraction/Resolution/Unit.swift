import DocumentModel
import FlatTables
import Lexicons

/// A place that context or the lexicons have made out: a division, a town, a country.
struct Unit: Hashable {
  /// The unit's own full name: 黄岩区, 长安镇, 俄罗斯.
  var name: String
  /// The name its organs carry: districts, towns and streets have the unit above in front (台州市黄岩区, 平利县长安镇).
  var nameInOrgans: String
  var code: String?
  /// Position in the lexicon of divisions; nil for places that are none.
  var division: Int?
  /// The division a town or village lies in.
  var parent: Int?
  var level: PlaceReading.Level
  /// 市 for 天津市: the word bare forms take it up with.
  var levelWord: String

  /// A division is told by its position alone.
  func hash(into hasher: inout Hasher) {
    if let division { hasher.combine(division) } else { hasher.combine(name) }
  }

  var identity: Identity { Identity(type: .place, name: name, code: code, kind: level.rawValue) }
}

/// What the lexicon of divisions knows, by position: names, codes and the units above.
final class Gazetteer: Sendable {
  /// The country whose news is read: its divisions are listed, and its name says nothing of where something is.
  static let homeCountry = "中国"

  let divisions: Rows<Division>
  /// The level word of each division.
  private let levelWords: Rows<String>
  let index: DivisionIndex
  /// Divisions by written form: full names, and short names that need no context.
  private let byName: KeyTable
  /// Media that have a place, by their names.
  private let mediaByName: KeyTable
  private let media: Rows<Medium>
  private let ministries: KeyTable
  private let countries: Rows<Country>
  /// Countries but the home country by the one character that stands for them.
  private let countriesByCharacter: KeyTable
  /// Head nouns of bodies with pages of their own.
  private let bodyHeads: KeyTable
  private let heads: Rows<OrganisationHead>
  /// Divisions of the production corps.
  private let corps: FlatArray<Int32>
  let words: Words

  /// What is asked of the small lists of words.
  struct Words: Sendable {
    /// Level words for a body: 校 of 我校.
    let bodyLevels: Set<String>
    /// Behind them no word goes on before a country of one character.
    let parting: Set<Character>
    /// One character that says that a body or an office is no more: 原.
    let former: [String]
    /// What the pages of a body are called behind its name: 新闻网.
    let pages: [String]
    let levels: LevelWords
    /// The rank of a court, in its name, by the level of its place.
    let courtRanks: [PlaceReading.Level: String]

    init(_ lexicons: LexiconSet) {
      bodyLevels = Set(lexicons.words(.bodyLevel))
      pages = lexicons.words(.pageSuffix)
      parting = Set(lexicons.words(.parting).compactMap(\.first))
      former = lexicons.modifiers.compactMap { $0.effect == .former && $0.surface.count == 1 ? $0.surface : nil }
      levels = LevelWords(lexicons)
      courtRanks = [
        .province: lexicons.words(.courtRankProvince).first ?? "",
        .prefecture: lexicons.words(.courtRankPrefecture).first ?? "",
      ]
    }
  }

  init(_ lexicons: LexiconSet, index: DivisionIndex) {
    let (divisions, media, heads) = (lexicons.divisions, lexicons.media, lexicons.organisationHeads)
    (self.divisions, self.media, self.heads) = (divisions, media, heads)
    countries = lexicons.countries
    let words = Words(lexicons)
    self.words = words
    levelWords = divisions.derived { words.levels.word(of: $0) }
    self.index = index
    var names = divisions.enumerated().map { ($1.name, Int32($0)) }
    for alias in lexicons.divisionAliases where alias.kind == .short && alias.needsContext == .none {
      if let number = index.place(of: alias.divisionID) { names.append((alias.alias, Int32(number))) }
    }
    byName = KeyTable(names)
    mediaByName = KeyTable(
      media.enumerated().flatMap { number, medium in
        medium.division == nil ? [] : ([medium.name] + medium.aliases).map { ($0, Int32(number)) }
      })
    countriesByCharacter = KeyTable(
      countries.enumerated().compactMap { number, country in
        country.name == Self.homeCountry ? nil : country.oneCharacter.map { ($0, Int32(number)) }
      })
    ministries = KeyTable(lexicons.centralOrgans.enumerated().map { ($1.name, Int32($0)) })
    bodyHeads = KeyTable(
      heads.enumerated().compactMap { number, head in
        Self.bodies.contains(head.class) ? (head.head, Int32(number)) : nil
      })
    corps = FlatArray(divisions.indices.filter { divisions[$0].isOfCorps }.map(Int32.init))
  }

  private static let bodies: Set<OrganisationHead.Class> = [.university, .school, .hospital, .company, .research]

  init(_ file: FlatFile, lexicons: LexiconSet, index: DivisionIndex) throws(FlatFileError) {
    (divisions, media, heads) = (lexicons.divisions, lexicons.media, lexicons.organisationHeads)
    countries = lexicons.countries
    let words = Words(lexicons)
    self.words = words
    levelWords = divisions.derived { words.levels.word(of: $0) }
    self.index = index
    byName = try KeyTable(file, "gazetteer.names")
    mediaByName = try KeyTable(file, "gazetteer.media")
    countriesByCharacter = try KeyTable(file, "gazetteer.countries")
    ministries = try KeyTable(file, "gazetteer.ministries")
    bodyHeads = try KeyTable(file, "gazetteer.heads")
    corps = try file.array("gazetteer.corps")
  }

  func write(to writer: inout FlatFileWriter) {
    byName.write(to: &writer, as: "gazetteer.names")
    mediaByName.write(to: &writer, as: "gazetteer.media")
    countriesByCharacter.write(to: &writer, as: "gazetteer.countries")
    ministries.write(to: &writer, as: "gazetteer.ministries")
    bodyHeads.write(to: &writer, as: "gazetteer.heads")
    writer.add("gazetteer.corps", corps)
  }

  func number(ofID id: String) -> Int? { index.place(of: id) }

  func unit(_ number: Int, on date: PartialDate?) -> Unit {
    let division = divisions[number]
    let fullName = index.fullName(of: division)
    return Unit(
      name: division.isOfCorps ? fullName : division.name, nameInOrgans: fullName,
      code: index.code(of: division, on: date), division: number, level: division.placeLevel,
      levelWord: levelWords[number])
  }

  /// The positions of a division and of those above it, innermost first.
  func line(of number: Int) -> [Int] {
    var line = [number]
    while let above = index.parent(place: line[line.count - 1]) { line.append(above) }
    return line
  }

  /// The first division above a unit of which something holds, told its level word.
  func first(above unit: Unit, where holds: (String) -> Bool) -> Int? {
    var next = unit.division.map { index.parent(place: $0) } ?? unit.parent
    while let number = next {
      if holds(levelWords[number]) { return number }
      next = index.parent(place: number)
    }
    return nil
  }

  /// The division of the production corps that is one body with a city (第三师图木舒克市 for 图木舒克市).
  func corpsDivision(ofCity unit: Unit, on date: PartialDate?) -> Unit? {
    guard words.levels.isCity(unit.levelWord),
      let number = corps.first(where: { divisions[Int($0)].name.hasByteSuffix(unit.name) })
    else { return nil }
    return self.unit(Int(number), on: date)
  }

  /// The country that one character stands for (俄), but for the home country.
  func country(ofCharacter character: Character) -> String? {
    countriesByCharacter.first(of: String(character)).map { countries[Int($0)].name }
  }

  /// Whether a name is that of a body of the centre.
  func isMinistry(_ name: String) -> Bool { ministries.first(of: name) != nil }

  /// The school, hospital or company a page belongs to, from its source: one that is no medium.
  func body(ofSource source: String) -> Identity? {
    let page = words.pages.filter(source.hasSuffix).max { $0.count < $1.count } ?? ""
    let source = String(source.dropLast(page.count))
    // The longest head first.
    for start in source.indices.dropFirst() {
      if let head = bodyHeads.first(of: String(source[start...])) {
        return Identity(type: .org, name: source, kind: heads[Int(head)].class.rawValue)
      }
    }
    return nil
  }

  /// The unit a paper or web site belongs to, from its name: 天津日报, 绿春县人民政府, 大众日报.
  func home(ofSource source: String, on date: PartialDate?) -> Unit? {
    if let medium = mediaByName.values(of: source).last, let place = media[Int(medium)].division,
      let number = candidates(named: place, on: date).first
    {
      return unit(number, on: date)
    }
    let characters = Array(source)
    for length in stride(from: min(characters.count, 12), through: 2, by: -1) {
      let found = candidates(named: String(characters.prefix(length)), on: date)
      guard let best = found.map({ divisions[$0].rank }).min() else { continue }
      let highest = found.filter { divisions[$0].rank == best }
      return highest.count == 1 ? unit(highest[0], on: date) : nil
    }
    return nil
  }

  func candidates(named name: String, on date: PartialDate?) -> [Int] {
    index.valid(places: byName.values(of: name).map(Int.init), on: date)
  }
}

extension Division {
  /// 0 for a province, 1 below it, 2 for a county.
  var rank: Int {
    switch level {
    case .province: 0
    case .prefecture, .region: 1
    case .county: 2
    }
  }
}
