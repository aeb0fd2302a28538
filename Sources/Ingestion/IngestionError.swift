/// Why an input, or one line of it, gave no article: where, what was wrong, and what to do about it.
public struct IngestionError: Error, Hashable, Sendable {
  /// The kind of failure, for reports that count failures and for the `code` of a stream's answer.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// No such file or folder.
    case missing
    /// It exists and cannot be opened or read.
    case unreadable
    /// Bytes that are no text in the encoding that most of them are in, or in the one that was named.
    case notUTF8 = "not-utf-8"
    case undecodable
    /// The encoding could not be told, or is one the program does not read.
    case unknownEncoding = "unknown-encoding"
    /// A line that is not JSON, or not a JSON object.
    case malformed
    /// `id` or `text` is not there.
    case missingField = "missing-field"
    /// A field of the wrong type, or with a value that means nothing.
    case badField = "bad-field"
    case duplicateID = "duplicate-id"
    /// A file whose suffix names no format the program reads.
    case unknownFormat = "unknown-format"
    /// Longer than an article, a line or an archive may be; see ``InputLimits``.
    case tooLarge = "too-large"
    /// An archive, a compressed file or a WARC that ends early or contradicts itself.
    case corrupt
    case encrypted
    /// A member of an archive whose path leads out of the archive.
    case unsafePath = "unsafe-path"
    /// A page in which no article was found.
    case noArticle = "no-article"
  }

  public let code: Code
  /// Path as it was given, or `standard input`; of an archive's member `ARCHIVE:MEMBER`.
  public let file: String
  /// 1-based; nil where the whole file is meant.
  public let line: Int?
  /// The record's id, where it could be read before the failure.
  public let id: String?
  public let what: String
  public let remedy: String

  public init(_ code: Code, file: String, line: Int? = nil, id: String? = nil, what: String, remedy: String) {
    self.code = code
    self.file = file
    self.line = line
    self.id = id
    self.what = what
    self.remedy = remedy
  }
}

extension IngestionError: CustomStringConvertible {
  /// `file:line: what; remedy`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(what); \(remedy)"
  }
}
