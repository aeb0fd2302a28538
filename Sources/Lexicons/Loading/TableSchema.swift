/// The shape of one lexicon file.
package struct TableSchema: Sendable {
  /// Path below the lexicon folder: `grammar/posts.tsv`.
  package let file: String
  package let columns: [String]
  /// Numbers of the columns, from 0, that tell one row from another; the first of them is column 0.
  package let key: [Int]
  /// Whether a lexicon folder may do without the file.
  package let isOptional: Bool

  package init(_ file: String, _ columns: String, key: [Int] = [0], isOptional: Bool = false) {
    self.file = file
    self.columns = columns.split(separator: " ").map(String.init)
    self.key = key
    self.isOptional = isOptional
  }

  /// The file's name without folder and suffix: `posts`.
  package var name: String {
    let last = file.split(separator: "/").last ?? ""
    return String(last.split(separator: ".").first ?? last)
  }
}

/// A row of a lexicon, read from the cells of its line.
protocol LexiconRow: Sendable {
  static var schema: TableSchema { get }
  /// Reads the cells one after the other, in the order of the schema's columns.
  init(_ cells: inout RowReader) throws(LexiconError)
}
