import DocumentModel
import Lexicons
import RuleMatching

/// Who and what the mentions of one document are, as far as names and context tell. A class: several readers share it, one
/// after the other, and what roles have told of organs holds for the relations read after them.
final class Referents {
  let document: Document
  let mentions: [Mention]
  let gazetteer: Gazetteer
  let home: Unit?
  /// The school or company whose own page this is.
  let homeOrganisation: Identity?
  /// The unit of each place mention that could be told.
  private(set) var units: [Unit?]
  /// The full name of each person mention.
  let persons: [String?]
  /// For each delegation the mention that names it best.
  let delegations: [Int?]
  /// For each site or company named in full elsewhere, the mention that does.
  let sites: [Int?]
  /// Bodies by short names that the document itself explains (黔源水务), one mention of each.
  private let shortNames: [Int]
  /// Numbers of place mentions by span.
  let placesBySpan: [Span: Int]
  /// Numbers of place mentions by where they start.
  private let placesByStart: [Int: [Int]]
  /// What roles have told of organisations named by their level.
  private(set) var organs: [Int: Identity] = [:]
  /// The units of those organs.
  private var organUnits: [Int: Unit] = [:]
  private(set) var groundings: [Int: [Grounding]] = [:]
  var levels: LevelResolver

  init(document: Document, mentions: [Mention], gazetteer: Gazetteer, carries: CarryTable) {
    self.document = document
    self.mentions = mentions
    self.gazetteer = gazetteer
    let date = document.article.published
    home = document.article.source.flatMap { gazetteer.home(ofSource: $0, on: date) }
    homeOrganisation = document.article.source.flatMap(gazetteer.body(ofSource:))
    units = PlaceResolver(document: document, mentions: mentions, gazetteer: gazetteer, home: home).units()
    persons = PersonResolver(document: document, mentions: mentions).names()
    delegations = DelegationResolver(document: document, mentions: mentions, words: gazetteer.words.levels)
      .representatives()
    sites = SiteResolver(document: document, mentions: mentions).representatives()
    shortNames = mentions.indices.filter { mentions[$0].labels.contains("short") }
    placesBySpan = Dictionary(
      mentions.indices.lazy.filter { mentions[$0].type == .place }.map { (mentions[$0].span, $0) },
      uniquingKeysWith: { first, _ in first })
    placesByStart = Dictionary(
      grouping: mentions.indices.lazy.filter { mentions[$0].type == .place }, by: { mentions[$0].span.start })
    levels = LevelResolver(
      carries: carries, gazetteer: gazetteer, date: date, home: home, guests: [], hosts: [],
      named: units.compactMap { $0 }.uniqued())
    let guests = mentions.indices.filter { mentions[$0].type == .delegation }.compactMap { ownPlace(of: $0) }
    levels = LevelResolver(
      carries: carries, gazetteer: gazetteer, date: date, home: home, guests: guests.uniqued(), hosts: [],
      named: levels.named)
  }

  /// 湖南省原政协: 原 between a place and its organ.
  func isSaidToBeFormer(_ index: Int) -> Bool {
    guard case .organ(let reading) = mentions[index].reading, let place = reading.place,
      place.end < mentions[index].span.end
    else { return false }
    let behind = document.text(of: Span(place.end, mentions[index].span.end))
    return gazetteer.words.former.contains(where: behind.hasPrefix)
  }

  /// 我县 of the paper that says so.
  func ownUnit(of index: Int) -> Unit? {
    guard case .place(let reading) = mentions[index].reading, reading.level == .deictic else { return nil }
    return home.flatMap { levels.up(from: $0, to: reading.levelWord) }
  }

  /// The unit whose organ each of some persons is said to be of, right in front of the name.
  func setLeaders(_ persons: [Int]) {
    levels.leaders = persons.compactMap { unitOfOrgan(before: $0) }.uniqued()
  }

