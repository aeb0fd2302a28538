public import DocumentModel
public import FlatTables
public import Lexicons
public import RuleMatching

/// Finds what the lexicons know in a document. Text passes it twice: once for what is firm (places, organs, titles, dates,
/// listed names), and, when persons are known, for names of open length that end in a head noun.
public struct LexiconTagger: Sendable {
  private let tables: TaggingTables
  private let terms: TermTable
  /// Whether an ordinary word of two characters or more begins at an index of a text and ends before another: what stands in front of
  /// such a word is part of a name, what stands in front of a name is not. Without it all do.
  public var isOrdinaryWord: @Sendable (_ scalars: [UInt32], _ index: Int, _ end: Int) -> Bool = { _, _, _ in true }
  private let overTerms: MentionRules?
  private let overNames: MentionRules?

  /// `normalize` turns a term into the form in which text is matched (see `Segmentation`); `rules` find mentions besides.
  public init(
    lexicons: LexiconSet, divisions: DivisionIndex, rules: RuleSet? = nil, normalize: (String) -> [UInt32]
  ) throws(LexiconTaggingError) {
    overTerms = MentionRules(.terms, of: rules)
    overNames = MentionRules(.names, of: rules)
    do {
      terms = try TermTable(lexicons, normalize: normalize)
    } catch {
      throw LexiconTaggingError(description: "the lexicons could not be compiled: \(error)")
    }
    tables = TaggingTables(
      lexicons, divisions: divisions, surnames: SurnameStarts(lexicons.surnames, normalize: normalize))
  }

  /// With the tables that ``write(to:)`` wrote, over the same lexicons.
  public init(
    _ file: FlatFile, lexicons: LexiconSet, divisions: DivisionIndex, rules: RuleSet
  ) throws(FlatFileError) {
    overTerms = MentionRules(.terms, of: rules)
    overNames = MentionRules(.names, of: rules)
    terms = try TermTable(file)
    tables = TaggingTables(lexicons, divisions: divisions, surnames: try SurnameStarts(file))
  }

  /// Writes everything that is made of the lexicons.
  public func write(to writer: inout FlatFileWriter) {
    terms.write(to: &writer)
    tables.surnames.write(to: &writer)
  }

  /// The state of one document between the two passes.
  public struct Tagging: Sendable {
    let document: Document
    var sentences: [SentenceTagging]

    /// The firm mentions of all sentences, in text order.
    public var mentions: [Mention] {
      sentences.flatMap { sentence in sentence.chosen.map { $0.mention(in: document) } }
    }

    /// Calls `body` with the range, in indices, of each firm mention, its type, and its reading where it is a place.
    public func forEachMention(_ body: (Range<Int>, MentionType, PlaceReading?) -> Void) {
      for sentence in sentences {
        for mention in sentence.chosen { body(mention.range, mention.type, mention.place) }
      }
    }
  }

  struct SentenceTagging {
    let chart: Chart
    let units: [PlaceUnit]
    var chosen: [Candidate]
  }

  /// First pass: everything that does not depend on persons.
  public func tag(_ document: Document) -> Tagging {
    tag([document])[0]
  }

  /// The same for several documents: terms are found in all of them first, while the automaton is in the cache.
  public func tag(_ documents: [Document]) -> [Tagging] {
    let charts = documents.map { chart(of: $0) }
    var finder = overTerms.map { MentionRules.Finder($0) }
    return zip(documents, charts).map { tag($0, $1.ranges, $1.chart, &finder) }
  }

  private func chart(of document: Document) -> (ranges: [Range<Int>], chart: DocumentChart) {
    let ranges = document.sentences.filter { $0.zone != .furniture }.map { document.matching.range(of: $0.span) }
    return (ranges, DocumentChart(scalars: document.matching.scalars, ranges: ranges, terms: terms))
  }

  private func tag(
    _ document: Document, _ ranges: [Range<Int>], _ chart: DocumentChart, _ finder: inout MentionRules.Finder?
  ) -> Tagging {
    var sentences = ranges.map { range in
      sentence(Chart(chart, range: range, signs: tables.signs), document, &finder)
    }
    let foreign = foreignNames(in: sentences)
    if !foreign.isEmpty {
      for number in sentences.indices where foreign.contains(where: sentences[number].chart.contains) {
        sentences[number] = sentence(sentences[number].chart, document, &finder, foreign: foreign)
      }
    }
    return Tagging(document: document, sentences: sentences)
  }

