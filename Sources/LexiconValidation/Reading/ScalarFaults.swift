import Segmentation

/// A character that has no place in a lexicon.
struct ScalarFault: Sendable {
  enum Kind: UInt8, Sendable {
    case none, control, invisible, privateUse, compatibility, dot, traditional, variant, otherScript
  }

  let kind: Kind
  let scalar: Unicode.Scalar
  let line: Int
  let bytes: Range<Int>
}

/// Finds such characters. All checks of characters share one pass: there are a million of them in the shipped tables.
struct ScalarFaultFinder {
  private let normalizer: MatchingNormalizer
  /// Kind of each scalar up to U+FFFF, 255 where it has not been asked for yet.
  private var kinds = [UInt8](repeating: 255, count: 0x10000)

  init(_ normalizer: MatchingNormalizer) { self.normalizer = normalizer }

  /// The first fault of each kind in every line.
  mutating func faults(in file: CheckedFile) -> [ScalarFault] {
    guard file.invalidAt == nil else { return [] }
    var faults: [ScalarFault] = []
    for (number, line) in file.lines.enumerated() {
      let before = faults.count
      var index = line.lowerBound
      while index < line.upperBound {
        let (value, length) = Self.decode(file.bytes, index)
        let kind = (0x20..<0x7F).contains(value) ? .none : kind(of: value)
        if kind != .none, !faults[before...].contains(where: { $0.kind == kind }) {
          faults.append(
            ScalarFault(
              kind: kind, scalar: Unicode.Scalar(value) ?? "\u{FFFD}", line: number + 1, bytes: index..<index + length))
        }
        index += length
      }
    }
    return faults
  }

  private mutating func kind(of value: UInt32) -> ScalarFault.Kind {
    guard value < 0x10000 else { return newKind(of: value) }
    if let known = ScalarFault.Kind(rawValue: kinds[Int(value)]) { return known }
    let kind = newKind(of: value)
    kinds[Int(value)] = kind.rawValue
    return kind
  }

  private func newKind(of value: UInt32) -> ScalarFault.Kind {
    guard let scalar = Unicode.Scalar(value) else { return .privateUse }
    switch value {
    case 0x09: return .none
    // Blanks are for another check, carriage returns too.
    case 0x0D: return .none
    // … becomes three full stops, and stands in no name.
    case 0x2026: return .none
    case 0xFFFD: return .privateUse
    case 0x2022, 0x2027, 0x30FB, 0xFF0E, 0xFF65, 0x2219, 0x22C5, 0x16EB: return .dot
    case 0x0300...0x036F: return .none
    case 0x0370...0x052F: return .otherScript
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return .control
    case .privateUse, .unassigned, .surrogate: return .privateUse
    case .format: return .invisible
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return .invisible }
    if Self.variants.contains(scalar) { return .variant }
    if normalizer.normalize(String(Character(scalar))) == [value] { return .none }
    let isUnified = scalar.properties.isIdeographic && !(0xF900...0xFAFF).contains(value)
    return isUnified ? .traditional : .compatibility
  }

  /// Japanese and older forms that are neither Traditional nor Simplified characters of Chinese papers.
  private static let variants = Set(
    "呉衞兪聡沢渓桜竜恵辺広関検験実対応駅図団圏軽戦気歩壱弐歳徳県両児亜仏仮伝価処剣労効勅収斉斎済黒塩姫".unicodeScalars)

  private static func decode(_ bytes: [UInt8], _ index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 { index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0 }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}
