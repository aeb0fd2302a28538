/// A stretch that may be a person's name, and how well it does as one.
struct Candidate: Sendable {
  enum Shape: Equatable, Sendable {
    /// Surname and one or two characters, or a compound surname with them.
    case han
    /// Surname and given name with a blank between: 于 冲.
    case spaced
    case japanese
    /// Transliterated, without a dot.
    case foreign
    /// Parts with a middle dot between.
    case dotted
    /// A surname alone before a title.
    case bare
    /// Words of a people without surnames, one after the other: 洛桑江村.
    case minority
    /// 老, 小 or 阿 and a surname: 老张.
    case nick
    /// In Latin letters.
    case latin
    /// Whatever fills the gap between a title or a list mark and a boundary.
    case open
    /// What the structure around makes a name whatever its characters.
    case slot(NameSlot)

    /// Whether structure alone makes it a name.
    var isSlot: Bool { if case .slot = self { true } else { false } }

    /// Whether it may be a word that looks like a name and is none elsewhere: 副省长康乃馨.
    var outweighsStops: Bool { self == .slot(.introduced) || self == .slot(.appointed) || self == .slot(.office) }

    /// Whether it is weighed with what stands beside transliterated names.
    var isForeign: Bool {
      switch self {
      case .japanese, .foreign, .dotted, .latin, .minority: true
      case .han, .spaced, .bare, .nick, .open, .slot: false
      }
    }
  }

  let shape: Shape
  private let start: Int32
  private let end: Int32
  private let surname: Int8
  /// Whether it fills the gap between two firm edges.
  let fillsSlot: Bool
  /// Sum of value × weight of its own features, without what stands between two candidates.
  var score: Double
  /// Of a candidate that was chosen: the feature that spoke most for it, without what the document says elsewhere.
  var decisive: FeatureValue?

  init(shape: Shape, range: Range<Int>, surnameLength: Int, score: Double, fillsSlot: Bool) {
    self.shape = shape
    (start, end) = (Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
    surname = Int8(truncatingIfNeeded: surnameLength)
    self.score = score
    self.fillsSlot = fillsSlot
  }

  /// Indices of the document's matching text.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// Number of characters of the surname; 0 where there is none.
  var surnameLength: Int { Int(surname) }
}

/// Adds up features; keeps them too when somebody asked why.
struct FeatureSum {
  let weights: [Double]
  let keepsValues: Bool
  private(set) var score = 0.0
  private(set) var values: [FeatureValue] = []

  init(weights: [Double], keepsValues: Bool) {
    self.weights = weights
    self.keepsValues = keepsValues
    if keepsValues { values.reserveCapacity(24) }
  }

  /// A sum below any other.
  var hopeless: FeatureSum {
    var sum = self
    sum.score = -.infinity
    return sum
  }

  @inline(__always)
  mutating func add(_ feature: Feature, _ value: Double) {
    guard value != 0 else { return }
    score += weights[feature.rawValue] * value
    if keepsValues { values.append(FeatureValue(feature: feature, value: value)) }
  }
  @inline(__always)
  mutating func add(_ feature: Feature, _ value: Float) { add(feature, Double(value)) }
  @inline(__always)
  mutating func add(_ feature: Feature, if condition: Bool) { if condition { add(feature, 1.0) } }
}
