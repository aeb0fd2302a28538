/// An array of plain numbers, or of structs of them, that never changes and can lie in a mapped file.
///
/// The only place where the tables' memory is reached by pointer. What makes it safe: `start` points to `count` elements,
/// set and aligned, inside `memory`, which lives as long as the array and is not written any more; the initialisers see to
/// that (``FlatFile`` checks offset, length and alignment of each section when it opens a file). `Element` is
/// `BitwiseCopyable`, so that bytes are all there is to it; that each element's bytes are a value of its type (those of a
/// Boolean 0 or 1) is what the file's checksum is for. Indices are checked as those of `Array` are.
@frozen
public struct FlatArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<Element>
  public let count: Int
  @usableFromInline let memory: FlatMemory

  /// A copy of an array, on the heap.
  public init(_ elements: [Element]) {
    let alignment = MemoryLayout<Element>.alignment
    let memory = FlatMemory(count: elements.count * MemoryLayout<Element>.stride, alignment: alignment)
    let start = memory.base.bindMemory(to: Element.self, capacity: Swift.max(elements.count, 1))
    elements.withUnsafeBufferPointer { buffer in
      if let first = buffer.baseAddress { start.initialize(from: first, count: buffer.count) }
    }
    self.start = UnsafePointer(start)
    count = elements.count
    self.memory = memory
  }

  /// Elements of a block that are set already. `offset` is aligned, and `count` elements from there are inside it.
  init(_ memory: FlatMemory, offset: Int, count: Int) {
    start = UnsafePointer((memory.base + offset).bindMemory(to: Element.self, capacity: Swift.max(count, 1)))
    self.count = count
    self.memory = memory
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
    return start[index]
  }

  /// The elements as a buffer, for loops in which checks of indices count. Valid during the call only.
  @inlinable
  public func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) throws -> Result) rethrows
    -> Result
  {
    try withExtendedLifetime(memory) { try body(UnsafeBufferPointer(start: start, count: count)) }
  }
}

extension FlatArray: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}
