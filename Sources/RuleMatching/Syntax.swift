import DocumentModel

/// A pattern as written, names not looked up yet.
indirect enum Pattern: Hashable, Sendable {
  case edge(EdgeSyntax, RuleLocation)
  /// Before normalisation.
  case literal(String, RuleLocation)
  case list(String, RuleLocation)
  case phrase(String, RuleLocation)
  case characterClass(CharacterClass)
  case sequence([Pattern])
  case choice([Pattern])
  /// `most` nil: as often as the sentence allows.
  case repeated(Pattern, least: Int, most: Int?, RuleLocation)
  case skip(least: Int, most: Int, stops: [Pattern])
  case sentenceStart
  case sentenceEnd
  case ahead(Pattern, negated: Bool, RuleLocation)
  /// One of the pieces ends at most `within` characters before, none of which is one of the `stops`.
  case behind([Pattern], within: Int, stops: [Pattern], negated: Bool, RuleLocation)
  case capture(String, Pattern)
  /// A pattern with its source: what traces and profiles speak of.
  case item(Pattern, ElementSource)
}

extension Pattern {
  /// Where it stands, as far as it keeps that.
  var location: RuleLocation? {
    switch self {
    case .edge(_, let location), .literal(_, let location), .list(_, let location), .phrase(_, let location): location
    case .repeated(_, _, _, let location), .ahead(_, _, let location), .behind(_, _, _, _, let location): location
    case .sequence(let items), .choice(let items): items.lazy.compactMap(\.location).first
    case .capture(_, let body): body.location
    case .item(_, let source): source.location
    case .characterClass, .skip, .sentenceStart, .sentenceEnd: nil
    }
  }
}

/// `<org:company!bare|place>`.
struct EdgeSyntax: Hashable, Sendable {
  struct Alternative: Hashable, Sendable {
    let type: String
    let labels: [String]
    let excluded: [String]
  }
  let alternatives: [Alternative]
}

/// A set of characters after normalisation.
struct CharacterClass: Hashable, Sendable {
  let negated: Bool
  /// Inclusive, in the order written.
  let ranges: [ClosedRange<UInt32>]

  func contains(_ scalar: UInt32) -> Bool {
    for range in ranges where range.contains(scalar) { return !negated }
    return negated
  }
}

/// `words travel = …;`
struct WordsSyntax: Sendable {
  let name: String
  /// Literals and references to other lists.
  let members: [Pattern]
  let location: RuleLocation
}

/// `phrase post = …;`
struct PhraseSyntax: Sendable {
  let name: String
  let pattern: Pattern
  let location: RuleLocation
}

/// `rule … { … }`, with what its clauses say.
struct RuleSyntax: Sendable {
  let id: String
  let location: RuleLocation
  var doc = ""
  var zones: [Zone] = [.headline, .body]
  var priority = 50
  var confidence = 0.9
  var group: String?
  var claims: CapturePath?
  var claimsLocation: RuleLocation?
  var match: Pattern?
  /// Look-behinds at the start of the match, and look-aheads at its end.
  var before: [Pattern] = []
  var after: [Pattern] = []
  var pass = RulePass.relations
  var emissions: [Emission] = []
  var mentions: [MentionEmission] = []
  var settings: [ContextSetting] = []
  var marks: [String] = []
  var settingLocations: [RuleLocation] = []
  var examples: [RuleExample] = []
  /// Clauses seen that may stand once only.
  var seen: Set<String> = []

  init(id: String, location: RuleLocation) {
    self.id = id
    self.location = location
  }
}