  private func sentence(
    _ chart: Chart, _ document: Document, _ finder: inout MentionRules.Finder?, foreign: [Word] = []
  ) -> SentenceTagging {
    let (units, candidates) = candidates(of: chart, document, &finder, foreign: foreign)
    return SentenceTagging(chart: chart, units: units, chosen: Selection.leftmostLongest(candidates))
  }

  /// Towns abroad that no lexicon lists, as written behind their country; longer ones first.
  private func foreignNames(in sentences: [SentenceTagging]) -> [Word] {
    var names: Set<String> = []
    for sentence in sentences {
      for unit in sentence.units where unit.level == .foreign && unit.canonical == nil {
        names.insert(sentence.chart.string(unit.range))
      }
    }
    return names.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map { Word($0) }
  }

  /// Everything the first pass could have taken, chosen or not, in the order of choice: for "what did this lose to".
  public func candidates(in document: Document) -> [Mention] {
    var finder = overTerms.map { MentionRules.Finder($0) }
    return tag(document).sentences.flatMap { sentence in
      Selection.ordered(candidates(of: sentence.chart, document, &finder).candidates).map { $0.mention(in: document) }
    }
  }

  private func candidates(
    of chart: Chart, _ document: Document, _ rules: inout MentionRules.Finder?, foreign: [Word] = []
  ) -> (units: [PlaceUnit], candidates: [Candidate]) {
    let units = PlaceTagging(
      chart: chart, tables: tables, date: DayRange(document.article.published), foreignNames: foreign
    ).units()
    let organs = OrganTagging(chart: chart, tables: tables, units: units, document: document).organs()
    var candidates: [Candidate] = []
    DocumentTitles(chart: chart, words: tables.words.meetings).addCandidates(to: &candidates)
    DateTagging(chart: chart, signs: tables.signs, words: tables.words.dates).addCandidates(to: &candidates)
    candidates += rules?.candidates(in: chart, mentions: [], document, tables.lexicons) ?? []
    for organ in organs { candidates.append(organ.candidate) }
    ListedNames(chart: chart, lexicons: tables.lexicons).addCandidates(to: &candidates)
    for unit in units { candidates.append(unit.candidate(among: units, document, tables)) }
    TitleTagging(chart: chart, tables: tables, organs: organs).addCandidates(to: &candidates)
    return (units, candidates)
  }

  /// Second pass: names of open length, with persons and firm mentions as their limits. Gives all mentions of the document,
  /// `persons` included, in text order.
  public func complete(_ tagging: Tagging, persons: [Mention]) -> [Mention] {
    complete([tagging], persons: [persons])[0]
  }

  /// The same for several documents.
  public func complete(_ taggings: [Tagging], persons: [[Mention]]) -> [[Mention]] {
    var finder = overNames.map { MentionRules.Finder($0) }
    return zip(taggings, persons).map { complete($0, persons: $1, &finder) }
  }

  private func complete(
    _ tagging: Tagging, persons: [Mention], _ finder: inout MentionRules.Finder?
  ) -> [Mention] {
    let named = named(tagging, persons: persons)
    var found: [Mention] = []
    // Nearly all of them stay; mentions are large, and a list that grows lies in memory twice.
    found.reserveCapacity(named.reduce(0) { $0 + $1.count })
    for (sentence, named) in zip(tagging.sentences, named) {
      let further = finder?.candidates(in: sentence.chart, mentions: named, tagging.document, tables.lexicons) ?? []
      let mentions = Selection.override(named, with: further)
      for mention in LoneTitles(words: tables.words).removed(from: mentions, in: sentence.chart) {
        found.append(mention.mention(in: tagging.document))
      }
    }
    return found
  }

  /// What a rule of a pass that finds mentions sees of each sentence of a document that is read, in its order.
  public func lattices(
    of tagging: Tagging, persons: [Mention], pass: RulePass, labels: LabelTable
  ) -> [Lattice] {
    zip(tagging.sentences, named(tagging, persons: persons)).map { sentence, named in
      MentionRules.lattice(of: sentence.chart, pass, mentions: named, tables.lexicons, labels: labels)
    }
  }

