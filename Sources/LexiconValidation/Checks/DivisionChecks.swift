import DocumentModel
import Lexicons

// Administrative units: codes, levels, parents, time.

extension Check {
  static let divisionChecks: [Check] = [
    codeLevel, divisionID, codeOverlap, typeSuffix, parentLevel, parentCode, parentTime, twin, missingParent, count,
  ]

  static let codeLevel = Check(
    "division.code-level", .error, "A prefecture's code on a county: 130200 is 唐山市, nothing in it."
  ) { lexicons, report in
    for row in lexicons[.divisions] {
      let code = row["code"]
      guard code.utf8.count == 6 else { continue }
      let level = code.hasSuffix("0000") ? "province" : code.hasSuffix("00") ? "prefecture" : "county"
      if level != row["level"] {
        report.add(
          row, "level", "the code \(code) is one of a \(level), the level is \(row["level"]); correct one of them")
      }
    }
  }

  static let divisionID = Check(
    "division.id", .error,
    "An id that does not follow from code and year: the same unit would get another id in the next build."
  ) { lexicons, report in
    for row in lexicons[.divisions] {
      let (id, code) = (row["id"], row["code"])
      // Units of the first table have no date; their id names that table's year.
      let year = row.date("valid_from").map { String($0.year) } ?? String(id.suffix(4))
      if code.isEmpty {
        if !id.hasPrefix("r-") {
          report.add(row, "id", "a unit without a code has an id that begins with r-; rename it")
        }
      } else if id != "d\(code)-\(year)" {
        report.add(row, "id", "the id of code \(code) from \(year) on is d\(code)-\(year); rename it")
      }
    }
  }

  static let codeOverlap = Check(
    "division.code-overlap", .error,
    "Two units with one code at the same time, after a renamed unit was added and the old one not ended."
  ) { lexicons, report in
    let coded = Dictionary(grouping: lexicons[.divisions].filter { !$0["code"].isEmpty }, by: { $0["code"] })
    for (code, rows) in coded where rows.count > 1 {
      for (number, row) in rows.enumerated() {
        if let other = rows[..<number].first(where: { $0.validity.overlaps(row.validity) }) {
          report.add(
            row, "valid_from",
            "the code \(code) belongs to \(other["name"]) (\(other.validity.text)) at the same time; end one of them",
            related: [Finding.Related(place: other.place, message: "the other unit")])
        }
      }
    }
  }

  /// What names of a type end in, where that is not the type itself.
  private static let suffixes: [String: [String]] = [
    "市辖区": ["区", "市"], "县级市": ["市"], "地级市": ["市"], "直辖市": ["市"], "工农区": ["区"], "行政区": ["行政区"],
    "地区": ["地区"], "林区": ["林区"], "特区": ["特区"],
  ]

  static let typeSuffix = Check(
    "division.type-suffix", .error,
    "A county that became a district in the name and not in the type (or the other way round)."
  ) { lexicons, report in
    for row in lexicons[.divisions] where row["level"] != "region" {
      let (name, type) = (row["name"], row["type"])
      let expected = suffixes[type] ?? [type]
      if !type.isEmpty, !expected.contains(where: name.hasSuffix) {
        report.add(
          row, "type",
          "\(name) does not end in \(expected.joined(separator: " or ")), but its type is \(type); correct one")
      }
    }
  }

  static let parentLevel = Check(
    "division.parent-level", .error,
    "A county as the parent of a prefecture: addresses would be read the wrong way round."
  ) { lexicons, report in
    let levels = Dictionary(lexicons[.divisions].map { ($0["id"], $0["level"]) }, uniquingKeysWith: { a, _ in a })
    let ranks = ["province": 0, "prefecture": 1, "county": 2]
    for row in lexicons[.divisions] {
      guard let own = ranks[row["level"]], let above = levels[row["parent_id"]], let rank = ranks[above] else {
        continue
      }
      if rank >= own { report.add(row, "parent_id", "a \(row["level"]) lies in a \(above); name the unit above it") }
    }
  }

  static let parentCode = Check(
    "division.parent-code", .error, "A parent in another province, from an id with two digits exchanged."
  ) { lexicons, report in
    let codes = Dictionary(lexicons[.divisions].map { ($0["id"], $0["code"]) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.divisions] {
      guard let above = codes[row["parent_id"]], !above.isEmpty, !row["code"].isEmpty else { continue }
      if above.prefix(2) != row["code"].prefix(2) {
        report.add(row, "parent_id", "\(row["code"]) lies in \(above), in another province; correct the parent")
      }
    }
  }

  static let parentTime = Check(
    "division.parent-time", .error,
    "A unit older or longer-lived than the one it lies in: in those years its address has a hole."
  ) { lexicons, report in
    let parents = Dictionary(lexicons[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.divisions] {
      guard let parent = parents[row["parent_id"]] else { continue }
      if !row.validity.isWithin(parent.validity) {
        report.add(
          row, "parent_id",
          "\(row["name"]) (\(row.validity.text)) is not within the time of \(parent["name"]) (\(parent.validity.text)); end it or name its parents one after the other",
          related: [Finding.Related(place: parent.place, message: "the unit above")])
      }
    }
  }

  static let twin = Check(
    "division.twin", .error,
    "One unit twice under one parent, once with the code of before and once with that of after."
  ) { lexicons, report in
    let siblings = Dictionary(grouping: lexicons[.divisions], by: { $0["parent_id"] + " " + $0["name"] })
    for rows in siblings.values where rows.count > 1 {
      for (number, row) in rows.enumerated() {
        if let other = rows[..<number].first(where: { $0.validity.overlaps(row.validity) }) {
          report.add(
            row, "name",
            "\(row["name"]) is in line \(other.line) under the same parent at the same time; end or delete one",
            related: [Finding.Related(place: other.place, message: "the other row")])
        }
      }
    }
  }

  static let missingParent = Check(
    "division.no-parent", .error,
    "A county without a parent: its province is unknown, and its namesakes cannot be told from it."
  ) { lexicons, report in
    for row in lexicons[.divisions]
    where row["parent_id"].isEmpty && (row["level"] == "county" || row["level"] == "prefecture") {
      report.add(row, "parent_id", "a \(row["level"]) needs a parent; name the prefecture or province it lies in")
    }
  }

  static let count = Check(
    "division.count", .error,
    "Units lost or doubled in a rebuild: the numbers of a day differ from those officially published."
  ) { lexicons, report in
    guard lexicons.isWhole(.divisions) else { return }
    let units = lexicons[.divisions].filter { !$0["code"].isEmpty }
    for row in lexicons[.divisionCounts] {
      guard let date = row.date("date") else { continue }
      let then = units.filter { $0.validity.contains(date) }
      for level in ["province", "prefecture", "county"] {
        let found = then.count { $0["level"] == level }
        if let expected = Int(row[level]), expected != found {
          report.add(
            row, level,
            "on \(date) there were \(expected) units of level \(level), divisions.tsv has \(found); find the difference"
          )
        }
      }
    }
  }
}
