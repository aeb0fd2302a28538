/// What one relation of an emission is made of.
public struct EmissionRow: Hashable, Sendable {
  /// Nil where the capture took no part in the match, or the value is no capture.
  public let subject: Binding?
  public let object: Binding?
  /// One element for each field of the emission.
  public let fields: [Binding?]
  /// Of the `when` clause.
  public let when: Binding?
}

/// Why an emission gives no rows for a match.
public enum RowProblem: Error, Hashable, Sendable {
  /// More combinations than ``Match/mostRows``.
  case tooMany(Int)
  /// The two captures of `pairwise` do not occur equally often.
  case uneven(Int, Int)
}

extension Match {
  /// Most rows of one emission: 50 x 50.
  public static let mostRows = 2500

  /// The combinations of bindings that an emission states.
  ///
  /// Paths that begin with the same captures go through those together (`p.org` and `p.title` of one `p`); captures that
  /// are independent of each other are combined each with each; the two of `pairwise` go in step.
  public func rows(for emission: Emission) throws(RowProblem) -> [EmissionRow] {
    let values = [emission.subject, emission.object] + emission.fields.map(\.value) + [emission.when ?? .text("")]
    var paths: [[String]] = []
    for case .capture(let path) in values where !paths.contains(path.components) { paths.append(path.components) }
    let tuples = try combinations(paths[...], in: bindings, pairwise: emission.pairwise)
    return tuples.map { tuple in
      func bound(_ value: EmissionValue) -> Binding? {
        guard case .capture(let path) = value else { return nil }
        return tuple[path.components] ?? nil
      }
      return EmissionRow(
        subject: bound(emission.subject), object: bound(emission.object),
        fields: emission.fields.map { bound($0.value) }, when: emission.when.flatMap(bound))
    }
  }

  private typealias Tuple = [[String]: Binding?]

  /// All combinations for paths that start among the bindings of one level; keys are the paths from this level on.
  private func combinations(
    _ paths: ArraySlice<[String]>, in level: [Binding], pairwise: [String]
  ) throws(RowProblem) -> [Tuple] {
    var heads: [String] = []
    for path in paths { if let head = path.first, !heads.contains(head) { heads.append(head) } }
    // For each first name: one list of tuples an occurrence.
    var occurrences: [String: [[Tuple]]] = [:]
    for head in heads { occurrences[head] = try self.occurrences(of: head, paths: paths, in: level) }
    var result: [Tuple] = [[:]]
    var done: Set<String> = []
    for head in heads where !done.contains(head) {
      var factor: [Tuple]
      if let first = pairwise.first, let second = pairwise.last, pairwise.contains(head), first != second {
        done.formUnion(pairwise)
        let (a, b) = (occurrences[first] ?? [], occurrences[second] ?? [])
        guard a.count == b.count else { throw .uneven(a.count, b.count) }
        factor = []
        for (left, right) in zip(a, b) { factor += try Self.product(left, right) }
      } else {
        factor = (occurrences[head] ?? []).flatMap { $0 }
      }
      result = try Self.product(result, factor)
    }
    return result
  }

  private func occurrences(of head: String, paths: ArraySlice<[String]>, in level: [Binding]) throws(RowProblem)
    -> [[Tuple]]
  {
    let own = paths.filter { $0.first == head }
    let found: [Binding?] = level.filter { $0.name == head }
    var result: [[Tuple]] = []
    for binding in found.isEmpty ? [nil] : found {
      let inner = own.map { Array($0.dropFirst()) }
      var tuples = try combinations(inner.filter { !$0.isEmpty }[...], in: binding?.children ?? [], pairwise: [])
      tuples = tuples.map { tuple in
        var prefixed = Tuple(uniqueKeysWithValues: tuple.map { ([head] + $0.key, $0.value) })
        if inner.contains([]) { prefixed.updateValue(binding, forKey: [head]) }
        return prefixed
      }
      result.append(tuples)
    }
    return result
  }

  private static func product(_ a: [Tuple], _ b: [Tuple]) throws(RowProblem) -> [Tuple] {
    guard a.count * b.count <= mostRows else { throw .tooMany(a.count * b.count) }
    return a.flatMap { left in b.map { right in left.merging(right) { first, _ in first } } }
  }
}
