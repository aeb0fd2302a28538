/// What one line of a page is by itself, before its neighbours are looked at.
enum LineKind {
  case furniture
  /// A heading above the titles of other articles.
  case linkHeading
  /// Fields that cover the line.
  case fields([PagePiece])
  /// A line without a sentence in it: headline before the body, body in it.
  case short
  /// A sentence or a long line: body.
  case sentence(Dateline?)
}

/// A line with all that is known of it.
struct LineReading {
  /// Its bytes, without heading marks of Markdown.
  var line: PageLine
  var kind: LineKind
  /// The start of the line, all of a short one.
  var head: FoldedText
  var isComplete: Bool
}

/// Reads lines one by one.
struct LineClassifier {
  /// Longest headline, in scalars: a convention of layout; sentences are longer or have a full stop.
  static let longestHeadline = 60
  /// Scalars of a line that are looked at from its start.
  static let headLength = 160

  let bytes: [UInt8]
  let title: [UInt32]?
  let folding: PageFolding
  let fields: PageFields
  let datelines: DatelineReader
  let furniture: FurnitureReader

  func reading(of line: PageLine, beforeBody: Bool) -> LineReading {
    var line = line
    let heading = headingMarks(line)
    if heading > 0 { line = PageLine.trimmed(bytes, line.start + heading, line.end) }
    // Three bytes a scalar, as nearly all have: a line of so many bytes is looked at whole.
    let long = line.end - line.start > Self.headLength * 3
    let head = FoldedText(bytes, from: line.start, to: line.end, limit: long ? 100 : .max, folding: folding)
    let kind = kind(of: head, complete: !long, beforeBody: beforeBody)
    return LineReading(line: line, kind: kind, head: head, isComplete: !long)
  }

  private func kind(of line: FoldedText, complete: Bool, beforeBody: Bool) -> LineKind {
    if let title, complete, line.scalars == title { return .short }
    if furniture.isLinkHeading(line) { return .linkHeading }
    if complete, let pieces = fields.pieces(of: line) { return .fields(pieces) }
    if furniture.isFurniture(line, complete: complete, beforeBody: beforeBody) { return .furniture }
    if let dateline = datelines.dateline(of: line) { return .sentence(dateline) }
    return complete && isShort(line) ? .short : .sentence(nil)
  }

  private func isShort(_ line: FoldedText) -> Bool {
    guard line.count <= Self.longestHeadline, let last = line.scalars.last else { return false }
    switch last {
    case code(":"), code(";"), code(","), code("、"), code("?"), code("。"): return false
    default: return !line.scalars.contains(code("。"))
    }
  }

  /// Length of `# ` to `###### ` in front.
  private func headingMarks(_ line: PageLine) -> Int {
    var at = line.start
    while at < line.end, bytes[at] == UInt8(ascii: "#"), at - line.start < 6 { at += 1 }
    return at > line.start && at < line.end && bytes[at] == 0x20 ? at - line.start : 0
  }
}
