import RuleMatching

/// What rules have marked in a document for the reading of relations: where somebody's words begin, what is said of a whole stay.
struct Marks {
  private struct Marked {
    let name: String
    let range: Range<Int>
  }
  /// One element a sentence, each in text order.
  private let bySentence: [[Marked]]

  init(rules: RuleSet, matches: [[Match]]) {
    bySentence = matches.map { sentence in
      sentence.flatMap { match in rules.rules[match.rule].marks.map { Marked(name: $0, range: match.range) } }
    }
  }

  /// The last stretch marked so that ends at or before an index of the matching text.
  func last(_ name: String, inSentence number: Int, before index: Int) -> Range<Int>? {
    bySentence[number].last { $0.name == name && $0.range.upperBound <= index }?.range
  }
}
