public import DocumentModel

/// Records of a graph as lines of text, for whatever sorts and shuffles lines: key and value in hexadecimal digits, a tab
/// between them.
///
/// Lines in byte order are records in the order of their keys (`LC_ALL=C sort`), since a tab comes before all digits.
public enum RecordLines {
  /// The lines of one document's records in their order, each ended by a line feed.
  public static func lines(of extraction: Extraction) throws(GraphError) -> [UInt8] {
    let records = try GraphRecords.bytes(of: extraction)
    var found: [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    var position = 0
    while position < records.count {
      let keyEnd = position + 8 + records.littleEndian(at: position)
      let end = keyEnd + records.littleEndian(at: position + 4)
      found.append((records[(position + 8)..<keyEnd], records[keyEnd..<end]))
      position = end
    }
    found.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var lines: [UInt8] = []
    lines.reserveCapacity(2 * records.count)
    for (key, value) in found { append(key: key, value: value, to: &lines) }
    return lines
  }

  /// A line that says that an input has failed, so that a graph made of the lines counts it.
  public static var failure: [UInt8] {
    var line: [UInt8] = []
    append(key: [GraphRecords.Kind.failure.rawValue], value: [], to: &line)
    return line
  }

  /// The record of a line without its line feed.
  public static func record(from line: [UInt8]) throws(GraphError) -> GraphRecord {
    guard let tab = line.firstIndex(of: 0x09), let key = bytes(of: line[..<tab]),
      let value = bytes(of: line[(tab + 1)...]), let record = GraphRecord(key: key, value: value)
    else { throw .noRecord }
    return record
  }

  static func append(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>, to lines: inout [UInt8]) {
    for byte in key { append(byte, to: &lines) }
    lines.append(0x09)
    for byte in value { append(byte, to: &lines) }
    lines.append(0x0A)
  }

  private static func append(_ byte: UInt8, to lines: inout [UInt8]) {
    for digit in [byte >> 4, byte & 0xF] { lines.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
  }

  /// Nil where the digits are odd in number or no digits; capitals are not written and not read.
  private static func bytes(of digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let number: UInt8
      switch digit {
      case 0x30...0x39: number = digit - 0x30
      case 0x61...0x66: number = digit - 0x57
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | number)
        high = nil
      } else {
        high = number
      }
    }
    return bytes
  }
}
