import FlatTables

/// The lines of one lexicon as they were read, for a compiled one: the tables of all folders, and which rows count.
struct RecordedRows {
  let schema: TableSchema
  var order: [RowOrigin] = []
  private(set) var tables: [(folder: Int, bytes: [UInt8], starts: [UInt32])] = []

  init(schema: TableSchema) { self.schema = schema }

  mutating func add(_ table: Table, folder: Int) {
    tables.append((folder, table.bytes, table.rows.map { UInt32($0.start) } + [UInt32(table.bytes.count)]))
  }

  /// Under the lexicon's name: the folders, each folder's lines and where they start (one element more: the end), and the
  /// order of rows, left empty where it is that of a single table.
  func write(to writer: inout FlatFileWriter) {
    let name = "rows.\(schema.name)"
    writer.add("\(name).folders", tables.map { UInt32($0.folder) })
    for table in tables {
      writer.add("\(name).bytes.\(table.folder)", table.bytes)
      writer.add("\(name).starts.\(table.folder)", table.starts)
    }
    let isPlain = tables.count == 1 && order.count == tables[0].starts.count - 1
    writer.add("\(name).order", isPlain ? [] : order)
  }
}
