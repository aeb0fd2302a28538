import DocumentModel

/// One pass over a page: lines to regions.
struct PageScan {
  private let bytes: [UInt8]
  private let folding: PageFolding
  private let marks: PageMarks
  private let classifier: LineClassifier
  private let credits: CreditReader
  private let names: PageNames

  private(set) var regions: [Region] = []
  private(set) var metadata = PageMetadata()

  /// Sources and dates by how sure they are; the first found of the surest wins.
  private var labelledSource: Span?
  private var reportedSource: Span?
  private var labelledDate: PartialDate?
  private var bareDate: PartialDate?

  init(bytes: [UInt8], title: [UInt32]?, folding: PageFolding, marks: PageMarks) {
    self.bytes = bytes
    self.folding = folding
    self.marks = marks
    names = PageNames(marks: marks)
    let fields = PageFields(marks: marks, names: names)
    credits = CreditReader(names: names, fields: fields)
    classifier = LineClassifier(
      bytes: bytes, title: title, folding: folding, fields: fields,
      datelines: DatelineReader(marks: marks, names: names), furniture: FurnitureReader(marks: marks))
  }

  mutating func run() {
    let lines = readings()
    let bodyStart = bodyStart(lines)
    // Where the last sentence stands: what comes after it is the page's foot, where a date alone is the article's.
    let lastSentence = lines.lastIndex { if case .sentence = $0.kind { true } else { false } } ?? bodyStart
    let lastBody = lines.lastIndex { isContent($0.kind) } ?? bodyStart
    var inLinks = false
    for (index, line) in lines.enumerated() {
      let inBody = index >= bodyStart
      switch line.kind {
      case .furniture:
        add(line.line, .furniture)
      case .linkHeading:
        inLinks = inBody
        add(line.line, inBody ? .furniture : .headline)
      case .fields(let pieces):
        let inMiddle = inBody && index < lastSentence
        if inMiddle, pieces.allSatisfy({ isBodyLike($0) }) {
          add(line.line, .body)
        } else {
          add(pieces, of: line.head)
          inLinks = inLinks || awaitsTitle(pieces, line.head) && inBody
        }
      case .short:
        if inLinks {
          add(line.line, .furniture)
        } else {
          addContent(line, inBody ? .body : .headline, last: index == lastBody)
        }
      case .sentence(let dateline):
        inLinks = false
        addBody(line, dateline, last: index == lastBody)
      }
    }
    metadata.source = labelledSource ?? reportedSource
    metadata.published = labelledDate ?? bareDate
  }

  // MARK: Lines

  private func readings() -> [LineReading] {
    var readings: [LineReading] = []
    var beforeBody = true
    for line in PageLine.lines(of: bytes) where !line.isBlank {
      let reading = classifier.reading(of: line, beforeBody: beforeBody)
      if case .sentence = reading.kind { beforeBody = false }
      readings.append(reading)
    }
    return readings
  }

  private func isContent(_ kind: LineKind) -> Bool {
    switch kind {
    case .short, .sentence: true
    case .furniture, .linkHeading, .fields: false
    }
  }

  /// Index of the first line of the body: the first sentence; in a page without one the first line that has a comma in it after
  /// a headline; a text of one paragraph is body.
  private func bodyStart(_ lines: [LineReading]) -> Int {
    if let first = lines.firstIndex(where: { if case .sentence = $0.kind { true } else { false } }) { return first }
    let content = lines.indices.filter { isContent(lines[$0].kind) }
    guard content.count > 1 else { return content.first ?? lines.count }
    return content.dropFirst().first { lines[$0].head.scalars.contains(code(",")) } ?? lines.count
  }

  /// Whether a field may be the body's own where sentences follow: 时间:…, 记者:…, a day in a chronicle; a role and names are not.
  private func isBodyLike(_ piece: PagePiece) -> Bool {
    piece.zone == .byline && (piece.kind != .author || piece.value.lowerBound > piece.range.lowerBound)
  }

