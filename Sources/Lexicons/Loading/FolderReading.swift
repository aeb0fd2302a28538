/// One load under way: reads a lexicon at a time from all folders and keeps what was wrong.
struct FolderReading: RowSource {
  let folders: [LexiconFolder]
  let without: Set<String>
  private(set) var errors: [LexiconError] = []
  private(set) var furtherErrors = 0
  private var hash = ContentHash()
  private var sources: Set<String>?
  /// What a compiled lexicon is made from; nil where none is wanted.
  private(set) var recording: [RecordedRows]?

  var contentHash: String { hash.hexadecimal }

  init(folders: [LexiconFolder], without: Set<String>, isRecording: Bool = false) {
    self.folders = folders
    self.without = without
    recording = isRecording ? [] : nil
    for (number, folder) in folders.enumerated() where number > 0 || folder.isInMemory { checkNames(in: folder) }
  }

  /// From here on every `src` must be one of these.
  private mutating func sourcesAreRead(_ rows: [Source]) {
    if rows.isEmpty, folders.contains(where: \.isInMemory) { return }
    if errors.isEmpty, !without.contains(Source.schema.name) { sources = Set(rows.map(\.id)) }
  }

  mutating func report(_ error: LexiconError) {
    if errors.count < LexiconLoader.errorLimit { errors.append(error) } else { furtherErrors += 1 }
  }

  /// The rows of a lexicon, with overlays applied; those that cannot be read are reported and left out.
  mutating func rows<Row: LexiconRow>(of type: Row.Type) -> Rows<Row> {
    var rows = readRows(of: type)
    if without.contains(CentralOrgan.bodies), let organs = rows as? [CentralOrgan] {
      hash.add(name: "without \(CentralOrgan.bodies)", bytes: [])
      rows = organs.filter { !$0.isBody } as? [Row] ?? rows
    }
    if Row.self == Source.self, let sources = rows as? [Source] { sourcesAreRead(sources) }
    return Rows(rows)
  }

  private mutating func readRows<Row: LexiconRow>(of type: Row.Type) -> [Row] {
    let schema = Row.schema
    if without.contains(schema.name) {
      hash.add(name: "without \(schema.name)", bytes: [])
      return []
    }
    var overlay = Overlay<Row>()
    var recorded = RecordedRows(schema: schema)
    for (number, folder) in folders.enumerated() {
      let file = number == 0 ? schema.file : "\(folder.name)/\(schema.file)"
      let isRequired = number == 0 && !schema.isOptional && !folder.isInMemory
      guard let bytes = read(schema, as: file, in: folder, isRequired: isRequired) else { continue }
      hash.add(name: schema.file, bytes: bytes)
      let table = Table(file: file, schema: schema, bytes: bytes)
      table.errors.forEach { report($0) }
      overlay.startFolder(number, rowCount: table.rows.count)
      if recording != nil { recorded.add(table, folder: number) }
      var cells = RowReader(table, sources: sources)
      for index in table.rows.indices {
        do throws(LexiconError) {
          if bytes[Int(table.rows[index].start)] == UInt8(ascii: "-") {
            try overlay.remove(table, row: index, isFirstFolder: number == 0)
          } else {
            cells.start(index)
            try overlay.put(try Row(&cells), table, row: index)
          }
        } catch {
          report(error)
        }
      }
    }
    if recording != nil {
      recorded.order = overlay.origins
      recording?.append(recorded)
    }
    return overlay.result
  }

  private mutating func read(_ schema: TableSchema, as file: String, in folder: LexiconFolder, isRequired: Bool)
    -> [UInt8]?
  {
    do {
      return try folder.read(schema.file)
    } catch {
      if !error.isMissing {
        report(LexiconError(file: file, problem: .unreadable(reason: error.reason)))
      } else if isRequired {
        report(LexiconError(file: file, problem: .missingFile(folder: folder.name)))
      }
      return nil
    }
  }

  /// A misspelt file of an overlay would do nothing, and nobody would notice.
  private mutating func checkNames(in folder: LexiconFolder) {
    let known = LexiconSet.schemas.map(\.file)
    for part in Set(known.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted() {
      let expected = known.filter { $0.hasPrefix(part + "/") }.sorted()
      for name in folder.names(in: part)
      where name.hasSuffix(".tsv") && !expected.contains("\(part)/\(name)") {
        report(LexiconError(file: "\(folder.name)/\(part)/\(name)", problem: .unknownFile(known: expected)))
      }
    }
  }
}
