/// UTF-8, strictly: nothing is repaired.
enum UTF8Decoding {
  /// Offset of the first byte that is not UTF-8; nil where all is well.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
