public import FlatTables

extension LexiconSet {
  /// The lexicons of a compiled file, made from folders that now have these names; rows are read when they are asked for.
  public convenience init(_ file: FlatFile, folders: [String]) throws(FlatFileError) {
    var rows = try CompiledRows(file, folders: folders)
    self.init(&rows)
    if let error = rows.error { throw error }
  }
}

extension LexiconLoader {
  /// Loads folders as ``load(folders:without:)`` does, and writes the lines of all rows for a compiled file.
  public static func load(folders: [String], without: Set<String>, writingTo writer: inout FlatFileWriter)
    throws(LexiconLoadError) -> LexiconSet
  {
    var read: [RecordedRows]? = []
    let lexicons = try load(folders.map(LexiconFolder.path), without: without, recorded: &read)
    var recorded = read ?? []
    let names = Set(recorded.map(\.schema.name))
    // Those that are left out have no rows.
    for schema in LexiconSet.schemas where !names.contains(schema.name) {
      recorded.append(RecordedRows(schema: schema))
    }
    for rows in recorded { rows.write(to: &writer) }
    writer.add("rows.hash", text: lexicons.contentHash)
    return lexicons
  }
}
