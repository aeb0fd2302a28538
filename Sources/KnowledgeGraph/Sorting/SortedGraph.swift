import DocumentModel
import Glibc

/// A graph larger than memory: records of documents sorted on the disk and merged into the same files, byte for byte, that
/// ``GraphBuilder`` and ``GraphWriter`` make.
public enum SortedGraph {
  /// Memory that sorting takes before it goes to the disk, in bytes.
  public static let memoryLimit = 64 << 20

  /// What a graph came to.
  public struct Counts: Hashable, Sendable {
    public var documents = 0
    public var facts = 0
    /// Sorted runs that were written to the disk; 0 where memory was enough.
    public var runs = 0
  }

  /// Writes the graph of a file of records, as ``GraphRecords`` makes them, to a folder.
  ///
  /// - Parameter limit: Memory for sorting, in bytes.
  @discardableResult
  public static func write(
    recordsAt path: String, to target: String, origin: GraphOrigin, limit: Int = memoryLimit
  ) throws(GraphError) -> Counts {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw GraphError(FileError(doing: "cannot open", path, errno)) }
    let records = RunReader(descriptor, path)
    let folder = try GraphFolder(at: target)
    var counts = Counts()
    try folder.replace { (staging) throws(GraphError) in
      do {
        var sort = ExternalSort(in: staging.path, limit: limit)
        while try records.advance() { try sort.add(key: records.key, value: records.value) }
        counts.runs = sort.runCount
        let files = try GraphFiles(in: staging.path)
        var merger = RecordMerger()
        try sort.forEach { key, value in
          try merger.add(key, value) { path, row in try files.append(row, to: path) }
        }
        try merger.finish { path, row in try files.append(row, to: path) }
        counts.documents = merger.documents
        counts.facts = merger.facts
        try files.finish()
      } catch let error as FileError {
        throw GraphError(error)
      } catch {
        throw GraphError.system(operation: "cannot sort", path: staging.path, reason: "\(error)")
      }
      let metadata = GraphMetadata.json(
        of: GraphFiles.tables, documents: counts.documents, facts: counts.facts, origin: origin)
      try staging.write(metadata, to: GraphMetadata.file)
    }
    return counts
  }
}

/// All files of a graph, open at once, each with its header row.
private final class GraphFiles {
  static let tables: [GraphTable] = {
    let empty = GraphBuilder()
    return empty.nodeTables + empty.edgeTables + [empty.tripleTable, empty.documentTable]
  }()

  private let folder: String
  private var pending: [String: [UInt8]] = [:]

  init(in folder: String) throws(FileError) {
    self.folder = folder
    for table in Self.tables {
      // A table without rows is its header.
      pending[table.path] = table.bytes
      let file = try ByteFile(creating: folder + "/" + table.path)
      try file.finish()
    }
  }

  func append(_ row: [String], to path: String) throws(FileError) {
    GraphTable.append(row, to: &pending[path, default: []])
    if pending[path]?.count ?? 0 >= 1 << 18 { try flush(path) }
  }

  func finish() throws(FileError) {
    for path in pending.keys.sorted() { try flush(path) }
  }

  private func flush(_ path: String) throws(FileError) {
    var file = try ByteFile(appendingTo: folder + "/" + path)
    try file.write(pending[path] ?? [])
    try file.finish()
    pending[path] = []
  }
}

/// Merges records that come in the order of their keys: equal ones into one row, rows of equal leading cells put in order.
private struct RecordMerger {
  private(set) var documents = 0
  private(set) var facts = 0
  private var key: [UInt8] = []
  private var node: (id: ExactText, node: Node)?
  private var edge: (key: EdgeKey, edge: Edge)?
  /// Rows of nodes and edges whose leading cells are equal, by file.
  private var group: [(path: String, row: [String])] = []
  private var groupKey: [String] = []

  struct Broken: Error, CustomStringConvertible { let description = "a record cannot be read" }

  mutating func add(
    _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ append: (String, [String]) throws -> Void
  ) throws {
    guard let kind = key.first.flatMap(GraphRecords.Kind.init(rawValue:)) else { throw Broken() }
    if !key.elementsEqual(self.key) || kind == .document || kind == .triple { try close(append) }
    self.key = Array(key)
    var record = RecordReader(value)
    switch kind {
    case .document:
      documents += 1
      try append("documents.csv", GraphRecords.cells(of: key))
    case .triple: try append("triples.csv", GraphRecords.cells(of: key))
    case .failure: break
    case .node:
      guard let id = record.text(), let other = Node(from: &record) else { throw Broken() }
      if node?.node.merge(other) == nil { node = (ExactText(id), other) }
    case .edge:
      guard let key = EdgeKey(from: &record), let other = Edge(from: &record) else { throw Broken() }
      if edge?.edge.merge(other, sameDocument: false) == nil { edge = (key, other) }
    }
  }

  mutating func finish(_ append: (String, [String]) throws -> Void) throws {
    try close(append)
    try flush(append)
  }

  /// The rows of what has been merged up to now.
  private mutating func close(_ append: (String, [String]) throws -> Void) throws {
    if let (id, node) = node {
      let row = GraphBuilder.row(of: node, id: id)
      try put(row, in: "nodes/\(node.type.rawValue).csv", leading: [row[0]], append)
    }
    if let (key, edge) = edge {
      facts += 1
      let row = GraphBuilder.row(of: edge, key: key)
      try put(row, in: "edges/\(key.type.rawValue).csv", leading: [row[0], row[1]], append)
    }
    node = nil
    edge = nil
  }

  private mutating func put(
    _ row: [String], in path: String, leading: [String], _ append: (String, [String]) throws -> Void
  ) throws {
    if !leading.map(ExactText.init).elementsEqual(groupKey.map(ExactText.init)) { try flush(append) }
    groupKey = leading
    group.append((path, row))
  }

  private mutating func flush(_ append: (String, [String]) throws -> Void) throws {
    if group.count > 1 { group.sort { GraphTable.precedes($0.row, $1.row) } }
    for (path, row) in group { try append(path, row) }
    group.removeAll(keepingCapacity: true)
  }
}
