import Lexicons
import Segmentation

// Characters that look right and never match.

extension Check {
  static let textChecks: [Check] = [
    control, invisible, privateUse, notNFC, compatibility, middleDot, traditional, variantGlyph, foreignScript,
    fullWidthComma,
  ]

  static let control = scalars(
    "text.control", .error, "A control character pasted from a PDF or terminal.", of: .control
  ) { "\($0) is a control character; delete it" }

  static let invisible = scalars(
    "text.invisible", .error,
    "A zero-width space, soft hyphen or direction mark copied from a web page: the two surfaces look the same and are not.",
    of: .invisible
  ) { "\($0) is invisible; delete it" }

  static let privateUse = scalars(
    "text.private-use", .error,
    "A rare character from a vendor's font (private use), or the replacement character of a failed conversion.",
    of: .privateUse
  ) { "\($0) means nothing outside one font; write the character that Unicode has for it" }

  static let compatibility = scalars(
    "text.compatibility", .error,
    "Full-width letters or digits, or a compatibility ideograph: the row is the twin of one in ordinary characters, unseen by eye and sort.",
    of: .compatibility
  ) { "\($0) is not its own NFKC form; write the ordinary character" }

  static let middleDot = scalars(
    "text.middle-dot", .error, "One of the five other dots in a foreign name, where the tables have U+00B7.", of: .dot
  ) { "\($0) is another dot; write · (U+00B7)" }

  static let traditional = scalars(
    "text.traditional", .error,
    "A Traditional character in a Simplified table: it is matched as its Simplified form and overrides the frequency of that row.",
    of: .traditional
  ) { "\($0) is Traditional; write it Simplified" }

  static let variantGlyph = scalars(
    "text.variant-glyph", .error, "A Japanese or older form of a character (呉 衞 兪 聡) that no Chinese paper writes.",
    of: .variant
  ) { "\($0) is a Japanese or older form; write the standard one" }

  static let foreignScript = scalars(
    "text.script", .error, "A Cyrillic or Greek letter that looks like a Latin one (А for A in АПЕК).", of: .otherScript
  ) { "\($0) is a letter of a script that no table uses; write the Latin or Chinese one" }

  static let notNFC = Check(
    "text.nfc", .error, "A letter and an accent as two characters, as some systems save names of files.",
    isFixable: true
  ) { lexicons, report in
    for file in lexicons.files where file.invalidAt == nil {
      for (index, line) in file.lines.enumerated() where mayLackNFC(file.bytes[line]) {
        for cell in CheckedFile.rawCells(of: file.bytes, in: line) where !NormalForm.isComposed(file.text(cell)) {
          report.add(
            file, line: index + 1, bytes: cell, "the cell is not in NFC; join letters and accents", key: file.text(cell)
          )
        }
      }
    }
  }

  static let fullWidthComma = Check(
    "text.list-comma", .error, "`，` or `；` between aliases: both become one long alias that never matches."
  ) { lexicons, report in
    for file in lexicons.readableFiles {
      guard let schema = file.schema else { continue }
      for column in schema.columns where ColumnRule.of(schema, column)?.type.isList == true {
        for row in file.rows {
          let text = row[column]
          if let mark = text.first(where: { "，；;".contains($0) }) {
            report.add(row, column, "`\(column)` has \(mark); separate items with a plain comma")
          }
        }
      }
    }
  }

  /// Whether some character could have another composed form. Below U+0300 everything is NFC, and so are the ideographs
  /// with the marks around them.
  private static func mayLackNFC(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 >= 0xCC && !(0xE3...0xE9).contains($0) }
  }

  /// A check for one class of characters; a line has one finding at most.
  private static func scalars(
    _ id: String, _ severity: Severity, _ mistake: String, of kind: ScalarFault.Kind,
    message: @escaping @Sendable (String) -> String
  ) -> Check {
    Check(id, severity, mistake) { lexicons, report in
      for (file, faults) in zip(lexicons.files, lexicons.faults) {
        for fault in faults where fault.kind == kind {
          let hex = String(fault.scalar.value, radix: 16, uppercase: true)
          let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
          let name = kind == .control || kind == .invisible ? code : "\(fault.scalar) (\(code))"
          report.add(
            file, line: fault.line, bytes: fault.bytes, message(name),
            key: file.text(CheckedFile.rawCells(of: file.bytes, in: file.lines[fault.line - 1])[0]))
        }
      }
    }
  }
}
