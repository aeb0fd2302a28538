/// A word of the program's own as scalars, decoded once and not at every index it is looked for.
struct Word: Sendable, ExpressibleByStringLiteral {
  let scalars: [UInt32]
  let text: String

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars.map(\.value)
  }

  var count: Int { scalars.count }

  /// Whether it stands at an index; `text` must reach to its end.
  func stands(in text: [UInt32], at index: Int) -> Bool {
    for offset in scalars.indices where text[index + offset] != scalars[offset] { return false }
    return true
  }
}

/// Han characters, letters and digits, and the dot inside foreign names: what a name is made of.
func isNameScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF: true
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xB7, 0x3007: true
  default: false
  }
}

func isHan(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007: true
  default: false
  }
}
