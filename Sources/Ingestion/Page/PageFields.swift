import DocumentModel

/// A piece of a line that states something about the article or belongs to the site.
struct PagePiece: Hashable {
  enum Kind: Hashable { case source, date, author, furniture }
  var kind: Kind
  /// Indices into the line, without blanks at the edges.
  var range: Range<Int>
  /// What follows the label; the whole piece where there is none.
  var value: Range<Int>
  var date: PartialDate?

  var zone: Zone { kind == .furniture ? .furniture : .byline }
}

/// Cuts a line such as `2021-03-05 07:15 来源:某某日报 责任编辑:某某` into its fields.
///
/// Pieces start at labels with a colon (wherever they stand), and at dates, roles (记者 …), outlets and buttons where a word
/// starts. The line is one of fields only if every part of it is such a piece and every value looks like what its label says:
/// `记者:您怎么看?` is an interview, not an author.
struct PageFields {
  let marks: PageMarks
  let names: PageNames

  private struct Start {
    var index: Int
    var valueStart: Int
    var kind: PagePiece.Kind
    var label: PageMarks.Label?
    var date: PartialDate?
    /// Where what the start itself says ends: a date's or a button's end.
    var selfEnd: Int?
  }

  /// The pieces of a line; nil if it is not a line of fields.
  func pieces(of line: FoldedText) -> [PagePiece]? {
    pieces(of: line, in: 0..<line.count) ?? printed(line) ?? stamped(line)
  }

  /// The reference to a printed paper: `《某某日报》(2021年03月05日 03 版)`.
  private func printed(_ line: FoldedText) -> [PagePiece]? {
    guard line[0] == 0x300A, line.count <= 50, line[line.count - 1] == code(")"),
      let close = line.scalars.firstIndex(of: 0x300B), let open = line.scalars.firstIndex(of: code("(")), open > close,
      line.scalars[close + 1..<open].allSatisfy(\.isBlank),
      let date = PageDates.date(in: line, at: PageDates.skipBlanks(line, open + 1)),
      line.scalars[date.end...].contains(code("版"))
    else { return nil }
    return [
      PagePiece(kind: .source, range: 0..<close + 1, value: 1..<close),
      PagePiece(kind: .date, range: open..<line.count, value: open..<line.count, date: date.date),
    ]
  }

  /// A short line with a date and a time of day in it states when the page appeared, whatever else stands there:
  /// `原创 某某 某某发布 2023-08-17 18:30 发表于河北`.
  private func stamped(_ line: FoldedText) -> [PagePiece]? {
    guard line.count <= 80, !hasStop(line, 0..<line.count, commas: true) else { return nil }
    for index in line.scalars.indices where line[index].isDigit {
      guard let date = PageDates.date(in: line, at: index) else { continue }
      let clock = PageDates.skipBlanks(line, date.end)
      guard line[clock].isDigit, PageDates.clock(line, clock) != nil else { continue }
      return [PagePiece(kind: .date, range: 0..<line.count, value: 0..<line.count, date: date.date)]
    }
    return nil
  }

