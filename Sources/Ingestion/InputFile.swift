/// What a file holds. A further format is a case here and a reader of its own.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  case plainText
  case jsonLines

  /// By a file's name; nil where its suffix says nothing the program reads.
  public init?(fileName: String) {
    switch FileName(fileName).suffix {
    case "txt", "md": self = .plainText
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }
}

/// One file to read.
public struct InputFile: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case path(String)
    case standardInput
  }
  public let place: Place
  public let format: InputFormat
  /// Id of the article of a plain file; of the records of other formats it says nothing.
  public let id: String

  public init(place: Place, format: InputFormat, id: String) {
    self.place = place
    self.format = format
    self.id = id
  }

  /// As errors name it.
  public var name: String {
    switch place {
    case .path(let path): path
    case .standardInput: "standard input"
    }
  }
}

/// The parts of a path's last component.
struct FileName {
  /// Without folders and suffix.
  let stem: String
  /// After the last dot, in lower case; empty where there is none. A dot in front is no suffix's.
  let suffix: String

  init(_ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      stem = String(name[..<dot])
      suffix = name[name.index(after: dot)...].lowercased()
    } else {
      stem = name
      suffix = ""
    }
  }
}
