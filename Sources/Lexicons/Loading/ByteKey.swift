/// A string as a dictionary key, equal only to one with the same bytes.
///
/// `String` compares by canonical equivalence, and normalising Chinese text to hash it takes most of a look-up's time.
/// Lexicons are NFC already.
struct ByteKey: Hashable, Sendable {
  private var string: String

  init(_ string: String) { self.string = string }

  static func == (a: ByteKey, b: ByteKey) -> Bool { a.string.utf8.elementsEqual(b.string.utf8) }

  func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
