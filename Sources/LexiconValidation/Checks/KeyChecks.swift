import DocumentModel
import Lexicons

// Keys, and cells that name rows of other tables.

extension Check {
  static let keyChecks: [Check] = [
    duplicateKey, unknownReference, unknownSource, circle, unknownPlace, nothingToRemove, removalBelow, idleOverride,
  ]

  static let duplicateKey = Check(
    "key.duplicate", .error, "Two rows with one key that differ elsewhere: which of them counts is chance."
  ) { lexicons, report in
    for file in lexicons.readableFiles {
      var first: [String: Row] = [:]
      for row in file.rows {
        let key = row.key
        guard let above = first[key] else {
          first[key] = row
          continue
        }
        // Equal lines are for another check.
        if file.bytes[file.lines[above.line - 1]] == file.bytes[file.lines[row.line - 1]] { continue }
        report.add(
          row, file.schema?.columns.first,
          "\"\(key)\" is in line \(above.line) already; delete one of the two lines or change its key",
          related: [Finding.Related(place: above.place, message: "the first row with the key")])
      }
    }
  }

  /// Column, its table, the table and column it refers to.
  private static let references: [(TableName, String, TableName, String)] = [
    (.divisions, "parent_id", .divisions, "id"), (.divisionAliases, "division_id", .divisions, "id"),
    (.foreignPlaces, "country_id", .countries, "id"), (.centralOrgans, "parent_id", .centralOrgans, "id"),
    (.organs, "parent_suffix", .organs, "suffix"),
  ]

  static let unknownReference = Check(
    "key.reference", .error, "A unit's id was changed or its row deleted, and aliases or children still name it."
  ) { lexicons, report in
    for (table, column, target, key) in references where lexicons.isWhole(target) {
      let known = Set(lexicons[target].map { $0[key] })
      for row in lexicons[table] {
        let value = row[column]
        if !value.isEmpty, !known.contains(value) {
          report.add(
            row, column,
            "`\(column)` is \"\(value)\", which is no `\(key)` of \(target.rawValue); add it there or correct it")
        }
      }
    }
  }

  static let unknownSource = Check(
    "key.source", .error, "A row whose source is not in sources.tsv: nobody knows its licence."
  ) { lexicons, report in
    guard lexicons.isWhole(.sources) else { return }
    let known = Set(lexicons[.sources].map { $0["src"] })
    for file in lexicons.readableFiles where file.path != TableName.sources.rawValue {
      guard file.schema?.columns.contains("src") == true else { continue }
      for row in file.rows where !row.isRemoval {
        let source = row["src"]
        if !source.isEmpty, !known.contains(source) {
          report.add(row, "src", "`src` is \"\(source)\", which is not in sources.tsv; add it there or correct it")
        }
      }
    }
  }

  static let circle = Check(
    "key.circle", .error, "Two units each above the other, after parents were edited: whoever walks upwards never ends."
  ) { lexicons, report in
    for (table, column, target, key) in references where table == target {
      let parents = Dictionary(lexicons[table].map { ($0[key], $0[column]) }, uniquingKeysWith: { first, _ in first })
      for row in lexicons[table] {
        var above = row[column]
        var steps = 0
        while let next = parents[above], !next.isEmpty, above != row[key], steps < 20 {
          (above, steps) = (next, steps + 1)
        }
        if !row[column].isEmpty, above == row[key] {
          report.add(row, column, "\(row[key]) is above itself; correct `\(column)` of one in the circle")
        }
      }
    }
  }

  static let unknownPlace = Check(
    "key.place", .error,
    "A site or paper in a place that does not exist under that name (the old name of a renamed city, a name without 市)."
  ) { lexicons, report in
    guard lexicons.isWhole(.divisions), lexicons.isWhole(.countries) else { return }
    var known: Set<String> = ["全国", "国际"]
    var names: [String: String] = [:]
    for row in lexicons[.divisions] { names[row["id"]] = row["name"] }
    for row in lexicons[.divisions] {
      known.insert(row["name"])
      // 台州市黄岩区: districts may have the unit above in front.
      if let above = names[row["parent_id"]] { known.insert(above + row["name"]) }
    }
    for row in lexicons[.countries] { known.formUnion([row["name"], row["full_name"]]) }
    for row in lexicons[.foreignPlaces] { known.insert(row["name"]) }
    for table in [TableName.sites, .media] {
      for row in lexicons[table] {
        let place = row["division"]
        if !place.isEmpty, !known.contains(place) {
          report.add(row, "division", "there is no place \(place); write its full official name")
        }
      }
    }
  }

  static let nothingToRemove = Check(
    "overlay.nothing-to-remove", .error, "`-key` in an overlay whose row below has another key now: the row stays."
  ) { lexicons, report in
    for file in lexicons.readableFiles where file.folder > 0 {
      let below = Set(
        lexicons.readableFiles.filter { $0.path == file.path && $0.folder < file.folder }.flatMap { $0.rows.map(\.key) }
      )
      for row in file.rows where row.isRemoval && !below.contains(String(row.key.dropFirst())) {
        report.add(
          row, nil, "no earlier folder has \"\(row.key.dropFirst())\" to be removed; delete the line or correct the key"
        )
      }
    }
  }

  static let removalBelow = Check(
    "overlay.removal-below", .error, "A line with `-` in the folder that everything else is laid over."
  ) { lexicons, report in
    for file in lexicons.readableFiles where file.folder == 0 {
      for row in file.rows where row.isRemoval {
        report.add(
          row, nil, "\"\(row.key)\" removes a row of an earlier folder, and this is the first one; delete both lines")
      }
    }
  }

  static let idleOverride = Check(
    "overlay.idle", .warning,
    "A row copied into an overlay and never changed: it hides all later corrections of the row below."
  ) { lexicons, report in
    for file in lexicons.readableFiles where file.folder > 0 {
      for below in lexicons.readableFiles where below.path == file.path && below.folder < file.folder {
        let lines = Set(below.rows.map { below.text(below.lines[$0.line - 1]) })
        for row in file.rows where lines.contains(file.text(file.lines[row.line - 1])) {
          report.add(row, nil, "the row below is the same; delete this one")
        }
      }
    }
  }
}
