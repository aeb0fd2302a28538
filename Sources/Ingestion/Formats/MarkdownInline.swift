/// The marks of Markdown inside a line, taken out in one pass: emphasis in pairs, links and images with their addresses, tags,
/// comments, escapes.
struct MarkdownInline {
  private let line: [UInt8]
  private var keep: [Bool]
  private var at = 0
  /// Brackets that are open, and whether each is an image's.
  private var brackets: [(place: Int, isImage: Bool)] = []
  /// Runs of `*`, `_`, `~` and backticks that wait for their like: by sign and length.
  private var runs: [Int: Range<Int>] = [:]
  /// Where no `)` or `>` follows any more, nothing is looked for.
  private var lastParenthesis = -1
  private var lastAngle = -1

  static func text(of line: ArraySlice<UInt8>) -> [UInt8] {
    // Nearly all lines of articles have no mark.
    let signs = "\\*_~`[]<&!|".utf8
    guard line.contains(where: { byte in byte < 0x80 && signs.contains(byte) }) else { return Array(line) }
    var inline = MarkdownInline(line)
    inline.run()
    return zip(inline.line, inline.keep).compactMap { $1 ? $0 : nil }
  }

  private init(_ line: ArraySlice<UInt8>) {
    self.line = Array(line)
    keep = Array(repeating: true, count: line.count)
    lastParenthesis = self.line.lastIndex(of: UInt8(ascii: ")")) ?? -1
    lastAngle = self.line.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  private mutating func run() {
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "\\"): escape()
      case UInt8(ascii: "["):
        let isImage = at > 0 && line[at - 1] == UInt8(ascii: "!") && keep[at - 1]
        brackets.append((isImage ? at - 1 : at, isImage))
        at += 1
      case UInt8(ascii: "]"): closeBracket()
      case UInt8(ascii: "<"): tag()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"): emphasis()
      default: at += 1
      }
    }
  }

  private mutating func drop(_ range: Range<Int>) { for index in range { keep[index] = false } }

  private mutating func escape() {
    if at + 1 < line.count, isSign(line[at + 1]) { keep[at] = false }
    at += 2
  }

  private func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private mutating func closeBracket() {
    let close = at
    at += 1
    guard let open = brackets.popLast(), at < line.count else { return }
    var end: Int?
    if line[at] == UInt8(ascii: "("), at < lastParenthesis {
      end = line[at...].firstIndex(of: UInt8(ascii: ")"))
    } else if line[at] == UInt8(ascii: "[") {
      end = line[at...].firstIndex(of: UInt8(ascii: "]"))
    }
    guard let end else { return }
    if open.isImage {
      drop(open.place..<end + 1)
    } else {
      keep[open.place] = false
      drop(close..<end + 1)
    }
    at = end + 1
  }

  /// A tag or comment goes; an address in angle brackets stays without them.
  private mutating func tag() {
    guard at < lastAngle, at + 1 < line.count, let end = line[at...].firstIndex(of: UInt8(ascii: ">")) else {
      at += 1
      return
    }
    let inner = line[(at + 1)..<end]
    let first = inner.first ?? 0
    if inner.starts(with: "http".utf8) {
      keep[at] = false
      keep[end] = false
      at = end + 1
    } else if (0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "/") || first == UInt8(ascii: "!") {
      drop(at..<end + 1)
      at = end + 1
    } else {
      at += 1
    }
  }

  private mutating func emphasis() {
    let sign = line[at]
    let end = line[at...].firstIndex { $0 != sign } ?? line.count
    let run = at..<end
    at = end
    guard run.count <= 3, sign != UInt8(ascii: "~") || run.count == 2 else { return }
    // snake_case, and 3 * 4
    let (before, after) = (run.lowerBound > 0 ? line[run.lowerBound - 1] : 0x20, end < line.count ? line[end] : 0x20)
    if sign == UInt8(ascii: "_"), isWord(before), isWord(after) { return }
    if before == 0x20, after == 0x20 { return }
    let key = Int(sign) << 2 | run.count
    if let open = runs.removeValue(forKey: key) {
      drop(open)
      drop(run)
    } else {
      runs[key] = run
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
