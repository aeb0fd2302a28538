/// What a file holds. A further format is a case here and a reader of its own.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  case plainText
  case markdown
  case jsonLines
  /// Separated by commas.
  case csv
  /// Separated by tabs.
  case tsv
  case html
  case warc
  /// An archive of files, or a compressed file: tar, zip, 7z, gzip, zstd, xz, bzip2.
  case archive

  /// By a file's name; nil where its suffix says nothing the program reads.
  public init?(fileName: String) {
    switch FileName(fileName).suffix {
    case "txt", "text": self = .plainText
    case "md", "markdown": self = .markdown
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "html", "htm", "xhtml", "shtml": self = .html
    case "warc": self = .warc
    case "tar", "zip", "7z", "gz", "zst", "xz", "bz2", "tgz", "tzst", "txz", "tbz2", "tbz": self = .archive
    default: return nil
    }
  }

  /// The suffixes of all formats, for messages.
  static let suffixes =
    ".txt, .md, .html, .jsonl, .csv, .tsv, .warc, or an archive of them: .tar, .zip, .7z, .gz, .zst, .xz, .bz2"

  /// By the first bytes of something without a name; nil where they may be anything.
  init?(firstBytes bytes: [UInt8]) {
    let magics: [[UInt8]] = [
      [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8),
      [0x50, 0x4B, 0x03, 0x04], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]
    if magics.contains(where: { bytes.starts(with: $0) }) {
      self = .archive
    } else if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      self = .archive
    } else if bytes.starts(with: "WARC/1.".utf8) {
      self = .warc
    } else {
      let text = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      switch text.first {
      case UInt8(ascii: "{"): self = .jsonLines
      case UInt8(ascii: "<"): self = .html
      default: return nil
      }
    }
  }
}

/// One file to read.
public struct InputFile: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case path(String)
    case standardInput
    /// Bytes at hand, and what errors call them.
    case memory([UInt8], name: String)
  }
  public let place: Place
  public let format: InputFormat
  /// Id of the article of a plain file; of the records of other formats it says nothing.
  public let id: String
  /// What stands in front of the ids of an archive's members: the archive's own id and `/` where it was found in a folder.
  public let prefix: String

  public init(place: Place, format: InputFormat, id: String, prefix: String = "") {
    self.place = place
    self.format = format
    self.id = id
    self.prefix = prefix
  }

  /// As errors name it.
  public var name: String {
    switch place {
    case .path(let path): path
    case .standardInput: "standard input"
    case .memory(_, let name): name
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

/// A path of which the file's name may have a suffix of compression behind its own: `news/1.jsonl.gz`.
struct CompressedName {
  /// The path without that suffix; the path itself where it has none.
  let inner: String
  /// The path without any suffix of a format.
  let withoutSuffixes: String

  init(_ path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = FileName(path)
    switch name.suffix {
    case "gz", "zst", "xz", "bz2":
      inner = folder + name.stem
      let next = FileName(name.stem)
      withoutSuffixes = folder + (InputFormat(fileName: name.stem) == nil ? name.stem : next.stem)
    default:
      inner = path
      withoutSuffixes = folder + name.stem
    }
  }
}
