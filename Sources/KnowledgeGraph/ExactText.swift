/// Text that is equal and ordered by its UTF-8 bytes.
///
/// `String` takes canonically equivalent spellings for equal; as keys, which of them is kept would depend on the order of
/// inputs, and rows would not be in byte order.
struct ExactText: Hashable, Comparable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactText, b: ExactText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
  static func < (a: ExactText, b: ExactText) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// The smaller of two optional texts, nothing counting as larger than any: merging with it does not depend on order.
func smaller(_ a: ExactText?, _ b: ExactText?) -> ExactText? {
  guard let a, let b else { return a ?? b }
  return min(a, b)
}
