import Glibc
import KnowledgeGraph

/// Output that grows beside its place and can be taken up again after the program was killed.
///
/// `TARGET.partial` holds the bytes, `TARGET.journal` what they are of. Both reach the disk every two seconds, the bytes
/// first; a run that goes on redoes no more than that.
public struct JournaledOutput: ~Copyable {
  private let output: CInt
  private let journal: CInt
  public let path: String
  private let journalPath: String
  private var pending: [UInt8] = []
  private var pendingEntries: [JournalEntry] = []
  /// Length of the output, what is pending included.
  public private(set) var length = 0
  private var lastSync = ContinuousClock.now
  private var isOver = false

  private static let interval = Duration.seconds(2)
  private static let pieceSize = 1 << 18

  /// Another program writes to the same place.
  public struct Busy: Error { public let path: String }

  /// - Parameters:
  ///   - target: Where the output shall stand in the end.
  ///   - run: A line that names what makes the output: program, lexicons, options. A journal of another run is not gone on
  ///     with.
  ///   - resumes: Whether to go on with what an earlier run left.
  ///   - earlier: Gets the entries of the earlier run whose output is there.
  public static func beside(
    _ target: String, run: String, resumes: Bool, earlier: inout [JournalEntry]
  ) throws -> JournaledOutput {
    let (output, journal) = try opened(target + ".partial", target + ".journal", for: target)
    var result = JournaledOutput(output, journal, target)
    try result.begin(run, resumes, &earlier)
    return result
  }

  private init(_ output: CInt, _ journal: CInt, _ target: String) {
    self.output = output
    self.journal = journal
    path = target + ".partial"
    journalPath = target + ".journal"
  }

  private mutating func begin(_ run: String, _ resumes: Bool, _ earlier: inout [JournalEntry]) throws {
    var info = stat()
    let size = fstat(output, &info) == 0 ? Int(info.st_size) : 0
    earlier = resumes ? Self.entries(journal, run: run, upTo: size) : []
    try Self.keep(earlier, of: run, in: journal, journalPath)
    length = earlier.last?.end ?? 0
    try cut(to: length)
  }

  private static func opened(_ path: String, _ journalPath: String, for target: String) throws -> (CInt, CInt) {
    func opened(_ path: String) throws(FileError) -> CInt {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileError(doing: "cannot create", path, errno) }
      return descriptor
    }
    let journal = try opened(journalPath)
    guard flock(journal, LOCK_EX | LOCK_NB) == 0 else {
      close(journal)
      throw Busy(path: target)
    }
    do throws(FileError) {
      return (try opened(path), journal)
    } catch {
      close(journal)
      throw error
    }
  }

  deinit {
    close(output)
    close(journal)
    // Nothing to go on with: nothing stays.
    if !isOver, length == 0 {
      unlink(path)
      unlink(journalPath)
    }
  }

  /// Drops the output behind a length and the entries behind a number: inputs that changed are read again.
  public mutating func rewind(to kept: [JournalEntry], run: String) throws {
    pending.removeAll()
    pendingEntries.removeAll()
    try Self.keep(kept, of: run, in: journal, journalPath)
    length = kept.last?.end ?? 0
    try cut(to: length)
  }

  /// Appends the output of one input; `entry.end` must be the length it leads to.
  public mutating func write(_ bytes: [UInt8], entry: JournalEntry) throws {
    pending += bytes
    length += bytes.count
    pendingEntries.append(entry)
    if lastSync.duration(to: .now) > Self.interval {
      try sync()
    } else if pending.count > Self.pieceSize {
      try flush()
    }
  }

  /// Brings everything to the disk.
  public mutating func sync() throws {
    try flush()
    guard fdatasync(output) == 0 else { throw FileError(doing: "cannot write", path, errno) }
    try Self.write(Array(pendingEntries.map(\.line).joined().utf8), journal, journalPath)
    guard fdatasync(journal) == 0 else { throw FileError(doing: "cannot write", journalPath, errno) }
    pendingEntries.removeAll(keepingCapacity: true)
    lastSync = .now
  }

  /// Gives the output its name; the journal goes.
  public mutating func finish(as target: String) throws {
    try flush()
    guard rename(path, target) == 0 else { throw FileError(doing: "cannot create", target, errno) }
    discardJournal()
  }

  /// Drops output and journal: what was made of them is in its place.
  public mutating func discard() {
    unlink(path)
    discardJournal()
  }

  /// Hands what is pending to the system.
  public mutating func flush() throws {
    try Self.write(pending, output, path)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func discardJournal() {
    unlink(journalPath)
    isOver = true
  }

  private func cut(to length: Int) throws {
    guard ftruncate(output, off_t(length)) == 0, lseek(output, off_t(length), SEEK_SET) >= 0 else {
      throw FileError(doing: "cannot write", path, errno)
    }
  }

  /// Cuts a journal behind the first of its entries; without any it begins anew.
  private static func keep(_ entries: [JournalEntry], of run: String, in descriptor: CInt, _ path: String) throws {
    let header = Array((run + "\n").utf8)
    let length = entries.isEmpty ? 0 : entries.reduce(header.count) { $0 + $1.line.utf8.count }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
      throw FileError(doing: "cannot write", path, errno)
    }
    if entries.isEmpty { try write(header, descriptor, path) }
  }

  private static func write(_ bytes: [UInt8], _ descriptor: CInt, _ path: String) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]).baseAddress, buffer.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        throw FileError(doing: "cannot write", path, errno)
      }
    }
  }

  /// The entries of a journal whose output is there, up to the first that is not whole; none of another run's.
  private static func entries(_ descriptor: CInt, run: String, upTo size: Int) -> [JournalEntry] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &piece, piece.count), count > 0 { bytes += piece[..<count] }
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == run[...] else { return [] }
    var entries: [JournalEntry] = []
    for line in lines {
      guard let entry = JournalEntry(line: line), entry.end <= size, entry.end >= entries.last?.end ?? 0 else { break }
      entries.append(entry)
    }
    return entries
  }
}
