/// Turns byte offsets of one text into code point offsets, the unit of all output.
public struct CodePointMap: Sendable {
  /// Number of code points before each 64-byte block.
  private let blocks: [Int32]
  private let utf8: [UInt8]
  private static let blockSize = 64

  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var blocks: [Int32] = []
    blocks.reserveCapacity(utf8.count / Self.blockSize + 2)
    var count: Int32 = 0
    for (index, byte) in utf8.enumerated() {
      if index.isMultiple(of: Self.blockSize) { blocks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    blocks.append(count)
    self.blocks = blocks
  }

  /// Number of code points that start before a byte offset in `0...utf8.count`.
  public func codePoints(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    var count = Int(blocks[min(block, blocks.count - 1)])
    var index = block * Self.blockSize
    while index < offset {
      if utf8[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}
