import DocumentModel

/// Gives each person mention the full name it stands for: bare surnames (江主席) and last parts of foreign names take the
/// full name the document has for them.
struct PersonResolver {
  let document: Document
  let mentions: [Mention]

  /// One element a mention; nil for what is no person.
  func names() -> [String?] {
    let written = mentions.indices.map { mentions[$0].type == .person ? name(mentions[$0].span) : nil }
    let byLastParts = Self.byLastParts(Set(written.compactMap { $0 }))
    return written.enumerated().map { index, name in
      guard let name else { return nil }
      if name.count == 1 || mentions[index].labels.contains("surname") {
        return nearest(to: index, among: written) { $0.count > name.count && $0.hasPrefix(name) } ?? name
      }
      let longer = byLastParts[name, default: []]
      return longer.count == 1 ? longer.first : name
    }
  }

  /// A name keeps the script it is written in: 麥啟賢 is not told to be 麦启贤.
  private func name(_ span: Span) -> String {
    let folded = document.matching.string(document.matching.range(of: span))
    let bytes = document.utf8[span.start..<span.end]
    // Nearly all names are plain Han characters (E4 to E9 begin them), written as they are matched.
    if bytes.allSatisfy({ (0x80...0xBF).contains($0) || (0xE4...0xE9).contains($0) }), bytes.elementsEqual(folded.utf8)
    {
      return folded
    }
    let name = folded.filter { $0 != " " }
    let written = document.text(of: span).filter { !$0.isWhitespace }
    return written.unicodeScalars.count == name.unicodeScalars.count && !name.contains("·") ? written : name
  }

  /// Full names by what stands behind each of their dots.
  private static func byLastParts(_ names: Set<String>) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for name in names {
      var rest = name[...]
      while let dot = rest.firstIndex(of: "·") {
        rest = rest[rest.index(after: dot)...]
        result[String(rest), default: []].insert(name)
      }
    }
    return result
  }

  /// The last one before the mention, else the first one after it.
  private func nearest(to index: Int, among names: [String?], where fits: (String) -> Bool) -> String? {
    names[..<index].last { $0.map(fits) ?? false } ?? names[index...].first { $0.map(fits) ?? false } ?? nil
  }
}
