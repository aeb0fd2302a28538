import DocumentModel

/// What is taken for a place or an organisation that a text leaves unsaid: where it is looked for, and when.
///
/// For each target the carries are asked in the order of the files; the first whose guards hold and that finds something
/// decides. What the sources and subjects are is the business of the stage that knows the document.
public struct Carry: Hashable, Sendable {
  /// What may be left unsaid.
  public enum Target: String, Hashable, Sendable, CaseIterable {
    /// The organisation of a title that has none before it: 市长.
    case title
    /// The place or body of an organ that a title stands behind: 市委‖书记.
    case organ
    /// The full name of a body no lexicon lists: 农牧业厅‖厅长.
    case name
    /// What a title behind a place is of: 河北省‖省长.
    case place
    /// The unit that a level word takes up: 市.
    case level
    /// The place of an organ that no title stands behind.
    case mention
    /// Which persons of a list hold the post before them.
    case holders
  }

  /// What guards ask about.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case title, role, implies, level, kinds, status, person, organ, name, kind, part, place, side, said, article, run,
      before
    case afterName = "after-name"
    case personOffices = "person.offices"
    case runPlace = "run.place"
    case runLevel = "run.level"
    case runBody = "run.body"
  }

  /// Where something is looked for.
  public enum Source: Hashable, Sendable {
    public enum Name: String, Hashable, Sendable, CaseIterable {
      case nothing, level, run, home, page, owner, ministry, place, guests, hosts, leaders, named, first
      case runUnit = "run.unit"
      case runPlace = "run.place"
      case runBody = "run.body"
      case runPart = "run.part"
      case listUnit = "list.unit"
      case listPlace = "list.place"
      case personOffice = "person.office"
      case personPost = "person.post"
      case personCountry = "person.country"
      case sentencePost = "sentence.post"
      case sentenceOrgan = "sentence.organ"
      case sentencePlace = "sentence.place"
      case articleCountry = "article.country"
      case articleBody = "article.body"
      case articleVillage = "article.village"
      case articleMeeting = "article.meeting"
      case sentenceCountry = "sentence.country"
      case beforeCountry = "before.country"
      case hostsRegion = "hosts.region"
      case hostsOther = "hosts.other"
      case namedElsewhere = "named.elsewhere"
    }
    /// With the level word to ask about, where it is not the target's own.
    case name(Name, level: String?)
    /// This and nothing else; `{L}` is the level word. Its kind is `place` for a place; `isOpen`: of which unit stays open.
    case text(String, kind: String, isOpen: Bool)
  }

  /// One thing to take, if its conditions hold.
  public struct Take: Hashable, Sendable {
    public let source: Source
    /// The form that makes an organisation of the unit found.
    public internal(set) var form: String?
    public internal(set) var conditions: [Condition]
    let element: ElementSource
    var conditionsElement: ElementSource?
  }

  /// All conditions of a `when` must hold, those of an `unless` must not all hold.
  public struct Guard: Hashable, Sendable {
    public let isNegated: Bool
    public internal(set) var conditions: [Condition]
    let element: ElementSource
  }

  public struct Condition: Hashable, Sendable {
    public enum Relation: String, Hashable, Sendable { case exists, `is`, ends }
    public let subject: Subject
    public let relation: Relation
    public internal(set) var values: [Value]
  }

  public enum Value: Hashable, Sendable {
    /// `<org:company!bare>`.
    case mention(type: String, labels: [String], excluded: [String])
    /// The whole text, or its end; also a label of what has no type.
    case word(String)
    /// A list of words, until they are looked up.
    case list(String, RuleLocation)
  }

  public let id: String
  public let doc: String
  public let targets: [Target]
  public internal(set) var guards: [Guard]
  public internal(set) var takes: [Take]
  /// What it gives is not taken by the titles that follow in the run.
  public internal(set) var isAlone: Bool
  /// For each example the paper it stands in.
  public let papers: [String?]
  /// Their marks name what results: `[唐山市人民政府:市长]`, or `-` where nothing is stated.
  public let examples: [RuleExample]
  public let location: RuleLocation
}

/// How the organisations of a kind are called after their place.
public struct CarryForm: Hashable, Sendable {
  public struct Name: Hashable, Sendable {
    /// `{D}` is the place's name in organs, `{N}` the name as written without its level word.
    public let pattern: String
    /// Tests of the place, words of its end; empty: any.
    public internal(set) var values: [Carry.Value]
  }
  /// Also the kind of what it makes.
  public let id: String
  public internal(set) var names: [Name]
  public let location: RuleLocation
}

/// Something guards ask about, as the stage that knows the document finds it.
public struct CarryFact: Sendable {
  public let text: String
  /// Empty where it is no mention.
  public let type: String
  public let labels: [String]

  public init(_ text: String, type: String = "", labels: [String] = []) {
    self.text = text
    self.type = type
    self.labels = labels
  }
}

extension Carry.Condition {
  /// `fact` nil: there is no such thing.
  public func holds(of fact: CarryFact?) -> Bool {
    guard let fact else { return false }
    switch relation {
    case .exists: return true
    case .is: return values.contains { $0.fits(fact, isEnd: false) }
    case .ends: return values.contains { $0.fits(fact, isEnd: true) }
    }
  }
}

extension Carry.Value {
  public func fits(_ fact: CarryFact, isEnd: Bool) -> Bool {
    switch self {
    case .mention(let type, let labels, let excluded):
      fact.type == type && labels.allSatisfy(fact.labels.contains) && !excluded.contains(where: fact.labels.contains)
    case .word(let word):
      isEnd ? fact.text.hasByteSuffix(word) : fact.text == word || fact.type.isEmpty && fact.labels.contains(word)
    case .list: false
    }
  }
}

extension Carry.Guard {
  public func holds(_ fact: (Carry.Subject) -> CarryFact?) -> Bool {
    conditions.allSatisfy { $0.holds(of: fact($0.subject)) } != isNegated
  }
  /// As written, and where.
  public var text: String { element.text }
  public var location: RuleLocation { element.location }
}

extension Carry.Take {
  public var text: String { element.text }
  /// What must hold, as written; nil where nothing must.
  public var conditionText: String? { conditions.isEmpty ? nil : conditionsElement?.text }
  public var location: RuleLocation { element.location }
}

extension Carry {
  public func isOpen(_ fact: (Subject) -> CarryFact?) -> Bool { guards.allSatisfy { $0.holds(fact) } }
}

/// What may stand between two matches of one run of titles.
struct CarryJoint: Hashable, Sendable {
  let signs: CharacterClass
  let most: Int
  let location: RuleLocation
}
