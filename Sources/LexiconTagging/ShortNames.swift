import DocumentModel
import Lexicons

/// Short names of companies: said in brackets (以下简称“黔水”), or made by leaving out the place in front and the legal form
/// behind (海川环保 for 湖南海川环保科技股份有限公司).
struct ShortNames {
  /// Short form to full name, both as matched.
  private(set) var full: [[UInt32]: String] = [:]

  private let words: WordLists
  private static let leastLetters = 4

  init(_ words: WordLists) { self.words = words }

  /// `chosen` are a sentence's mentions, in text order.
  mutating func learn(from chart: Chart, _ chosen: [Candidate]) {
    // 发展局 before 局长 makes 发展局 known wherever it stands.
    for mention in chosen where mention.type == .org && mention.headLength == 1 {
      full[Array(chart.scalars[mention.range])] = chart.string(mention.range)
    }
    for mention in chosen where mention.type == .org && mention.traits.contains(.company) {
      guard case .compound = mention.reading else { continue }
      let name = chart.string(mention.range)
      if let short = introduced(after: mention.range.upperBound, chart) { full[short] = name }
      let place = chosen.last {
        $0.type == .place && $0.range.isInside(mention.range) && $0.range.lowerBound == mention.range.lowerBound
      }
      let start = place?.range.upperBound ?? mention.range.lowerBound
      guard let core = core(of: chart.string(start..<mention.range.upperBound)) else { continue }
      let scalars = core.unicodeScalars.map(\.value)
      if full[scalars] == nil { full[scalars] = name }
    }
  }

  /// 湘江环保 of 湘江环保科技股份有限公司.
  private func core(of name: String) -> String? {
    guard let form = words.legalForms.filter({ name.hasByteSuffix($0) }).max(by: { $0.count < $1.count }) else {
      return nil
    }
    var core = String(name.dropLast(form.count))
    for trade in words.trades where core.hasByteSuffix(trade) && core.count - trade.count >= Self.leastLetters {
      core = String(core.dropLast(trade.count))
      break
    }
    return core.count >= Self.leastLetters && core.count < name.count ? core : nil
  }

  /// The words in quotes behind 以下简称.
  private func introduced(after index: Int, _ chart: Chart) -> [UInt32]? {
    guard chart.scalar(at: index) == 0x28 else { return nil }
    for word in words.introductions where chart.matches(word, at: index + 1) {
      var at = index + 1 + word.count
      while let scalar = chart.scalar(at: at), !isHan(scalar), scalar != 0x29 { at += 1 }
      let start = at
      while let scalar = chart.scalar(at: at), isNameScalar(scalar) { at += 1 }
      return at > start ? Array(chart.scalars[start..<at]) : nil
    }
    return nil
  }

  /// What finds the names learned, in any sentence.
  var finder: Finder { Finder(full) }

  /// Short names by the character they begin with.
  struct Finder {
    private struct Entry {
      let short: [UInt32]
      let name: String
    }
    private var entries: [UInt32: [Entry]] = [:]
    /// A bit for each first character, by its last six bits: most characters begin none.
    private var filter: UInt64 = 0

    init(_ full: [[UInt32]: String]) {
      for (short, name) in full {
        guard let first = short.first else { continue }
        entries[first, default: []].append(Entry(short: short, name: name))
        filter |= 1 << UInt64(first & 63)
      }
    }

    /// The short names in a sentence, outside the full ones; each from left to right, without overlapping itself. No two
    /// are the same stretch, so their order says nothing.
    func candidates(in chart: Chart) -> [Candidate] {
      guard filter != 0 else { return [] }
      var found: [Candidate] = []
      var ends: [[UInt32]: Int] = [:]
      for index in chart.range {
        let first = chart.scalars[index]
        guard filter >> UInt64(first & 63) & 1 == 1, let entries = entries[first] else { continue }
        for entry in entries {
          let end = index + entry.short.count
          guard end <= chart.range.upperBound, chart.scalars[index..<end].elementsEqual(entry.short),
            ends[entry.short] ?? index <= index
          else { continue }
          ends[entry.short] = end
          let kind = entry.name.unicodeScalars.count == entry.short.count ? "agency" : "company"
          found.append(
            Candidate(
              range: index..<end, type: .org, labels: Labels([kind, "short"]),
              reading: .known(KnownReading(canonical: entry.name, kind: kind)), by: .rule("names.short-form")))
        }
      }
      return found
    }
  }
}
