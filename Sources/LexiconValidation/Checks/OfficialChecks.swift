import DocumentModel
import Lexicons

// Leaders and the offices they held, and how units followed one another.

extension Check {
  static let officialChecks: [Check] = [
    roleReference, roleTime, roleInPlaceTime, twoHeads, roleEvidence, withoutRole, successionReference, successionTime,
  ]

  static let roleReference = Check(
    "official.reference", .error,
    "A role of an official, a place or an organ that is in no table: an id was mistyped or changed."
  ) { lexicons, report in
    let people = Set(lexicons[.officials].map { $0["id"] })
    let units = Set(lexicons[.divisions].map { $0["id"] })
    let suffixes = Set(lexicons[.organs].map { $0["suffix"] })
    let bodies = Set((lexicons[.centralOrgans] + lexicons[.countries]).map { $0["id"] })
    for row in lexicons[.officialRoles] {
      if lexicons.isWhole(.officials), !people.contains(row["official_id"]) {
        report.add(
          row, "official_id", "there is no official \(row["official_id"]); add it to officials.tsv or correct the id")
      }
      let (place, organ) = (row["division_id"], row["organ"])
      if !place.isEmpty, lexicons.isWhole(.divisions), !units.contains(place) {
        report.add(row, "division_id", "there is no division \(place); correct the id")
      }
      guard lexicons.isWhole(.organs), lexicons.isWhole(.centralOrgans), lexicons.isWhole(.countries) else { continue }
      if place.isEmpty, !bodies.contains(organ) {
        report.add(
          row, "organ", "\(organ) is no id of central_orgs.tsv or countries.tsv; correct it, or name the division")
      } else if !place.isEmpty, !suffixes.contains(organ) {
        report.add(row, "organ", "\(organ) is no suffix of organs.tsv; correct it")
      }
    }
  }

  static let roleTime = Check(
    "official.interval", .error, "A term that ends before it begins."
  ) { lexicons, report in
    for row in lexicons[.officialRoles] {
      if let start = row.date("start"), let end = row.date("end"), start.earliest >= end.earliest {
        report.add(row, "end", "`end` \(end) is not after `start` \(start); it is the first date without the office")
      }
    }
  }

  static let roleInPlaceTime = Check(
    "official.place-time", .error, "A mayor of a city that was not there yet, or no longer, from the id of a namesake."
  ) { lexicons, report in
    let units = Dictionary(lexicons[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    let bodies = Dictionary(lexicons[.centralOrgans].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.officialRoles] {
      let isLocal = !row["division_id"].isEmpty
      guard let place = isLocal ? units[row["division_id"]] : bodies[row["organ"]] else { continue }
      let term = Validity(from: row.date("start"), to: row.date("end"))
      if !term.overlaps(place.validity) {
        report.add(
          row, isLocal ? "division_id" : "organ",
          "the term \(term.text) is outside the time of \(place["name"]) (\(place.validity.text)); name the unit or body of that time",
          related: [Finding.Related(place: place.place, message: "the unit or body")])
      }
    }
  }

  /// Offices of which an organ has one at a time.
  private static let headTitles: Set<String> = [
    "书记", "省长", "市长", "主席", "主任", "部长", "院长", "检察长", "审计长", "行长", "局长", "总理", "委员长", "总书记",
  ]

  static let twoHeads = Check(
    "official.two-heads", .error,
    "Two heads of one organ at once for over 60 days: a predecessor whose term was never ended."
  ) { lexicons, report in
    // The secretariat has several secretaries.
    let heads = lexicons[.officialRoles].filter {
      headTitles.contains($0["title"]) && $0.date("start") != nil && $0["organ"] != "secretariat"
    }
    for rows in Dictionary(grouping: heads, by: { "\($0["division_id"]) \($0["organ"]) \($0["title"])" }).values {
      let sorted = rows.sorted { ($0["start"], $0.line) < ($1["start"], $1.line) }
      for (row, next) in zip(sorted, sorted.dropFirst()) where row["official_id"] != next["official_id"] {
        guard let begin = next.date("start") else { continue }
        // An end that is not known counts as the day the next one began.
        guard let end = row.date("end") else { continue }
        let (year, month, day) = begin.latest
        let grace = PartialDate(year: year, month: month, day: day).adding(days: 60)
        if end.earliest > grace.earliest, next.date("end").map({ $0.earliest > grace.earliest }) ?? true {
          report.add(
            row, "end",
            "\(next["official_id"]) holds the office from \(begin) on, and this term ends only \(end); correct one of the dates",
            related: [Finding.Related(place: next.place, message: "the other head")])
        }
      }
    }
  }

  static let roleEvidence = Check(
    "official.evidence", .error, "A role without the publication and day that says so, which nobody can verify."
  ) { lexicons, report in
    for row in lexicons[.officialRoles] {
      for item in row["evidence"].split(separator: ",") {
        let parts = item.split(separator: " ")
        if parts.count != 2 || PartialDate(iso: parts.last ?? "")?.day == nil {
          report.add(row, "evidence", "\(item) is not a publication and a day (xwlb 2017-03-05); write it so")
        }
      }
    }
  }

  static let withoutRole = Check(
    "official.no-role", .warning,
    "An official without any role, left over when the last one was corrected to somebody else."
  ) { lexicons, report in
    guard lexicons.isWhole(.officialRoles) else { return }
    let held = Set(lexicons[.officialRoles].map { $0["official_id"] })
    for row in lexicons[.officials] where !held.contains(row["id"]) {
      report.add(row, "id", "\(row["name"]) has no role in official_roles.tsv; add one or delete the row")
    }
  }

  static let successionReference = Check(
    "succession.reference", .error,
    "A successor whose id has changed with its first year: the chain of names ends there."
  ) { lexicons, report in
    guard lexicons.isWhole(.divisions) else { return }
    let known = Set(lexicons[.divisions].map { $0["id"] })
    for row in lexicons[.divisionSuccession] {
      for column in ["from_id", "to_id"] where !known.contains(row[column]) {
        report.add(row, column, "there is no division \(row[column]); correct the id")
      }
    }
  }

  static let successionTime = Check(
    "succession.time", .error, "A unit that follows one which outlived it, because the two ids were exchanged."
  ) { lexicons, report in
    let units = Dictionary(lexicons[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.divisionSuccession] {
      guard let before = units[row["from_id"]], let after = units[row["to_id"]] else { continue }
      guard let end = after.date("valid_to"), let start = before.date("valid_from") else { continue }
      if end.earliest <= start.earliest {
        report.add(
          row, "to_id",
          "\(after["name"]) ended in \(end), before \(before["name"]) began in \(start); exchange the two ids")
      }
    }
  }
}
