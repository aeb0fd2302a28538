/// Text from bytes, strictly: nothing is repaired.
enum UTF8Decoding {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes without a byte order mark in front.
  static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
  }

  /// Offset of the first byte that is not UTF-8; nil where all is well.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// What most likely was meant by bytes that are not UTF-8.
  static func remedy(for bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "it starts like UTF-16: save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8"
    }
    return "save it as UTF-8; Chinese pages are often GB 18030: iconv -f GB18030 -t UTF-8"
  }
}
