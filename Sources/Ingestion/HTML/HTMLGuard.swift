/// Pages that would take libxml2 more than linear time: it compares every attribute of a tag with all before it.
enum HTMLGuard {
  /// Most blanks and equals signs in one tag outside of quotation marks; a tag has some ten attributes.
  private static let mostInTag = 1000

  private enum State { case text, tagStart, tag, afterEquals, quoted(UInt8), script }

  /// Throws `.tooLarge`.
  static func check(_ bytes: [UInt8], file: String, id: String) throws(IngestionError) {
    var state = State.text
    var parts = 0
    var name: [UInt8] = []
    for (at, byte) in bytes.enumerated() {
      switch state {
      case .text: if byte == UInt8(ascii: "<") { state = .tagStart }
      case .script:
        if byte == UInt8(ascii: "<"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/") { state = .text }
      case .tagStart:
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        state = isLetter ? .tag : .text
        (parts, name) = (0, [byte | 0x20])
      case .tag, .afterEquals: state = Self.next(state, byte, &parts, &name)
      case .quoted(let quote): if byte == quote { state = .tag }
      }
      if parts > mostInTag {
        throw IngestionError(
          .tooLarge, file: file, id: id, what: "the tag around byte \(at) has more than \(mostInTag) parts",
          remedy: "repair the page: a tag is not closed")
      }
    }
  }

  private static func next(_ state: State, _ byte: UInt8, _ parts: inout Int, _ name: inout [UInt8]) -> State {
    switch byte {
    case UInt8(ascii: ">"):
      // The text of scripts and styles has no tags.
      return name.starts(with: "script".utf8) || name.starts(with: "style".utf8) ? .script : .text
    case UInt8(ascii: "="):
      parts += 1
      return .afterEquals
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
      parts += 1
      return state
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if case .afterEquals = state { return .quoted(byte) }
      return .tag
    default:
      if parts == 0, name.count < 8 { name.append(byte | 0x20) }
      return .tag
    }
  }
}
