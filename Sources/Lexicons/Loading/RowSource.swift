/// Where the rows of all lexicons come from: folders of tables, or a compiled lexicon.
protocol RowSource {
  /// The rows of a lexicon; called once for each, in the order of `LexiconSet.schemas`.
  mutating func rows<Row: LexiconRow>(of type: Row.Type) -> Rows<Row>

  /// Of everything read; asked for at the end.
  var contentHash: String { get }
}

/// Where a row was read.
struct RowOrigin: BitwiseCopyable, Hashable, Sendable {
  /// Number of the folder, from 0.
  var folder: UInt32
  /// Number of the row in its table, from 0.
  var row: UInt32

  init(folder: Int, row: Int) {
    self.folder = UInt32(folder)
    self.row = UInt32(row)
  }
}
