/// The chunks of a source whose lines are to be told apart by bytes: as they are where line feeds are bytes, else as UTF-8.
/// The encoding is told at the first chunk; a byte order mark is dropped.
struct TextChunks: Sendable {
  private let options: InputOptions
  private var wide: UTF16Decoder?
  private var begun = false
  /// How a line of these chunks becomes UTF-8; known after the first chunk.
  private(set) var decoding: TextDecoding
  /// What errors call the encoding: UTF-16 where `decoding` is that of what was made of it.
  private(set) var encoding: TextEncoding = .utf8

  init(_ options: InputOptions) {
    self.options = options
    decoding = TextDecoding(encoding: .utf8, lossy: options.lossy)
  }

  /// The next chunk; empty at the end. Throws `.unknownEncoding` as well as what the source throws.
  mutating func next(from source: inout ByteSource) throws(IngestionError) -> [UInt8] {
    while true {
      var chunk = try source.read()
      if !begun, !chunk.isEmpty {
        // Four bytes at least, for a mark may be cut.
        while chunk.count < 4, chunk[0] >= 0x80 {
          let more = try source.read()
          if more.isEmpty { break }
          chunk += more
        }
        begun = true
        try tell(&chunk, of: source.name)
        if chunk.isEmpty { continue }
      }
      guard wide != nil else { return chunk }
      let text = chunk.isEmpty ? wide?.finish() : wide?.utf8(of: chunk)
      if chunk.isEmpty || text?.isEmpty == false { return text ?? [] }
    }
  }

  private mutating func tell(_ chunk: inout [UInt8], of name: String) throws(IngestionError) {
    encoding = try options.encoding(of: chunk, file: name)
    if let mark = ByteOrderMark.encoding(of: chunk), mark.encoding == encoding { chunk.removeFirst(mark.length) }
    if encoding.hasByteLines {
      decoding = TextDecoding(encoding: encoding, lossy: options.lossy)
    } else {
      wide = UTF16Decoder(bigEndian: encoding == .utf16BigEndian, marksBad: !options.lossy)
    }
  }
}

extension InputOptions {
  /// The encoding that was named, or that of the bytes. Throws `.unknownEncoding`.
  func encoding(of bytes: [UInt8], declared: TextEncoding? = nil, file: String) throws(IngestionError) -> TextEncoding {
    if let encoding { return encoding }
    switch EncodingDetector.detect(bytes, declared: declared) {
    case .sure(let encoding): return encoding
    case .unknown(let likely):
      if lossy { return .utf8 }
      let bad = UTF8Decoding.firstBadByte(in: bytes) ?? 0
      let guess = likely.map { ", and it looks most like \($0), which is not read" } ?? ""
      throw IngestionError(
        .unknownEncoding, file: file,
        what: "byte \(bad) is not UTF-8, and it is not like Chinese text in another encoding\(guess)",
        remedy: "name the encoding with --encoding: \(TextEncoding.names)")
    }
  }
}
