import AhoCorasick
public import DocumentModel
public import Lexicons

/// Finds what the lexicons know in a document. Text passes it twice: once for what is firm (places, organs, titles, dates,
/// listed names), and, when persons are known, for names of open length that end in a head noun.
public struct LexiconTagger: Sendable {
  private let lexicons: LexiconSet
  private let divisions: DivisionIndex
  /// Numbers of the divisions that the rows of aliases mean; -1 where there is none.
  private let aliasTargets: [Int]
  private let terms: TermTable
  private let surnames: SurnameStarts

  /// `normalize` turns a term into the form in which text is matched (see `Segmentation`).
  public init(lexicons: LexiconSet, divisions: DivisionIndex, normalize: (String) -> [UInt32])
    throws(LexiconTaggingError)
  {
    self.lexicons = lexicons
    self.divisions = divisions
    let numbers = Dictionary(
      lexicons.divisions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    aliasTargets = lexicons.divisionAliases.map { numbers[$0.divisionID] ?? -1 }
    do {
      terms = try TermTable(lexicons, normalize: normalize)
    } catch {
      throw LexiconTaggingError(description: "the lexicons could not be compiled: \(error)")
    }
    surnames = SurnameStarts(lexicons.surnames, normalize: normalize)
  }

  /// The state of one document between the two passes.
  public struct Tagging {
    let document: Document
    var sentences: [SentenceTagging]

    /// The firm mentions of all sentences, in text order.
    public var mentions: [Mention] {
      sentences.flatMap { sentence in sentence.chosen.map { $0.mention(in: document) } }
    }
  }

  struct SentenceTagging {
    let chart: Chart
    let units: [PlaceUnit]
    var chosen: [Candidate]
  }

  /// First pass: everything that does not depend on persons.
  public func tag(_ document: Document) -> Tagging {
    var matches: [Match] = []
    let sentences = document.sentences.filter { $0.zone != .furniture }.map { sentence -> SentenceTagging in
      let range = document.matching.range(of: sentence.span)
      matches.removeAll(keepingCapacity: true)
      terms.automaton.collect(into: &matches, in: document.matching.scalars, range: range)
      let chart = Chart(
        range: range, scalars: document.matching.scalars, matches: matches, meanings: terms.meanings)
      return firm(chart, of: document)
    }
    return Tagging(document: document, sentences: sentences)
  }

  /// Everything the first pass could have taken, chosen or not, in the order of choice: for "what did this lose to".
  public func candidates(in document: Document) -> [Mention] {
    tag(document).sentences.flatMap { sentence in
      Selection.ordered(candidates(of: sentence.chart, document).candidates).map { $0.mention(in: document) }
    }
  }

  private func firm(_ chart: Chart, of document: Document) -> SentenceTagging {
    let (units, candidates) = candidates(of: chart, document)
    return SentenceTagging(chart: chart, units: units, chosen: Selection.leftmostLongest(candidates))
  }

  private func candidates(of chart: Chart, _ document: Document) -> (units: [PlaceUnit], candidates: [Candidate]) {
    let places = PlaceTagging(
      chart: chart, lexicons: lexicons, divisions: divisions, aliasTargets: aliasTargets,
      surnames: surnames, date: document.article.published)
    let units = places.units()
    let organs = OrganTagging(chart: chart, lexicons: lexicons, units: units, document: document).organs()
    let titles = TitleTagging(chart: chart, lexicons: lexicons, organs: organs).candidates()
    var candidates = DocumentTitles(chart: chart).candidates() + DateTagging(chart: chart).candidates()
    candidates += PartyMeetings(chart: chart).candidates()
    candidates += organs.map(\.candidate)
    candidates += ListedNames(chart: chart, lexicons: lexicons).candidates()
    candidates += units.enumerated().map { candidate(of: $1, in: units, document) }
    candidates += titles
    return (units, candidates)
  }

  private func candidate(of unit: PlaceUnit, in units: [PlaceUnit], _ document: Document) -> Candidate {
    let reading = PlaceReading(
      name: document.matching.string(unit.range), level: unit.level,
      divisions: unit.divisions.map { lexicons.divisions[$0].id }, canonical: unit.canonical,
      levelWord: unit.levelWord, outer: unit.outer.map { document.matching.span(of: units[$0].range) })
    var labels = [unit.level.rawValue]
    if unit.isOneCharacter { labels.append("one-char") }
    return Candidate(range: unit.range, type: .place, labels: labels, reading: .place(reading), by: unit.by)
  }

  /// Second pass: names of open length, with persons and firm mentions as their limits. Gives all mentions of the document,
  /// `persons` included, in text order.
  public func complete(_ tagging: Tagging, persons: [Mention]) -> [Mention] {
    let document = tagging.document
    var byStart = persons.map { person in
      Candidate(
        range: document.matching.range(of: person.span), type: .person, labels: person.labels,
        reading: person.reading, by: person.by)
    }[...]
    var complete: [[Candidate]] = []
    var shortNames = ShortNames()
    for sentence in tagging.sentences {
      let range = sentence.chart.range
      var inside: [Candidate] = []
      while let first = byStart.first, first.range.lowerBound < range.upperBound {
        byStart.removeFirst()
        if first.range.lowerBound >= range.lowerBound { inside.append(first) }
      }
      complete.append(self.complete(sentence, persons: inside, document))
      shortNames.learn(from: sentence.chart, complete[complete.count - 1])
    }
    return zip(tagging.sentences, complete).flatMap { sentence, mentions in
      var mentions = Selection.override(mentions, with: shortNames.candidates(in: sentence.chart))
      mentions = Selection.override(
        mentions,
        with: ListItems(chart: sentence.chart, document: document, lexicons: lexicons, mentions: mentions).candidates())
      return withoutLoneTitles(mentions).map { $0.mention(in: document) }
    }
  }

  private func complete(_ sentence: SentenceTagging, persons: [Candidate], _ document: Document) -> [Candidate] {
    // What the lexicons know by its full name is nobody: 赞比亚, 和平区; but a name may have one inside (阿拉法特, 希门尼斯).
    let persons = persons.filter { person in
      !sentence.units.contains {
        $0.range.count > 1
          && ($0.isFull
            ? $0.range.overlaps(person.range) && !($0.range.isInside(person.range) && $0.range.count < person.range.count)
            : $0.range.count > 2 && $0.range == person.range)
      }
    }
    let firm = sentence.chosen.filter { mention in !persons.contains { $0.range.overlaps(mention.range) } }
    var stops: Set<Int> = []
    var organEnds: [Int: Range<Int>] = [:]
    var blocked: [Range<Int>] = []
    var years: [Int: Range<Int>] = [:]
    for mention in firm {
      switch mention.type {
      // 高级技工学校, 援滇干部联络组: the words of an occupation may be part of a name.
      case .title where isOrdinary(mention) || isInBody(mention, sentence.chart): break
      case .date where isYear(mention):
        stops.insert(mention.range.upperBound)
        years[mention.range.upperBound] = mention.range
      case .title, .date, .document:
        stops.insert(mention.range.upperBound)
        blocked.append(mention.range)
      case .org: organEnds[mention.range.upperBound] = mention.range
      default: break
      }
    }
    var compounds = CompoundTagging(
      chart: sentence.chart, lexicons: lexicons, document: document, blocked: blocked,
      reach: NameReach(
        chart: sentence.chart, units: sentence.units, stops: stops, organEnds: organEnds, years: years,
        persons: Dictionary(persons.map { ($0.range.upperBound, $0.range) }, uniquingKeysWith: { a, _ in a })))
    return Selection.overlay(compounds.candidates(), on: Selection.ordered(firm + persons))
  }
}

extension LexiconTagger {
  /// Drops words that are titles only beside a name (领导, 代表, 农户): a label needs the list it labels, an occupation a name
  /// or an employer.
  private func withoutLoneTitles(_ mentions: [Candidate]) -> [Candidate] {
    let persons = mentions.filter { $0.type == .person }.map(\.range)
    let owners = mentions.filter { $0.type == .org || $0.type == .place }.map(\.range)
    var kept: [Candidate] = []
    for mention in mentions {
      guard mention.type == .title, !Self.lone.isDisjoint(with: mention.labels) else {
        kept.append(mention)
        continue
      }
      let needsOwner = mention.labels.contains("needs_org") && !mention.labels.contains("group")
      if persons.contains(where: { Self.isBeside($0, mention.range) })
        || needsOwner && owners.contains(where: { $0.upperBound == mention.range.lowerBound })
        // 委员、常委、书记: what follows a title in a list is one.
        || needsOwner
          && kept.last.map({ $0.type == .title && $0.range.upperBound + 1 == mention.range.lowerBound }) ?? false
        // 某某、某某等吉林省领导: a label with its place, behind the list.
        || owners.contains(where: { owner in
          owner.upperBound == mention.range.lowerBound && persons.contains { $0.upperBound + 1 == owner.lowerBound }
        })
      {
        kept.append(mention)
      }
    }
    return kept
  }

