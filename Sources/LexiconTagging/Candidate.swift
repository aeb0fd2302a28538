import DocumentModel

/// What choosing among candidates asks of their labels.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt16

  static let group = Traits(rawValue: 1)
  static let needsOrganisation = Traits(rawValue: 2)
  static let occupation = Traits(rawValue: 4)
  static let generic = Traits(rawValue: 8)
  /// 干部, 学生 and the like are members of none of these: party, congress, cppcc, state.
  static let member = Traits(rawValue: 16)
  /// Bodies that are organisations first, whatever one can visit there.
  static let body = Traits(rawValue: 32)
  static let company = Traits(rawValue: 64)
  static let wrapped = Traits(rawValue: 128)
  static let bare = Traits(rawValue: 256)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(of labels: [String]) {
    self = []
    for label in labels {
      switch label {
      case "group": insert(.group)
      case "needs_org": insert(.needsOrganisation)
      case "occupation": insert(.occupation)
      case "generic": insert(.generic)
      case "party": formUnion([.member, .body])
      case "congress", "cppcc", "state": insert(.member)
      case "university", "school", "research", "association", "media", "military": insert(.body)
      case "company": insert(.company)
      case "wrapped": insert(.wrapped)
      case "bare": insert(.bare)
      default: break
      }
    }
  }
}

/// Labels with their traits; made once for what occurs often.
struct Labels: Sendable {
  let names: [String]
  let traits: Traits

  init(_ names: [String]) {
    self.names = names
    traits = Traits(of: names)
  }

  static let none = Labels([])
}

/// A mention in the making, in indices of the matching text.
struct Candidate: Sendable {
  /// What does not matter to choosing: shared, because candidates are copied from list to list.
  private final class Content: Sendable {
    let labels: [String]
    let reading: Reading
    let by: Provenance

    init(labels: [String], reading: Reading, by: Provenance) {
      self.labels = labels
      self.reading = reading
      self.by = by
    }
  }

  var range: Range<Int>
  let type: MentionType
  let traits: Traits
  /// Characters of the head noun, for names of open length: the longer head says more of what it is.
  let headLength: Int
  private let content: Content

  init(range: Range<Int>, type: MentionType, labels: Labels = .none, reading: Reading, by: Provenance) {
    self.range = range
    self.type = type
    traits = labels.traits
    if case .compound(let reading) = reading {
      headLength = reading.head.unicodeScalars.count
    } else {
      headLength = 0
    }
    content = Content(labels: labels.names, reading: reading, by: by)
  }

  /// A mention of the document, as a candidate.
  init(_ mention: Mention, range: Range<Int>) {
    self.init(
      range: range, type: mention.type, labels: Labels(mention.labels), reading: mention.reading, by: mention.by)
  }

  var labels: [String] { content.labels }
  /// Whether it is a person by the structure around, though its name is a place too: 弓长岭,男,汉族.
  var isNamedByStructure: Bool {
    if case .rule(let name) = content.by { name.hasPrefix("names.slot.name-") } else { false }
  }
  var reading: Reading { content.reading }

  func mention(in document: Document) -> Mention {
    Mention(
      span: document.matching.span(of: range), type: type, labels: content.labels, by: content.by,
      reading: content.reading)
  }

  /// Its reading as a place, where it is one.
  var place: PlaceReading? {
    if case .place(let reading) = content.reading { reading } else { nil }
  }

  /// Whether the name begins with a place.
  var hasPlace: Bool {
    switch content.reading {
    case .organ(let reading): reading.place != nil
    case .compound(let reading): reading.place != nil
    default: false
    }
  }
}
