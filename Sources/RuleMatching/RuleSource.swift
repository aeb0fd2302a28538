/// A rule file as it was read.
final class RuleSource: Sendable {
  /// Path as it was given to the reader.
  let file: String
  /// Valid UTF-8.
  let bytes: [UInt8]

  init(text: String, file: String) {
    self.file = file
    bytes = Array(text.utf8)
  }
}

/// What was written for an element of a pattern, and where.
///
/// Its text is made when somebody asks: there are thousands of elements, and matching asks for none.
struct ElementSource: Hashable, Sendable {
  let location: RuleLocation
  private let source: RuleSource
  /// In bytes of the file.
  private let extent: Range<Int>

  init(location: RuleLocation, source: RuleSource, extent: Range<Int>) {
    self.location = location
    self.source = source
    self.extent = extent
  }

  /// As written, on one line, blanks drawn together.
  var text: String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: source.bytes[extent], as: UTF8.self).unicodeScalars {
      let isBlank = scalar.properties.isWhitespace
      if isBlank, text.last == " " { continue }
      text.append(isBlank ? " " : scalar)
    }
    return String(text)
  }

  static func == (a: Self, b: Self) -> Bool { a.location == b.location && a.extent == b.extent }

  func hash(into hasher: inout Hasher) {
    hasher.combine(location)
    hasher.combine(extent)
  }
}
