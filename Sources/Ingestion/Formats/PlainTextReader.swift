public import DocumentModel

/// Plain text: one file, one article.
public enum PlainTextReader {
  /// The article of a file's bytes, its regions not yet found. A byte order mark is dropped; an empty file is an article
  /// with nothing in it.
  ///
  /// Throws `.notUTF8` or `.undecodable` with the offset of the first bad byte, or `.unknownEncoding`.
  public static func article(
    from bytes: [UInt8], id: String, file: String, options: InputOptions = InputOptions()
  ) throws(IngestionError) -> Article {
    Article(id: id, text: try text(of: bytes, id: id, file: file, options: options))
  }

  /// The text of a file's bytes. `declared` is the encoding that the file or its server names.
  static func text(
    of bytes: [UInt8], declared: TextEncoding? = nil, id: String, file: String, options: InputOptions
  ) throws(IngestionError) -> String {
    String(
      decoding: try utf8(of: bytes, declared: declared, id: id, file: file, options: options), as: UTF8.self)
  }

  static func utf8(
    of bytes: [UInt8], declared: TextEncoding? = nil, id: String, file: String, options: InputOptions
  ) throws(IngestionError) -> [UInt8] {
    let encoding = try options.encoding(of: bytes, declared: declared, file: file)
    do throws(UndecodableBytes) {
      return try TextDecoding(encoding: encoding, lossy: options.lossy).utf8(of: bytes)
    } catch {
      throw error.error(file: file, id: id)
    }
  }
}
