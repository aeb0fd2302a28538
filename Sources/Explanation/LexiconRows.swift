import DocumentModel
import FoundationEssentials

/// Quotes rows of lexicon files as they stand.
struct LexiconRows {
  let folders: [String]

  /// `gazetteers/sites.tsv:12  «…»`; without the row where the file is not there to read.
  func quote(_ row: RowReference) -> String {
    for folder in folders.reversed() {
      guard let text = try? String(contentsOfFile: "\(folder)/\(row.file)", encoding: .utf8) else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.indices.contains(row.line - 1) else { continue }
      return "\(folder)/\(row.file):\(row.line)  \(lines[row.line - 1].split(separator: "\t").joined(separator: " | "))"
    }
    return row.description
  }
}