  /// Whether the last field is a link whose title stands on the next line (上一篇:).
  private func awaitsTitle(_ pieces: [PagePiece], _ line: FoldedText) -> Bool {
    guard let last = pieces.last, last.kind == .furniture, last.value.isEmpty else { return false }
    return line[last.range.lowerBound + 1] == code("一") || line[last.range.lowerBound + 1] == code("关")
  }

  // MARK: Regions

  private mutating func add(_ line: PageLine, _ zone: Zone) {
    let line = PageLine.trimmed(bytes, line.start, line.end)
    guard !line.isBlank else { return }
    regions.append(Region(span: Span(line.start, line.end), zone: zone))
  }

  private mutating func add(_ pieces: [PagePiece], of line: FoldedText) {
    for piece in pieces where !piece.range.isEmpty {
      add(PageLine(start: line.offsets[piece.range.lowerBound], end: line.offsets[piece.range.upperBound]), piece.zone)
      note(piece, of: line)
    }
  }

  private mutating func addContent(_ line: LineReading, _ zone: Zone, last: Bool) {
    if zone == .body {
      addBody(line, nil, last: last)
    } else {
      if metadata.title == nil { metadata.title = Span(line.line.start, line.line.end) }
      add(line.line, zone)
    }
  }

  /// A paragraph: its dateline, its sentences, its credit.
  private mutating func addBody(_ line: LineReading, _ dateline: Dateline?, last: Bool) {
    var start = line.line.start
    if let dateline {
      let end = line.head.offsets[dateline.end]
      add(PageLine(start: start, end: end), .byline)
      start = end
      if let outlet = dateline.outlet, reportedSource == nil {
        reportedSource = Span(line.head.offsets[outlet.lowerBound], line.head.offsets[outlet.upperBound])
      }
    }
    let foot =
      line.isComplete
      ? line.head : FoldedText(bytes, before: line.line.end, notBefore: start, limit: 100, folding: folding)
    if let pieces = credits.credit(of: foot, last: last), let first = pieces.first {
      let end = foot.offsets[first.range.lowerBound]
      if end >= start {
        add(PageLine(start: start, end: end), .body)
        add(pieces, of: foot)
        return
      }
    }
    add(PageLine(start: start, end: line.line.end), .body)
  }

  // MARK: What the page says about itself

  private mutating func note(_ piece: PagePiece, of line: FoldedText) {
    let labelled = piece.value.lowerBound > piece.range.lowerBound
    switch piece.kind {
    case .date:
      guard let date = piece.date else { return }
      if labelled { labelledDate = labelledDate ?? date } else { bareDate = bareDate ?? date }
    case .source:
      guard let source = sourceName(line, piece.value) else { return }
      if labelled { labelledSource = labelledSource ?? source } else { reportedSource = reportedSource ?? source }
    case .author:
      guard let role = names.role(line, piece.range.lowerBound, piece.range.upperBound), reportedSource == nil else {
        return
      }
      reportedSource = sourceName(line, role.outlet)
    case .furniture: return
    }
  }

  /// An outlet's name in a field's value: up to the first blank or bracket, or a Latin name whole; nil for 本站 and the like.
  private func sourceName(_ line: FoldedText, _ value: Range<Int>) -> Span? {
    var (lower, upper) = (value.lowerBound, value.lowerBound)
    while lower < value.upperBound, isEdge(line[lower]) { lower += 1 }
    upper = lower
    while upper < value.upperBound,
      !isEdge(line[upper]) || line[upper].isBlank && line[upper - 1].isLatin && line[upper + 1].isLatin
    {
      upper += 1
    }
    guard lower < upper, !marks.selves.contains(Array(line.scalars[lower..<upper])) else { return nil }
    return Span(line.offsets[lower], line.offsets[upper])
  }

  private func isEdge(_ scalar: UInt32) -> Bool {
    scalar.isBlank
      || [code("("), code(")"), code(">"), code("\""), code("|"), code(","), code("、"), 0x300A, 0x300B].contains(scalar)
  }
}
