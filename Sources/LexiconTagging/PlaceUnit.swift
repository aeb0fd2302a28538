import DocumentModel
import Lexicons

/// One unit of an address in the making.
struct PlaceUnit {
  var range: Range<Int>
  var level: PlaceReading.Level
  var levelWord: String
  var divisions: [Int]
  var canonical: String?
  /// Whether it is written with its level word (天津市, not 天津).
  var isFull: Bool
  /// One character that stands for a place (来台): no mention unless the place is found by context.
  var isOneCharacter = false
  /// Index in the sentence's units of the unit written directly in front.
  var outer: Int?
  var by: Provenance
}

extension PlaceUnit {
  /// The unit as a mention; `units` are the sentence's.
  func candidate(among units: [PlaceUnit], _ document: Document, _ tables: TaggingTables) -> Candidate {
    let reading = PlaceReading(
      name: document.matching.string(range), level: level,
      divisions: divisions.map { tables.lexicons.divisions[$0].id }, canonical: canonical, levelWord: levelWord,
      outer: outer.map { document.matching.span(of: units[$0].range) })
    return Candidate(
      range: range, type: .place, labels: level.labels(isOneCharacter: isOneCharacter), reading: .place(reading), by: by
    )
  }
}

extension PlaceReading.Level {
  private static let plain = allCases.map { Labels([$0.rawValue]) }
  private static let oneCharacter = allCases.map { Labels([$0.rawValue, "one-char"]) }

  fileprivate func labels(isOneCharacter: Bool) -> Labels {
    let number =
      switch self {
      case .country: 0
      case .region: 1
      case .foreign: 2
      case .province: 3
      case .prefecture: 4
      case .county: 5
      case .town: 6
      case .village: 7
      case .deictic: 8
      }
    return isOneCharacter ? Self.oneCharacter[number] : Self.plain[number]
  }

  /// In the order of `labels(isOneCharacter:)`.
  private static let allCases: [Self] = [
    .country, .region, .foreign, .province, .prefecture, .county, .town, .village, .deictic,
  ]
}
