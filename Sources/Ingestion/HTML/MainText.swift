/// Finds the article in a page: the smallest element that holds nearly all of the page's sentences outside of links and furniture,
/// or the one that the page itself calls the article; above it the headline and the line with source and date.
struct MainText {
  private let page: HTMLBlocks
  /// How much each block looks like a paragraph; 0 for furniture.
  private let points: [Int]
  private(set) var lines: [[UInt8]] = []
  private(set) var dropped = DroppedBlocks()

  /// Share of an element's points, in percent, that one child must have for the article to be looked for in it.
  private static let share = 80
  /// Share of the page's points, in percent, that an element called the article must have.
  private static let articleShare = 40
  /// Characters of the longest line that is looked at for source and date.
  private static let longestByline = 150
  /// Blocks behind the article that may name its source.
  private static let reachBehind = 6

  init(_ page: HTMLBlocks) {
    self.page = page
    points = page.blocks.map { Self.points($0, page) }
    if let article = article() { collect(article) }
  }

  private static func points(_ block: HTMLBlocks.Block, _ page: HTMLBlocks) -> Int {
    if block.element >= 0, page.elements[block.element].reason != nil { return 0 }
    let own = block.characters - block.linked
    guard own * 2 > block.characters, block.stops > 0 || own >= 40 else { return 0 }
    return 1 + 2 * block.stops + min(own / 20, 20)
  }

  // MARK: The article's element

  private func article() -> Int? {
    var sums = [0]
    sums.reserveCapacity(points.count + 1)
    for point in points { sums.append((sums.last ?? 0) + point) }
    func sum(_ element: Int) -> Int {
      let blocks = page.elements[element].blocks
      return sums[blocks.upperBound] - sums[blocks.lowerBound]
    }
    let total = sums.last ?? 0
    guard total > 0 else { return nil }
    let named = page.elements.indices.filter { page.elements[$0].isArticle && page.elements[$0].reason == nil }
    if let best = named.max(by: { sum($0) < sum($1) }), sum(best) * 100 >= total * Self.articleShare { return best }
    // Elements stand in the order of the page, parents before children: each is asked once.
    var chosen = -1
    for element in page.elements.indices where page.elements[element].parent == chosen {
      let around = chosen < 0 ? total : sum(chosen)
      if sum(element) * 100 >= around * Self.share, sum(element) > 0 { chosen = element }
    }
    // A single paragraph is no place for an article: what stands beside it belongs to it.
    while chosen >= 0, page.elements[chosen].name == "p", page.elements[chosen].parent >= 0 {
      chosen = page.elements[chosen].parent
    }
    return chosen >= 0 ? chosen : page.elements.indices.first
  }

  // MARK: Its lines

  private mutating func collect(_ article: Int) {
    let inside = page.elements[article].blocks
    let heading = self.heading(before: inside)
    for (index, block) in page.blocks.enumerated() {
      let reason: HTMLHints.Reason?
      if inside.contains(index) {
        reason = self.reason(block, in: article)
      } else if index < inside.lowerBound {
        let isByline = heading.map { index > $0 } ?? (index + Self.reachBehind >= inside.lowerBound)
        reason = index == heading || isByline && Self.isByline(block) ? nil : outside(block)
      } else {
        let isCredit = index < inside.upperBound + Self.reachBehind && Self.isByline(block)
        reason = isCredit && elementReason(block) == nil ? nil : outside(block)
      }
      if let reason { dropped.add(reason) } else { lines.append(block.text) }
    }
    dropped.kept = lines.count
  }

  private func elementReason(_ block: HTMLBlocks.Block) -> HTMLHints.Reason? {
    block.element >= 0 ? page.elements[block.element].reason : nil
  }

  private func outside(_ block: HTMLBlocks.Block) -> HTMLHints.Reason {
    elementReason(block) ?? (block.linked * 2 > block.characters ? .links : .outside)
  }

  private func reason(_ block: HTMLBlocks.Block, in article: Int) -> HTMLHints.Reason? {
    if let reason = elementReason(block), page.elements[article].reason == nil { return reason }
    // Names in an article may be links; a line that is nothing else is none of its own.
    return block.linked * 10 >= block.characters * 9 && block.stops == 0 ? .links : nil
  }

  /// The headline above the article: the last `<h1>`, else `<h2>`, before it.
  private func heading(before inside: Range<Int>) -> Int? {
    for name in ["h1", "h2"] {
      if let index = page.blocks[..<inside.lowerBound].lastIndex(where: { block in
        block.element >= 0 && page.elements[block.element].name == name && elementReason(block) == nil
          && block.linked * 2 < block.characters
      }) {
        return index
      }
    }
    return nil
  }

  /// Whether a short line says where the article is from or when it appeared.
  private static func isByline(_ block: HTMLBlocks.Block) -> Bool {
    guard block.characters <= longestByline, block.linked * 2 <= block.characters || block.characters < 40 else {
      return false
    }
    let text = String(decoding: block.text, as: UTF8.self)
    return ["来源", "來源", "时间", "時間", "日期", "作者", "记者", "記者", "稿源"].contains { text.contains($0) }
      || text.utf8.count >= 8 && text.utf8.first.map { (0x30...0x39).contains($0) } == true
        && PageDates.leadingDate(in: String(text.prefix(40))) != nil
  }
}

/// Blocks of a page that are no article, by reason.
struct DroppedBlocks {
  var kept = 0
  private var counts: [HTMLHints.Reason: Int] = [:]

  mutating func add(_ reason: HTMLHints.Reason) { counts[reason, default: 0] += 1 }

  /// `p.html: 12 of 20 lines dropped: 8 navigation, 4 lists of links`; nil where none was.
  func note(of file: String) -> String? {
    let all = counts.values.reduce(0, +)
    guard all > 0 else { return nil }
    let reasons = HTMLHints.Reason.allCases.compactMap { reason in counts[reason].map { "\($0) \(reason.rawValue)" } }
    return "\(file): \(all) of \(all + kept) lines dropped: \(reasons.joined(separator: ", "))"
  }
}
