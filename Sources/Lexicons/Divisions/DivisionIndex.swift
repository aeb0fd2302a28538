public import DocumentModel
public import FlatTables

/// Looks divisions up by id, and walks between a unit and those above and below it.
public final class DivisionIndex: Sendable {
  private let divisions: Rows<Division>
  private let places: KeyTable
  /// For each division its parent's place; -1 for none, for an unknown one, and where a chain of parents would be a circle.
  private let parents: FlatArray<Int32>
  /// The places of all units below another one, and where those of each division begin (one element more: the end).
  private let below: FlatArray<Int32>
  private let belowStarts: FlatArray<Int32>
  private let namesakes: KeyTable

  public init(_ divisions: Rows<Division>) {
    let places = KeyTable(divisions.enumerated().map { ($1.id, Int32($0)) })
    var parents: [Int32] = []
    parents.reserveCapacity(divisions.count)
    for division in divisions { parents.append(division.parentID.flatMap { places.first(of: $0) } ?? -1) }
    for place in divisions.indices {
      // A province has a region, a county a prefecture: more than a few steps up is a circle.
      var (above, steps) = (parents[place], 0)
      while above >= 0, steps < 8 { (above, steps) = (parents[Int(above)], steps + 1) }
      if above >= 0 { parents[place] = -1 }
    }
    var starts = [Int32](repeating: 0, count: divisions.count + 1)
    for parent in parents where parent >= 0 { starts[Int(parent) + 1] += 1 }
    for place in divisions.indices { starts[place + 1] += starts[place] }
    var below = [Int32](repeating: 0, count: Int(starts[divisions.count]))
    var next = starts
    for (place, parent) in parents.enumerated() where parent >= 0 {
      below[Int(next[Int(parent)])] = Int32(place)
      next[Int(parent)] += 1
    }
    self.divisions = divisions
    self.places = places
    self.parents = FlatArray(parents)
    self.below = FlatArray(below)
    belowStarts = FlatArray(starts)
    namesakes = KeyTable(divisions.enumerated().map { ($1.name, Int32($0)) })
  }

  /// The index that ``write(to:)`` wrote, over the same divisions.
  public init(_ file: FlatFile, _ divisions: Rows<Division>) throws(FlatFileError) {
    places = try KeyTable(file, "divisions.ids")
    parents = try file.array("divisions.parents")
    below = try file.array("divisions.below")
    belowStarts = try file.array("divisions.belowStarts")
    namesakes = try KeyTable(file, "divisions.names")
    guard parents.count == divisions.count, belowStarts.count == divisions.count + 1 else {
      throw .damaged(what: "the index of divisions does not fit them")
    }
    self.divisions = divisions
  }

  /// The division with an id.
  public subscript(id: String) -> Division? { place(of: id).map { divisions[$0] } }

  /// The place of a division in the lexicon.
  public func place(of id: String) -> Int? { places.first(of: id).map(Int.init) }

  /// All divisions with exactly this name, of any time, in the order of the lexicon.
  public func divisions(named name: String) -> [Division] {
    namesakes.values(of: name).map { divisions[Int($0)] }
  }

  /// The unit above.
  public func parent(of division: Division) -> Division? {
    guard let place = place(of: division.id), parents[place] >= 0 else { return nil }
    return divisions[Int(parents[place])]
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
    guard let place = place(of: division.id) else { return [] }
    return below[Int(belowStarts[place])..<Int(belowStarts[place + 1])].map { divisions[Int($0)] }
      .filter { $0.isValid(on: date) }
  }

  /// Whether one unit lies in another one, at any depth.
  public func isInside(_ division: Division, _ other: Division) -> Bool {
    guard let place = self.place(of: division.id), let outer = self.place(of: other.id) else { return false }
    return isInside(place: place, outer)
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

  /// The full official name: districts, towns, townships, streets and the divisions of the production corps carry the unit above
  /// (台州市黄岩区, 新疆生产建设兵团第三师图木舒克市), others do not.
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

extension DivisionIndex {
  /// Writes the index; the rows are written with their lexicon.
  public func write(to writer: inout FlatFileWriter) {
    places.write(to: &writer, as: "divisions.ids")
    writer.add("divisions.parents", parents)
    writer.add("divisions.below", below)
    writer.add("divisions.belowStarts", belowStarts)
    namesakes.write(to: &writer, as: "divisions.names")
  }
}

extension Division {
  /// Whether the unit was there at a date, with a year's grace where the dates come from yearly tables.
  public func isValid(on date: PartialDate?) -> Bool { validity.admits(date) }

  /// A division of the production corps.
  public static let corps = "兵团师"
  public var isOfCorps: Bool { type == Self.corps }

  /// The level of a place that is the division: a region (兵团, 师) counts as a prefecture.
  public var placeLevel: PlaceReading.Level {
    switch level {
    case .province: .province
    case .prefecture, .region: .prefecture
    case .county: .county
    }
  }

  /// Whether the full name has the unit above in front.
  public var namesUnitAbove: Bool {
    switch type {
    case "市辖区", "镇", "乡", "民族乡", "苏木", "街道", Self.corps: true
    default: false
    }
  }
}

extension DivisionAlias {
  /// Whether the form was in use at a date, with a year's grace where the dates are years.
  public func isValid(on date: PartialDate?) -> Bool { validity.admits(date) }
}
