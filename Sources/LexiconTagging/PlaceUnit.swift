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

extension Division {
  /// The word a bare form takes the unit up with: 市 for 天津市, 自治区 for 内蒙古自治区.
  var levelWord: String {
    if type == "兵团师" { return name.hasSuffix("市") ? "师市" : "师" }
    for word in ["自治区", "师市", "地区", "新区"] where name.hasSuffix(word) { return word }
    return name.last.map(String.init) ?? ""
  }

  var placeLevel: PlaceReading.Level {
    switch level {
    case .province: .province
    case .prefecture: .prefecture
    case .county: .county
    case .region: .prefecture
    }
  }
}
