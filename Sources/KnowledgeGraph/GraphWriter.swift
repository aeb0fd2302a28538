import DocumentModel

/// Writes a graph as a folder of CSV files, whole or not at all.
public enum GraphWriter {
  /// Writes `nodes/`, `edges/`, `triples.csv`, `documents.csv` and `csv-metadata.json` to a folder.
  ///
  /// The files are written beside the target and moved there at the end. A graph that this program wrote there before is
  /// replaced; a folder with anything else in it is left alone, with an error.
  public static func write(_ graph: GraphBuilder, to path: String, origin: GraphOrigin) throws(GraphError) {
    let folder = try GraphFolder(at: path)
    try folder.replace { (staging) throws(GraphError) in
      for (path, bytes) in files(of: graph, origin: origin) { try staging.write(bytes, to: path) }
    }
  }

  /// Whether a graph can be written to a folder, before the work for it is done.
  public static func check(_ path: String) throws(GraphError) {
    _ = try GraphFolder(at: path)
  }

  /// The same check; then makes the folders above, so that something can be put beside the graph while it is made.
  public static func prepare(_ path: String) throws(GraphError) {
    try GraphFolder(at: path).makeFoldersAbove()
  }

  /// The files by their paths below the graph's folder.
  static func files(of graph: GraphBuilder, origin: GraphOrigin) -> [(path: String, bytes: [UInt8])] {
    let tables = graph.nodeTables + graph.edgeTables + [graph.tripleTable, graph.documentTable]
    let metadata = GraphMetadata.json(
      of: tables, documents: graph.documentCount, facts: graph.factCount, origin: origin)
    return tables.map { ($0.path, $0.bytes) } + [(GraphMetadata.file, metadata)]
  }

  /// Every path below a graph's folder, its two sub-folders included.
  static let paths = Set(
    ["nodes", "edges", "triples.csv", "documents.csv", GraphMetadata.file]
      + MentionType.allCases.map { "nodes/\($0.rawValue).csv" }
      + RelationType.allCases.map { "edges/\($0.rawValue).csv" })
}
