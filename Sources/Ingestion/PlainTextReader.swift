public import DocumentModel

/// Plain text and Markdown: one file, one article.
public enum PlainTextReader {
  /// The article of a file's bytes, its regions not yet found. A byte order mark is dropped; an empty file is an article
  /// with nothing in it.
  ///
  /// Throws `.notUTF8` with the offset of the first bad byte.
  public static func article(from bytes: [UInt8], id: String, file: String) throws(IngestionError) -> Article {
    if let bad = UTF8Decoding.firstBadByte(in: bytes) {
      throw IngestionError(
        .notUTF8, file: file, id: id, what: "byte \(bad) is not UTF-8", remedy: UTF8Decoding.remedy(for: bytes))
    }
    return Article(id: id, text: String(decoding: UTF8Decoding.withoutMark(bytes), as: UTF8.self))
  }
}
