/// The rows of one lexicon while folder after folder is laid over them.
struct Overlay<Row: LexiconRow> {
  private var rows: [Row?] = []
  /// Where each of `rows` was read.
  private var readFrom: [RowOrigin] = []
  /// Where the row of each key is in `rows`, and the line that gave it if that was in the folder being read.
  private var places: [ByteKey: (index: Int, line: Int32?)] = [:]

  private var folder = 0

  var result: [Row] { rows.compactMap { $0 } }

  /// For each row of `result` the folder and the row of its table.
  var origins: [RowOrigin] { zip(rows, readFrom).compactMap { $0 == nil ? nil : $1 } }

  /// From here on rows come from another folder, and keys there already are no duplicates.
  mutating func startFolder(_ number: Int, rowCount: Int) {
    folder = number
    readFrom.reserveCapacity(rows.count + rowCount)
    rows.reserveCapacity(rows.count + rowCount)
    places.reserveCapacity(places.count + rowCount)
    for key in places.keys { places[key]?.line = nil }
  }

  /// Adds a row, or puts it in the place of an earlier folder's row with its key.
  mutating func put(_ row: Row, _ table: Table, row number: Int) throws(LexiconError) {
    let key = table.key(row: number)
    let line = table.rows[number].line
    guard let place = places[ByteKey(key)] else {
      places[ByteKey(key)] = (rows.count, line)
      rows.append(row)
      readFrom.append(RowOrigin(folder: folder, row: number))
      return
    }
    if let first = place.line {
      throw table.error(.duplicateKey(key: key, first: Int(first)), line: Int(line), column: 1)
    }
    places[ByteKey(key)] = (place.index, line)
    rows[place.index] = row
    readFrom[place.index] = RowOrigin(folder: folder, row: number)
  }

  /// Removes the row of an earlier folder whose key stands after `-`; only the key's cells are looked at.
  mutating func remove(_ table: Table, row number: Int, isFirstFolder: Bool) throws(LexiconError) {
    let key = String(table.key(row: number).dropFirst())
    let line = Int(table.rows[number].line)
    if isFirstFolder { throw table.error(.removalInFirstFolder(key: key), line: line, column: 1) }
    guard let place = places[ByteKey(key)], place.line == nil else {
      throw table.error(.nothingToRemove(key: key), line: line, column: 1)
    }
    rows[place.index] = nil
    places[ByteKey(key)] = nil
  }
}
