import DocumentModel

/// Where a byline starts to name its authors.
enum Byline {
  /// 记者, 通讯员, 作者: what stands before the authors' names in a byline.
  private static let markers: [[UInt32]] = [
    [0x8BB0, 0x8005], [0x901A, 0x8BAF, 0x5458], [0x4F5C, 0x8005],
  ]

  /// The index after the first marker and a colon or blanks behind it; nil in other zones and where none stands.
  static func authors(in text: SentenceText) -> Int? {
    guard text.zone == .byline else { return nil }
    for index in text.range {
      for marker in markers where text.scalars[index...].starts(with: marker) {
        var after = index + marker.count
        while after < text.range.upperBound, text.scalars[after] == 0x20 || text.scalars[after] == 0x3A { after += 1 }
        return after
      }
    }
    return nil
  }
}
