import DocumentModel
import Lexicons

// What a single cell must look like.

extension Check {
  static let valueChecks: [Check] = [
    emptyCell, unknownValue, badDate, badNumber, badCode, badID, emptyItem, repeatedItem, emptyInterval,
    implausibleYear,
    surfaceSigns,
  ]

  static let emptyCell = Check(
    "value.empty", .error, "A cell left empty that a run needs: a row without a source, an alias of nothing."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      if rule.isRequired, cell.isEmpty { report.add(row, column, "`\(column)` is empty; it needs a value") }
    }
  }

  static let unknownValue = Check(
    "value.unknown", .error, "A value misspelt (`goverment`), which no stage of the program knows."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard !cell.isEmpty else { return }
      let values: [String]
      switch rule.type {
      case .choice(let known): values = known
      case .flag: values = ["y", "n"]
      default: return
      }
      let text = row.file.text(cell)
      if !values.contains(text) {
        report.add(row, column, "`\(column)` is \"\(text)\"; expected one of \(values.joined(separator: ", "))")
      }
    }
  }

  static let badDate = Check(
    "value.date", .error, "A date that does not exist, or in another form (2018.3, 2019-02-30)."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard case .date = rule.type, !cell.isEmpty else { return }
      let text = row.file.text(cell)
      if PartialDate(iso: text)?.description != text {
        report.add(
          row, column, "`\(column)` is \"\(text)\"; expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD")
      }
    }
  }

  static let badNumber = Check(
    "value.number", .error, "A frequency with a comma or a sign, or a figure out of its range (a weight of 30 for 3.0)."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard case .number(let range) = rule.type, !cell.isEmpty else { return }
      let text = row.file.text(cell)
      let form = text.hasPrefix("-") && range.lowerBound < 0 ? text.dropFirst() : text[...]
      let parts = form.split(separator: ".", omittingEmptySubsequences: false)
      let isPlain =
        parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
      guard isPlain, let number = Double(text), range.contains(number) else {
        let bounds = "\(format(range.lowerBound)) to \(format(range.upperBound))"
        report.add(row, column, "`\(column)` is \"\(text)\"; expected a number from \(bounds), such as 12 or 0.5")
        return
      }
    }
  }

  private static func format(_ number: Double) -> String { "\(Int(number))" }

  static let badCode = Check(
    "value.code", .error, "A code with a digit lost or a letter in it: output would carry it into databases."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard case .code = rule.type, !cell.isEmpty else { return }
      let code = row.file.bytes[cell]
      if code.count != 6 || !code.allSatisfy({ (0x30...0x39).contains($0) }) || !(0x31...0x38).contains(code.first ?? 0)
      {
        let text = row.file.text(cell)
        report.add(row, column, "`\(column)` is \"\(text)\"; expected six digits, the first one 1 to 8, or nothing")
      }
    }
  }

  static let badID = Check(
    "value.id", .error, "An id with capitals, blanks or Chinese in it; ids end up in URLs and in other people's tables."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard !cell.isEmpty else { return }
      let bytes = row.file.bytes[cell]
      let isGood: Bool
      let form: String
      switch rule.type {
      case .id:
        form = "small letters, digits and hyphens, a letter first"
        let first = bytes.first ?? 0
        isGood =
          (0x61...0x7A).contains(first)
          && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      case .countryID:
        form = "the two capitals of ISO 3166"
        isGood = bytes.count == 2 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
      default: return
      }
      if !isGood { report.add(row, column, "`\(column)` is \"\(row.file.text(cell))\"; write \(form)") }
    }
  }

  static let emptyItem = Check(
    "value.empty-item", .error, "A comma too many in a list: the empty alias would match everywhere."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard rule.type.isList, !cell.isEmpty else { return }
      let items = row.file.bytes[cell].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      if items.contains(where: { $0.allSatisfy { $0 == UInt8(ascii: " ") } }) {
        report.add(row, column, "`\(column)` has an empty item; write items with one comma between two")
      }
    }
  }

  static let repeatedItem = Check(
    "value.repeated-item", .warning, "The same alias twice in one cell, after two people added it."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      guard rule.type.isList, !cell.isEmpty else { return }
      var seen: Set<String> = []
      for item in row.list(column) where !seen.insert(item).inserted {
        report.add(row, column, "`\(column)` has \(item) twice; delete one")
      }
    }
  }

  static let emptyInterval = Check(
    "value.interval", .error, "`valid_from` and `valid_to` exchanged or equal: the row is never valid."
  ) { lexicons, report in
    for file in lexicons.readableFiles where file.schema?.columns.contains("valid_to") == true {
      for row in file.rows {
        if let from = row.date("valid_from"), let to = row.date("valid_to"), from.earliest >= to.earliest {
          report.add(
            row, "valid_to", "`valid_to` \(to) is not after `valid_from` \(from); it is the first date no longer valid")
        }
      }
    }
  }

  static let implausibleYear = Check(
    "value.year", .warning, "A year mistyped (2108 for 2018, 1894 for 1984)."
  ) { lexicons, report in
    let latest = lexicons.today.year + 5
    lexicons.forEachCell { row, column, rule, cell in
      guard case .date = rule.type, !cell.isEmpty, column.hasPrefix("valid_"), let date = row.date(column),
        date.year < 1880 || date.year > latest
      else { return }
      report.add(row, column, "the year of \(date) is not between 1880 and \(latest); correct it")
    }
  }

  static let surfaceSigns = Check(
    "value.surface-signs", .error,
    "Half a pair of brackets, quotation marks or a full stop left in a surface: no article writes it so."
  ) { lexicons, report in
    lexicons.forEachCell { row, column, rule, cell in
      switch rule.type {
      case .surface, .surfaces: break
      default: return
      }
      // 《》 never, and neither what ends or parts sentences; · - / . & + and blanks stand in real names.
      if row.file.path == TableName.commonWords.rawValue { return }
      let text = row.file.text(cell)
      for (open, close) in ["()", "（）", "“”", "‘’"].map({ (Array($0)[0], Array($0)[1]) })
      where text.count(where: { $0 == open }) != text.count(where: { $0 == close }) {
        report.add(row, column, "`\(column)` has \(open) or \(close) without the other; add it or delete the one")
      }
      if let sign = text.first(where: { "《》〈〉[]【】{}「」。？！：:!?\"'|=<>*#".contains($0) }) {
        report.add(row, column, "`\(column)` has \(sign) in it; write the surface as it stands in texts")
      }
    }
  }
}

extension Row {
  /// A date that exists; nil for an empty or a bad cell.
  func date(_ column: String) -> PartialDate? {
    let text = self[column]
    return text.isEmpty ? nil : PartialDate(iso: text)
  }

  /// The cells `valid_from`, `valid_to` and, where there is one, `precision`.
  var validity: Validity {
    Validity(
      from: date("valid_from"), to: date("valid_to"), precision: PartialDate.Precision(rawValue: self["precision"]))
  }
}

extension CheckedLexicons {
  /// All cells of all rows that can be read but those of removals, with the rules for their columns.
  func forEachCell(_ body: (_ row: Row, _ column: String, _ rule: ColumnRule, _ cell: Range<Int>) -> Void) {
    for file in readableFiles {
      guard let schema = file.schema else { continue }
      let rules = schema.columns.map { ColumnRule.of(schema, $0) }
      for row in file.rows where !row.isRemoval {
        for (number, rule) in rules.enumerated() {
          if let rule { body(row, schema.columns[number], rule, file.cell(row: row.index, column: number)) }
        }
      }
    }
  }
}
