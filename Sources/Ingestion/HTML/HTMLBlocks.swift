import CHTML

/// A page as lines of text and the tree of elements they stand in.
struct HTMLBlocks {
  struct Element {
    /// Index of the element around it; -1 for the outermost.
    let parent: Int
    let name: String
    /// Why all in it is furniture.
    let reason: HTMLHints.Reason?
    /// Whether the page says it holds the article.
    let isArticle: Bool
    /// The blocks in it.
    var blocks: Range<Int>
  }

  /// A line of text: what stands between two elements that begin lines.
  struct Block {
    /// Index of the element around it.
    let element: Int
    var text: [UInt8] = []
    /// Characters, and those of them in links.
    var characters = 0
    var linked = 0
    /// Marks that sentences have: ，。；！？.
    var stops = 0
  }

  private(set) var elements: [Element] = []
  private(set) var blocks: [Block] = []
  private(set) var metadata = HTMLMetadata()

  /// Elements in one another beyond which all that is deeper counts as one.
  private static let deepest = 1000

  private var block = Block(element: -1)
  private var links = 0
  private var pendingBlank = false
  private var pendingBreak = false

  init(_ page: OpaquePointer) {
    var open: [Int] = []
    // Elements that begin lines and are open, those too deep to be kept included.
    var depth = 0
    walk: while true {
      switch chtml_next(page) {
      case .finish: break walk
      case .text:
        var length: Int64 = 0
        let bytes = chtml_text(page, &length)
        take(UnsafeBufferPointer(start: bytes, count: Int(length)))
      case .start:
        let name = String(cString: chtml_name(page))
        if name == "meta" || name == "link" || name == "time" { metadata.take(name, page) }
        if name == "title", metadata.title == nil { metadata.title = Self.content(page) }
        if HTMLHints.opaque.contains(name), name != "head" {
          Self.skip(page)
          continue
        }
        if name == "a" { links += 1 }
        let begins = HTMLHints.blocks.contains(name)
        if begins { endBlock(open.last ?? -1) }
        guard begins, name != "br", name != "hr" else { continue }
        depth += 1
        guard open.count < Self.deepest else { continue }
        let parent = open.last ?? -1
        open.append(elements.count)
        elements.append(element(name, parent, page))
        block = Block(element: open.last ?? -1)
      case .end:
        let name = String(cString: chtml_name(page))
        if name == "a" { links -= 1 }
        guard HTMLHints.blocks.contains(name), name != "br", name != "hr" else { continue }
        depth -= 1
        endBlock(open.last ?? -1)
        // Elements beyond the deepest were not opened.
        if depth < open.count, let last = open.popLast() {
          elements[last].blocks = elements[last].blocks.lowerBound..<blocks.count
        }
        block = Block(element: open.last ?? -1)
      }
    }
    endBlock(-1)
  }

  private func element(_ name: String, _ parent: Int, _ page: OpaquePointer) -> Element {
    let classes = [Self.attribute("class", page), Self.attribute("id", page)].joined(separator: " ")
    let around = parent >= 0 ? elements[parent] : nil
    let isArticle = HTMLHints.isArticle(name: name, classes: classes, itemprop: Self.attribute("itemprop", page))
    var reason =
      around?.reason ?? HTMLHints.reason(name: name, classes: classes, isInArticle: around?.isArticle ?? false)
    if reason == nil, HTMLHints.isHidden(style: Self.attribute("style", page)) { reason = .hidden }
    return Element(
      parent: parent, name: name, reason: reason, isArticle: isArticle, blocks: blocks.count..<blocks.count)
  }

  static func attribute(_ name: String, _ page: OpaquePointer) -> String {
    chtml_attribute(page, name).map { String(cString: $0) } ?? ""
  }

  /// The text of an element, to its end.
  private static func content(_ page: OpaquePointer) -> String {
    var text: [UInt8] = []
    while chtml_next(page) == .text {
      var length: Int64 = 0
      let bytes = chtml_text(page, &length)
      text += UnsafeBufferPointer(start: bytes, count: Int(length))
    }
    return String(decoding: text, as: UTF8.self).trimmed
  }

  /// Goes to the end of the element that starts.
  private static func skip(_ page: OpaquePointer) {
    var depth = 1
    while depth > 0 {
      switch chtml_next(page) {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      case .finish: return
      }
    }
  }

  // MARK: Text

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x20, 0x09, 0x0C: pendingBlank = true
      case 0x0A, 0x0D: pendingBreak = true
      default: put(byte)
      }
    }
  }

  /// Blanks become one; the line breaks of the source between Chinese characters none.
  private mutating func put(_ byte: UInt8) {
    if pendingBlank || pendingBreak {
      let joins = !pendingBlank && byte >= 0xE3 && block.text.last.map { $0 >= 0x80 } == true
      if !block.text.isEmpty, !joins { block.text.append(0x20) }
      (pendingBlank, pendingBreak) = (false, false)
    }
    block.text.append(byte)
    guard byte & 0xC0 != 0x80 else {
      if byte >= 0x80 { countStop() }
      return
    }
    block.characters += 1
    if links > 0 { block.linked += 1 }
    if byte == UInt8(ascii: ","), block.text.count > 1 { block.stops += 1 }
  }

  /// Counts a stop that the last three bytes are: U+3002, U+FF0C, U+FF1B, U+FF01, U+FF1F.
  private mutating func countStop() {
    let end = block.text.count
    guard end >= 3 else { return }
    switch (block.text[end - 3], block.text[end - 2], block.text[end - 1]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F):
      block.stops += 1
    default: break
    }
  }

  private mutating func endBlock(_ element: Int) {
    block.text = Self.trimmed(block.text)
    if !block.text.isEmpty { blocks.append(block) }
    block = Block(element: element)
    (pendingBlank, pendingBreak) = (false, false)
  }

  /// Without blanks, U+00A0, U+3000, U+200B and U+FEFF at the ends.
  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    var (start, end) = (0, text.count)
    let blanks: [[UInt8]] = [[0x20], [0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
    while let blank = blanks.first(where: { text[start..<end].starts(with: $0) }) { start += blank.count }
    while let blank = blanks.first(where: { end - start >= $0.count && text[(end - $0.count)..<end].elementsEqual($0) })
    {
      end -= blank.count
    }
    return start == 0 && end == text.count ? text : Array(text[start..<end])
  }
}
