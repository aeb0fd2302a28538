/// JSON text as bytes, in the one form output uses: no blanks between values, only what must be escaped is.
///
/// Values are appended in the order they come; commas are the writer's business, nesting the caller's.
package struct JSONText {
  /// What is written, and room behind it: growing an array byte by byte was two thirds of the time of writing.
  private var storage: [UInt8]
  private var count = 0
  /// Whether the next value or key stands after another one of the same object or array.
  private var needsComma = false

  package init(reserving capacity: Int = 256) { storage = Array(repeating: 0, count: max(64, capacity)) }

  package var bytes: [UInt8] { Array(storage[..<count]) }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  package mutating func key(_ name: StaticString) {
    separate()
    makeRoom(name.utf8CodeUnitCount + 3)
    append(UInt8(ascii: "\""))
    append(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    append(UInt8(ascii: "\""))
    append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  package mutating func string(_ utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBufferPointer { string($0) }
  }

  /// A text with a colon and a number behind it.
  package mutating func string(_ text: String, colon number: Int) {
    string(text)
    // In place of the closing quote.
    count -= 1
    makeRoom(1)
    append(UInt8(ascii: ":"))
    digits(number)
    makeRoom(1)
    append(UInt8(ascii: "\""))
  }

  package mutating func integer(_ number: Int) {
    separate()
    digits(number)
  }

  package mutating func boolean(_ value: Bool) { number(value ? "true" : "false") }
  package mutating func null() { number("null") }

  /// A number already written as JSON.
  package mutating func number(_ text: String) {
    separate()
    var text = text
    text.withUTF8 {
      makeRoom($0.count)
      append($0)
    }
  }

  package mutating func lineBreak() {
    makeRoom(1)
    append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    makeRoom(1)
    append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    makeRoom(1)
    append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma {
      makeRoom(1)
      append(UInt8(ascii: ","))
    }
    needsComma = true
  }

  private mutating func digits(_ number: Int) {
    makeRoom(20)
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var width = 1
    while width < 20, rest >= 10 {
      rest /= 10
      width += 1
    }
    rest = number.magnitude
    for place in stride(from: count + width - 1, through: count, by: -1) {
      storage[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += width
  }

  /// In Chinese text hardly any string needs an escape.
  private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    var escapes = Self.mayNeedEscape(utf8) ? utf8.count { Self.needsEscape($0) } : 0
    // An escape takes six bytes at most.
    makeRoom(2 + utf8.count + escapes * 5)
    append(UInt8(ascii: "\""))
    // What lies between two escapes is copied at once.
    var start = 0
    var index = 0
    while escapes > 0, index < utf8.count {
      if Self.needsEscape(utf8[index]) {
        append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
        appendEscape(of: utf8[index])
        start = index + 1
        escapes -= 1
      }
      index += 1
    }
    append(UnsafeBufferPointer(rebasing: utf8[start...]))
    append(UInt8(ascii: "\""))
  }

  /// Whether a byte that needs an escape is among some; eight at a time, for nearly no string has one. True also for a few bytes
  /// beside such ones.
  private static func mayNeedEscape(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var found: UInt64 = 0
    var index = 0
    let bytes = UnsafeRawBufferPointer(utf8)
    while index + 8 <= bytes.count {
      let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let slashes = eight ^ (ones &* UInt64(UInt8(ascii: "\\")))
      // The high bit of each byte below 0x20, and of each that is zero.
      found |= ((eight &- ones &* 0x20) & ~eight) | ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
      index += 8
    }
    if found & (ones &* 0x80) != 0 { return true }
    return utf8[index...].contains(where: needsEscape)
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscape(of byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      for digit in [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")] { append(digit) }
      for digit in [byte >> 4, byte & 0xF] {
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  // MARK: Room

  private mutating func makeRoom(_ more: Int) {
    guard count + more > storage.count else { return }
    storage.append(contentsOf: repeatElement(0, count: max(more, storage.count)))
  }

  /// Room must have been made.
  private mutating func append(_ byte: UInt8) {
    storage[count] = byte
    count += 1
  }

  /// Room must have been made.
  private mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    storage.withUnsafeMutableBytes { UnsafeMutableRawBufferPointer(rebasing: $0[count...]).copyBytes(from: part) }
    count += part.count
  }
}
