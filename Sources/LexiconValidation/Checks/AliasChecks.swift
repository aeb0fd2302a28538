import DocumentModel
import Lexicons

// Written forms: those that say nothing, never count, or mean two things.

extension Check {
  static let aliasChecks: [Check] = [
    ownName, aliasTime, oneCharacter, aliasKind, shortName, ordinaryWord, unitClash, tableClash, rowClash, personClash,
    staleAmbiguity,
  ]

  static let ownName = Check(
    "alias.own-name", .warning, "An alias that is the name itself, left over when the name was corrected."
  ) { lexicons, report in
    for table in TableName.allCases {
      for row in lexicons[table] where row.file.schema?.columns.contains("aliases") == true {
        let names = [row["name"], row["full_name"]]
        for alias in row.list("aliases") where names.contains(alias) {
          report.add(row, "aliases", "\(alias) is the name itself; delete it from the aliases")
        }
      }
    }
    let names = Dictionary(lexicons[.divisions].map { ($0["id"], $0["name"]) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.divisionAliases] where names[row["division_id"]] == row["alias"] {
      report.add(row, "alias", "\(row["alias"]) is the unit's name; delete the row")
    }
  }

  static let aliasTime = Check(
    "alias.dead", .error, "An alias whose dates lie outside its unit's: it never counts, on no day."
  ) { lexicons, report in
    let units = Dictionary(lexicons[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.divisionAliases] {
      guard let unit = units[row["division_id"]], !row.validity.overlaps(unit.validity) else { continue }
      report.add(
        row, "valid_from",
        "the alias is valid \(row.validity.text), its unit \(unit.validity.text): never at once; correct the dates or the unit",
        related: [Finding.Related(place: unit.place, message: "the unit")])
    }
  }

  static let oneCharacter = Check(
    "alias.one-character", .error,
    "One character as an alias without a context: 云 or 宁 would be a province in every text (13 of them are surnames too)."
  ) { lexicons, report in
    for row in lexicons[.divisionAliases] where row["alias"].unicodeScalars.count == 1 {
      let context = row["needs_context"]
      if context.isEmpty || context == "none" || context == "title" {
        report.add(
          row, "needs_context", "one character needs company; write compound, or suffix where 市, 县 or 区 must follow")
      }
    }
    for table in [TableName.regions, .countries, .foreignPlaces, .sites, .initiatives, .centralOrgans, .media] {
      for row in lexicons[table] {
        for alias in [row["name"]] + row.list("aliases") where alias.unicodeScalars.count == 1 {
          report.add(row, "aliases", "the one character \(alias) would match everywhere; delete it")
        }
      }
    }
  }

  static let aliasKind = Check(
    "alias.kind", .error, "A kind that does not fit: `one-char` with two characters never matches in a run like 京津冀."
  ) { lexicons, report in
    for row in lexicons[.divisionAliases] {
      let isOne = row["alias"].unicodeScalars.count == 1
      let (kind, context) = (row["kind"], row["needs_context"])
      if kind == "one-char", !isOne {
        report.add(row, "kind", "one-char with \(row["alias"]); its kind is short or nickname")
      }
      if context == "compound", !isOne {
        report.add(
          row, "needs_context", "only one character stands in a compound; write suffix or none for \(row["alias"])")
      }
    }
  }

  static let shortName = Check(
    "alias.short", .error,
    "A short name on the wrong unit, from an id one line off: its characters are not in the unit's name."
  ) { lexicons, report in
    let names = Dictionary(lexicons[.divisions].map { ($0["id"], $0["name"]) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.divisionAliases] where row["kind"] == "short" {
      guard let name = names[row["division_id"]] else { continue }
      var rest = Array(name.unicodeScalars)[...]
      let isPart = row["alias"].unicodeScalars.allSatisfy { scalar in
        guard let place = rest.firstIndex(of: scalar) else { return false }
        rest = rest[(place + 1)...]
        return true
      }
      if !isPart {
        report.add(row, "division_id", "\(row["alias"]) is no short form of \(name); correct the id, or the kind")
      }
    }
  }

  static let ordinaryWord = Check(
    "alias.ordinary-word", .warning,
    "A short name that is a word of the grammar (公园, 振兴, 前锋) and counts without 市, 县 or 区 after it."
  ) { lexicons, report in
    var words: [String: Row] = [:]
    let tables: [(TableName, String)] = [
      (.commonModifiers, "surface"), (.heads, "head"),
      (.organisationHeads, "head"), (.posts, "surface"), (.modifiers, "surface"),
    ]
    for (table, column) in tables { for row in lexicons[table] { words[row[column]] = row } }
    // What was decided may stand in the part that is lost.
    guard !lexicons.isCutOff(.ambiguity) else { return }
    let decided = lexicons.decisions
    for row in lexicons[.divisionAliases] where row["kind"] == "short" {
      let (alias, context) = (row["alias"], row["needs_context"])
      guard context.isEmpty || context == "none", let word = words[alias], decided[alias] == nil else { continue }
      report.add(
        row, "needs_context", "\(alias) is a word, too; write suffix, or decide in ambiguity.tsv what it means alone",
        related: [Finding.Related(place: word.place, message: "the word")])
    }
  }

  static let unitClash = Check(
    "clash.units", .warning,
    "A name that two units of one level have at the same time, and nobody has decided what a text means by it."
  ) { lexicons, report in
    let levels = Dictionary(lexicons[.divisions].map { ($0["id"], $0["level"]) }, uniquingKeysWith: { a, _ in a })
    // What was decided may stand in the part that is lost.
    guard !lexicons.isCutOff(.ambiguity) else { return }
    let decided = lexicons.decisions
    for (text, surfaces) in lexicons.surfaces where surfaces.count > 1 && decided[text]?.contains("divisions") != true {
      let units = surfaces.filter { ($0.table == .divisions || $0.table == .divisionAliases) && $0.isFree }
      for (number, unit) in units.enumerated() {
        let (id, level) = (unit.unitID, levels[unit.unitID])
        let other = units[..<number].first {
          $0.unitID != id && levels[$0.unitID] == level && $0.validity.overlaps(unit.validity)
        }
        if let other {
          report.add(
            unit.row, unit.column, "\(text) is \(other.unitID), too; decide in ambiguity.tsv what it means alone",
            related: [Finding.Related(place: other.row.place, message: "the other unit")])
          break
        }
      }
    }
  }

  static let tableClash = Check(
    "clash.tables", .warning,
    "One surface in two tables (a place and a site, a country and a title), and which one wins is chance."
  ) { lexicons, report in
    // What was decided may stand in the part that is lost.
    guard !lexicons.isCutOff(.ambiguity) else { return }
    let decided = lexicons.decisions
    for group in lexicons.tableClashes where !Set(group.tables).isSubset(of: decided[group.text] ?? []) {
      report.add(
        group.surfaces[1].row, group.surfaces[1].column,
        "\(group.text) is in \(group.tables.joined(separator: " and ")); decide in ambiguity.tsv, or delete one",
        related: [Finding.Related(place: group.surfaces[0].row.place, message: "the other reading")])
    }
  }

  static let rowClash = Check(
    "clash.rows", .error,
    "Two rows of one table with the same alias at the same time (社科院): the later row is never found."
  ) { lexicons, report in
    for (text, surfaces) in lexicons.surfaces where surfaces.count > 1 {
      for (number, surface) in surfaces.enumerated()
      where surface.table != .divisions && surface.table != .divisionAliases {
        let other = surfaces[..<number].first {
          $0.table == surface.table && $0.row.key != surface.row.key && $0.validity.overlaps(surface.validity)
        }
        // A post may be one of the Party and one of the state: they are told apart by what stands before them.
        guard let other, surface.table != .posts, surface.table != .foreignPlaces else { continue }
        report.add(
          surface.row, surface.column,
          "\(text) is in line \(other.row.line), too; take it out of one of the two rows, or date them",
          related: [Finding.Related(place: other.row.place, message: "the other row")])
      }
    }
  }

  static let personClash = Check(
    "clash.person", .warning,
    "A known person whose name is a place or an organisation: every mention of it would be a person."
  ) { lexicons, report in
    // What was decided may stand in the part that is lost.
    guard !lexicons.isCutOff(.ambiguity) else { return }
    let decided = lexicons.decisions
    for row in lexicons[.knownNames] + lexicons[.officials]
    where row["kind"] != "foreign" && row["kind"] != "listed" {
      let name = row["name"]
      guard let other = lexicons.surfaces[name]?.first(where: \.isFree), decided[name] == nil else { continue }
      report.add(
        row, "name", "\(name) is in \(other.table.short), too; delete the person, or decide in ambiguity.tsv",
        related: [Finding.Related(place: other.row.place, message: "the other reading")])
    }
  }

  static let staleAmbiguity = Check(
    "clash.stale", .warning, "A decision about a clash that is none any more: it would hide the next one of that name."
  ) { lexicons, report in
    guard lexicons.files.allSatisfy(\.isWhole), !lexicons[.ambiguity].isEmpty else { return }
    let known = Set(TableName.allCases.map(\.short))
    var texts: [String: Set<String>] = [:]
    for row in lexicons[.ambiguity] {
      let text = row["surface"]
      for column in ["reading_a", "reading_b"] {
        let parts = row[column].split(separator: ":", maxSplits: 1).map(String.init)
        // Readings that no table has: an ordinary word, a surname with a given name.
        guard let lexicon = parts.first, lexicon != "words", lexicon != "names" else { continue }
        guard known.contains(lexicon) else {
          report.add(row, column, "there is no table \(lexicon); correct the reading")
          continue
        }
        if texts[lexicon] == nil { texts[lexicon] = lexicons.texts(of: lexicon) }
        let isThere =
          parts.count < 2
          ? texts[lexicon]?.contains(text) == true
          : lexicons.surfaces[text, default: []].contains { $0.unitID == parts[1] || $0.row["id"] == parts[1] }
            || texts[lexicon]?.contains("\(parts[1]) \(text)") == true
        if !isThere { report.add(row, column, "\(text) is not in \(row[column]) any more; delete the row") }
      }
    }
  }
}

extension CheckedLexicons {
  /// All written forms of a table's rows, each also with the row's id in front; divisions with their aliases.
  fileprivate func texts(of lexicon: String) -> Set<String> {
    var texts: Set<String> = []
    for table in TableName.allCases
    where table.short == lexicon || (lexicon == TableName.divisions.short && table == .divisionAliases) {
      for row in self[table] {
        for column in ["name", "full_name", "one_char", "alias", "surface", "surname", "head", "word"] {
          texts.formUnion([row[column], "\(row["id"]) \(row[column])"])
        }
        for column in ["aliases", "variants"] {
          for text in row.list(column) { texts.formUnion([text, "\(row["id"]) \(text)"]) }
        }
      }
    }
    return texts
  }
}

extension Surface {
  /// The division it means; empty for rows of other tables.
  var unitID: String { table == .divisions ? row["id"] : row["division_id"] }
}

/// A surface in tables of different kinds, with one reading of each.
struct TableClash {
  let text: String
  let tables: [String]
  let surfaces: [Surface]
}

extension CheckedLexicons {
  /// Surfaces that stand in tables of different kinds at the same time, with the tables' names, sorted.
  var tableClashes: [TableClash] {
    var clashes: [TableClash] = []
    for (text, all) in surfaces where all.count > 1 {
      let free = all.filter(\.isFree)
      var found: [Surface] = []
      for surface in free where !found.contains(where: { $0.family == surface.family }) {
        let meets = free.contains { $0.family != surface.family && $0.validity.overlaps(surface.validity) }
        if meets { found.append(surface) }
      }
      if found.count > 1 {
        clashes.append(TableClash(text: text, tables: found.map(\.family).sorted(), surfaces: found))
      }
    }
    return clashes
  }

  /// The tables that ambiguity.tsv names for each surface, divisions and their aliases being one.
  var decisions: [String: Set<String>] {
    var decisions: [String: Set<String>] = [:]
    for row in self[.ambiguity] {
      for column in ["reading_a", "reading_b"] {
        let table = String(row[column].prefix { $0 != ":" })
        decisions[row["surface"], default: []].insert(
          table == TableName.divisionAliases.short ? TableName.divisions.short : table)
      }
    }
    return decisions
  }
}

extension Surface {
  /// Its table, divisions and their aliases being one, and titles of one holder and of several.
  fileprivate var family: String {
    switch table {
    case .divisionAliases: TableName.divisions.short
    case .groupLabels: TableName.posts.short
    default: table.short
    }
  }
}
