import CArchive

/// A file in an archive.
struct ArchiveMember: Hashable {
  /// `ARCHIVE:MEMBER`.
  let name: String
  /// Its path in the archive, without its suffix.
  let id: String
  let path: String
  /// Nil where the path does not tell: a compressed file named `feed.gz`.
  let format: InputFormat?
}

/// An open archive, the archive open in it, and so on: what is read is the present member of the innermost one.
///
/// `@unchecked Sendable`: the handles are pointers that nobody else has; libarchive may be called from one thread after the other.
struct ArchiveStack: ~Copyable, @unchecked Sendable {
  private struct Level {
    let handle: OpaquePointer
    let name: String
    /// Id of the article of a compressed file.
    let id: String
    /// What stands in front of the members' ids.
    let prefix: String
    let path: String
    /// Whether there may be data of the present member that was not read.
    var isUnread = false
    /// Whether it had a member at all, readable or not.
    var hasMembers = false
    var failures = 0
    var skipped = SkippedMembers()
  }
  private let limits: InputLimits
  private var levels: [Level] = []

  /// Members that cannot be read, one after the other, after which an archive is given up.
  private static let mostFailures = 1000

  init(limits: InputLimits) { self.limits = limits }

  deinit { for level in levels.reversed() { carchive_close(level.handle) } }

  var isOpen: Bool { !levels.isEmpty }

  mutating func closeAll() { while !levels.isEmpty { pop() } }

  private mutating func pop() {
    if let level = levels.popLast() { carchive_close(level.handle) }
  }

  mutating func enter(
    _ descriptor: Int32, first: [UInt8], name: String, id: String, prefix: String, path: String
  ) throws(IngestionError) {
    guard let handle = carchive_open_descriptor(descriptor, first, Int64(first.count)) else { throw noMemory(name) }
    levels.append(Level(handle: handle, name: name, id: id, prefix: prefix, path: path))
  }

  mutating func enter(
    _ bytes: [UInt8], name: String, id: String, prefix: String, path: String
  ) throws(IngestionError) {
    guard let handle = carchive_open_memory(bytes, Int64(bytes.count)) else { throw noMemory(name) }
    levels.append(Level(handle: handle, name: name, id: id, prefix: prefix, path: path))
  }

  /// Opens the present member as an archive. Throws `.tooLarge` where it lies too deep.
  mutating func enterMember(id: String, prefix: String, path: String) throws(IngestionError) {
    guard let outer = levels.last else { return }
    let name = "\(outer.name):\(path)"
    guard levels.count < limits.archiveDepth else {
      throw IngestionError(
        .tooLarge, file: name, what: "archives lie in archives more than \(limits.archiveDepth) deep",
        remedy: "unpack the outer ones")
    }
    guard let handle = carchive_open_member(outer.handle) else { throw noMemory(name) }
    levels.append(Level(handle: handle, name: name, id: id, prefix: prefix, path: path))
  }

  private func noMemory(_ name: String) -> IngestionError {
    IngestionError(.unreadable, file: name, what: "there is no memory to open it", remedy: "free some memory")
  }

  // MARK: Members

  /// The next member to read, of the innermost archive that has one; nil when all are closed.
  ///
  /// After an error the next call goes on: with the next member, or behind the archive that is broken.
  mutating func next(_ notes: inout InputNotes) throws(IngestionError) -> ArchiveMember? {
    while let index = levels.indices.last {
      try drain(index)
      let status = carchive_next(levels[index].handle)
      levels[index].isUnread = status == .ok
      let wasEmpty = status == .finished && !levels[index].hasMembers
      levels[index].hasMembers = true
      switch status {
      case .ok:
        if let member = try member(index) { return member }
      case .finished:
        if let note = levels[index].skipped.note(of: levels[index].name) { notes.add(note) }
        let name = levels[index].name
        pop()
        if wasEmpty {
          throw IngestionError(
            .corrupt, file: name, what: "there is nothing in it",
            remedy: "fetch it again, or leave it out if it is meant to be empty")
        }
      default:
        throw failure(status, index)
      }
      try check()
    }
    return nil
  }

