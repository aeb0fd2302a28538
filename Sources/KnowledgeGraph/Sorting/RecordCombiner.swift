/// Merges records that come in the order of their keys: of all records of an entity, or of a fact, one stays.
///
/// Merging is associative and commutative. So any part of the records may be merged by itself, as often as one likes, and
/// the graph stays the same: what a shuffle needs.
public struct RecordCombiner: Sendable {
  private var key: [UInt8] = []
  private var node: (id: String, node: Node)?
  private var edge: (key: EdgeKey, edge: Edge)?

  public init() {}

  /// Takes the next record; gives the lines of what is complete.
  public mutating func add(_ record: GraphRecord) throws(GraphError) -> [UInt8] {
    guard !record.key.lexicographicallyPrecedes(key) else { throw .recordsUnsorted }
    var done: [UInt8] = []
    if record.key != key { done = finish() }
    key = record.key
    var reader = RecordReader(record.value[...])
    switch record.kind {
    case .document, .triple, .failure:
      // Each is a row, or counts, by itself.
      RecordLines.append(key: key[...], value: record.value[...], to: &done)
    case .node:
      guard let id = reader.text(), let other = Node(from: &reader) else { throw .noRecord }
      if node?.node.merge(other) == nil { node = (id, other) }
    case .edge:
      guard let fact = EdgeKey(from: &reader), let other = Edge(from: &reader) else { throw .noRecord }
      if edge?.edge.merge(other, sameDocument: false) == nil { edge = (fact, other) }
    }
    return done
  }

  /// The line of the last record, where it has not been given yet.
  public mutating func finish() -> [UInt8] {
    var value = RecordWriter()
    if let (id, node) = node {
      value.write(id)
      node.write(to: &value)
    } else if let (key, edge) = edge {
      key.write(to: &value)
      edge.write(to: &value)
    } else {
      return []
    }
    node = nil
    edge = nil
    var line: [UInt8] = []
    RecordLines.append(key: key[...], value: value.bytes[...], to: &line)
    return line
  }
}
