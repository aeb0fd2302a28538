/// Why a file of flat tables cannot be used.
public enum FlatFileError: Error, Hashable, Sendable {
  case missing
  /// The system's words.
  case unreadable(reason: String)
  /// It does not begin as such a file does, or was written on a machine with another order of bytes.
  case foreign
  /// Of another version of the format, which says nothing about whether it is whole.
  case otherFormat(found: UInt32, expected: UInt32)
  /// Cut off, or bytes of it have changed.
  case damaged(what: String)
}

extension FlatFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing: "is not there"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .foreign: "is no compiled lexicon of this program"
    case .otherFormat(let found, let expected): "has format \(found), and this program writes \(expected)"
    case .damaged(let what): "is damaged: \(what)"
    }
  }
}
