import DocumentModel

/// A column: its name in the metadata, its header cell, and its type.
struct GraphColumn: Hashable, Sendable {
  enum Kind: String, Sendable { case string, list, integer, decimal, boolean, day, partialDate }

  var name: String
  /// The header cell: `first_seen:date` in what `neo4j-admin` reads, the plain name elsewhere.
  var header: String
  var kind: Kind
  var about: String

  init(_ name: String, header: String? = nil, _ kind: Kind = .string, about: String) {
    self.name = name
    self.header = header ?? name
    self.kind = kind
    self.about = about
  }
}

/// One CSV file of a graph: where it goes, its columns, and its rows in the order of their cells' bytes.
struct GraphTable: Sendable {
  /// Below the graph's folder: `nodes/person.csv`.
  var path: String
  var about: String
  var columns: [GraphColumn]
  /// Names of the columns that tell rows apart, where rows have such a key.
  var primaryKey: [String]
  private(set) var rows: [[String]]

  init(path: String, about: String, columns: [GraphColumn], primaryKey: [String] = [], rows: [[String]]) {
    self.path = path
    self.about = about
    self.columns = columns
    self.primaryKey = primaryKey
    self.rows = rows.sorted(by: Self.precedes)
  }

  /// The file: a header row, then the rows, each ended by a line feed.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    Self.append(columns.map(\.header), to: &bytes)
    for row in rows { Self.append(row, to: &bytes) }
    return bytes
  }

  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVCell.append(cell, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (mine, theirs) in zip(a, b) where !mine.utf8.elementsEqual(theirs.utf8) {
      return mine.utf8.lexicographicallyPrecedes(theirs.utf8)
    }
    return false
  }
}
