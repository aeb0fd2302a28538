/// Appends values to bytes so that ``RecordReader`` gets them back. Not for keys: the bytes do not sort as the values do.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    // Variable length, seven bits a byte.
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ number: Double) { write(Int(truncatingIfNeeded: number.bitPattern)) }

  /// Nil, or a text.
  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }
}

/// Reads what a ``RecordWriter`` of the same program has written; nil where the bytes are not that.
struct RecordReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func integer() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    return nil
  }

  mutating func text() -> String? {
    guard let count = integer(), count >= 0, count <= bytes.endIndex - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func number() -> Double? { integer().map { Double(bitPattern: UInt64(bitPattern: Int64($0))) } }

  /// A text that may be nil; nil outside where the bytes are none.
  mutating func optionalText() -> String?? {
    guard let isThere = integer() else { return nil }
    guard isThere == 1 else { return .some(nil) }
    return text().map { .some($0) }
  }

  mutating func texts() -> [String]? {
    guard let count = integer(), count >= 0, count <= bytes.count else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }
}
