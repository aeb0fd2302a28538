/// One record of what documents add to a graph.
public struct GraphRecord: Hashable, Sendable {
  let kind: GraphRecords.Kind
  let key: [UInt8]
  let value: [UInt8]

  /// Nil where no kind of record has such a key.
  init?(key: [UInt8], value: [UInt8]) {
    guard let kind = key.first.flatMap(GraphRecords.Kind.init(rawValue:)) else { return nil }
    self.kind = kind
    self.key = key
    self.value = value
  }

  /// The id of the document whose row this is; nil for other kinds.
  public var document: String? { kind == .document ? GraphRecords.cells(of: key[...]).first : nil }
  /// Whether it is a fact as one document states it.
  public var isStatement: Bool { kind == .triple }
  /// Whether it says that an input has failed; it is no part of the graph.
  public var isFailure: Bool { kind == .failure }
  /// As ``SortedGraph`` reads it.
  public var bytes: [UInt8] { GraphRecords.bytes(key: key, value: value) }
}
