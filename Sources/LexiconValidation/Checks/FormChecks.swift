import Lexicons

// What a file must look like before its content can be judged.

extension Check {
  static let formChecks: [Check] = [
    missingFile, unreadableFile, unknownFile, encoding, byteOrderMark, lineEnds, finalNewline, emptyLine, header,
    cellCount, blanks, sorting, duplicateLine,
  ]

  static let missingFile = Check(
    "form.missing-file", .error,
    "A table was deleted or renamed by accident; every run with the folder would stop at its start."
  ) { lexicons, report in
    for (schema, folder) in lexicons.missing {
      report.add(
        place: Place(folder + schema.file), "is missing; a lexicon folder needs it, if only with its header line",
        key: schema.file, file: schema.file)
    }
  }

  static let unreadableFile = Check(
    "form.unreadable", .error, "A file's permissions are wrong, or a folder has a table's name."
  ) { lexicons, report in
    for file in lexicons.files {
      if let failure = file.failure { report.add(file, "cannot be read: \(failure); restore it") }
    }
  }

  static let unknownFile = Check(
    "form.unknown-file", .error,
    "A misspelt file name (`post.tsv`): the file's rows do nothing, and nobody notices."
  ) { lexicons, report in
    for (name, path) in lexicons.unknown {
      report.add(
        place: Place(name), "no lexicon reads it; rename it to one of the tables, or move it out of the folder",
        key: path, file: path)
    }
  }

  static let encoding = Check(
    "form.encoding", .error, "A file saved as GBK or UTF-16, or cut in the middle of a character."
  ) { lexicons, report in
    for file in lexicons.files {
      guard let offset = file.invalidAt else { continue }
      let before = file.bytes[..<offset]
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = file.bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
      report.add(
        place: Place(file.name, line: line, column: column), "is not UTF-8 from here on; save the file as UTF-8",
        key: file.path, file: file.path)
    }
  }

  static let byteOrderMark = Check(
    "form.byte-order-mark", .error,
    "An editor on Windows put a byte order mark in front: the first column's name is no longer what it was.",
    isFixable: true
  ) { lexicons, report in
    for file in lexicons.files where file.bytes.starts(with: CheckedFile.byteOrderMark) {
      report.add(
        place: Place(file.name, line: 1, column: 1), "begins with a byte order mark; save it without one",
        key: file.path,
        file: file.path)
    }
  }

  static let lineEnds = Check(
    "form.line-ends", .error,
    "Lines end in CR LF after an edit on Windows, so that the last cell of each has a CR in it.",
    isFixable: true
  ) { lexicons, report in
    for file in lexicons.files where file.invalidAt == nil {
      // One finding a file: with one line so, mostly all are.
      for (index, line) in file.lines.enumerated() {
        let end = line.upperBound
        if let inside = file.bytes[line].firstIndex(of: UInt8(ascii: "\r"))
          ?? (end < file.bytes.count && file.bytes[end] == UInt8(ascii: "\r") ? end : nil)
        {
          report.add(
            file, line: index + 1, bytes: inside..<inside + 1,
            "has a carriage return; end lines with a line feed alone",
            key: file.path)
          break
        }
      }
    }
  }

  static let finalNewline = Check(
    "form.final-newline", .error,
    "A file was cut off while it was copied; or the next row appended to it would join its last line.",
    isFixable: true
  ) { lexicons, report in
    for file in lexicons.files
    where file.failure == nil && file.invalidAt == nil && file.bytes.last != UInt8(ascii: "\n") {
      let line = file.lines.last ?? 0..<0
      report.add(
        file, line: max(1, file.lines.count), bytes: line.upperBound..<line.upperBound,
        "ends without a line feed: is it cut off? If not, end the last line", key: file.path)
    }
  }

  static let emptyLine = Check(
    "form.empty-line", .error, "A blank line left between rows, which the loader refuses.", isFixable: true
  ) { lexicons, report in
    for file in lexicons.files {
      for (index, line) in file.lines.enumerated() where line.allSatisfy({ file.bytes[$0] == UInt8(ascii: " ") }) {
        report.add(file, line: index + 1, bytes: line, "the line is empty; delete it", key: "\(index + 1)")
      }
    }
  }

