public import Synchronization

/// The rows of one lexicon, in the order of its files: an array, or the lines of a compiled lexicon, of which only those are
/// read that somebody asks for.
public struct Rows<Row: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let storage: RowStorage<Row>

  @inlinable
  public init(_ rows: [Row]) { storage = RowStorage(rows) }

  /// Rows to be read when they are asked for. `read` gives those of a range, the same ones every time.
  @inlinable
  init(count: Int, read: @escaping @Sendable (Range<Int>) -> [Row]) { storage = RowStorage(count: count, read: read) }

  /// What is worked out of each row, when it is first asked for.
  @inlinable
  public func derived<Value: Sendable>(_ make: @escaping @Sendable (Row) -> Value) -> Rows<Value> {
    Rows<Value>(count: count) { range in range.map { make(self[$0]) } }
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { storage.count }

  // Lends the row out: a copy would retain a dozen strings.
  @inlinable
  public subscript(index: Int) -> Row {
    _read { yield storage.address(of: index).pointee }
  }
}

extension Rows: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Row...) { self.init(elements) }
}

/// Blocks of rows, each made when it is first asked for, by whichever thread is first, and kept as long as the storage.
///
/// Inlinable, because code that does not know the row's type takes many times as long to make a block.
@usableFromInline
final class RowStorage<Row: Sendable>: @unchecked Sendable {
  // Unchecked because of the pointers: a block is complete before its address is stored, and never written again.
  @usableFromInline typealias Block = Atomic<UnsafePointer<Row>?>

  /// Rows of a block where they are read one block at a time: few, because terms of a text are spread over all.
  @usableFromInline static var rowsPerBlock: Int { 8 }

  @usableFromInline let count: Int
  /// An index without these bits is that of the first row of its block.
  @usableFromInline let mask: Int
  @usableFromInline let shift: Int
  @usableFromInline let blockCount: Int
  @usableFromInline let blocks: UnsafeMutablePointer<Block>
  @usableFromInline let read: @Sendable (Range<Int>) -> [Row]

  @inlinable
  convenience init(_ rows: [Row]) {
    // All rows in one block.
    self.init(count: rows.count, shift: Int.bitWidth - 2) { _ in rows }
    if !rows.isEmpty { _ = makeBlock(0) }
  }

  @inlinable
  convenience init(count: Int, read: @escaping @Sendable (Range<Int>) -> [Row]) {
    self.init(count: count, shift: Self.rowsPerBlock.trailingZeroBitCount, read: read)
  }

  @usableFromInline
  init(count: Int, shift: Int, read: @escaping @Sendable (Range<Int>) -> [Row]) {
    self.count = count
    self.shift = shift
    mask = 1 << shift - 1
    blockCount = (count + mask) >> shift
    blocks = .allocate(capacity: Swift.max(blockCount, 1))
    for number in 0..<blockCount { (blocks + number).initialize(to: Block(nil)) }
    self.read = read
  }

  deinit {
    for number in 0..<blockCount {
      if let block = blocks[number].load(ordering: .acquiring) { free(block, number) }
    }
    blocks.deinitialize(count: blockCount)
    blocks.deallocate()
  }

  /// Where a row lies, valid as long as the storage.
  @inlinable
  func address(of index: Int) -> UnsafePointer<Row> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
    return (blocks[index >> shift].load(ordering: .acquiring) ?? makeBlock(index >> shift)) + (index & mask)
  }

  @inlinable
  func range(ofBlock number: Int) -> Range<Int> {
    let first = number << shift
    return first..<Swift.min(first + mask + 1, count)
  }

  @inlinable
  func makeBlock(_ number: Int) -> UnsafePointer<Row> {
    let rows = read(range(ofBlock: number))
    let start = UnsafeMutablePointer<Row>.allocate(capacity: rows.count)
    _ = UnsafeMutableBufferPointer(start: start, count: rows.count).initialize(fromContentsOf: rows)
    let block = UnsafePointer(start)
    let (isFirst, other) = blocks[number].compareExchange(
      expected: nil, desired: block, ordering: .acquiringAndReleasing)
    guard !isFirst, let other else { return block }
    // Another thread was faster.
    free(block, number)
    return other
  }

  @usableFromInline
  func free(_ block: UnsafePointer<Row>, _ number: Int) {
    let start = UnsafeMutablePointer(mutating: block)
    start.deinitialize(count: range(ofBlock: number).count)
    start.deallocate()
  }
}
