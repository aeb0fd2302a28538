#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A block of memory that flat arrays lie in: bytes of the heap, or a file mapped for reading. Given back when the last array
/// of it is gone; until then it neither moves nor changes.
@usableFromInline
final class FlatMemory: @unchecked Sendable {
  // Unchecked because of the pointer alone: nobody writes through it once the block is shared.
  let base: UnsafeMutableRawPointer
  let count: Int
  private let isMapped: Bool

  /// Room on the heap, not yet set. At least one byte, so that there is an address.
  init(count: Int, alignment: Int) {
    base = .allocate(byteCount: max(count, 1), alignment: alignment)
    self.count = count
    isMapped = false
  }

  /// Maps a file that is open, all `count` bytes of it; nil where the system will not.
  init?(mapping descriptor: Int32, count: Int) {
    // Filled at once: everything is read for the checksum anyway, and single page faults cost more.
    #if os(Linux)
      let flags = MAP_PRIVATE | Int32(MAP_POPULATE)
    #else
      let flags = MAP_PRIVATE
    #endif
    guard count > 0, let base = mmap(nil, count, PROT_READ, flags, descriptor, 0), base != MAP_FAILED else {
      return nil
    }
    self.base = base
    self.count = count
    isMapped = true
  }

  deinit {
    if isMapped { munmap(base, count) } else { base.deallocate() }
  }
}
