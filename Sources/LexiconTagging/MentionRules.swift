import DocumentModel
import Lexicons
import RuleMatching

/// The rules of one pass that finds mentions (see ``RulePass``), with what turns a sentence into their lattice.
struct MentionRules: Sendable {
  let pass: RulePass
  let rules: RuleSet
  private let terms: TermEdges

  /// Nil where no rule belongs to the pass.
  init?(_ pass: RulePass, of rules: RuleSet?) {
    guard let own = rules?.rules(of: pass) else { return nil }
    self.pass = pass
    self.rules = own
    terms = TermEdges(own.labels)
  }

  /// What the rules see of a sentence: over names the mentions so far, with the labels of `table`.
  static func lattice(
    of chart: Chart, _ pass: RulePass, mentions: [Candidate], _ lexicons: LexiconSet, labels table: LabelTable
  ) -> Lattice {
    var edges: [Edge] = []
    var labels = LabelSets(table)
    add(to: &edges, of: chart, pass, mentions, lexicons, TermEdges(table), &labels)
    return Lattice(scalars: chart.scalars, range: chart.range, edges: edges)
  }

  private static func add(
    to edges: inout [Edge], of chart: Chart, _ pass: RulePass, _ mentions: [Candidate], _ lexicons: LexiconSet,
    _ terms: TermEdges, _ labels: inout LabelSets
  ) {
    guard pass == .names else { return terms.addAll(of: chart, lexicons, to: &edges) }
    for (number, mention) in mentions.enumerated() {
      edges.append(
        Edge(
          start: mention.range.lowerBound, end: mention.range.upperBound,
          labels: labels.set(type: mention.type, labels: mention.labels), mention: number))
    }
    terms.addBoundaries(of: chart, lexicons, to: &edges)
  }

  /// Matches the rules in one sentence after another, of one document after another: its memory is kept.
  struct Finder {
    private let own: MentionRules
    private var matcher: Matcher
    private var lattice = Lattice()
    private var edges: [Edge] = []
    private var labels: LabelSets

    init(_ own: MentionRules) {
      self.own = own
      matcher = Matcher(own.rules)
      labels = LabelSets(own.rules.labels)
    }

    /// The mentions that the rules find in a sentence; `mentions` are those it has so far.
    mutating func candidates(
      in chart: Chart, mentions: [Candidate], _ document: Document, _ lexicons: LexiconSet
    ) -> [Candidate] {
      guard matcher.mayMatch(chart.scalars, in: chart.range) else { return [] }
      edges.removeAll(keepingCapacity: true)
      MentionRules.add(to: &edges, of: chart, own.pass, mentions, lexicons, own.terms, &labels)
      lattice.load(scalars: chart.scalars, range: chart.range, edges: edges[...])
      var found: [Candidate] = []
      for match in matcher.matches(in: lattice, zone: .body, pass: own.pass).matches {
        let rule = own.rules.rules[match.rule]
        for emission in rule.mentions {
          let labels = Labels(emission.labels)
          for binding in match.all(emission.capture) {
            found.append(
              Candidate(
                range: binding.range, type: emission.type, labels: labels,
                reading: Self.reading(emission, binding.range, mentions, document), by: .rule(rule.id)))
          }
        }
      }
      return found
    }

    /// What begins with a place stands there, be it a place itself or the beginning of a name in front.
    private static func reading(
      _ emission: MentionEmission, _ range: Range<Int>, _ mentions: [Candidate], _ document: Document
    ) -> Reading {
      guard let kind = emission.kind else { return .surface }
      var place: Span?
      var end = range.lowerBound
      for mention in mentions where mention.range.lowerBound == end && mention.range.upperBound < range.upperBound {
        if mention.type == .place {
          place = document.matching.span(of: mention.range)
          end = mention.range.upperBound
        } else if place == nil, case .compound(let reading) = mention.reading {
          place = reading.place
        }
      }
      return .compound(CompoundReading(kind: kind, head: "", place: place))
    }
  }
}
