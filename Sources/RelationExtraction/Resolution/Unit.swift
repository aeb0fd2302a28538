import DocumentModel
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
  let divisions: [Division]
  let index: DivisionIndex
  private let numbers: [String: Int]
  /// Divisions by written form: full names, and short names that need no context.
  private let byName: [String: [Int]]
  /// Full names of divisions by which media and sites give their place.
  private let media: [String: String]
  private let ministries: Set<String>
  /// Head nouns of bodies with pages of their own, by their last character, the longest first.
  private let bodyHeads: [Unicode.Scalar: [(head: String, kind: String)]]

  init(_ lexicons: LexiconSet, index: DivisionIndex) {
    divisions = lexicons.divisions
    self.index = index
    var numbers: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    for (number, division) in lexicons.divisions.enumerated() {
      numbers[division.id] = numbers[division.id] ?? number
      byName[division.name, default: []].append(number)
    }
    for alias in lexicons.divisionAliases where alias.kind == .short && alias.needsContext == .none {
      if let number = numbers[alias.divisionID] { byName[alias.alias, default: []].append(number) }
    }
    self.numbers = numbers
    self.byName = byName
    var media: [String: String] = [:]
    for medium in lexicons.media {
      guard let place = medium.division else { continue }
      for name in [medium.name] + medium.aliases { media[name] = place }
    }
    self.media = media
    ministries = Set(lexicons.centralOrgans.map(\.name))
    let heads = lexicons.organisationHeads.filter {
      [.university, .school, .hospital, .company, .research].contains($0.class)
    }
    .map { ($0.head, $0.class.rawValue) }.sorted { $0.0.count > $1.0.count }
    bodyHeads = Dictionary(grouping: heads.filter { !$0.0.isEmpty }) { $0.0.unicodeScalars.last ?? " " }
  }

  func number(ofID id: String) -> Int? { numbers[id] }

  func unit(_ number: Int, on date: PartialDate?) -> Unit {
    let division = divisions[number]
    let level: PlaceReading.Level =
      switch division.level {
      case .province: .province
      case .prefecture, .region: .prefecture
      case .county: .county
      }
    return Unit(
      name: division.name, nameInOrgans: index.fullName(of: division), code: index.code(of: division, on: date),
      division: number, level: level,
      levelWord: division.levelWord)
  }

  /// The positions of a division and of those above it, innermost first.
  func line(of number: Int) -> [Int] {
    var line = [number]
    while let above = index.parent(place: line[line.count - 1]) { line.append(above) }
    return line
  }

  /// The unit itself and those above it, innermost first.
  func lineage(of unit: Unit, on date: PartialDate?) -> [Unit] {
    guard let number = unit.division ?? unit.parent else { return [unit] }
    let above = line(of: number).dropFirst().map { self.unit($0, on: date) }
    return (unit.division == nil ? [unit, self.unit(number, on: date)] : [unit]) + above
  }

  /// The division of the production corps that is one body with a city (第三师图木舒克市 for 图木舒克市).
  func corpsDivision(ofCity unit: Unit, on date: PartialDate?) -> Unit? {
    guard unit.levelWord == "市",
      let number = divisions.firstIndex(where: { $0.type == "兵团师" && $0.name.hasSuffix(unit.name) })
    else { return nil }
    return self.unit(number, on: date)
  }

  /// Whether a name is that of a body of the centre.
  func isMinistry(_ name: String) -> Bool { ministries.contains(name) }

  /// The school, hospital or company a page belongs to, from its source: one that is no medium.
  func body(ofSource source: String) -> Identity? {
    guard let heads = source.unicodeScalars.last.flatMap({ bodyHeads[$0] }),
      let head = heads.first(where: { source.hasSuffix($0.head) && source.count > $0.head.count })
    else {
      return nil
    }
    return Identity(type: .org, name: source, kind: head.kind)
  }

  /// The unit a paper or web site belongs to, from its name: 天津日报, 绿春县人民政府, 大众日报.
  func home(ofSource source: String, on date: PartialDate?) -> Unit? {
    if let place = media[source], let number = candidates(named: place, on: date).first {
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
    guard let found = byName[name] else { return [] }
    return index.valid(places: found, on: date)
  }
}

extension Division {
  /// The word a bare form takes the unit up with: 市 for 天津市, 自治区 for 内蒙古自治区.
  var levelWord: String {
    if type == "兵团师" { return name.hasSuffix("市") ? "师市" : "师" }
    for word in ["自治区", "师市", "地区", "新区"] where name.hasSuffix(word) { return word }
    return name.last.map(String.init) ?? ""
  }

  /// 0 for a province, 1 below it, 2 for a county.
  var rank: Int {
    switch level {
    case .province: 0
    case .prefecture, .region: 1
    case .county: 2
    }
  }
}
