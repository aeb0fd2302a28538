/// The bytes of what is being read now: a file, standard input, a member of an archive, or bytes at hand.
struct ByteSource: ~Copyable, Sendable {
  /// As it is named in errors: `a.tar.gz:news/1.html`.
  private(set) var name: String
  private var file: OpenFile?
  private var archives: ArchiveStack
  /// Read already and given back.
  private var returned: [UInt8] = []

  private static let chunkSize = 1 << 18

  /// Nothing to read.
  init(limits: InputLimits = InputLimits()) {
    name = ""
    archives = ArchiveStack(limits: limits)
  }

  init(_ bytes: [UInt8], name: String) {
    self.init()
    returned = bytes
    self.name = name
  }

  /// Opens a file, leaving what was open. Throws `.missing` or `.unreadable`.
  mutating func open(_ place: InputFile.Place) throws(IngestionError) {
    close()
    switch place {
    case .path(let path):
      name = path
      file = try OpenFile(path: path)
    case .standardInput:
      name = "standard input"
      file = OpenFile(standardInputNamed: name)
    case .memory(let bytes, let given):
      name = given
      returned = bytes
    }
  }

  mutating func close() {
    archives.closeAll()
    file = nil
    returned = []
  }

  /// Further bytes, at least one; none at the end.
  mutating func read() throws(IngestionError) -> [UInt8] {
    if !returned.isEmpty {
      let bytes = returned
      returned = []
      return bytes
    }
    if archives.isOpen { return try archives.read() }
    return try file?.read(upTo: Self.chunkSize) ?? []
  }

  /// Gives bytes back, to be read next.
  mutating func unread(_ bytes: [UInt8]) { returned = bytes + returned }

  /// All bytes to the end. Throws `.tooLarge`.
  mutating func readAll(limit: Int) throws(IngestionError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let chunk = try read()
      if chunk.isEmpty { return all }
      if all.isEmpty { all = chunk } else { all.append(contentsOf: chunk) }
      if all.count > limit {
        throw IngestionError(
          .tooLarge, file: name, what: "it is longer than \(limit) bytes, more than an article may have",
          remedy: "split it, or write its articles as JSON Lines")
      }
    }
  }

  // MARK: Archives

  var isInArchive: Bool { archives.isOpen }

  /// Goes into the archive that is being read; its members are the next to read.
  mutating func enterArchive(id: String, prefix: String, path: String) throws(IngestionError) {
    if archives.isOpen {
      try archives.enterMember(id: id, prefix: prefix, path: path)
    } else if let descriptor = file?.descriptor {
      try archives.enter(descriptor, first: returned, name: name, id: id, prefix: prefix, path: path)
      returned = []
    } else {
      try archives.enter(returned, name: name, id: id, prefix: prefix, path: path)
      returned = []
    }
  }

  /// The next member that is a file of a format that is read; nil after the last one, when the archive is closed.
  mutating func nextMember(_ notes: inout InputNotes) throws(IngestionError) -> ArchiveMember? {
    returned = []
    guard let member = try archives.next(&notes) else {
      close()
      return nil
    }
    name = member.name
    return member
  }
}