  /// The mentions of each sentence with names of open length and short names among them.
  private func named(_ tagging: Tagging, persons: [Mention]) -> [[Candidate]] {
    let document = tagging.document
    var byStart = persons.map { Candidate($0, range: document.matching.range(of: $0.span)) }[...]
    var complete: [[Candidate]] = []
    var shortNames = ShortNames(tables.words)
    for sentence in tagging.sentences {
      let range = sentence.chart.range
      var inside: [Candidate] = []
      while let first = byStart.first, first.range.lowerBound < range.upperBound {
        byStart.removeFirst()
        if first.range.lowerBound >= range.lowerBound { inside.append(first) }
      }
      let mentions = self.complete(sentence, persons: inside, document)
      shortNames.learn(from: sentence.chart, mentions)
      complete.append(mentions)
    }
    let finder = shortNames.finder
    return zip(tagging.sentences, complete).map { sentence, mentions in
      Selection.override(mentions, with: finder.candidates(in: sentence.chart))
    }
  }

  private func complete(_ sentence: SentenceTagging, persons: [Candidate], _ document: Document) -> [Candidate] {
    // What the lexicons know by its full name is nobody: 赞比亚, 和平区; but a name may have one inside (阿拉法特, 希门尼斯).
    let units = Overlaps(persons.isEmpty ? [] : sentence.units)
    let known = Overlaps(persons.isEmpty ? [] : sentence.chosen)
    let persons = persons.filter { person in
      let isPlace = units.around(person.range).contains {
        $0.range.count > 1
          && ($0.isFull
            ? $0.range.overlaps(person.range)
              && !($0.range.isInside(person.range) && $0.range.count < person.range.count)
            : $0.range.count > 2 && $0.range == person.range && !person.isNamedByStructure)
      }
      // 刘公 of the listed 刘公岛 is nobody.
      return !isPlace
        && !known.around(person.range).contains {
          $0.type == .site && person.range.isInside($0.range) && person.range.count < $0.range.count
        }
    }
    let named = Overlaps(persons)
    let firm =
      persons.isEmpty
      ? sentence.chosen
      : sentence.chosen.filter { mention in
        !named.around(mention.range).contains { $0.range.overlaps(mention.range) }
      }
    let chosen = persons.isEmpty ? firm : Selection.ordered(firm + persons)
    guard sentence.chart.kinds.intersects(.heads) else { return chosen }
    var reach = NameReach(chart: sentence.chart, units: sentence.units, words: tables.words)
    var blocked: [Range<Int>] = []
    for mention in firm {
      switch mention.type {
      // 高级技工学校, 援滇干部联络组: the words of an occupation may be part of a name.
      case .title where mention.isOrdinaryTitle || isInBody(mention, sentence.chart): break
      case .date where mention.isYear: reach.addYear(mention.range)
      case .title, .date, .document:
        reach.addStop(mention.range)
        blocked.append(mention.range)
      case .org: _ = reach.addOrgan(mention.range)
      default: break
      }
    }
    for person in persons { reach.addPerson(person.range) }
    var compounds = CompoundTagging(
      chart: sentence.chart, tables: tables, document: document, blocked: blocked, reach: reach,
      isWord: { isOrdinaryWord(document.matching.scalars, $0, $1) })
    return Selection.overlay(compounds.candidates(), on: chosen)
  }
}

extension LexiconTagger {
  /// 高级技工‖学校, 工程师‖协会, 人大代表‖考察组: whose school, association or delegation it is.
  private func isInBody(_ title: Candidate, _ chart: Chart) -> Bool {
    let kinds = chart.kinds(at: title.range.upperBound)
    if kinds.intersects(.heads),
      chart.starting(at: title.range.upperBound).contains(where: { number in
        let hit = chart.hits[number]
        return hit.kind == .head && hit.count > 1 && tables.lexicons.headNouns[hit.row].type == .delegation
      })
    {
      return true
    }
    guard kinds.contains(.organisationHead) else { return false }
    return chart.starting(at: title.range.upperBound).contains { number in
      let hit = chart.hits[number]
      guard hit.count > 1, hit.kind == .organisationHead else { return false }
      return [.school, .association, .university].contains(tables.lexicons.organisationHeads[hit.row].class)
    }
  }
}

extension Candidate {
  fileprivate var isYear: Bool {
    guard case .date(let reading) = reading else { return false }
    return reading.year != nil && reading.month == nil && reading.endYear == nil
  }

  /// Words for people that names of bodies contain: occupations, and 干部, 学生 among those that need an organisation.
  fileprivate var isOrdinaryTitle: Bool {
    traits.contains(.occupation) || traits.contains(.generic)
      || traits.contains(.needsOrganisation) && !traits.contains(.member)
  }
}

/// The lexicons could not be turned into a tagger.
public struct LexiconTaggingError: Error, CustomStringConvertible {
  public let description: String
}