  private mutating func member(_ index: Int) throws(IngestionError) -> ArchiveMember? {
    let level = levels[index]
    switch carchive_member_kind(level.handle) {
    case .folder: return nil
    case .other:
      levels[index].skipped.links += 1
      return nil
    case .file: break
    }
    levels[index].failures = 0
    if carchive_is_single(level.handle) {
      let inner = CompressedName(level.path).inner
      let format = InputFormat(fileName: inner)
      guard format != .archive, carchive_is_compressed(level.handle) else {
        pop()
        throw IngestionError(
          .corrupt, file: level.name, what: "what is in it is no archive and not compressed",
          remedy: "give it the suffix of what it is, or fetch it again")
      }
      return ArchiveMember(name: level.name, id: level.id, path: inner, format: format)
    }
    let path = try MemberPath.checked(memberBytes(level.handle), of: level.name, limits: limits)
    guard let format = InputFormat(fileName: path) else {
      levels[index].skipped.add(path)
      return nil
    }
    return ArchiveMember(
      name: "\(level.name):\(path)", id: level.prefix + CompressedName(path).withoutSuffixes, path: path, format: format
    )
  }

  private func memberBytes(_ handle: OpaquePointer) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = carchive_member_path(handle)
    while at.pointee != 0, bytes.count <= limits.pathBytes {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes
  }

  // MARK: Data

  /// Further bytes of the present member; none at its end.
  mutating func read() throws(IngestionError) -> [UInt8] {
    guard let index = levels.indices.last, levels[index].isUnread else { return [] }
    var bytes: UnsafePointer<UInt8>?
    var count: Int64 = 0
    let status = carchive_read(levels[index].handle, &bytes, &count)
    guard status == .ok else {
      levels[index].isUnread = false
      if status == .finished { return [] }
      throw failure(status, index)
    }
    let chunk = Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    try check()
    return chunk
  }

  /// What compressed bytes at hand hold; the stack must be empty. Throws `.corrupt` or `.tooLarge`.
  mutating func decompressed(_ bytes: [UInt8], name: String, limit: Int) throws(IngestionError) -> [UInt8] {
    var result: [UInt8] = []
    try enter(bytes, name: name, id: "", prefix: "", path: "")
    defer { closeAll() }
    let status = carchive_next(levels[0].handle)
    levels[0].isUnread = status == .ok
    if status != .ok, status != .finished { throw failure(status, 0) }
    while case let chunk = try read(), !chunk.isEmpty {
      result += chunk
      if result.count > limit {
        throw IngestionError(
          .tooLarge, file: name, what: "more than \(limit) bytes come out of it", remedy: "leave it out")
      }
    }
    return result
  }

  /// Reads what is left of the present member: libarchive would skip it without telling how much comes out.
  private mutating func drain(_ index: Int) throws(IngestionError) {
    guard levels[index].isUnread, !carchive_skips(levels[index].handle) else { return }
    var bytes: UnsafePointer<UInt8>?
    var count: Int64 = 0
    while carchive_read(levels[index].handle, &bytes, &count) == .ok { try check() }
    levels[index].isUnread = false
  }

  /// Throws, everything closed, where far more comes out of an archive than went in.
  private mutating func check() throws(IngestionError) {
    guard let outermost = levels.first else { return }
    let taken = carchive_bytes_in(outermost.handle)
    for level in levels {
      let out = carchive_bytes_out(level.handle)
      if out > Int64(limits.archiveFreeBytes), out / Int64(limits.archiveRatio) > taken {
        closeAll()
        throw IngestionError(
          .tooLarge, file: level.name,
          what: "\(out) bytes came out of \(taken), more than \(limits.archiveRatio) from each: it may be a zip bomb",
          remedy: "unpack it yourself and give the folder, if you trust it")
      }
    }
  }

  /// The error of a status; what can give nothing more is closed.
  private mutating func failure(_ status: carchive_status, _ index: Int) -> IngestionError {
    let level = levels[index]
    let said = String(cString: carchive_message(level.handle))
    levels[index].isUnread = false
    levels[index].failures += 1
    let path = carchive_is_single(level.handle) ? "" : String(decoding: memberBytes(level.handle), as: UTF8.self)
    let name = path.isEmpty || status == .broken ? level.name : "\(level.name):\(path)"
    switch status {
    case .encrypted:
      return IngestionError(.encrypted, file: name, what: "it is encrypted", remedy: "decrypt it first")
    case .sparse:
      return IngestionError(
        .corrupt, file: name, what: "it has holes, which no text has", remedy: "pack it again without --sparse")
    case .member where levels[index].failures < Self.mostFailures: break
    default: pop()
    }
    let reason = said.isEmpty ? "it cannot be read" : "it cannot be read: \(said)"
    return IngestionError(
      .corrupt, file: name, what: reason, remedy: "it may be cut off or damaged: fetch or pack it again")
  }
}