  static let header = Check(
    "form.header", .error, "A column was renamed, dropped or moved, and all cells would be read as something else."
  ) { lexicons, report in
    for file in lexicons.files where file.failure == nil && file.invalidAt == nil {
      guard let schema = file.schema else { continue }
      let line = file.lines.first ?? 0..<0
      let cells = CheckedFile.rawCells(of: file.bytes, in: line)
      let names = cells.map { file.text(CheckedFile.trimmed($0, file.bytes)) }
      guard names != schema.columns else { continue }
      let wrong = zip(cells, names).first { !schema.columns.contains($0.1) }
      let problem =
        wrong.map { "there is no column `\($0.1)`" }
        ?? schema.columns.first { !names.contains($0) }.map { "the column `\($0)` is missing" }
        ?? "the columns are in another order"
      report.add(
        file, line: 1, bytes: wrong?.0 ?? line,
        "\(problem); the header must be \(schema.columns.joined(separator: " "))",
        key: file.path)
    }
  }

  static let cellCount = Check(
    "form.cells", .error,
    "A tab too many or too few (blanks typed for tabs): all cells after it slide into other columns."
  ) { lexicons, report in
    for file in lexicons.readableFiles {
      for (index, line) in file.lines.enumerated().dropFirst() where !line.isEmpty {
        let found = file.bytes[line].count { $0 == UInt8(ascii: "\t") } + 1
        if found != file.width, !line.allSatisfy({ file.bytes[$0] == UInt8(ascii: " ") }) {
          report.add(
            file, line: index + 1, bytes: line,
            "the line has \(found) cell\(found == 1 ? "" : "s"); expected \(file.width), separated by tabs",
            key: file.text(CheckedFile.rawCells(of: file.bytes, in: line)[0]))
        }
      }
    }
  }

  static let blanks = Check(
    "form.blanks", .error, "A blank at the edge of a cell or after a comma: the surface with the blank never matches.",
    isFixable: true
  ) { lexicons, report in
    for file in lexicons.readableFiles {
      for (index, line) in file.lines.enumerated() {
        for cell in CheckedFile.rawCells(of: file.bytes, in: line)
        where cell != CheckedFile.trimmed(cell, file.bytes) && cell.count < line.count {
          report.add(
            file, line: index + 1, bytes: cell, "the cell has a blank at its edge; delete it",
            key: file.text(CheckedFile.trimmed(CheckedFile.rawCells(of: file.bytes, in: line)[0], file.bytes)))
        }
      }
      guard let schema = file.schema else { continue }
      for column in schema.columns where ColumnRule.of(schema, column)?.type.isList == true {
        for row in file.rows where row[column].contains(", ") || row[column].contains(" ,") {
          report.add(row, column, "`\(column)` has a blank beside a comma; delete it")
        }
      }
    }
  }

  static let sorting = Check(
    "form.sort", .warning,
    "A row added at the end: two people add the same row in two places, and every merge of branches conflicts.",
    isFixable: true
  ) { lexicons, report in
    for file in lexicons.readableFiles {
      let rows = file.lines.dropFirst().filter { !$0.isEmpty }
      for (above, below) in zip(rows, rows.dropFirst())
      where file.bytes[below].lexicographicallyPrecedes(file.bytes[above]) {
        let line = (file.lines.firstIndex(of: below) ?? 0) + 1
        report.add(
          file, line: line, bytes: below, "the row belongs further up; sort the rows in byte order (LC_ALL=C sort)",
          key: file.path)
        // The rows after it are compared with it and would all be reported.
        break
      }
    }
  }

  static let duplicateLine = Check(
    "form.duplicate-line", .error, "The same line twice, after a merge that kept both sides.", isFixable: true
  ) { lexicons, report in
    for file in lexicons.readableFiles {
      let rows = file.rows
      for (above, below) in zip(rows, rows.dropFirst()) {
        let (first, second) = (file.lines[above.line - 1], file.lines[below.line - 1])
        if file.bytes[first] == file.bytes[second] {
          report.add(below, nil, "line \(above.line) once more; delete one of the two")
        }
      }
    }
  }
}