  private func isYear(_ date: Candidate) -> Bool {
    guard case .date(let reading) = date.reading else { return false }
    return reading.year != nil && reading.month == nil && reading.endYear == nil
  }

  /// 高级技工‖学校, 工程师‖协会: whose school or association it is.
  private func isInBody(_ title: Candidate, _ chart: Chart) -> Bool {
    chart.starting(at: title.range.upperBound).contains { hit in
      guard hit.count > 1, case .organisationHead(let row) = hit.meaning else { return false }
      return [.school, .association, .university].contains(lexicons.organisationHeads[row].class)
    }
  }

  /// Words for people that names of bodies contain: occupations, and 干部, 学生 among those that need an organisation.
  private func isOrdinary(_ title: Candidate) -> Bool {
    if !Self.ordinary.isDisjoint(with: title.labels) { return true }
    return title.labels.contains("needs_org") && Self.members.isDisjoint(with: title.labels)
  }
  private static let ordinary: Set<String> = ["occupation", "generic"]
  private static let members: Set<String> = ["party", "congress", "cppcc", "state"]

  private static let lone: Set<String> = ["group", "needs_org", "occupation"]

  /// Right before or after, or with one sign (: or a blank) between.
  private static func isBeside(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (0...1).contains(a.lowerBound - b.upperBound) || (0...1).contains(b.lowerBound - a.upperBound)
  }
}

/// The lexicons could not be turned into a tagger.
public struct LexiconTaggingError: Error, CustomStringConvertible {
  public let description: String
}

extension Candidate {
  func mention(in document: Document) -> Mention {
    Mention(span: document.matching.span(of: range), type: type, labels: labels, by: by, reading: reading)
  }
}