  func pieces(of line: FoldedText, in range: Range<Int>) -> [PagePiece]? {
    guard let starts = starts(line, range), !starts.isEmpty else { return nil }
    var pieces: [PagePiece] = []
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1].index : range.upperBound
      // Signs in front of the first piece are its own: nothing of a line is lost.
      let piece = trimmed(line, (position == 0 ? range.lowerBound : start.index)..<end)
      let value = trimmed(line, min(start.valueStart, end)..<end)
      guard isValid(line, start, value) else { return nil }
      pieces.append(PagePiece(kind: start.kind, range: piece, value: value, date: start.date))
    }
    // An outlet's name alone is a headline's word.
    if pieces.allSatisfy({ $0.kind == .source }), !starts.contains(where: { $0.label != nil }) { return nil }
    return pieces
  }

  // MARK: Where pieces start

  private func starts(_ line: FoldedText, _ range: Range<Int>) -> [Start]? {
    var starts: [Start] = []
    var atWord = true
    var at = range.lowerBound
    /// What an unknown word belongs to is open until a piece has begun.
    var open = false
    /// The first word after a label is its value, whatever it looks like.
    var isValue = false
    while at < range.upperBound {
      if isGap(line[at]) || isBracket(line[at]) {
        atWord = true
        at += 1
        continue
      }
      if let start = start(line, at, range, atWord: atWord, isValue: isValue) {
        if !continues(start, starts.last) { starts.append(withBracket(line, start, range.lowerBound)) }
        at = start.selfEnd ?? start.valueStart
        open = start.selfEnd == nil
        isValue = start.label != nil && open
        atWord = true
        continue
      }
      guard open else { return nil }
      isValue = false
      atWord = false
      at += 1
    }
    return starts
  }

  /// Whether a button or a number goes on with the furniture before it: `字体:【大 中 小】`, `点击:[ 77 ]`.
  private func continues(_ start: Start, _ last: Start?) -> Bool {
    guard let last, start.kind == .furniture, start.label == nil else { return false }
    return last.label == .counter || last.label == nil && last.kind == .furniture
  }

  private func start(_ line: FoldedText, _ at: Int, _ range: Range<Int>, atWord: Bool, isValue: Bool) -> Start? {
    if let (label, valueStart) = label(line, at, range, atWord: atWord) {
      var start = Start(index: at, valueStart: valueStart, kind: kind(of: label), label: label)
      if label == .date, let date = PageDates.date(in: line, at: PageDates.skipBlanks(line, valueStart)) {
        start.date = date.date
        start.selfEnd = PageDates.timeEnd(in: line, from: date.end)
      }
      return start
    }
    guard atWord else { return nil }
    if let date = PageDates.date(in: line, at: at) {
      let end = PageDates.timeEnd(in: line, from: date.end)
      return Start(index: at, valueStart: at, kind: .date, date: date.date, selfEnd: end)
    }
    if isValue { return nil }
    if let end = buttonEnd(line, at, range) {
      return Start(index: at, valueStart: at, kind: .furniture, selfEnd: end)
    }
    if let end = timeLineEnd(line, at, range) {
      return Start(index: at, valueStart: at, kind: .date, selfEnd: end)
    }
    if let role = names.role(line, at, range.upperBound) {
      return Start(
        index: at, valueStart: role.end, kind: role.label == .staff ? .furniture : .author, label: role.label)
    }
    if let end = outletEnd(line, at, range) {
      return Start(index: at, valueStart: at, kind: .source, selfEnd: end)
    }
    return nil
  }

  private func kind(of label: PageMarks.Label) -> PagePiece.Kind {
    switch label {
    case .source: .source
    case .date: .date
    case .author: .author
    case .staff, .counter, .link: .furniture
    }
  }

  /// The label at an index, its characters perhaps spaced out, and the index after its colon.
  private func label(
    _ line: FoldedText, _ at: Int, _ range: Range<Int>, atWord: Bool
  ) -> (PageMarks.Label, valueStart: Int)? {
    guard line[at].isHan else { return nil }
    var index = at
    var spaced = false
    // Twice the length, for labels spaced out.
    while index < range.upperBound, index - at <= 2 * marks.longestLabel {
      let scalar = line[index]
      if scalar.isBlank { spaced = true } else if !scalar.isHan, !isInnerSlash(line, index, from: at) { break }
      index += 1
    }
    let colon = line[index]
    guard index < range.upperBound else { return nil }
    let tight = !line[index - 1].isBlank
    guard colon == code(":") || atWord && tight && (colon == code("|") || colon == code("/")) else { return nil }
    let word = line.scalars[at..<index].filter { !$0.isBlank }
    // A character alone (文:) is a label at a word's start only.
    if let label = marks.labels[word], word.count > 1 || atWord { return (label, index + 1) }
    guard atWord, colon == code(":"), !spaced else { return nil }
    for (end, label) in marks.openLabels
    where word.count > end.count && word.count <= end.count + 4 && word.suffix(end.count).elementsEqual(end) {
      return (label, index + 1)
    }
    return nil
  }

  /// The stroke of 文/图.
  private func isInnerSlash(_ line: FoldedText, _ index: Int, from start: Int) -> Bool {
    line[index] == code("/") && index == start + 1 && line[index + 1].isHan && line[index + 2] == code(":")
  }

  /// End of a word that is a button, a counter or a number by itself; nil for other words.
  private func buttonEnd(_ line: FoldedText, _ at: Int, _ range: Range<Int>) -> Int? {
    var end = at
    var word: [UInt32] = []
    var digits = false
    while end < range.upperBound, !line[end].isBlank, line[end] != code("|") {
      let scalar = line[end]
      if scalar.isDigit { digits = true }
      if scalar.isHan || scalar.isLatin { word.append(scalar) }
      guard scalar.isHan || scalar.isLatin || scalar.isDigit || isButtonSign(scalar), word.count <= marks.longestButton
      else { return nil }
      end += 1
      if scalar == code(")") { break }
    }
    return word.isEmpty ? (digits || end > at ? end : nil) : marks.buttons.contains(word) ? end : nil
  }

  private func isButtonSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("("), code(")"), code(":"), code("+"), code("-"), code("×"), code("."), code(","), code("/"), code("\""):
      true
    default: false
    }
  }

  /// 08:31, 19时25分 as a word of their own.
  private func timeLineEnd(_ line: FoldedText, _ at: Int, _ range: Range<Int>) -> Int? {
    let start = [code("香"), code("北")].contains(line[at]) ? at + 4 : at
    guard start == at || line[at + 2] == code("时") && line[at + 3] == code("间"), line[start].isDigit,
      let end = PageDates.clock(line, start), end == range.upperBound || line[end].isBlank || isBracket(line[end])
    else { return nil }
    return end
  }

  /// End of a short word that ends like an outlet's name: 某省日报, 中国新闻网.
  private func outletEnd(_ line: FoldedText, _ at: Int, _ range: Range<Int>) -> Int? {
    var end = at
    while end < range.upperBound, line[end].isHan { end += 1 }
    guard end - at >= 3, end - at <= 15, end == range.upperBound || isGap(line[end]) else { return nil }
    return names.isOutlet(Array(line.scalars[at..<end])) ? end : nil
  }

  // MARK: Whether values are what their labels say

  private func isValid(_ line: FoldedText, _ start: Start, _ value: Range<Int>) -> Bool {
    if start.selfEnd != nil {
      let rest = (start.selfEnd ?? value.upperBound)..<max(value.upperBound, start.selfEnd ?? 0)
      return rest.allSatisfy { $0 >= line.count || isGap(line[$0]) || isBracket(line[$0]) || isStop(line[$0]) }
    }
    switch start.label {
    case .source: return value.count <= 30 && !hasStop(line, value, commas: true)
    case .date: return value.count <= 30 && !hasStop(line, value, commas: true) && hasDigitOrNothing(line, value)
    case .author:
      let role = names.role(line, start.index, value.upperBound)
      guard let role else { return names.areNames(line, value) }
      // 记者:… may be an interview: only what has the form of names is an author.
      let from = line[role.end] == code(":") ? role.end + 1 : role.end
      if from > role.end, line[role.end - 2] != code("记"), line[role.end - 1] != code("员") {
        return names.areNames(line, value)
      }
      return from >= value.upperBound
        || names.areBareNames(line, from..<value.upperBound, glued: !line[from].isBlank || from > role.end)
    case .staff: return value.count <= 60 && !hasStop(line, value, commas: false)
    case .counter: return value.count <= 60 && !hasStop(line, value, commas: false)
    case .link, nil: return true
    }
  }

  private func hasDigitOrNothing(_ line: FoldedText, _ value: Range<Int>) -> Bool {
    value.isEmpty || value.contains { line[$0].isDigit || line[$0] == code("年") || line[$0] == code("月") }
  }

  private func hasStop(_ line: FoldedText, _ range: Range<Int>, commas: Bool) -> Bool {
    range.contains { isStop(line[$0]) || commas && line[$0] == code(",") }
  }

  private func isStop(_ scalar: UInt32) -> Bool {
    [code("。"), code("!"), code("?"), code(";")].contains(scalar)
  }

  // MARK: Edges

  private func isGap(_ scalar: UInt32) -> Bool { scalar.isBlank || scalar == code("|") || scalar == code("/") }
  private func isBracket(_ scalar: UInt32) -> Bool { scalar == code("(") || scalar == code(")") }

  /// Takes the opening bracket in front of a piece into it.
  private func withBracket(_ line: FoldedText, _ start: Start, _ lower: Int) -> Start {
    var start = start
    while start.index > lower, line[start.index - 1] == code("(") { start.index -= 1 }
    return start
  }

  private func trimmed(_ line: FoldedText, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isGap(line[lower]) { lower += 1 }
    while upper > lower, isGap(line[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
