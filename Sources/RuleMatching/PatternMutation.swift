import DocumentModel

/// A small fault put into a rule, to see whether the rule's examples notice it.
public struct RuleMutation: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The element is left out; of alternatives, this one.
    case drop
    /// The element may be missing; a skip goes over what it must not, or further; a repetition goes on without end.
    case loosen
    /// The element takes more: any mention, any characters, any distance.
    case widen
  }
  public let kind: Kind
  /// The element, as written.
  public let element: String
  public let location: RuleLocation

  public var description: String { "\(kind.rawValue) \(element)  (\(location))" }
}

extension Pattern {
  /// A pattern with one fault, for each place a fault can be put into its own elements, phrases unopened.
  ///
  /// Alternatives that are single words are one element, like a list of words; so are the pieces of a look.
  func mutants() -> [(mutation: RuleMutation, pattern: Pattern?)] {
    switch self {
    case .item(let body, let source):
      func made(_ kind: RuleMutation.Kind) -> RuleMutation {
        RuleMutation(kind: kind, element: source.text, location: source.location)
      }
      var found: [(mutation: RuleMutation, pattern: Pattern?)] = [(made(.drop), nil)]
      if let loose = body.loosened { found.append((made(.loosen), .item(loose, source))) }
      if let wide = body.widened { found.append((made(.widen), .item(wide, source))) }
      guard body.hasElements else { return found }
      return found + body.mutants().map { ($0.mutation, $0.pattern.map { .item($0, source) }) }
    case .sequence(let items): return Self.mutants(of: items) { .sequence($0) }
    case .choice(let items): return Self.mutants(of: items) { .choice($0) }
    case .repeated(let body, let least, let most, let location):
      return body.mutants().map { ($0.mutation, $0.pattern.map { .repeated($0, least: least, most: most, location) }) }
    case .capture(let name, let body):
      return body.mutants().map { ($0.mutation, $0.pattern.map { .capture(name, $0) }) }
    case .edge, .literal, .list, .phrase, .characterClass, .skip, .sentenceStart, .sentenceEnd, .ahead, .behind:
      return []
    }
  }

  private static func mutants(
    of items: [Pattern], _ together: ([Pattern]) -> Pattern
  ) -> [(mutation: RuleMutation, pattern: Pattern?)] {
    items.indices.flatMap { index in
      items[index].mutants().map { mutant in
        var rest = items
        if let pattern = mutant.pattern { rest[index] = pattern } else { rest.remove(at: index) }
        return (mutant.mutation, rest.isEmpty ? nil : together(rest))
      }
    }
  }

  /// Whether there are elements inside that can be changed one by one.
  private var hasElements: Bool {
    switch self {
    case .sequence, .choice: !isWords
    case .repeated(let body, _, _, _), .capture(_, let body): body.hasElements
    default: false
    }
  }

  /// Whether it is a word or an alternative of words.
  private var isWords: Bool {
    switch self {
    case .literal: true
    case .item(let body, _): body.isWords
    case .choice(let items): items.allSatisfy(\.isWords)
    default: false
    }
  }

  /// Whether it is a class of signs that no skip goes over anyway.
  private var isMarks: Bool {
    guard case .characterClass(let set) = self, !set.negated else { return false }
    return set.ranges.allSatisfy { $0.count == 1 && SentenceSigns.isMark($0.lowerBound) }
  }

  private var loosened: Pattern? {
    switch self {
    case .skip(let least, let most, let stops):
      stops.allSatisfy(\.isMarks) ? nil : .skip(least: least, most: most, stops: [])
    case .repeated(let body, let least, let most, let location):
      if least > 0 {
        .repeated(body, least: 0, most: most, location)
      } else if let most, most > 1 {
        .repeated(body, least: 0, most: most * 4, location)
      } else {
        nil
      }
    case .edge(_, let location), .literal(_, let location), .list(_, let location), .phrase(_, let location):
      .repeated(self, least: 0, most: 1, location)
    case .capture, .sequence, .choice, .characterClass:
      location.map { .repeated(self, least: 0, most: 1, $0) }
    case .item(let body, _): body.loosened
    case .sentenceStart, .sentenceEnd, .ahead, .behind: nil
    }
  }

  private var widened: Pattern? {
    switch self {
    case .edge(_, let location):
      let types = MentionType.allCases.map {
        EdgeSyntax.Alternative(type: $0.rawValue, labels: [], excluded: [])
      }
      return .edge(EdgeSyntax(alternatives: types), location)
    case .literal, .list: return .skip(least: 1, most: 4, stops: [])
    case .characterClass: return .characterClass(CharacterClass(negated: true, ranges: [0...0]))
    case .choice: return isWords ? .skip(least: 1, most: 4, stops: []) : nil
    case .skip(let least, let most, let stops): return .skip(least: least, most: most * 4, stops: stops)
    case .capture(let name, let body): return body.widened.map { .capture(name, $0) }
    case .repeated(let body, let least, let most, let location):
      return body.widened.map { .repeated($0, least: least, most: most, location) }
    case .item(let body, _): return body.widened
    case .sequence, .phrase, .sentenceStart, .sentenceEnd, .ahead, .behind: return nil
    }
  }
}
