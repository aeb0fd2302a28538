/// A part of a rule's pattern as it was written: `who:<person>`, `skip{0,12 not [。]}`, `@go`.
///
/// A phrase is an element whose own elements stand where the phrase is declared.
public struct Element: Hashable, Sendable {
  /// As written, blanks drawn together.
  public let text: String
  public let location: RuleLocation
  /// Position of the element it is written in, or whose phrase it belongs to; nil for the rule's own.
  public let parent: Int?
  /// Position of the outermost element around it; the order of these is the order of the rule.
  public let root: Int
}

extension RuleSet {
  /// The elements of a rule's pattern, `unless` clauses included, in the order they are tried.
  public func elements(ofRule number: Int) -> [Element] {
    programs[number].elements.map { element in
      let source = vocabulary.sources[element.source]
      return Element(text: source.text, location: source.location, parent: element.parent, root: element.root)
    }
  }
}

extension Program {
  /// The element of an instruction; nil for the last, which accepts.
  func element(ofInstruction number: Int) -> Int? {
    let element = Int(elementNumbers[number])
    return element < 0 ? nil : element
  }

  /// The place of an instruction among the rule's outermost elements; past all of them for the last one.
  func root(ofInstruction number: Int) -> Int {
    element(ofInstruction: number).map { elements[$0].root } ?? elements.count
  }
}
