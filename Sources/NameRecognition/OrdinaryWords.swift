/// What the recogniser knows of ordinary words, for who asks whether a stretch of text is words or a name.
extension NameRecognizer {
  /// Whether a word of two to four characters that is no place begins at an index and ends at or before another one.
  @Sendable public func isOrdinaryWord(_ scalars: [UInt32], at index: Int, before end: Int) -> Bool {
    guard index + 1 < end, end <= scalars.count else { return false }
    var text = PackedText(scalars[index])
    for next in index + 1..<min(end, index + PackedText.capacity) {
      text.append(scalars[next])
      if let word = tables.ordinary.marked(text), word.mark != Self.place { return true }
    }
    return false
  }

  /// The letter of the class of words for places.
  private static let place = UInt32(UInt8(ascii: "s"))
}
