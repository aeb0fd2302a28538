public import FlatTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the tables were like that a compiled lexicon is made from: tells whether they still are.
///
/// As git does it: a table of the same size and time is the same; one of another time is read, and is the same if its
/// contents are. A table written right before it was compiled is always read: it could change again within what the
/// system's clock tells apart.
public struct SourceStamps: Sendable {
  private struct Stamp: BitwiseCopyable, Sendable {
    var folder: Int64
    /// Position in ``LexiconSet/schemas``.
    var schema: Int64
    /// -1 where there was no such table.
    var size: Int64
    /// 0 where the time is not to be relied on.
    var seconds: Int64
    var nanoseconds: Int64
    var hash: UInt64
  }
  private let stamps: FlatArray<Stamp>
  private let folderCount: Int

  /// Of the tables as they are now; to be taken before they are read.
  public init(folders: [String]) {
    let now = Int64(time(nil))
    var stamps: [Stamp] = []
    for (number, folder) in folders.enumerated() {
      for (schema, file) in LexiconSet.schemas.map(\.file).enumerated() {
        var stamp = Stamp(folder: Int64(number), schema: Int64(schema), size: -1, seconds: 0, nanoseconds: 0, hash: 0)
        let path = "\(folder)/\(file)"
        if let status = FileBytes.status(of: path), let hash = Self.hash(path) {
          stamp.size = status.size
          if status.seconds + 2 < now { (stamp.seconds, stamp.nanoseconds) = (status.seconds, status.nanoseconds) }
          stamp.hash = hash
        }
        stamps.append(stamp)
      }
    }
    self.stamps = FlatArray(stamps)
    folderCount = folders.count
  }

  public init(_ file: FlatFile) throws(FlatFileError) {
    stamps = try file.array("sources")
    guard !stamps.isEmpty, stamps.count % LexiconSet.schemas.count == 0 else {
      throw .damaged(what: "it was made from other tables")
    }
    folderCount = stamps.count / LexiconSet.schemas.count
  }

  public func write(to writer: inout FlatFileWriter) { writer.add("sources", stamps) }

  /// What is not as it was, in a few words; nil where everything is. `folders` are those of the run, in their order.
  public func change(in folders: [String]) -> String? {
    guard folders.count == folderCount else { return "it was made from \(folderCount) folders, not \(folders.count)" }
    for folder in folders.dropFirst() {
      // A table no lexicon knows is an error, which reading the folders will tell.
      if let name = Self.unknownTable(in: folder) { return "\(folder)/\(name) is new" }
    }
    for stamp in stamps {
      guard LexiconSet.schemas.indices.contains(Int(stamp.schema)), folders.indices.contains(Int(stamp.folder)) else {
        return "it was made by another program"
      }
      let path = "\(folders[Int(stamp.folder)])/\(LexiconSet.schemas[Int(stamp.schema)].file)"
      guard let status = FileBytes.status(of: path) else {
        if stamp.size < 0 { continue }
        return "\(path) is gone"
      }
      if stamp.size < 0 { return "\(path) is new" }
      if status.size == stamp.size {
        let hasSameTime = status.seconds == stamp.seconds && status.nanoseconds == stamp.nanoseconds
        if hasSameTime || Self.hash(path) == stamp.hash { continue }
      }
      return "\(path) has changed"
    }
    return nil
  }

  private static func hash(_ path: String) -> UInt64? {
    guard let bytes = try? FileBytes.read(path) else { return nil }
    var hash = ContentHash()
    hash.add(name: "", bytes: bytes)
    return hash.value
  }

  private static func unknownTable(in folder: String) -> String? {
    let known = Set(LexiconSet.schemas.map(\.file))
    for part in ["gazetteers", "grammar", "names"] {
      for name in FileBytes.names(in: "\(folder)/\(part)")
      where name.hasSuffix(".tsv") && !known.contains("\(part)/\(name)") {
        return "\(part)/\(name)"
      }
    }
    return nil
  }
}
