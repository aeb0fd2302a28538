import DocumentModel
import Lexicons

/// Decides which place each place mention of a document names.
///
/// A name that several units share (朝阳区) is the one whose unit above the document names too, else the one in the paper's
/// own unit, else the one of the highest level if only one has it; otherwise it stays open: no place is guessed.
struct PlaceResolver {
  let document: Document
  let mentions: [Mention]
  let gazetteer: Gazetteer
  /// The paper's own unit.
  let home: Unit?

  private var date: PartialDate? { document.article.published }

  /// One element a mention; nil for what is no place, is deictic, or could not be told.
  func units() -> [Unit?] {
    var units = [Unit?](repeating: nil, count: mentions.count)
    let places = mentions.indices.filter { mentions[$0].type == .place }
    let numbers = Dictionary(places.map { (mentions[$0].span, $0) }, uniquingKeysWith: { first, _ in first })
    var named: Set<Int> = []
    for index in places {
      guard case .place(let reading) = mentions[index].reading, let only = only(reading) else { continue }
      units[index] = gazetteer.unit(only, on: date)
      named.formUnion(gazetteer.line(of: only))
    }
    for index in places where units[index] == nil {
      guard case .place(let reading) = mentions[index].reading else { continue }
      let outer = reading.outer.flatMap { numbers[$0] }.flatMap { units[$0] }
      let isOneCharacter = mentions[index].labels.contains("one-char")
      units[index] = unit(reading, outer: outer, named: named, isOneCharacter: isOneCharacter)
    }
    joinTowns(&units)
    return units
  }

  private func valid(_ reading: PlaceReading) -> [Int] {
    let all = reading.divisions.compactMap { gazetteer.number(ofID: $0) }
    let valid = gazetteer.index.valid(places: all, on: date)
    // What the tagger took although it has gone was meant as it was.
    return valid.isEmpty ? all : valid
  }

  private func only(_ reading: PlaceReading) -> Int? {
    guard !reading.divisions.isEmpty else { return nil }
    let candidates = valid(reading)
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func unit(_ reading: PlaceReading, outer: Unit?, named: Set<Int>, isOneCharacter: Bool) -> Unit? {
    switch reading.level {
    case .country, .region, .foreign:
      let name = reading.canonical ?? reading.name
      return Unit(name: name, nameInOrgans: name, level: reading.level, levelWord: reading.levelWord)
    case .town:
      return Unit(
        name: reading.name, nameInOrgans: (outer?.name ?? "") + reading.name,
        parent: outer.flatMap { $0.division ?? $0.parent }, level: .town,
        levelWord: reading.levelWord)
    case .village:
      return Unit(
        name: reading.name, nameInOrgans: reading.name, parent: outer.flatMap { $0.division ?? $0.parent },
        level: .village,
        levelWord: reading.levelWord)
    case .deictic: return nil
    case .province, .prefecture, .county:
      let candidates = valid(reading)
      if let outer = outer?.division {
        let inside = candidates.filter { gazetteer.index.isInside(place: $0, outer) }
        if inside.count == 1 { return gazetteer.unit(inside[0], on: date) }
      }
      return choose(among: candidates, named: named, isOneCharacter: isOneCharacter).map {
        gazetteer.unit($0, on: date)
      }
    }
  }

  private func choose(among candidates: [Int], named: Set<Int>, isOneCharacter: Bool) -> Int? {
    let mentioned = candidates.filter { named.contains($0) }
    if mentioned.count == 1 { return mentioned[0] }
    let homeLine = Set((home.flatMap { $0.division ?? $0.parent }).map(gazetteer.line) ?? [])
    func isNear(_ candidate: Int, _ units: Set<Int>) -> Bool {
      gazetteer.line(of: candidate).contains { units.contains($0) }
    }
    let own = candidates.filter { homeLine.contains($0) }
    if own.count == 1 { return own[0] }
    if isOneCharacter { return nil }
    let best = candidates.map { gazetteer.divisions[$0].rank }.min()
    let highest = candidates.filter { gazetteer.divisions[$0].rank == best }
    if highest.count == 1, best ?? 2 < 2 { return highest[0] }
    for context in [named, homeLine] {
      let near = candidates.filter { isNear($0, context) }
      if near.count == 1 { return near[0] }
    }
    return highest.count == 1 ? highest[0] : nil
  }

  /// A town written with its county once is the same town where it is written without.
  private func joinTowns(_ units: inout [Unit?]) {
    let towns = units.indices.filter { units[$0]?.level == .town }
    guard towns.count > 1 else { return }
    var full: [String: Unit] = [:]
    for index in towns {
      guard let unit = units[index], unit.parent != nil, case .place(let reading) = mentions[index].reading
      else { continue }
      full[reading.name] = full[reading.name] ?? unit
    }
    for index in towns where units[index]?.parent == nil {
      if case .place(let reading) = mentions[index].reading, let known = full[reading.name] { units[index] = known }
    }
  }
}
