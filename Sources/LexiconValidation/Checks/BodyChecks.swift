import DocumentModel
import Lexicons

// Bodies, and golden look-ups.

extension Check {
  static let bodyChecks: [Check] = [bodyParentTime, endedParent, golden]

  static let bodyParentTime = Check(
    "body.parent-time", .warning,
    "A body that lived on after the body it belonged to had gone, when a reform was entered by half."
  ) { lexicons, report in
    let parents = Dictionary(lexicons[.centralOrgans].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.centralOrgans] {
      guard let parent = parents[row["parent_id"]], let end = parent.date("valid_to") else { continue }
      if row.date("valid_to").map({ $0.earliest > end.earliest }) ?? true {
        report.add(
          row, "parent_id",
          "\(parent["name"]) ended in \(end) and \(row["name"]) did not; end it, or name the body it went to",
          related: [Finding.Related(place: parent.place, message: "the body above")])
      }
    }
  }

  static let endedParent = Check(
    "body.same-name", .error,
    "A body entered a second time under its name at the same time, instead of getting an alias."
  ) { lexicons, report in
    let bodies = Dictionary(grouping: lexicons[.centralOrgans], by: { $0["name"] })
    for rows in bodies.values where rows.count > 1 {
      for (number, row) in rows.enumerated() {
        if let other = rows[..<number].first(where: { $0.validity.overlaps(row.validity) }) {
          report.add(
            row, "name", "\(row["name"]) is in line \(other.line) at the same time; date them or delete one",
            related: [Finding.Related(place: other.place, message: "the other row")])
        }
      }
    }
  }

  static let golden = Check(
    "golden.lookup", .error,
    "A look-up that everybody relies on (津 is 天津市, 曹妃甸 in 2010 has no code) came out otherwise after an edit."
  ) { lexicons, report in
    guard lexicons.isWhole(.divisions), lexicons.isWhole(.divisionAliases) else { return }
    for row in lexicons[.golden] {
      let found = lexicons.goldenReading(
        of: row["surface"], isCompound: row["context"] == "compound", on: row.date("date"))
      // `-` for a surface that must mean nothing by itself.
      if (found.isEmpty ? "-" : found) != row["expected"] {
        report.add(
          row, "expected",
          "\(row["surface"]) is \(found.isEmpty ? "nothing" : found), expected \(row["expected"]); find the edit that changed it"
        )
      }
    }
  }
}

extension CheckedLexicons {
  /// What a surface means on a day, alone or in a compound of one-character forms, as golden.tsv writes it: names with codes
  /// (`天津市 120000`), several with commas.
  func goldenReading(of surface: String, isCompound: Bool, on date: PartialDate?) -> String {
    let parts = isCompound ? surface.map { String($0) } : [surface]
    let units = Dictionary(self[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    let candidates = parts.map { part in
      surfaces[part, default: []].filter { reading in
        guard reading.validity.contains(date), reading.table == .divisions || reading.table == .divisionAliases else {
          return false
        }
        return reading.isFree || (isCompound && reading.row["needs_context"] == "compound")
      }.compactMap { units[$0.unitID] }
    }
    // In a compound neighbours stand together: of 通's two units the one in the region that all others have (通武廊).
    let regions = candidates.map { Set($0.compactMap { $0["code"].first }) }
    let shared = regions.dropFirst().reduce(regions.first ?? []) { $0.intersection($1) }
    return candidates.map { found in
      let near = found.filter { unit in shared.isEmpty || unit["code"].first.map(shared.contains) ?? true }
      let ranks = ["province": 0, "prefecture": 1, "region": 1, "county": 2]
      let best = near.map { ranks[$0["level"]] ?? 3 }.min()
      let names = near.filter { (ranks[$0["level"]] ?? 3) == best }.map { unit in
        unit["code"].isEmpty ? unit["name"] : "\(unit["name"]) \(unit["code"])"
      }
      return Set(names).sorted().joined(separator: "/")
    }.joined(separator: ",")
  }
}
