/// What is wrong with a line of JSON, and at which byte of the line (1-based).
struct JSONFault: Error, Hashable {
  var what: String
  var column: Int
}

/// A value of a record's field, as far as an article needs to know it.
enum JSONValue: Hashable {
  case string(String)
  case null
  /// A number, a truth value, an array or an object: `kind` names it for messages.
  case other(kind: String)
}

/// Reads one JSON object (RFC 8259) of a line: the wanted fields' values, the others checked and skipped.
///
/// Written by hand because a line is one flat record: it decodes straight from the bytes, says at which byte a line breaks,
/// and nesting, however deep, costs no stack.
struct JSONRecord {
  private let bytes: [UInt8]
  private var at = 0

  /// The wanted fields that are there; of a field given twice the last. `bytes` must be UTF-8.
  static func fields(_ wanted: Set<String>, of bytes: [UInt8]) throws(JSONFault) -> [String: JSONValue] {
    var record = JSONRecord(bytes: bytes)
    return try record.object(wanted)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func object(_ wanted: Set<String>) throws(JSONFault) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [:]
    skipBlanks()
    guard peek == UInt8(ascii: "{") else { throw fault("a line must be one JSON object, in { }") }
    at += 1
    skipBlanks()
    if peek == UInt8(ascii: "}") {
      at += 1
    } else {
      fieldLoop: while true {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else { throw fault("a field's name in quotation marks is missing") }
        let name = try string()
        skipBlanks()
        guard peek == UInt8(ascii: ":") else { throw fault("\":\" after the field's name is missing") }
        at += 1
        skipBlanks()
        let value = try value()
        if wanted.contains(name) { fields[name] = value }
        skipBlanks()
        switch peek {
        case UInt8(ascii: ","): at += 1
        case UInt8(ascii: "}"):
          at += 1
          break fieldLoop
        default: throw fault("\",\" or \"}\" after the value of \"\(name)\" is missing")
        }
      }
    }
    skipBlanks()
    if at < bytes.count { throw fault("something stands after the object's end") }
    return fields
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    switch peek {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let kind = peek == UInt8(ascii: "{") ? "an object" : "an array"
      try skipNested()
      return .other(kind: kind)
    default: return try scalar()
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func scalar() throws(JSONFault) -> JSONValue {
    let start = at
    while let byte = peek, !Self.endsScalar(byte) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true", "false": return .other(kind: "a truth value")
    default:
      if Self.isNumber(bytes[start..<at]) { return .other(kind: "a number") }
      at = start
      throw fault(word.isEmpty ? "a value is missing" : "\"\(word.prefix(20))\" is no JSON value")
    }
  }

  /// Skips an array or object with all that is in it.
  private mutating func skipNested() throws(JSONFault) {
    var open: [UInt8] = []
    repeat {
      skipBlanks()
      guard let byte = peek else { throw fault("the line ends inside an array or object") }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(byte)
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // ASCII has "[" two before "]", "{" two before "}".
        guard open.popLast() == byte - 2 else { throw fault("brackets do not match") }
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): at += 1
      case UInt8(ascii: "\""): _ = try string()
      default: _ = try scalar()
      }
    } while !open.isEmpty
  }

  // MARK: Strings

  private mutating func string() throws(JSONFault) -> String {
    at += 1
    var run = at
    skipPlain()
    if peek == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[run..<at - 1], as: UTF8.self)
    }
    var text: [UInt8] = []
    while let byte = peek {
      text.append(contentsOf: bytes[run..<at])
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: throw fault("a control character must be written as an escape inside a string")
      }
      run = at
      skipPlain()
    }
    throw fault("the line ends inside a string")
  }

  /// Goes on to the next quotation mark, backslash or control character.
  private mutating func skipPlain() {
    let from = at
    at =
      bytes[from...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 } ?? bytes.count
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    at += 1
    guard let letter = peek else { throw fault("the line ends inside an escape") }
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      try unicodeEscape(into: &text)
      return
    default: throw fault("there is no such escape")
    }
    at += 1
  }

  /// `\uXXXX`, and the pair of them that a character beyond U+FFFF takes.
  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONFault) {
    let start = at - 1
    var value = try hex()
    if value >= 0xD800, value < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 1
      let low = try hex()
      if (0xDC00..<0xE000).contains(low) { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard let scalar = Unicode.Scalar(value) else {
      at = start
      throw fault("half of a surrogate pair stands alone")
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The four digits after `u`, on which it stands.
  private mutating func hex() throws(JSONFault) -> UInt32 {
    at += 1
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Self.hexDigit(byte) else { throw fault("\\u needs four hexadecimal digits") }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  // MARK: Characters

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private func fault(_ what: String) -> JSONFault { JSONFault(what: what, column: at + 1) }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "{"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
      let found = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(found)
      return found
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadingZero = rest.first == UInt8(ascii: "0")
    let whole = digits(&rest)
    if whole == 0 || leadingZero && whole > 1 { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits(&rest) == 0 { return false }
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if digits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }
}
