public import DocumentModel

/// What documents add to a graph as records that can be kept in a file and sorted together, whatever their number.
///
/// A key begins with the kind of record, so that one order serves all; behind it stand the cells by which the rows of the
/// files are sorted, parted by U+0001, which no cell holds.
public enum GraphRecords {
  enum Kind: UInt8 {
    case document = 0x64
    case edge = 0x65
    case failure = 0x66
    case node = 0x6E
    case triple = 0x74
  }

  static let separator: UInt8 = 1

  /// The records of one document, as ``SortedGraph`` reads them.
  public static func bytes(of extraction: Extraction) throws(GraphError) -> [UInt8] {
    var graph = GraphBuilder()
    try graph.add(extraction)
    return bytes(of: graph)
  }

  static func bytes(of graph: GraphBuilder) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ key: [UInt8], _ value: [UInt8]) { bytes += Self.bytes(key: key, value: value) }
    for row in graph.documentTable.rows { append(key(.document, row), []) }
    for (key, edge) in graph.edges {
      var value = RecordWriter()
      key.write(to: &value)
      var exact = value.bytes
      edge.write(to: &value)
      // The same fact has the same key, and facts of the same two ends stand together.
      exact = self.key(.edge, [CSVCell.clean(key.subject.text), CSVCell.clean(key.object.text)]) + [separator] + exact
      append(exact, value.bytes)
    }
    for (id, node) in graph.nodes {
      var value = RecordWriter()
      value.write(id.text)
      node.write(to: &value)
      append(key(.node, [CSVCell.clean(id.text)]) + [separator] + Array(id.text.utf8), value.bytes)
    }
    for row in graph.tripleTable.rows { append(key(.triple, row), []) }
    return bytes
  }

  /// One record in the form of ``RunWriter``.
  static func bytes(key: [UInt8], value: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: key.count)
    bytes.append(littleEndian: value.count)
    return bytes + key + value
  }

  private static func key(_ kind: Kind, _ cells: [String]) -> [UInt8] {
    var key = [kind.rawValue]
    for (index, cell) in cells.enumerated() {
      if index > 0 { key.append(separator) }
      key += cell.utf8
    }
    return key
  }

  /// The cells of a record that is a row.
  static func cells(of key: ArraySlice<UInt8>) -> [String] {
    key.dropFirst().split(separator: separator, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
