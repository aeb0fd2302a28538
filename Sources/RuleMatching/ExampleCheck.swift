public import DocumentModel

/// An example's text as the pipeline before matching reads it.
public struct ExampleReading: Sendable {
  public let matching: MatchingText
  /// One lattice a sentence, over `matching`.
  public let sentences: [Lattice]

  public init(matching: MatchingText, sentences: [Lattice]) {
    self.matching = matching
    self.sentences = sentences
  }
}

/// What became of an example.
public enum ExampleVerdict: Hashable, Sendable {
  case passed
  /// With what was found instead.
  case failed(String)
  /// A `todo` that matches as marked: it should become an `ok`.
  case solved
}

extension RuleSet {
  /// Tries an example of a rule: the rule alone, in any zone.
  ///
  /// An `ok` passes when one match takes, for every path that is marked, exactly the marked stretches; captures that are not
  /// marked are free. A `no` passes when nothing matches, or, with marks, when no match is as marked.
  public func check(_ example: RuleExample, ofRule number: Int, read: (String) -> ExampleReading) -> ExampleVerdict {
    let reading = read(example.text)
    var matcher = Matcher(self)
    let found = reading.sentences.flatMap { matcher.matches(ofRule: number, in: $0) }
    let expected = example.expectedRanges(in: reading.matching)
    let fits = found.contains { match in
      expected.allSatisfy { path, ranges in match.all(path).map(\.range) == ranges }
    }
    switch example.expectation {
    case .ok where fits, .no where !fits, .todo where !fits: return .passed
    case .todo: return .solved
    case .ok, .no:
      let furthest = reading.sentences.compactMap { matcher.furthest(ofRule: number, in: $0) }
        .max { ($0.root, $0.last) < ($1.root, $1.last) }
      let unread = found.isEmpty && example.expectation == .ok ? unread(expected, in: reading) : ""
      return .failed(describe(found, reading.matching, furthest: furthest) + unread)
    }
  }

  /// Marked names of which nothing was recognised: what curators stumble over first.
  private func unread(_ expected: [(CapturePath, [Range<Int>])], in reading: ExampleReading) -> String {
    let names = expected.flatMap(\.1).filter { range in
      (2...12).contains(range.count)
        && !reading.sentences.contains {
          $0.edges.contains { $0.start < range.upperBound && range.lowerBound < $0.end }
        }
    }
    guard let name = names.first else { return "" }
    return
      "; nothing is recognised at «\(reading.matching.string(name))»: if it is to be a person, write a title in front "
      + "or take another name"
  }

  private func describe(_ found: [Match], _ text: MatchingText, furthest: RuleTrace?) -> String {
    guard found.isEmpty else { return found.map { $0.description(in: text) }.joined(separator: "; ") }
    guard let furthest else { return "no match" }
    let expected = furthest.failed.map { elements(ofRule: furthest.rule)[$0] }
    return "no match; came as far as …\(text.string(max(0, furthest.last - 10)..<furthest.last))‖"
      + (expected.first.map { "; \($0.location): expected \(expected.map(\.text).joined(separator: " or "))" } ?? "")
  }
}

extension RuleExample {
  /// Marked stretches by path, in text order, as indices.
  fileprivate func expectedRanges(in text: MatchingText) -> [(CapturePath, [Range<Int>])] {
    var paths: [CapturePath] = []
    for mark in marks where !paths.contains(mark.path) { paths.append(mark.path) }
    return paths.map { path in (path, marks.filter { $0.path == path }.map { text.range(of: $0.span) }) }
  }
}

extension Match {
  /// The matched text with its captures marked as in examples, in normalised characters.
  public func description(in text: MatchingText) -> String {
    Self.describe(bindings, range, text, prefix: "")
  }

  private static func describe(_ bindings: [Binding], _ range: Range<Int>, _ text: MatchingText, prefix: String)
    -> String
  {
    var result = ""
    var at = range.lowerBound
    for binding in bindings {
      result += text.string(at..<max(at, binding.range.lowerBound))
      let path = prefix + binding.name
      result += "[\(path):" + describe(binding.children, binding.range, text, prefix: path + ".") + "]"
      at = max(at, binding.range.upperBound)
    }
    return result + text.string(at..<max(at, range.upperBound))
  }
}
