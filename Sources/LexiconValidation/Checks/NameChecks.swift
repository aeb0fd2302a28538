import NameRecognition

// The statistics of names.

extension Check {
  static let nameChecks: [Check] = [
    oneCharacterCell, surnameClass, positionSums, surnameSum, knownSurname, unknownFeature, longWord, idleStop,
  ]

  static let oneCharacterCell = Check(
    "name.one-character", .error, "Two characters in a table of single ones: the second one is never read."
  ) { lexicons, report in
    for table in [TableName.givenCharacters, .transliterationCharacters] {
      for row in lexicons[table] where row["char"].unicodeScalars.count != 1 {
        report.add(row, "char", "\(row["char"]) is not one character; delete the row, or write one row a character")
      }
    }
  }

  static let surnameClass = Check(
    "name.surname-class", .error,
    "A compound surname of class single: 欧阳 would be split into 欧 and a name that begins with 阳."
  ) { lexicons, report in
    for row in lexicons[.surnames] {
      let length = row["surname"].unicodeScalars.count
      if (row["class"] == "compound") != (length > 1), row["class"] != "rare" || length > 2 {
        report.add(
          row, "class",
          "\(row["surname"]) has \(length) character\(length == 1 ? "" : "s"); its class is \(length > 1 ? "compound" : "single or rare")"
        )
      }
    }
  }

  static let positionSums = Check(
    "name.sums", .warning,
    "A column in per cent or of raw counts where per million is meant: the recogniser takes every character for a name."
  ) { lexicons, report in
    guard lexicons[.givenCharacters].count > 1000 else { return }
    for column in ["ppm_first", "ppm_second", "ppm_single"] {
      let sum = lexicons[.givenCharacters].reduce(0) { $0 + (Double($1[column]) ?? 0) }
      if !(900_000...1_100_000).contains(sum), let row = lexicons[.givenCharacters].first {
        report.add(
          row, column, "`\(column)` adds up to \(Int(sum)), not to a million; give parts per million of the position")
      }
    }
  }

  static let surnameSum = Check(
    "name.surname-sum", .warning,
    "Surnames in another unit, or a common one lost: 王, 李 and 张 alone are a fifth of all people."
  ) { lexicons, report in
    guard lexicons[.surnames].count > 300, let row = lexicons[.surnames].first else { return }
    let sum = lexicons[.surnames].reduce(0) { $0 + (Double($1["ppm"]) ?? 0) }
    if !(750_000...1_050_000).contains(sum) {
      report.add(row, "ppm", "all surnames add up to \(Int(sum)) in a million; find what is missing or doubled")
    }
  }

  static let knownSurname = Check(
    "name.known", .warning,
    "An official whose surname no table has: the recogniser will not find a new one of that name."
  ) { lexicons, report in
    guard lexicons.isWhole(.surnames) else { return }
    let surnames = Set(lexicons[.surnames].map { $0["surname"] })
    for row in lexicons[.officials] {
      let name = row["name"]
      // Names with a dot have no surname.
      guard name.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) }) else { continue }
      if !surnames.contains(String(name.prefix(1))), !surnames.contains(String(name.prefix(2))) {
        report.add(
          row, "name", "\(name) begins with no surname; add it to surnames.tsv, or write a foreign name with ·")
      }
    }
  }

  static let unknownFeature = Check(
    "name.feature", .error,
    "The weight of a feature that was renamed: the weight is ignored, the feature weighs nothing."
  ) { lexicons, report in
    let known = Set(Feature.allCases.map(\.key) + ["document.sure-from"])
    for row in lexicons[.weights] where !known.contains(row["feature"]) {
      report.add(row, "feature", "the recogniser has no feature \(row["feature"]); delete the row, or correct its name")
    }
    guard lexicons.isWhole(.weights), lexicons[.weights].count > 10, let first = lexicons[.weights].first else {
      return
    }
    let given = Set(lexicons[.weights].map { $0["feature"] })
    for feature in Feature.allCases where !given.contains(feature.key) {
      report.add(first, nil, "the feature \(feature.key) has no weight; add its row, 0 where it shall weigh nothing")
    }
  }

  static let longWord = Check(
    "name.long-word", .warning, "A word too long to be looked up: the row takes room and does nothing."
  ) { lexicons, report in
    for row in lexicons[.commonWords] where row["surface"].unicodeScalars.count > 4 {
      report.add(row, "surface", "\(row["surface"]) has over four characters and is never looked up; delete the row")
    }
  }

  static let idleStop = Check(
    "name.idle-stop", .warning,
    "A stop word that cannot look like a name, because it begins with no surname and no character of transliterated names: it does nothing."
  ) { lexicons, report in
    guard lexicons.isWhole(.surnames) else { return }
    let surnames = Set(lexicons[.surnames].map { $0["surname"] })
    let transliterating = Set(lexicons[.transliterationCharacters].map { $0["char"] })
    for row in lexicons[.nameStops] {
      let text = row["surface"]
      if !transliterating.contains(String(text.prefix(1))), !surnames.contains(String(text.prefix(1))),
        !surnames.contains(String(text.prefix(2)))
      {
        report.add(
          row, "surface", "\(text) begins with no character of names and is never taken for a name; delete the row")
      }
    }
  }
}
