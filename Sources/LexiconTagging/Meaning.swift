/// What a lexicon term means: the table it stands in and the row's index there. Eight bytes without references, because
/// every hit of a text is copied about.
struct Meaning: BitwiseCopyable, Hashable, Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    case division, divisionAlias, country, countryCharacter, region, foreignPlace
    case site, initiative, central, medium
    /// An organ right after a place written with its level: 委 of 天津市委.
    case organ
    /// An organ with its level word in front: 市委.
    case levelOrgan
    /// What stands in front of a place in an organ written around it: 共青团 of 共青团天津市委.
    case organPrefix
    case department
    /// A department fused with its head's title: 组织部长.
    case departmentPost
    case organisationHead, head, post, modifier, groupLabel, levelWord, boundary
    /// An ordinary word in which a boundary character is none.
    case boundaryWord
    /// An attribute that makes no name (重要).
    case commonModifier
    /// A verb that begins no name (维护).
    case leadingVerb
  }

  let kind: Kind
  /// Of a `levelOrgan`: which of the row's levels stands in front.
  let level: UInt8
  private let number: Int32

  init(_ kind: Kind, _ row: Int, level: Int = 0) {
    self.kind = kind
    self.level = UInt8(truncatingIfNeeded: level)
    number = Int32(truncatingIfNeeded: row)
  }

  /// The row's index in its table.
  var row: Int { Int(number) }
}

/// A set of kinds: what stands at an index, told without looking at each term.
struct Kinds: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ kind: Meaning.Kind) { rawValue = 1 << UInt32(kind.rawValue) }

  static let organ = Kinds(.organ)
  static let countryCharacter = Kinds(.countryCharacter)
  static let levelOrgan = Kinds(.levelOrgan)
  static let division = Kinds(.division)
  static let department: Kinds = [Kinds(.department), Kinds(.departmentPost)]
  static let post = Kinds(.post)
  static let boundary = Kinds(.boundary)
  static let boundaryWord = Kinds(.boundaryWord)
  static let modifier = Kinds(.modifier)
  static let leadingVerb = Kinds(.leadingVerb)
  static let organisationHead = Kinds(.organisationHead)
  static let heads: Kinds = [Kinds(.organisationHead), Kinds(.head)]
  /// Whether `PlaceTagging` makes anything of it.
  static let places: Kinds = [
    Kinds(.division), Kinds(.divisionAlias), Kinds(.country), Kinds(.region), Kinds(.foreignPlace), Kinds(.levelWord),
  ]
  static let namedPlaces: Kinds = [Kinds(.division), Kinds(.region)]
  /// What `OrganTagging` begins an organisation with.
  static let organs: Kinds = [
    Kinds(.organ), Kinds(.levelOrgan), Kinds(.organPrefix), Kinds(.central), Kinds(.medium),
  ]
  /// Names with a row of their own.
  static let listed: Kinds = [Kinds(.site), Kinds(.initiative)]
  static let titles: Kinds = [Kinds(.post), Kinds(.groupLabel)]
  /// What may follow the name of a trade (汽车, 化工) where it is a company's.
  static let afterTrades: Kinds = [
    Kinds(.boundary), Kinds(.leadingVerb), Kinds(.post), Kinds(.modifier), Kinds(.department), Kinds(.groupLabel),
  ]
  /// Whose session a congress may be.
  static let holders: Kinds = [
    Kinds(.division), Kinds(.divisionAlias), Kinds(.organ), Kinds(.levelOrgan), Kinds(.central), Kinds(.country),
  ]
  /// What makes a common noun of what it stands before.
  static let common: Kinds = [Kinds(.commonModifier), Kinds(.levelWord)]

  func intersects(_ other: Kinds) -> Bool { rawValue & other.rawValue != 0 }
}
