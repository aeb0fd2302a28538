/// Lines that are furniture as wholes: breadcrumbs, share lines, legal foot, rules of asterisks.
struct FurnitureReader {
  let marks: PageMarks

  /// Longest line, in scalars, that words anywhere in it make furniture.
  private static let shortLine = 120
  /// Longest line, in scalars, that invites to share or scan; longer ones tell of such things.
  private static let shortCall = 40

  func isFurniture(_ line: FoldedText, complete: Bool, beforeBody: Bool) -> Bool {
    if complete, isRule(line) { return true }
    let tight = FoldedWord.lowercased(line.scalars.prefix(Self.shortLine).filter { !$0.isBlank })
    if marks.legalOpenings.matches(tight, at: 0) { return true }
    if line.count <= Self.shortCall || tight.contains(code(">")), marks.shortOpenings.matches(tight, at: 0) {
      return true
    }
    guard complete, line.count <= Self.shortLine else { return false }
    if marks.furnitureSigns.occurs(in: tight) { return true }
    return isBreadcrumb(line, tight, beforeBody: beforeBody)
  }

  /// Whether the titles of other articles follow under this line.
  func isLinkHeading(_ line: FoldedText) -> Bool {
    guard line.count <= 12 else { return false }
    let tight = line.scalars.filter { $0.isHan }
    return marks.headings.contains { $0 == tight }
  }

  /// Nothing but signs: ****, ————, |.
  private func isRule(_ line: FoldedText) -> Bool {
    line.count > 0 && line.scalars.allSatisfy { !$0.isHan && !$0.isLatin && !$0.isDigit && $0 < 0x20000 && !isKana($0) }
  }

  private func isKana(_ scalar: UInt32) -> Bool {
    // Letters of other scripts stand below and around the Chinese ones; signs do not.
    (0xC0...0x1FFF).contains(scalar) || (0x3040...0x30FF).contains(scalar) || (0xAC00...0xD7AF).contains(scalar)
  }

  private func isBreadcrumb(_ line: FoldedText, _ tight: [UInt32], beforeBody: Bool) -> Bool {
    guard tight.last != code("。"), !tight.contains(code("。")), !tight.contains(code("?")) else { return false }
    let arrows = tight.filter { $0 == code(">") }.count
    if arrows > 0, beforeBody || arrows > 1 { return true }
    let home = FoldedWord.contains(tight, [code("首"), code("页")])
    let bars = tight.filter { $0 == code("|") }.count
    if home, bars > 0 { return true }
    if bars >= 3 { return beforeBody }
    // 首页 - 要闻 - 正文, 首页/要闻
    let steps = tight.filter { $0 == code("-") || $0 == code("/") || $0 == code("·") }.count
    let starts = tight.starts(with: [code("首"), code("页")])
    let ends = tight.suffix(2).elementsEqual([code("正"), code("文")])
    return starts && (steps > 0 || ends || line.scalars.contains(0x20)) || ends && steps > 0 && beforeBody
  }
}

/// Small operations on folded words.
enum FoldedWord {
  static func lowercased(_ word: [UInt32]) -> [UInt32] { word.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } }

  static func contains(_ word: [UInt32], _ part: [UInt32]) -> Bool {
    guard let first = part.first, word.count >= part.count else { return false }
    for at in 0...word.count - part.count where word[at] == first {
      if word[at..<at + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
