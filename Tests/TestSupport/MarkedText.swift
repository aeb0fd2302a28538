public import DocumentModel

/// Text in which spans are marked with `[label:…]` or `[…]`, for tests that show what they expect where it stands.
///
///     MarkedText("[org:市委][title:书记][person:李鸿忠]").spans   // three spans, labels org, title, person
///
/// A label is ASCII letters, digits, `.`, `_` or `-` up to a colon; marks may nest; `\[` and `\]` are plain brackets.
public struct MarkedText: Sendable {
  public struct Mark: Hashable, Sendable {
    public let label: String
    public let span: Span
  }
  /// The text without its marks.
  public let text: String
  /// Marks in text order, outer before inner.
  public let marks: [Mark]

  public init(_ marked: String) {
    var text: [UInt8] = []
    var open: [(label: String, start: Int)] = []
    var marks: [Mark] = []
    let bytes = Array(marked.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        text.append(bytes[index + 1])
        index += 2
      } else if byte == UInt8(ascii: "[") {
        index += 1
        var end = index
        while end < bytes.count, Self.isLabel(bytes[end]) { end += 1 }
        var label = ""
        if end > index, end < bytes.count, bytes[end] == UInt8(ascii: ":") {
          label = String(decoding: bytes[index..<end], as: UTF8.self)
          index = end + 1
        }
        open.append((label, text.count))
      } else if byte == UInt8(ascii: "]"), let last = open.popLast() {
        marks.append(Mark(label: last.label, span: Span(last.start, text.count)))
        index += 1
      } else {
        text.append(byte)
        index += 1
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.marks = marks.sorted { $0.span < $1.span }
  }

  public var spans: [Span] { marks.map(\.span) }

  /// The marked words themselves, in text order.
  public var words: [String] {
    let bytes = Array(text.utf8)
    return marks.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
