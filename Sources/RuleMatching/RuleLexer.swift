/// A word of the rule language, with its place.
struct RuleToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// ASCII name: `visits.arrive`, `site-list`.
    case name
    case number
    /// A bare word of Chinese characters.
    case word
    /// A quoted string; `text` is its content.
    case string
    /// `[…]` or `[^…]`; `text` is what stands between the brackets, escapes kept.
    case characterClass
    /// One punctuation mark.
    case sign
    case end
  }
  let kind: Kind
  let text: String
  let location: RuleLocation
  /// Where it stands among the bytes of the file.
  let extent: Range<Int>
  /// Its mark where it is a `sign`, else 0: signs are what parsers ask for most.
  let sign: UInt8

  /// As an error shows it.
  var shown: String {
    switch kind {
    case .end: "the end of the file"
    case .string: "\"\(text)\""
    case .characterClass: "[\(text)]"
    default: text
    }
  }
}

/// Cuts a rule file into tokens, one after another; what it cannot read becomes an error and is left out.
struct RuleLexer {
  /// UTF-8.
  let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  /// In scalars, like the columns of locations.
  private var column = 1
  private(set) var errors: [RuleError] = []

  /// `bytes` must be valid UTF-8.
  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The next token; at the end of the file the end, again and again.
  mutating func token() -> RuleToken {
    while skipBlanksAndComments() { if let token = readToken() { return token } }
    return RuleToken(kind: .end, text: "", location: here, extent: index..<index, sign: 0)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".")
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private var here: RuleLocation { RuleLocation(file: file, line: line, column: column) }
  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Bytes of the scalar that begins with a byte.
  private static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  private var scalar: Unicode.Scalar? {
    let first = UInt32(bytes[index])
    switch Self.length(bytes[index]) {
    case 1: return Unicode.Scalar(first)
    case 2: return Unicode.Scalar((first & 0x1F) << 6 | rest(1))
    case 3: return Unicode.Scalar((first & 0x0F) << 12 | rest(1) << 6 | rest(2))
    default: return Unicode.Scalar((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3))
    }
  }

  /// What a later byte of the current scalar adds to it.
  private func rest(_ byte: Int) -> UInt32 { UInt32(bytes[index + byte] & 0x3F) }

  /// Past a whole scalar.
  private mutating func advance() {
    let first = bytes[index]
    if first == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += Self.length(first)
  }

  /// False at the end of the file.
  private mutating func skipBlanksAndComments() -> Bool {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "#"): while let byte = current, byte != UInt8(ascii: "\n") { advance() }
      case 9...13, UInt8(ascii: " "): advance()
      case 0x80...:
        guard let scalar, scalar.properties.isWhitespace || scalar == "\u{FEFF}" else { return true }
        advance()
      default: return true
      }
    }
    return false
  }

  private mutating func readToken() -> RuleToken? {
    guard let byte = current else { return nil }
    switch byte {
    case UInt8(ascii: "\""): return readString()
    case UInt8(ascii: "["): return readClass()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return readRun(.number, while: Self.isNumberByte)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      return readRun(.name, while: Self.isNameByte)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "^"), UInt8(ascii: "$"),
      UInt8(ascii: "@"):
      let (location, start) = (here, index)
      advance()
      return token(.sign, at: location, from: start)
    default:
      guard let scalar else { return nil }
      if Self.isWordScalar(scalar) { return readWord() }
      report(
        found: String(scalar), expected: "a name, a word or a sign of the rule language; other text stands in quotes")
      advance()
      return nil
    }
  }

  /// The token of what was read since an index.
  private func token(_ kind: RuleToken.Kind, at location: RuleLocation, from start: Int) -> RuleToken {
    RuleToken(
      kind: kind, text: String(decoding: bytes[start..<index], as: UTF8.self), location: location,
      extent: start..<index, sign: kind == .sign ? bytes[start] : 0)
  }

  /// A run of ASCII.
  private mutating func readRun(_ kind: RuleToken.Kind, while belongs: (UInt8) -> Bool) -> RuleToken {
    let (location, start) = (here, index)
    while let byte = current, belongs(byte) {
      index += 1
      column += 1
    }
    return token(kind, at: location, from: start)
  }

  private mutating func readWord() -> RuleToken {
    let (location, start) = (here, index)
    while let byte = current, byte >= 0x80, let scalar, Self.isWordScalar(scalar) { advance() }
    return token(.word, at: location, from: start)
  }

  /// `\"` and `\\` are the signs themselves; every other backslash stays, for the marks of examples.
  private mutating func readString() -> RuleToken {
    let (location, start) = (here, index)
    var text = ""
    advance()
    var begun = index
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
      advance()
      if byte == UInt8(ascii: "\\"), let next = current, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
        text += String(decoding: bytes[begun..<index - 1], as: UTF8.self)
        begun = index
        advance()
      }
    }
    text += String(decoding: bytes[begun..<index], as: UTF8.self)
    close("\"", of: "the string", from: location)
    return RuleToken(kind: .string, text: text, location: location, extent: start..<index, sign: 0)
  }

  private mutating func readClass() -> RuleToken {
    let (location, start) = (here, index)
    advance()
    let begun = index
    while let byte = current, byte != UInt8(ascii: "]"), byte != UInt8(ascii: "\n") {
      advance()
      if byte == UInt8(ascii: "\\"), let next = current, next != UInt8(ascii: "\n") { advance() }
    }
    let text = String(decoding: bytes[begun..<index], as: UTF8.self)
    close("]", of: "the character class", from: location)
    return RuleToken(kind: .characterClass, text: text, location: location, extent: start..<index, sign: 0)
  }

  private mutating func close(_ sign: Character, of what: String, from location: RuleLocation) {
    if let byte = current, byte == sign.asciiValue {
      advance()
    } else {
      let expected = "\(sign) at the end of \(what) begun at \(location.line):\(location.column)"
      report(found: current == nil ? "the end of the file" : "the end of the line", expected: expected)
    }
  }

  private mutating func report(found: String, expected: String) {
    errors.append(RuleError(location: here, problem: .unexpected(found: found, expected: expected)))
  }
}