  /// The units delegations went to, once visits are known.
  func setHosts(_ hosts: [Unit]) {
    levels = LevelResolver(
      carries: levels.carries, gazetteer: gazetteer, date: levels.date, home: home, guests: levels.guests,
      hosts: hosts.filter { !levels.guests.contains($0) || $0 == home }.uniqued(), named: levels.named)
    for index in mentions.indices where mentions[index].type == .place && units[index] == nil {
      guard case .place(let reading) = mentions[index].reading, reading.level == .deictic else { continue }
      units[index] = levels.unit(level: reading.levelWord, side: .host)?.unit
    }
  }

  /// The unit written at the start of a mention's name.
  func ownPlace(of index: Int) -> Unit? {
    if let full = sites[index] { return ownPlace(of: full) }
    switch mentions[index].reading {
    case .organ(let reading): return reading.place.flatMap(unit)
    case .compound(let reading): return reading.place.flatMap(unit)
    case .known:
      // 曹妃甸港: the place the name itself begins with says more than the row's province or city.
      let span = mentions[index].span
      let nested = placesByStart[span.start]?.first { span.contains(mentions[$0].span) }
      return nested.flatMap { units[$0] }
    default: return nil
    }
  }

  /// 绵竹市 for 市党政代表团 in 绵竹市委书记某某率市党政代表团: the unit whose organ the leader in front of it is said to be of.
  func unit(ofLeadersBefore index: Int, level: String) -> Unit? {
    unitOfOrgan(before: index).flatMap { levels.up(from: $0, to: level) }
  }

  /// 无锡市 for 市政府 in 无锡市委书记甲、市长乙、市政府秘书长丙, where the run broke off because nobody knows 乙: the organ named
  /// before, if only titles, persons, separators and a few characters between two of them stand in between.
  func unit(ofListBefore index: Int, level: String) -> Unit? {
    let start = mentions[index].span.start
    guard let sentence = sentence(at: start) else { return nil }
    var at = index
    var end = start
    while at > 0 {
      at -= 1
      let mention = mentions[at]
      guard mention.span.start >= sentence.span.start else { return nil }
      if mention.span.end > end { continue }
      guard isListGap(Span(mention.span.end, end)) else { return nil }
      switch mention.type {
      case .org:
        if let unit = ownPlace(of: at) ?? organUnits[at] { return levels.up(from: unit, to: level) }
      case .person, .title: break
      case .place: if let unit = units[at] { return levels.up(from: unit, to: level) }
      default: return nil
      }
      end = mention.span.start
    }
    return nil
  }

  /// Separators, and names nobody knows: no more than four characters between two separators.
  private func isListGap(_ span: Span) -> Bool {
    guard span.end > span.start else { return true }
    let text = document.matching.string(document.matching.range(of: span))
    guard text.count <= 6 else { return false }
    return text.split(whereSeparator: { "、,".contains($0) }).allSatisfy { (2...4).contains($0.count) }
      && text.contains(where: { "、,".contains($0) })
  }

  /// The unit of the organ last named before a mention, in the same sentence.
  func unitOfOrgan(before index: Int) -> Unit? {
    mentions(before: mentions[index].span.start).lazy.filter { self.mentions[$0].type == .org }
      .compactMap { self.ownPlace(of: $0) ?? self.organUnits[$0] }.first
  }

  /// Mentions in the sentence of a byte offset that end before it, the nearest first.
  func mentions(before offset: Int) -> some Sequence<Int> {
    let start = sentence(at: offset)?.span.start ?? offset
    let end = mentions.partitionPoint { $0.span.start >= offset }
    return (0..<end).reversed().lazy.prefix { self.mentions[$0].span.start >= start }.filter {
      self.mentions[$0].span.end <= offset
    }
  }

  /// The byte offset of an index of the matching text.
  func offset(at index: Int) -> Int? {
    document.matching.offsets.indices.contains(index) ? Int(document.matching.offsets[index]) : nil
  }

