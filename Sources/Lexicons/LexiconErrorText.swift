// The words of the errors: where, what is wrong, and what to do.

extension LexiconError: CustomStringConvertible {
  /// `gazetteers/divisions.tsv:12:4: …`
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return "\(place): \(problem)"
  }
}

extension LexiconError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingFile(let folder):
      "is missing below \(folder); a lexicon folder needs it, if only with its header line"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .unknownFile(let known):
      "is no lexicon; rename it to one of \(known.joined(separator: ", "))"
    case .notUTF8: "is not UTF-8 from here on; save the file as UTF-8"
    case .byteOrderMark: "begins with a byte order mark; save it as UTF-8 without one"
    case .carriageReturn: "has a carriage return; end lines with a line feed alone"
    case .noFinalNewline: "ends without a line feed: is it cut off? If not, end the last line"
    case .emptyLine: "the line is empty; delete it"
    case .unknownColumn(let name, let expected):
      "there is no column `\(name)`; the header must be \(expected.joined(separator: " "))"
    case .missingColumn(let name, let expected):
      "the column `\(name)` is missing; the header must be \(expected.joined(separator: " "))"
    case .columnOrder(let expected):
      "the columns are in another order; the header must be \(expected.joined(separator: " "))"
    case .cellCount(let found, let expected):
      "the line has \(found) cell\(found == 1 ? "" : "s"); expected \(expected), separated by tabs"
    case .emptyCell(let column): "`\(column)` is empty; it needs a value"
    case .emptyListItem(let column): "`\(column)` has an empty item; write items with one comma between two"
    case .unknownValue(let column, let value, let expected):
      "`\(column)` is \"\(value)\"; expected one of \(expected.joined(separator: ", "))"
    case .badDate(let column, let value):
      "`\(column)` is \"\(value)\"; expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"
    case .badNumber(let column, let value): "`\(column)` is \"\(value)\"; expected a number such as 12 or 0.5"
    case .badCode(let column, let value):
      "`\(column)` is \"\(value)\"; expected six digits, the first one 1 to 8, or nothing"
    case .emptyInterval(let from, let to):
      "`valid_to` \(to) is not after `valid_from` \(from); the end is the first date that is no longer valid"
    case .duplicateKey(let key, let first):
      "\"\(key)\" is in line \(first) already; delete one of the two lines or change its key"
    case .unknownReference(let column, let value, let file, let key):
      "`\(column)` is \"\(value)\", which is no `\(key)` of \(file); add it there or correct it here"
    case .nothingToRemove(let key): "no earlier folder has \"\(key)\" to be removed; delete the line or correct the key"
    case .removalInFirstFolder(let key):
      "\"-\(key)\" removes a row of an earlier folder, and this is the first one; delete both lines"
    }
  }
}

extension LexiconLoadError: CustomStringConvertible {
  /// One line an error.
  public var description: String {
    switch self {
    case .files(let errors, let more):
      (errors.map(\.description) + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n")
    case .unknownLexicon(let name, let known):
      "there is no lexicon \"\(name)\" to leave out; known are \(known.joined(separator: ", "))"
    case .noFolders: "no lexicon folder was given"
    }
  }
}
