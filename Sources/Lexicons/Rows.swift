public import Synchronization

/// The rows of one lexicon, in the order of its files: an array, or the lines of a compiled lexicon, of which only those are
/// read that somebody asks for.
public struct Rows<Row: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let storage: RowStorage<Row>

  public init(_ rows: [Row]) { storage = RowStorage(rows) }

  /// Rows to be read when they are asked for. `read` gives those of a range, the same ones every time.
  init(count: Int, read: @escaping @Sendable (Range<Int>) -> [Row]) { storage = RowStorage(count: count, read: read) }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { storage.count }

  // Lends the row out: a copy would retain a dozen strings.
  @inlinable
  public subscript(index: Int) -> Row {
    _read { yield storage.block(holding: index).rows[index & storage.mask] }
  }
}

extension Rows: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Row...) { self.init(elements) }
}

/// Rows that lie beside each other, read together.
@usableFromInline
final class RowBlock<Row: Sendable>: Sendable {
  @usableFromInline let rows: [Row]
  init(_ rows: [Row]) { self.rows = rows }
}

/// Blocks of rows, each made when it is first asked for, by whichever thread is first.
@usableFromInline
final class RowStorage<Row: Sendable>: @unchecked Sendable {
  // Unchecked because of the pointer to the blocks, which are atomic.
  @usableFromInline typealias Block = AtomicLazyReference<RowBlock<Row>>

  /// Rows of a block where they are read one block at a time: few, because terms of a text are spread over all.
  private static var rowsPerBlock: Int { 8 }

  @usableFromInline let count: Int
  /// An index without these bits is that of the first row of its block.
  @usableFromInline let mask: Int
  @usableFromInline let shift: Int
  private let blockCount: Int
  @usableFromInline let blocks: UnsafeMutablePointer<Block>
  private let read: @Sendable (Range<Int>) -> [Row]

  convenience init(_ rows: [Row]) {
    self.init(count: rows.count, shift: Int.bitWidth - 2) { _ in rows }
    if !rows.isEmpty { _ = blocks[0].storeIfNil(RowBlock(rows)) }
  }

  convenience init(count: Int, read: @escaping @Sendable (Range<Int>) -> [Row]) {
    self.init(count: count, shift: Self.rowsPerBlock.trailingZeroBitCount, read: read)
  }

  private init(count: Int, shift: Int, read: @escaping @Sendable (Range<Int>) -> [Row]) {
    self.count = count
    self.shift = shift
    mask = 1 << shift - 1
    blockCount = (count + mask) >> shift
    blocks = .allocate(capacity: Swift.max(blockCount, 1))
    for number in 0..<blockCount { (blocks + number).initialize(to: Block()) }
    self.read = read
  }

  deinit {
    blocks.deinitialize(count: blockCount)
    blocks.deallocate()
  }

  @inlinable
  func block(holding index: Int) -> RowBlock<Row> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
    return blocks[index >> shift].load() ?? makeBlock(index >> shift)
  }

  @usableFromInline
  func makeBlock(_ number: Int) -> RowBlock<Row> {
    let first = number << shift
    return blocks[number].storeIfNil(RowBlock(read(first..<Swift.min(first + mask + 1, count))))
  }
}
