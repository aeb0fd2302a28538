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
  /// Where it stands among the scalars of the file.
  let extent: Range<Int>

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

/// Cuts a rule file into tokens; what it cannot read becomes an error and is left out.
struct RuleLexer {
  let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var tokens: [RuleToken] = []
  private(set) var errors: [RuleError] = []

  init(text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
    while skipBlanksAndComments() { readToken() }
    tokens.append(RuleToken(kind: .end, text: "", location: here, extent: index..<index))
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && isNameScalar(Unicode.Scalar(byte))
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
    default: false
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private var here: RuleLocation { RuleLocation(file: file, line: line, column: column) }
  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance() {
    if scalars[index] == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }

  /// False at the end of the file.
  private mutating func skipBlanksAndComments() -> Bool {
    while let scalar = current {
      if scalar == "#" {
        while let scalar = current, scalar != "\n" { advance() }
      } else if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        advance()
      } else {
        return true
      }
    }
    return false
  }

  private mutating func readToken() {
    guard let scalar = current else { return }
    switch scalar {
    case "\"": readString()
    case "[": readClass()
    case "0"..."9": readRun(.number) { ("0"..."9").contains($0) || $0 == "." }
    case "a"..."z", "A"..."Z", "_": readRun(.name, while: Self.isNameScalar)
    case "{", "}", "(", ")", "<", ">", "|", "!", "?", "*", "+", ",", ":", ";", "=", "^", "$", "@":
      readRun(.sign, upTo: 1) { _ in true }
    case _ where Self.isWordScalar(scalar): readRun(.word, while: Self.isWordScalar)
    default:
      report(
        found: String(scalar), expected: "a name, a word or a sign of the rule language; other text stands in quotes")
      advance()
    }
  }

  private mutating func readRun(_ kind: RuleToken.Kind, upTo most: Int = .max, while belongs: (Unicode.Scalar) -> Bool)
  {
    let location = here
    let start = index
    var text = String.UnicodeScalarView()
    while let scalar = current, text.count < most, belongs(scalar) {
      text.append(scalar)
      advance()
    }
    tokens.append(RuleToken(kind: kind, text: String(text), location: location, extent: start..<index))
  }

  /// `\"` and `\\` are the signs themselves; every other backslash stays, for the marks of examples.
  private mutating func readString() {
    let location = here
    let start = index
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = current, scalar != "\"", scalar != "\n" {
      advance()
      if scalar == "\\", let next = current, next == "\"" || next == "\\" {
        text.append(next)
        advance()
      } else {
        text.append(scalar)
      }
    }
    close("\"", of: "the string", from: location)
    tokens.append(RuleToken(kind: .string, text: String(text), location: location, extent: start..<index))
  }

  private mutating func readClass() {
    let location = here
    let start = index
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = current, scalar != "]", scalar != "\n" {
      text.append(scalar)
      advance()
      if scalar == "\\", let next = current, next != "\n" {
        text.append(next)
        advance()
      }
    }
    close("]", of: "the character class", from: location)
    tokens.append(RuleToken(kind: .characterClass, text: String(text), location: location, extent: start..<index))
  }

  private mutating func close(_ sign: Unicode.Scalar, of what: String, from location: RuleLocation) {
    if current == sign {
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
