/// How bad a finding is. Errors make the check fail, warnings only where that is asked for, notes never.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A stretch of a file. Lines and columns count from 1; columns are code points, the end is exclusive.
public struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// As it was given on the command line, with the path below the lexicon folder.
  public let file: String
  /// Nil where the whole file is meant.
  public let line: Int?
  public let column: Int?
  public let endColumn: Int?

  init(_ file: String, line: Int? = nil, column: Int? = nil, endColumn: Int? = nil) {
    (self.file, self.line, self.column, self.endColumn) = (file, line, column, endColumn)
  }

  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }

  public static func < (a: Place, b: Place) -> Bool {
    if a.file != b.file { return a.file < b.file }
    return (a.line ?? 0, a.column ?? 0, a.endColumn ?? 0) < (b.line ?? 0, b.column ?? 0, b.endColumn ?? 0)
  }
}

/// One thing that a check has found.
public struct Finding: Hashable, Sendable {
  /// Another place that is part of it: the first of two equal keys.
  public struct Related: Hashable, Sendable {
    public let place: Place
    public let message: String
  }

  /// The check's id.
  public let check: String
  public let severity: Severity
  public let place: Place
  /// What is wrong and what to do about it, on one line.
  public let message: String
  /// What stays the same when lines move: the row's key, else what the message is about.
  public let key: String
  /// Path below the lexicon folder, for baselines and suppressions.
  public let file: String
  public let related: [Related]

  /// Order of reports: by place, then by check.
  static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    a.place != b.place ? a.place < b.place : a.check != b.check ? a.check < b.check : a.message < b.message
  }
}