  /// The last sentence that begins at or before a byte offset.
  private func sentence(at offset: Int) -> Sentence? {
    let next = document.sentences.partitionPoint { $0.span.start > offset }
    return next > 0 ? document.sentences[next - 1] : nil
  }

  func unit(at span: Span) -> Unit? { placesBySpan[span].flatMap { units[$0] } }

  /// The organisation at the start of a name: 西昌学院 of 西昌学院考察团.
  func organisationAtStart(of index: Int) -> Identity? {
    bodyAtStart(of: index).flatMap(identity)
  }

  /// The mention of that organisation; of one called by its short name (黔水‖工程管理部) any that has it.
  func bodyAtStart(of index: Int) -> Int? {
    guard case .compound(let reading) = mentions[index].reading, !reading.isBare else { return nil }
    if let span = reading.organisation {
      let first = mentions.partitionPoint { $0.span.start >= span.start }
      return mentions[first...].prefix { $0.span.start == span.start }.indices
        .first { mentions[$0].type == .org && mentions[$0].span == span }
    }
    guard !shortNames.isEmpty, mentions[index].type == .org || mentions[index].type == .site else { return nil }
    let name = written(index)
    return shortNames.first { name.hasPrefix(written($0)) && name != written($0) }
  }

  /// A mention in Simplified characters, its punctuation as it stands.
  func written(_ index: Int) -> String {
    let span = mentions[index].span
    let folded = document.matching.string(document.matching.range(of: span))
    // Nearly all text is written as it is matched.
    if document.utf8[span.start..<span.end].elementsEqual(folded.utf8) { return folded }
    let text = document.text(of: span)
    guard text.unicodeScalars.count == folded.unicodeScalars.count else { return folded }
    var result = String.UnicodeScalarView()
    for (original, simple) in zip(text.unicodeScalars, folded.unicodeScalars) {
      result.append(original.properties.isIdeographic ? simple : original)
    }
    return String(result)
  }

  /// Indices of the matching text that a mention takes.
  func range(of index: Int) -> Range<Int> { document.matching.range(of: mentions[index].span) }

  /// The organisation last named before an index of the matching text, in the same sentence.
  func organisation(lastBefore index: Int) -> Identity? {
    guard let offset = offset(at: index) else { return nil }
    return mentions(before: offset).first { mentions[$0].type == .org }.flatMap(identity)
  }

  /// Whether the document is about China: it names the country, one of its divisions, or a body of its centre.
  var namesCentre: Bool {
    units.contains { unit in unit.map { $0.name == Gazetteer.homeCountry || $0.division != nil } ?? false }
      || mentions.contains { $0.type == .org && !Self.ruling.isDisjoint(with: $0.labels) }
  }
  private static let ruling: Set<String> = [
    "party_centre", "central_politburo", "state_council", "government_department", "congress_standing", "discipline",
  ]

  /// 市政府 in 天津市委、市政府: the place of the organ written directly before it in a list.
  func unitOfList(at index: Int) -> Unit? {
    guard case .organ(let reading) = mentions[index].reading, let level = reading.level else { return nil }
    var at = index
    while at > 0 {
      at -= 1
      let before = mentions[at]
      guard before.type == .org else {
        if before.type == .place && before.span.end <= mentions[index].span.start { continue }
        return nil
      }
      let (end, start) = (range(of: at).upperBound, range(of: index).lowerBound)
      guard start <= end || levels.carries.joins(document.matching.scalars[end..<start]) else { return nil }
      guard let unit = ownPlace(of: at) else { continue }
      return level.isEmpty ? unit : levels.up(from: unit, to: level)
    }
    return nil
  }

  /// What a role has told of an organisation, and how its unit was found.
  func setOrganisation(_ index: Int, _ identity: Identity, _ grounding: [Grounding], unit: Unit? = nil) {
    organs[index] = identity
    organUnits[index] = unit
    groundings[index] = grounding.isEmpty ? nil : grounding
  }
}

extension Array {
  /// The first index whose element is of the second part, where all of the first part stand before all of the second.
  func partitionPoint(_ isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in their order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
