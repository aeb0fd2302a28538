/// Gathers tables for a file, which ``FlatFile`` maps again.
///
/// Layout: a header of ``FlatFileLayout/headerSize`` bytes (magic, mark of the byte order, version of the format, length,
/// checksum of all that follows it, number of sections), a table of sections (name, offset, length), then the
/// sections, each at a multiple of ``FlatFileLayout/alignment``. Numbers are as the machine has them.
public struct FlatFileWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  public init() {}

  /// Adds a table. Names are ASCII, at most ``FlatFileLayout/nameSize`` bytes, and not used twice.
  public mutating func add<Element: BitwiseCopyable & Sendable>(_ name: String, _ elements: FlatArray<Element>) {
    elements.withUnsafeBufferPointer { add(name, bytes: UnsafeRawBufferPointer($0)) }
  }

  public mutating func add<Element: BitwiseCopyable & Sendable>(_ name: String, _ elements: [Element]) {
    elements.withUnsafeBytes { add(name, bytes: $0) }
  }

  /// Adds the bytes of a text.
  public mutating func add(_ name: String, text: String) { add(name, Array(text.utf8)) }

  private mutating func add(_ name: String, bytes: UnsafeRawBufferPointer) {
    precondition(name.utf8.count <= FlatFileLayout.nameSize, "the name of a section is too long")
    precondition(!sections.contains { $0.name == name }, "two sections of one name")
    sections.append((name, Array(bytes)))
  }

  /// The file's bytes.
  public func bytes(format: UInt32) -> [UInt8] {
    var offset = FlatFileLayout.headerSize + sections.count * FlatFileLayout.entrySize
    var body: [UInt8] = []
    body.reserveCapacity(offset + sections.reduce(0) { $0 + $1.bytes.count + FlatFileLayout.alignment })
    var placed: [Int] = []
    for section in sections {
      offset = FlatFileLayout.aligned(offset)
      placed.append(offset)
      offset += section.bytes.count
    }
    for (section, place) in zip(sections, placed) {
      let name = Array(section.name.utf8)
      body += name + [UInt8](repeating: 0, count: FlatFileLayout.nameSize - name.count)
      body.append(number: UInt64(place))
      body.append(number: UInt64(section.bytes.count))
    }
    for (section, place) in zip(sections, placed) {
      body += [UInt8](repeating: 0, count: place - FlatFileLayout.headerSize - body.count)
      body += section.bytes
    }
    var file = FlatFileLayout.magic
    file.append(number: FlatFileLayout.byteOrder)
    file.append(number: format)
    file.append(number: UInt64(FlatFileLayout.headerSize + body.count))
    var checked: [UInt8] = []
    checked.reserveCapacity(body.count + 8)
    checked.append(number: UInt64(sections.count))
    checked += body
    file.append(number: checked.withUnsafeBytes { Checksum.of($0) })
    return file + checked
  }
}

/// Where things stand in a file of flat tables.
enum FlatFileLayout {
  /// The first byte is no ASCII, so that nobody takes the file for text.
  static let magic: [UInt8] = [0x89] + Array("gongbao".utf8)
  static let byteOrder: UInt32 = 0x0A0B_0C0D
  static let headerSize = 40
  /// From here on the checksum covers everything; what stands before is compared with what it must be.
  static let checkedFrom = 32
  static let nameSize = 48
  static let entrySize = nameSize + 16
  /// A line of the processor's cache; more than any element needs.
  static let alignment = 64

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(number: Number) {
    Swift.withUnsafeBytes(of: number) { append(contentsOf: $0) }
  }
}
