public import DocumentModel

/// Looks divisions up by id, and walks between a unit and those above and below it.
public final class DivisionIndex: Sendable {
  private let divisions: [Division]
  private let places: [ByteKey: Int32]
  /// For each division its parent's place; -1 for none, for an unknown one, and where a chain of parents would be a circle.
  private let parents: [Int32]
  private let childPlaces: [Int32: [Int32]]
  private let namesakes: [ByteKey: [Int32]]

  public init(_ divisions: [Division]) {
    var places: [ByteKey: Int32] = [:]
    places.reserveCapacity(divisions.count)
    for (place, division) in divisions.enumerated() { places[ByteKey(division.id)] = Int32(place) }
    var parents = divisions.map { division in
      division.parentID.flatMap { places[ByteKey($0)] } ?? -1
    }
    var children: [Int32: [Int32]] = [:]
    var namesakes: [ByteKey: [Int32]] = [:]
    namesakes.reserveCapacity(divisions.count)
    for place in divisions.indices {
      // A province has a region, a county a prefecture: more than a few steps up is a circle.
      var (above, steps) = (parents[place], 0)
      while above >= 0, steps < 8 { (above, steps) = (parents[Int(above)], steps + 1) }
      if above >= 0 { parents[place] = -1 }
      if parents[place] >= 0 { children[parents[place], default: []].append(Int32(place)) }
      namesakes[ByteKey(divisions[place].name), default: []].append(Int32(place))
    }
    self.divisions = divisions
    self.places = places
    self.parents = parents
    childPlaces = children
    self.namesakes = namesakes
  }

  /// The division with an id.
  public subscript(id: String) -> Division? { places[ByteKey(id)].map { divisions[Int($0)] } }

  /// All divisions with exactly this name, of any time, in the order of the lexicon.
  public func divisions(named name: String) -> [Division] {
    namesakes[ByteKey(name), default: []].map { divisions[Int($0)] }
  }

  /// The unit above.
  public func parent(of division: Division) -> Division? {
    guard let place = places[ByteKey(division.id)], parents[Int(place)] >= 0 else { return nil }
    return divisions[Int(parents[Int(place)])]
  }

  /// The same by their places in the lexicon.
  public func parent(place: Int) -> Int? { parents[place] >= 0 ? Int(parents[place]) : nil }

  /// The units above, the nearest one first.
  public func ancestors(of division: Division) -> [Division] {
    var found: [Division] = []
    var next = parent(of: division)
    while let above = next {
      found.append(above)
      next = parent(of: above)
    }
    return found
  }

  /// The units right below that were so at a date, in the order of the lexicon; without a date those of any time.
  public func children(of division: Division, on date: PartialDate? = nil) -> [Division] {
    guard let place = places[ByteKey(division.id)] else { return [] }
    return childPlaces[place, default: []].map { divisions[Int($0)] }.filter { $0.isValid(on: date) }
  }

  /// Whether one unit lies in another one, at any depth.
  public func isInside(_ division: Division, _ other: Division) -> Bool {
    guard let place = places[ByteKey(division.id)], let outer = places[ByteKey(other.id)] else { return false }
    return isInside(place: Int(place), Int(outer))
  }

  /// The same of two divisions by their places in the lexicon.
  public func isInside(place: Int, _ outer: Int) -> Bool {
    var place = place
    while parents[place] >= 0 {
      place = Int(parents[place])
      if place == outer { return true }
    }
    return false
  }

  /// The full official name: districts, towns, townships and streets carry the unit above (台州市黄岩区), others do not.
  public func fullName(of division: Division) -> String {
    guard division.namesUnitAbove, let parent = parent(of: division) else { return division.name }
    return parent.name + division.name
  }

  /// The unit's code at a date: its own, or outside its time that of the unit with its name and level in the same
  /// province then. Nil where it had none.
  public func code(of division: Division, on date: PartialDate?) -> String? {
    if date == nil || division.isValid(on: date) { return division.code }
    let province = ancestors(of: division).last?.name
    let others = divisions(named: division.name).filter {
      $0.level == division.level && ancestors(of: $0).last?.name == province
    }
    let then = valid(others, on: date)
    return then.count == 1 ? then.first?.code : nil
  }

  /// Those of several readings that fit a date, in their order.
  ///
  /// Units whose interval has the date go before those that are let in by a year's grace only. Without a date units of all
  /// times fit, and the ones that lasted longest win: those still there, else those that ended last.
  public func valid(_ candidates: [Division], on date: PartialDate?) -> [Division] {
    guard date != nil else {
      return candidates.filter { one in !candidates.contains { $0.validity.outlasts(one.validity) } }
    }
    let exact = candidates.filter { $0.validity.contains(date) }
    return exact.isEmpty ? candidates.filter { $0.isValid(on: date) } : exact
  }

  /// The same of divisions by their places in the lexicon.
  public func valid(places: [Int], on date: PartialDate?) -> [Int] {
    guard date != nil else {
      return places.filter { one in
        !places.contains { divisions[$0].validity.outlasts(divisions[one].validity) }
      }
    }
    let exact = places.filter { divisions[$0].validity.contains(date) }
    return exact.isEmpty ? places.filter { divisions[$0].isValid(on: date) } : exact
  }
}

extension Division {
  /// Whether the unit was there at a date, with a year's grace where the dates come from yearly tables.
  public func isValid(on date: PartialDate?) -> Bool { validity.admits(date) }

  /// Whether the full name has the unit above in front.
  public var namesUnitAbove: Bool {
    switch type {
    case "市辖区", "镇", "乡", "民族乡", "苏木", "街道": true
    default: false
    }
  }
}

extension DivisionAlias {
  /// Whether the form was in use at a date, with a year's grace where the dates are years.
  public func isValid(on date: PartialDate?) -> Bool { validity.admits(date) }
}
