extension String {
  /// The text with every occurrence of a slot (`{D}`, `{O}`) replaced; byte by byte, for slots are ASCII.
  package func filling(_ slot: StaticString, with value: String) -> String {
    var (text, value) = (self, value)
    let count = slot.utf8CodeUnitCount
    return text.withUTF8 { bytes in
      let starts = bytes.indices.dropLast(count - 1).filter { start in
        (0..<count).allSatisfy { bytes[start + $0] == slot.utf8Start[$0] }
      }
      guard !starts.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
      return value.withUTF8 { value in
        String(unsafeUninitializedCapacity: bytes.count + starts.count * value.count) { result in
          var (copied, written) = (0, 0)
          func append(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
            for byte in part {
              result[written] = byte
              written += 1
            }
          }
          for start in starts where start >= copied {
            append(bytes[copied..<start])
            append(value[...])
            copied = start + count
          }
          append(bytes[copied...])
          return written
        }
      }
    }
  }
}
