public import DocumentModel

/// A text that a rule must, must not, or does not yet match, with marks for what its captures must take.
public struct RuleExample: Hashable, Sendable {
  public enum Expectation: String, Hashable, Sendable {
    /// Must match, with the captures as marked.
    case ok
    /// Must not match.
    case no
    /// A known gap: does not match as marked yet.
    case todo
  }
  public struct Mark: Hashable, Sendable {
    public let path: CapturePath
    /// In bytes of `text`.
    public let span: Span
  }
  public let expectation: Expectation
  /// Without the marks.
  public let text: String
  /// In text order.
  public let marks: [Mark]
  public let location: RuleLocation

  /// Reads `[path:…]` marks, which may nest; `\[`, `\]` and `\\` are plain characters. Nil where brackets do not pair or a
  /// mark has no path. `namesResults`: marks say in any characters what results, not which capture takes them.
  init?(_ expectation: Expectation, marked: String, location: RuleLocation, namesResults: Bool = false) {
    var text: [UInt8] = []
    var open: [(path: CapturePath, start: Int)] = []
    var marks: [Mark] = []
    var bytes = Array(marked.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let next = bytes.popFirst() else { return nil }
        text.append(next)
      case UInt8(ascii: "["):
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let label = bytes[..<colon]
        guard !label.isEmpty, namesResults || label.allSatisfy(RuleLexer.isNameByte) else { return nil }
        let name = String(decoding: label, as: UTF8.self)
        open.append((namesResults ? CapturePath(components: [name]) : CapturePath(name), text.count))
        bytes = bytes[(colon + 1)...]
      case UInt8(ascii: "]"):
        guard let last = open.popLast() else { return nil }
        marks.append(Mark(path: last.path, span: Span(last.start, text.count)))
      default: text.append(byte)
      }
    }
    guard open.isEmpty else { return nil }
    self.expectation = expectation
    self.text = String(decoding: text, as: UTF8.self)
    self.marks = marks.sorted { $0.span < $1.span }
    self.location = location
  }
}
