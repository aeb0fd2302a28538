/// How values become cells that spreadsheets, `neo4j-admin` and any other CSV reader take alike.
enum CSVCell {
  /// One line without blanks at its edges: line breaks and control characters become a blank, a run of them one.
  ///
  /// Readers differ on line breaks inside quotes and on blanks beside commas, so there are none.
  static func clean(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: isBreak) || isBlank(scalars.first) || isBlank(scalars.last) else { return text }
    var cleaned = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in scalars {
      if isBreak(scalar) {
        pendingBlank = true
        continue
      }
      if pendingBlank, !cleaned.isEmpty { cleaned.append(" ") }
      pendingBlank = false
      cleaned.append(scalar)
    }
    while isBlank(cleaned.last) { cleaned.removeLast() }
    return String(String.UnicodeScalarView(cleaned.drop(while: isBlank)))
  }

  /// The elements of an array cell joined by `;`, which inside an element becomes the full-width `；`.
  static func list(_ elements: some Sequence<ExactText>) -> String {
    var cleaned: Set<ExactText> = []
    for element in elements {
      let scalars = clean(element.text).unicodeScalars.map { $0 == ";" ? "；" : $0 }
      if !scalars.isEmpty { cleaned.insert(ExactText(String(String.UnicodeScalarView(scalars)))) }
    }
    return cleaned.sorted().map(\.text).joined(separator: ";")
  }

  /// Puts `'` in front of what a spreadsheet would run as a formula.
  static func neutralised(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t": "'" + text
    default: text
    }
  }

  /// Appends a cell as RFC 4180 has it: quoted where it holds a quote, a comma or a line break.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard utf8.contains(where: { needsQuotes($0) }) else {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }

  /// Control characters, and what Unicode counts as a line break; the tab is a blank like others.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }

  /// White space, the zero-width blank and the byte order mark included.
  private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }
}
