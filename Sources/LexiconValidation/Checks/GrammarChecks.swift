// The parts that organs and titles are composed of.

extension Check {
  static let grammarChecks: [Check] = [
    placeholder, fixedExpansion, doubleExpansion, organLevel, departmentPost, headAlone, boundaryHead, idleBoundaryWord,
    postKind, deputyForm, composedPost, impliedLevel, labelLevel, modifierPost,
  ]

  /// Placeholders that each table's `canonical` may have.
  private static let placeholders: [(TableName, Set<String>)] = [
    (.organs, ["D", "C"]), (.organPrefixes, ["D", "S"]), (.departments, ["D", "O", "C"]),
  ]

  /// What stands between braces, and whether braces pair.
  private static func marks(in pattern: String) -> (names: [String], isBalanced: Bool) {
    var names: [String] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return (names, false) }
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return (names, true)
  }

  static let placeholder = Check(
    "organ.placeholder", .error,
    "A placeholder misspelt ({P}, {D without its brace), which would stand in the output's names."
  ) { lexicons, report in
    for (table, known) in placeholders {
      for row in lexicons[table] {
        let (names, isBalanced) = marks(in: row["canonical"])
        if !isBalanced { report.add(row, "canonical", "a brace does not pair; write {\(known.sorted()[0])}") }
        for name in names where !known.contains(name) {
          let list = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
          report.add(row, "canonical", "there is no {\(name)} here; write \(list)")
        }
      }
    }
  }

  static let fixedExpansion = Check(
    "organ.no-place", .error, "A full name without its place: the bureaux of all cities would be one organisation."
  ) { lexicons, report in
    for (table, known) in placeholders {
      for row in lexicons[table] where !row["canonical"].isEmpty {
        let names = marks(in: row["canonical"]).names
        // 兵团 is itself the place.
        if names.isEmpty, !row["canonical"].contains("新疆生产建设兵团") {
          report.add(
            row, "canonical",
            "the full name is the same for every place; put \(known.contains("O") ? "{D} or {O}" : "{D}") in")
        }
      }
    }
  }

  static let doubleExpansion = Check(
    "organ.double", .warning,
    "Two rows that compose the same words (市委 as 市+委, and as a suffix of its own) to different organs."
  ) { lexicons, report in
    var first: [String: Row] = [:]
    for row in lexicons[.organs] {
      for level in row.list("levels") {
        let surface = level + row["suffix"]
        guard let other = first[surface] else {
          first[surface] = row
          continue
        }
        if other.index != row.index, other["canonical"] != row["canonical"] {
          report.add(
            row, "suffix",
            "\(surface) is composed in line \(other.line), too, to another full name; take the level out of one of the two",
            related: [Finding.Related(place: other.place, message: "the other row")])
        }
      }
    }
  }

  static let organLevel = Check(
    "organ.level", .error, "A level misspelt or unknown (街到): the organ is found with no place of that level."
  ) { lexicons, report in
    guard lexicons.isWhole(.levelWords) else { return }
    let known = Set(lexicons[.levelWords].map { $0["level"] }).union(["师市", "地区", "新区", "开发区", "集团"])
    for row in lexicons[.organs] {
      for level in row.list("levels") where !known.contains(level) {
        report.add(row, "levels", "\(level) is no level of level_words.tsv; correct it or add the word there")
      }
    }
  }

  static let departmentPost = Check(
    "department.short-post", .error, "A fused title on the wrong department: 组织部长 must begin as its department does."
  ) { lexicons, report in
    for row in lexicons[.departments] where !row["short_post"].isEmpty {
      let (surface, post) = (row["surface"], row["short_post"])
      if !post.hasPrefix(surface) || post.unicodeScalars.count <= surface.unicodeScalars.count {
        report.add(
          row, "short_post",
          "\(post) is not \(surface) with a title after it; write the two as one word, or leave it empty")
      }
    }
  }

  static let headAlone = Check(
    "head.alone", .error,
    "A head noun that needs no name in front and may yet not stand alone (or the other way round)."
  ) { lexicons, report in
    for table in [TableName.heads, .organisationHeads] {
      for row in lexicons[table] {
        let mayBeAlone = row["standalone"] == "y"
        if row["min_left"] == "0", !mayBeAlone {
          report.add(
            row, "min_left",
            "with min_left 0 the head stands alone; write standalone y, or how many characters it needs")
        }
        if mayBeAlone, row["min_left"] != "0" {
          report.add(
            row, "standalone", "with standalone y nothing needs to be left of it; write min_left 0, or standalone n")
        }
      }
    }
  }

  static let boundaryHead = Check(
    "boundary.head", .warning,
    "A boundary that is a head noun, too: no name that ends in the head can reach across itself."
  ) { lexicons, report in
    let heads = Dictionary(
      (lexicons[.heads] + lexicons[.organisationHeads]).map { ($0["head"], $0) }, uniquingKeysWith: { a, _ in a })
    for row in lexicons[.boundaries] {
      guard let head = heads[row["surface"]] else { continue }
      report.add(
        row, "surface", "\(row["surface"]) is a head noun, too; delete one of the two",
        related: [Finding.Related(place: head.place, message: "the head noun")])
    }
  }

  static let idleBoundaryWord = Check(
    "boundary.idle-word", .warning,
    "A word that should protect against a boundary, a short place, 原 or a title and has none in it: it does nothing."
  ) { lexicons, report in
    guard [.boundaries, .divisionAliases, .countries].allSatisfy(lexicons.isWhole) else { return }
    let places =
      lexicons[.divisionAliases].map { $0["alias"] }
      + lexicons[.countries].flatMap { $0.list("aliases") + [$0["name"]] }
      + lexicons[.foreignPlaces].map { $0["name"] } + lexicons[.levelWords].map { $0["surface"] }
    let boundaries = Set(
      (lexicons[.boundaries].map { $0["surface"] } + places.filter { $0.unicodeScalars.count == 2 } + [
        "原", "长", "村", "乡", "镇",
      ])
      .map { Array($0.unicodeScalars) })
    let longest = boundaries.map(\.count).max() ?? 0
    for row in lexicons[.boundaryWords] {
      let word = Array(row["word"].unicodeScalars)
      let hasOne = word.indices.contains { start in
        (1...max(1, longest)).contains { length in
          start + length <= word.count && length < word.count
            && boundaries.contains(Array(word[start..<start + length]))
        }
      }
      if !hasOne { report.add(row, "word", "no boundary and no short place is in \(row["word"]); delete the row") }
    }
  }

  /// Kinds that titles name and no table of organisations has: they are held in mentions of another type.
  private static let kindsOfMentions: Set<String> = [
    "place", "delegation", "meeting", "state", "country", "foreign_party", "embassy",
  ]

  static let postKind = Check(
    "post.kind", .error, "A kind that no organisation has (goverment): the title is never bound to one."
  ) { lexicons, report in
    let tables: [TableName] = [.organs, .centralOrgans, .organisationHeads, .organPrefixes]
    guard tables.allSatisfy(lexicons.isWhole) else { return }
    var known = kindsOfMentions
    for table in tables { known.formUnion(lexicons[table].map { $0[table == .organisationHeads ? "class" : "kind"] }) }
    for (table, column) in [(TableName.posts, "org_kinds"), (.departments, "parent_kind")] {
      for row in lexicons[table] {
        for kind in row.list(column) where !known.contains(kind) {
          report.add(row, column, "no organisation is of the kind \(kind); correct it, or give an organ that kind")
        }
      }
    }
  }

  static let deputyForm = Check(
    "post.deputy", .warning,
    "`is_deputy` on a title that says nothing of 副: its holder would be the deputy of his own post."
  ) { lexicons, report in
    for row in lexicons[.posts] where row["is_deputy"] == "y" {
      let surface = row["surface"]
      if !["副", "次", "助理", "候补", "政务官"].contains(where: surface.contains) {
        report.add(row, "is_deputy", "\(surface) does not say that it is a deputy's; write n, or correct the surface")
      }
    }
  }

  static let composedPost = Check(
    "post.composed", .warning,
    "A title written out that its parts already give (副市长 from 副 and 市长): it hides a change to the parts."
  ) { lexicons, report in
    let posts = Dictionary(grouping: lexicons[.posts], by: { $0["surface"] })
    let deputies = lexicons[.modifiers].filter { $0["effect"] == "deputy" && $0["position"] != "after" }
    // 副教授 is a rank and no deputy: what is composed would be one.
    for row in lexicons[.posts] where row["is_deputy"] == "y" {
      let surface = row["surface"]
      for deputy in deputies where surface.hasPrefix(deputy["surface"]) {
        let core = String(surface.dropFirst(deputy["surface"].count))
        guard let parts = posts[core],
          parts.contains(where: { $0["class"] == row["class"] && $0["org_kinds"] == row["org_kinds"] }),
          row["implies"] == parts.first?["implies"]
        else { continue }
        report.add(row, "surface", "\(surface) is composed of \(deputy["surface"]) and \(core); delete the row")
        break
      }
    }
  }

  static let impliedLevel = Check(
    "post.implies", .error,
    "A title that implies a government and names no level (书记 → government): nobody knows whose it is."
  ) { lexicons, report in
    let levels = Set(lexicons[.levelWords].map { $0["level"] }).subtracting([""])
    for row in lexicons[.posts] where row["implies"] == "government" {
      let surface = row["surface"]
      if !levels.contains(where: surface.contains), !["专员", "行政长官", "特首"].contains(where: surface.contains) {
        report.add(
          row, "implies", "\(surface) names no level of place; leave `implies` empty, or write the level into the title"
        )
      }
      if row["class"] != "government" {
        report.add(
          row, "class", "\(surface) implies a government and is of class \(row["class"]); correct one of the two")
      }
    }
  }

  static let labelLevel = Check(
    "label.level", .error, "A label of another level than it says: 县领导 with the level 市 gives county people city posts."
  ) { lexicons, report in
    for row in lexicons[.groupLabels] {
      let (level, surface) = (row["level"], row["surface"])
      if !level.isEmpty, !surface.contains(level) {
        report.add(row, "level", "\(surface) does not say \(level); correct the level, or leave it empty")
      }
    }
  }

  static let modifierPost = Check(
    "modifier.post", .error, "A modifier that is a post as well (主任 as rank): the title loses its core."
  ) { lexicons, report in
    let posts = Set(lexicons[.posts].map { $0["surface"] })
    for row in lexicons[.modifiers] where posts.contains(row["surface"]) {
      report.add(row, "surface", "\(row["surface"]) is in posts.tsv, too; delete one of the two rows")
    }
  }
}
