/// What a capture took.
public struct Binding: Hashable, Sendable {
  public let name: String
  /// Indices into the matching text, without blanks at either end.
  public let range: Range<Int>
  /// The caller's number of the mention, where the capture took exactly one.
  public let mention: Int?
  /// Captures inside this one, in text order.
  public let children: [Binding]
}

/// One place where a rule matched.
public struct Match: Hashable, Sendable {
  /// Position of the rule in ``RuleSet/rules``.
  public let rule: Int
  /// Indices into the matching text; never empty.
  public let range: Range<Int>
  /// Outermost captures in text order; a capture inside a repetition occurs several times.
  public let bindings: [Binding]

  /// The first binding of a path such as `p.title`.
  public func first(_ path: String) -> Binding? { all(CapturePath(path)).first }

  /// All bindings of a path such as `p.title`, in text order.
  public func all(_ path: String) -> [Binding] { all(CapturePath(path)) }

  public func all(_ path: CapturePath) -> [Binding] {
    var level = bindings
    for (depth, name) in path.components.enumerated() {
      let found = level.filter { $0.name == name }
      if depth == path.components.count - 1 { return found }
      level = found.flatMap(\.children)
    }
    return []
  }
}
