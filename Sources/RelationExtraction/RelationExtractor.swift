public import DocumentModel
public import FlatTables
public import Lexicons
public import RuleMatching

/// Reads relations off a document: applies the rules to each sentence, decides whose organ each bare form is, which
/// delegation and which meeting are meant, and when it was.
public struct RelationExtractor: Sendable {
  public let rules: RuleSet
  let carries: CarryTable
  private let gazetteer: Gazetteer

  /// Registers of the document's context that rules may read without setting them.
  public static var registers: Set<String> { RelationReader.registerNames }

  public init(lexicons: LexiconSet, divisions: DivisionIndex, rules: RuleSet) {
    self.rules = rules
    carries = rules.carries
    gazetteer = Gazetteer(lexicons, index: divisions)
  }

  /// With the tables that ``writeTables(of:divisions:to:)`` wrote, over the same lexicons.
  public init(_ file: FlatFile, lexicons: LexiconSet, divisions: DivisionIndex, rules: RuleSet) throws(FlatFileError) {
    self.rules = rules
    carries = rules.carries
    gazetteer = try Gazetteer(file, lexicons: lexicons, index: divisions)
  }

  /// With other carries, to see what they change.
  init(_ other: RelationExtractor, carries: CarryTable) {
    rules = other.rules
    gazetteer = other.gazetteer
    self.carries = carries
  }

  /// Writes everything that is made of the lexicons.
  public static func writeTables(
    of lexicons: LexiconSet, divisions: DivisionIndex, to writer: inout FlatFileWriter
  ) {
    Gazetteer(lexicons, index: divisions).write(to: &writer)
  }

  /// Everything documents state, and what was given up; `mentions` of each in text order, as `LexiconTagger.complete` gives them.
  /// The rules are matched in all of them first, while they are in the cache.
  public func statements(
    in documents: [Document], mentions: [[Mention]]
  ) -> [(statements: Statements, diagnostics: [Diagnostic])] {
    var matching = SentenceMatching(rules)
    let found = zip(documents, mentions).map { matching.matches(in: $0, $1) }
    return documents.indices.map { number in
      let reading = read(found[number], in: documents[number], mentions[number], journal: Journal(isKept: false))
      return (reading.statements, reading.journal.diagnostics)
    }
  }

  /// What the matches of each sentence state.
  func read(
    _ matches: [[Match]], in document: Document, _ mentions: [Mention], journal: Journal
  ) -> (statements: Statements, referents: Referents, journal: Journal) {
    let referents = Referents(document: document, mentions: mentions, gazetteer: gazetteer, carries: carries)
    let setting = Setting(rules: rules, matches: matches, referents: referents)
    referents.setHosts(setting.hosts)
    referents.setLeaders(setting.visitors)
    let marks = Marks(rules: rules, matches: matches)
    let roles = RoleReader(
      rules: rules, carries: carries, referents: referents, sides: setting.sides, dead: setting.dead,
      journal: journal)
    var found: [StatedRelation] = []
    for (number, sentence) in document.sentences.enumerated() {
      var chain = RoleChain()
      for match in matches[number] {
        found += roles.relations(of: match, in: sentence, number: number, chain: &chain)
      }
    }
    let reader = RelationReader(
      rules: rules, referents: referents, dates: EventDates(document: document, mentions: mentions, marks: marks),
      marks: marks, leaders: setting.leaders, offices: roles.known.mapValues { $0.map(\.organisation) },
      journal: roles.journal)
    for (number, sentence) in document.sentences.enumerated() {
      for match in matches[number] { found += reader.relations(of: match, in: sentence, number: number) }
    }
    let statements = Statements(identities: mentions.indices.map { referents.identity(of: $0) }, relations: found)
    return (statements, referents, reader.journal)
  }

  /// The matches of each sentence.
  func matches(in document: Document, _ mentions: [Mention]) -> [[Match]] {
    var matching = SentenceMatching(rules)
    return matching.matches(in: document, mentions)
  }
}

/// Matches the rules in the sentences of one document after another, in memory that is kept.
private struct SentenceMatching {
  private var matcher: Matcher
  private var lattice = Lattice()
  private var labels: LabelSets

  init(_ rules: RuleSet) {
    matcher = Matcher(rules)
    labels = LabelSets(rules.labels)
  }

  mutating func matches(in document: Document, _ mentions: [Mention]) -> [[Match]] {
    let edges = LatticeEdges(document: document, mentions: mentions, sets: &labels)
    var found: [[Match]] = []
    found.reserveCapacity(document.sentences.count)
    for (number, sentence) in document.sentences.enumerated() {
      guard sentence.zone != .furniture, !edges.isEmpty(sentence: number) else {
        found.append([])
        continue
      }
      lattice.load(
        scalars: document.matching.scalars, range: document.matching.range(of: sentence.span),
        edges: edges.edges(ofSentence: number))
      found.append(matcher.matches(in: lattice, zone: sentence.zone).matches)
    }
    return found
  }
}

/// What must be known of a document before its roles can be read: who leads what, who is guest and who is host.
private struct Setting {
  var leaders: [String: Identity] = [:]
  var sides: [String: LevelResolver.Side] = [:]
  var hosts: [Unit] = []
  /// Full names of those who have died.
  var dead: Set<String> = []
  /// Mentions of those who set out for a place.
  var visitors: [Int] = []

  init(rules: RuleSet, matches: [[Match]], referents: Referents) {
    for match in matches.joined() {
      let rule = rules.rules[match.rule]
      for emission in rule.emissions where emission.relation == .leads {
        for row in (try? match.rows(for: emission)) ?? [] {
          guard let person = row.subject?.mention.flatMap({ referents.persons[$0] }),
            let group = row.object?.mention.flatMap(referents.identity)
          else { continue }
          leaders[person] = leaders[person] ?? group
        }
      }
      for setting in rule.settings {
        let bound = match.all(setting.value).compactMap(\.mention)
        switch setting.register {
        case "guest": for name in bound.compactMap({ referents.persons[$0] }) { sides[name] = sides[name] ?? .guest }
        case "host": for name in bound.compactMap({ referents.persons[$0] }) { sides[name] = sides[name] ?? .host }
        case "stranger": visitors += bound
        case "dead": dead.formUnion(bound.compactMap { referents.persons[$0] })
        case "destination": hosts += bound.compactMap { referents.units[$0] ?? referents.ownUnit(of: $0) }
        default: break
        }
      }
    }
    for name in visitors.compactMap({ referents.persons[$0] }) where sides[name] == nil { sides[name] = .visitor }
  }
}
