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
    if let row = onlyRow(for: emission) { return [row] }
    var paths: [[String]] = []
    /// The number of a value's path; nil where the value is no capture.
    func number(_ value: EmissionValue) -> Int? {
      guard case .capture(let path) = value else { return nil }
      if let known = paths.firstIndex(of: path.components) { return known }
      paths.append(path.components)
      return paths.count - 1
    }
    let subject = number(emission.subject)
    let object = number(emission.object)
    let fields = emission.fields.map { number($0.value) }
    let when = emission.when.flatMap(number)
    let rows = try Combinations(paths: paths).all(
      Array(paths.indices), at: 0, in: bindings, pairwise: emission.pairwise)
    return rows.map { row in
      EmissionRow(
        subject: subject.flatMap { row[$0] }, object: object.flatMap { row[$0] },
        fields: fields.map { $0.flatMap { row[$0] } }, when: when.flatMap { row[$0] })
    }
  }
}

extension Match {
  /// The row of an emission whose captures occur once at most each, as most do; nil for others.
  private func onlyRow(for emission: Emission) -> EmissionRow? {
    guard emission.pairwise.isEmpty else { return nil }
    var isOnly = true
    func bound(_ value: EmissionValue) -> Binding? {
      guard isOnly, case .capture(let path) = value else { return nil }
      return only(path, &isOnly)
    }
    let row = EmissionRow(
      subject: bound(emission.subject), object: bound(emission.object), fields: emission.fields.map { bound($0.value) },
      when: emission.when.flatMap(bound))
    return isOnly ? row : nil
  }

  /// What a path is bound to; `isOnly` is false from then on if a capture on the way occurs more than once.
  private func only(_ path: CapturePath, _ isOnly: inout Bool) -> Binding? {
    var found: Binding?
    for (depth, name) in path.components.enumerated() {
      let level = depth == 0 ? bindings : found?.children ?? []
      var number: Int?
      for index in level.indices where level[index].name == name {
        guard number == nil else {
          isOnly = false
          return nil
        }
        number = index
      }
      guard let number else { return nil }
      found = level[number]
    }
    return found
  }
}

/// Combines the bindings of several paths.
private struct Combinations {
  /// What each path is bound to, by its number; nil where it took no part, or is not looked at yet.
  typealias Row = [Binding?]

  let paths: [[String]]

  /// All combinations for some of the paths, which are gone through from one of their captures on, in the bindings of a level.
  func all(_ some: [Int], at depth: Int, in level: [Binding], pairwise: [String]) throws(RowProblem) -> [Row] {
    var heads: [String] = []
    for path in some where !heads.contains(paths[path][depth]) { heads.append(paths[path][depth]) }
    var result = [Row(repeating: nil, count: paths.count)]
    var isDone = Array(repeating: false, count: heads.count)
    for number in heads.indices where !isDone[number] {
      let head = heads[number]
      var factor: [Row] = []
      if let first = pairwise.first, let second = pairwise.last, first != second, pairwise.contains(head) {
        for other in heads.indices where pairwise.contains(heads[other]) { isDone[other] = true }
        let a = heads.contains(first) ? try occurrences(of: first, some, at: depth, in: level) : []
        let b = heads.contains(second) ? try occurrences(of: second, some, at: depth, in: level) : []
        guard a.count == b.count else { throw .uneven(a.count, b.count) }
        for (left, right) in zip(a, b) { factor += try Self.product(left, right) }
      } else {
        for rows in try occurrences(of: head, some, at: depth, in: level) { factor += rows }
      }
      result = try Self.product(result, factor)
    }
    return result
  }

  /// The combinations of the paths that go through a capture: one list an occurrence of it.
  private func occurrences(
    of head: String, _ some: [Int], at depth: Int, in level: [Binding]
  ) throws(RowProblem) -> [[Row]] {
    let own = some.filter { paths[$0][depth] == head }
    let ending = own.first { paths[$0].count == depth + 1 }
    let longer = own.filter { paths[$0].count > depth + 1 }
    let found: [Binding?] = level.filter { $0.name == head }
    var result: [[Row]] = []
    for binding in found.isEmpty ? [nil] : found {
      var rows = try all(longer, at: depth + 1, in: binding?.children ?? [], pairwise: [])
      if let ending { for row in rows.indices { rows[row][ending] = binding } }
      result.append(rows)
    }
    return result
  }

  private static func product(_ a: [Row], _ b: [Row]) throws(RowProblem) -> [Row] {
    guard a.count * b.count <= Match.mostRows else { throw .tooMany(a.count * b.count) }
    if a.count == 1, a[0].allSatisfy({ $0 == nil }) { return b }
    return a.flatMap { left in b.map { right in zip(left, right).map { $0 ?? $1 } } }
  }
}
