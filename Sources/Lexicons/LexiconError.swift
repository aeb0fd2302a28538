/// One thing that is wrong with a lexicon file, and where.
public struct LexiconError: Error, Hashable, Sendable {
  /// Path below the lexicon folder (`gazetteers/divisions.tsv`), or with the folder in front for an overlay.
  public let file: String
  /// Line number, from 1; the header is line 1. Nil where the whole file is meant.
  public let line: Int?
  /// Number of the cell in its line, from 1. Nil where the whole line is meant.
  public let column: Int?
  public let problem: Problem

  public init(file: String, line: Int? = nil, column: Int? = nil, problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  public enum Problem: Hashable, Sendable {
    /// The file is not there; `folder` is where it was looked for.
    case missingFile(folder: String)
    /// The system's words for why it cannot be read.
    case unreadable(reason: String)
    /// An overlay has a file no lexicon reads.
    case unknownFile(known: [String])
    case notUTF8
    case byteOrderMark
    case carriageReturn
    case noFinalNewline
    case emptyLine
    case unknownColumn(name: String, expected: [String])
    case missingColumn(name: String, expected: [String])
    /// All columns are there, in another order.
    case columnOrder(expected: [String])
    case cellCount(found: Int, expected: Int)
    case emptyCell(column: String)
    case emptyListItem(column: String)
    case unknownValue(column: String, value: String, expected: [String])
    case badDate(column: String, value: String)
    case badNumber(column: String, value: String)
    case badCode(column: String, value: String)
    /// `valid_to` is not after `valid_from`.
    case emptyInterval(from: String, to: String)
    /// `first` is the row that has the key already.
    case duplicateKey(key: String, first: Int)
    /// No row of `file` has the value in its column `key`.
    case unknownReference(column: String, value: String, file: String, key: String)
    /// `-key` in an overlay, and no earlier folder has the key.
    case nothingToRemove(key: String)
    /// `-key` in the first folder.
    case removalInFirstFolder(key: String)
  }
}

/// Why the lexicons could not be loaded.
public enum LexiconLoadError: Error, Hashable, Sendable {
  /// What is wrong in the files: at most ``LexiconLoader/errorLimit`` of all, and how many more there are.
  case files([LexiconError], more: Int)
  /// A lexicon to be left out does not exist.
  case unknownLexicon(name: String, known: [String])
  case noFolders
}
