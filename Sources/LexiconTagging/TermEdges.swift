import DocumentModel
import Lexicons
import RuleMatching

/// The terms of a sentence as rules that find mentions see them: `<place>` and `<org>`, listed ones and those that a level word
/// makes, and `<boundary>`, what no name of open length reaches over. All of one character are `short`.
struct TermEdges: Sendable {
  private let place: Pair
  private let org: Pair
  /// In the order of the kinds.
  private let boundaries: [Pair]

  private struct Pair: Sendable {
    let plain: LabelSet
    let short: LabelSet

    init(_ type: String, _ labels: [String] = [], in table: LabelTable) {
      plain = table.set(type: type, labels: labels)
      short = table.set(type: type, labels: labels + ["short"])
    }

    subscript(count: Int) -> LabelSet { count == 1 ? short : plain }
  }

  init(_ labels: LabelTable) {
    place = Pair("place", in: labels)
    org = Pair("org", in: labels)
    boundaries = Boundary.Kind.allCases.map { Pair(RuleSet.boundaryType, [$0.rawValue], in: labels) }
  }

  /// Adds all terms of a sentence that rules may ask for.
  func addAll(of chart: Chart, _ lexicons: LexiconSet, to edges: inout [Edge]) {
    for number in chart.all {
      let hit = chart.hits[number]
      switch hit.kind {
      case .division, .divisionAlias, .country: edges.append(edge(hit, place[hit.count]))
      case .organ, .levelOrgan, .central: edges.append(edge(hit, org[hit.count]))
      case .boundary: if let edge = boundary(hit, chart, lexicons) { edges.append(edge) }
      default: break
      }
    }
  }

  /// Adds what no name of open length reaches over.
  func addBoundaries(of chart: Chart, _ lexicons: LexiconSet, to edges: inout [Edge]) {
    guard chart.kinds.contains(.boundary) else { return }
    for number in chart.all where chart.hits[number].kind == .boundary {
      if let edge = boundary(chart.hits[number], chart, lexicons) { edges.append(edge) }
    }
  }

  private func boundary(_ hit: Hit, _ chart: Chart, _ lexicons: LexiconSet) -> Edge? {
    guard !chart.isInsideWord(hit.range),
      let kind = Boundary.Kind.allCases.firstIndex(of: lexicons.boundaries[hit.row].kind)
    else { return nil }
    return edge(hit, boundaries[kind][hit.count])
  }

  private func edge(_ hit: Hit, _ labels: LabelSet) -> Edge {
    Edge(start: hit.start, end: hit.end, labels: labels, mention: -1)
  }
}
