import DocumentModel
import TestSupport

@testable import RuleMatching

/// Rules and sentences for tests.
enum Fixture {
  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Rules from one text, or several files of which `main.rules` is the main one.
  static func parse(_ text: String, _ files: [String: String] = [:]) throws(RuleErrors) -> RuleSet {
    struct NoSuchFile: Error {}
    var all = files
    all["r/main.rules"] = text
    let contents = all
    return try RuleSet.parse(main: "r/main.rules", registers: ["paper"], normalize: scalars) { path in
      guard let content = contents[path] else { throw NoSuchFile() }
      return Array(content.utf8)
    }
  }

  /// The messages of what is wrong, without the folder.
  static func errors(_ text: String, _ files: [String: String] = [:]) -> [String] {
    do {
      _ = try parse(text, files)
      return []
    } catch {
      return error.errors.map { String($0.description.dropFirst(2)) }
    }
  }

  /// A sentence from marked text; `[org.company:…]` is a mention with the finer label company. Mentions are numbered in text
  /// order, outer before inner.
  static func lattice(_ marked: String, _ rules: RuleSet) -> (lattice: Lattice, text: MatchingText) {
    let parsed = MarkedText(marked)
    let bytes = Array(parsed.text.utf8)
    let text = scalars(parsed.text)
    var offsets: [Int32] = []
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { offsets.append(Int32(index)) }
    offsets.append(Int32(bytes.count))
    let matching = MatchingText(scalars: text, offsets: offsets)
    let edges = parsed.marks.enumerated().map { number, mark in
      let parts = mark.label.split(separator: ".").map(String.init)
      let range = matching.range(of: mark.span)
      let labels = rules.labels.set(type: parts.first ?? "", labels: Array(parts.dropFirst()))
      return Edge(start: range.lowerBound, end: range.upperBound, labels: labels, mention: number)
    }
    return (Lattice(scalars: text, range: 0..<text.count, edges: edges), matching)
  }

  /// All matches of a rule set in a marked sentence, each as marked text.
  static func matches(_ rules: RuleSet, _ marked: String, zone: Zone = .body) -> [String] {
    let (lattice, text) = lattice(marked, rules)
    return rules.matches(in: lattice, zone: zone).map { $0.description(in: text) }
  }

  /// The matches of one pattern.
  static func matches(pattern: String, _ marked: String, header: String = "") throws -> [String] {
    matches(try parse("\(header) rule r { match \(pattern); }"), marked)
  }
}
