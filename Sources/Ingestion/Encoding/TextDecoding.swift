import CICU

/// Where bytes stop being text in an encoding.
struct UndecodableBytes: Error, Hashable {
  let encoding: TextEncoding
  /// Of the first bad byte.
  let offset: Int
  /// Sequences that are no text; of UTF-8 only the first is counted.
  let count: Int
}

/// Text from bytes of any encoding that is read, as UTF-8.
struct TextDecoding: Hashable, Sendable {
  let encoding: TextEncoding
  /// Whether what is no text becomes U+FFFD instead of an error.
  let lossy: Bool

  /// The UTF-8 of some bytes, without a byte order mark that stands in front.
  func utf8(of bytes: [UInt8]) throws(UndecodableBytes) -> [UInt8] {
    let mark = ByteOrderMark.encoding(of: bytes).map { $0.encoding == encoding ? $0.length : 0 } ?? 0
    do throws(UndecodableBytes) {
      return try decoded(mark == 0 ? bytes : Array(bytes[mark...]))
    } catch {
      throw UndecodableBytes(encoding: encoding, offset: error.offset + mark, count: error.count)
    }
  }

  private func decoded(_ bytes: [UInt8]) throws(UndecodableBytes) -> [UInt8] {
    switch encoding {
    case .utf8:
      guard let bad = UTF8Decoding.firstBadByte(in: bytes) else { return bytes }
      guard lossy else { throw UndecodableBytes(encoding: .utf8, offset: bad, count: 1) }
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    case .utf16LittleEndian, .utf16BigEndian:
      var decoder = UTF16Decoder(bigEndian: encoding == .utf16BigEndian)
      var text = decoder.utf8(of: bytes)
      text += decoder.finish()
      if let bad = decoder.firstBad, !lossy {
        throw UndecodableBytes(encoding: encoding, offset: bad, count: decoder.badCount)
      }
      return text
    case .gb18030: return try converted(bytes, .gb18030)
    case .big5: return try converted(bytes, .big5hkscs)
    }
  }

  private func converted(_ bytes: [UInt8], _ charset: cicu_charset) throws(UndecodableBytes) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    var (first, count): (Int64, Int64) = (-1, 0)
    var status = cicu_status.ok
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 4) { buffer, written in
      guard let base = buffer.baseAddress else { return }
      written = Int(cicu_utf8_from(charset, bytes, Int64(bytes.count), base, &first, &count, &status))
    }
    // ICU without its tables: nothing of it is text.
    if status != .ok { throw UndecodableBytes(encoding: encoding, offset: 0, count: 1) }
    if first >= 0, !lossy { throw UndecodableBytes(encoding: encoding, offset: Int(first), count: Int(count)) }
    return text
  }
}

extension UndecodableBytes {
  /// As an error of a file, a member or a line. `what` is what the offset counts in: `the line`, or nil for the file.
  func error(file: String, line: Int? = nil, id: String? = nil, within what: String? = nil) -> IngestionError {
    let place = what.map { "byte \(offset) of \($0)" } ?? "byte \(offset)"
    let remedy =
      encoding == .utf8
      ? "name the encoding with --encoding, repair the file, or read it with --lossy"
      : "name another encoding with --encoding, repair the file, or read it with --lossy"
    return IngestionError(
      encoding == .utf8 ? .notUTF8 : .undecodable, file: file, line: line, id: id,
      what: "\(place) is not \(encoding.rawValue)", remedy: remedy)
  }
}
