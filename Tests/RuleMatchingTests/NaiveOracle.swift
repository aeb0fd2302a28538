@testable import RuleMatching

/// Plain backtracking over the pattern as written: slow, without memory, and written apart from the compiler.
///
/// Knows no blanks; literals and classes compare scalars as they stand.
struct NaiveOracle {
  struct Capture: Hashable {
    let name: String
    let depth: Int
    let range: Range<Int>
  }
  struct Found: Hashable {
    let range: Range<Int>
    /// In the order they begin, outer before inner.
    let captures: [Capture]
  }
  private enum Event {
    case open(String, Int)
    case close(Int)
  }

  let text: [UInt32]
  /// Sorted by start, then longest first, then as given; type names.
  let edges: [(start: Int, end: Int, type: String)]
  private let inside: [Bool]
  private let outer: [Int: Int]

  init(text: [UInt32], edges unsorted: [(start: Int, end: Int, type: String)]) {
    self.text = text
    let sorted = unsorted.enumerated().sorted { a, b in
      if a.element.start != b.element.start { return a.element.start < b.element.start }
      return a.element.end != b.element.end ? a.element.end > b.element.end : a.offset < b.offset
    }
    edges = sorted.map(\.element)
    var outer: [Int: Int] = [:]
    var inside = [Bool](repeating: false, count: text.count + 2)
    var end = 0
    for edge in edges where edge.start >= end {
      outer[edge.start] = edge.end
      end = edge.end
      for position in edge.start..<edge.end where position > edge.start { inside[position] = true }
    }
    self.outer = outer
    self.inside = inside
  }

  /// All matches from left to right without overlaps.
  func matches(of pattern: Pattern) -> [Found] {
    var found: [Found] = []
    var start = 0
    while start < text.count {
      var result: Found?
      if !inside[start] {
        _ = match(pattern, start, []) { end, events in
          guard end > start, !inside[end] else { return false }
          result = Found(range: start..<end, captures: captures(events))
          return true
        }
      }
      if let result {
        found.append(result)
        start = result.range.upperBound
      } else {
        start += 1
      }
    }
    return found
  }

  private func captures(_ events: [Event]) -> [Capture] {
    var result: [Capture] = []
    for (index, event) in events.enumerated() {
      guard case .open(let name, let start) = event else { continue }
      var depth = 1
      let before = events[..<index].reduce(0) { if case .open = $1 { $0 + 1 } else { $0 - 1 } }
      for later in events[(index + 1)...] {
        if case .close(let end) = later {
          depth -= 1
          if depth == 0 {
            result.append(Capture(name: name, depth: before, range: start..<end))
            break
          }
        } else {
          depth += 1
        }
      }
    }
    return result
  }

  private typealias Continuation = (Int, [Event]) -> Bool

  private func match(_ pattern: Pattern, _ at: Int, _ events: [Event], _ next: Continuation) -> Bool {
    switch pattern {
    case .literal(let word, _):
      let scalars = word.unicodeScalars.map(\.value)
      let end = at + scalars.count
      guard end <= text.count, Array(text[at..<end]) == scalars, !inside[at], !inside[end] else { return false }
      return next(end, events)
    case .characterClass(let set):
      guard at < text.count, !inside[at], !inside[at + 1] else { return false }
      let isIn = set.ranges.contains { $0.contains(text[at]) }
      return isIn != set.negated && next(at + 1, events)
    case .edge(let syntax, _):
      for edge in edges where edge.start == at && syntax.alternatives.contains(where: { $0.type == edge.type }) {
        if next(edge.end, events) { return true }
      }
      return false
    case .sequence(let items):
      guard let first = items.first else { return next(at, events) }
      return match(first, at, events) { match(.sequence(Array(items.dropFirst())), $0, $1, next) }
    case .choice(let items):
      for item in items where match(item, at, events, next) { return true }
      return false
    case .repeated(let body, let least, let most, let location):
      if least > 0 {
        let rest = Pattern.repeated(body, least: least - 1, most: most.map { $0 - 1 }, location)
        return match(body, at, events) { match(rest, $0, $1, next) }
      }
      if most != 0 {
        let rest = Pattern.repeated(body, least: 0, most: most.map { $0 - 1 }, location)
        if match(body, at, events, { match(rest, $0, $1, next) }) { return true }
      }
      return next(at, events)
    case .skip(let least, let most, let stops):
      if least == 0, next(at, events) { return true }
      guard most > 0, let end = step(at, stops) else { return false }
      return match(.skip(least: max(0, least - 1), most: most - 1, stops: stops), end, events, next)
    case .sentenceStart: return at == 0 && next(at, events)
    case .sentenceEnd: return at == text.count && next(at, events)
    case .ahead(let body, let negated, _):
      return match(body, at, []) { _, _ in true } != negated && next(at, events)
    case .item(let body, _): return match(body, at, events, next)
    case .capture(let name, let body):
      return match(body, at, events + [.open(name, at)]) { next($0, $1 + [.close($0)]) }
    case .list, .phrase, .behind: return false
    }
  }

  private func step(_ at: Int, _ stops: [Pattern]) -> Int? {
    guard at < text.count, !inside[at] else { return nil }
    for case .characterClass(let set) in stops where outer[at] == nil {
      if set.ranges.contains(where: { $0.contains(text[at]) }) != set.negated { return nil }
    }
    if let end = outer[at] { return end }
    return text[at] == 0x3002 ? nil : at + 1
  }
}
