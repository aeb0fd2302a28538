import FlatTables

/// Gives every scalar that occurs in a pattern a small number, its *code*; all other scalars have code 0.
///
/// A table in two levels: the upper bits of a scalar choose a page, the lower ones a code in it. The text of one language
/// touches few pages. Frequent scalars have small codes, which keeps the double array dense.
struct Alphabet: Sendable {
  static let pageBits: UInt32 = 8
  static let pageSize = 1 << 8
  /// One past the last Unicode scalar.
  static let scalarLimit: UInt32 = 0x110000

  /// For each `scalar >> 8` the start of its page in `codes`; 0 is the page without any code.
  let pages: FlatArray<UInt32>
  let codes: FlatArray<UInt32>
  /// The largest code.
  let largest: UInt32

  /// Counts the scalars of all patterns, all below ``scalarLimit``; the most frequent one gets code 1, ties go by scalar.
  init(countingIn scalars: [UInt32]) {
    var pages = [UInt32](repeating: 0, count: Int(Self.scalarLimit >> Self.pageBits))
    var counts = [UInt32](repeating: 0, count: Self.pageSize)
    for scalar in scalars {
      let page = Int(scalar >> Self.pageBits)
      if pages[page] == 0 {
        pages[page] = UInt32(counts.count)
        counts.append(contentsOf: repeatElement(0, count: Self.pageSize))
      }
      counts[Int(pages[page]) + Int(scalar) & (Self.pageSize - 1)] += 1
    }
    var used: [(count: UInt32, scalar: UInt32, slot: Int)] = []
    for (page, start) in pages.enumerated() where start != 0 {
      for low in 0..<Self.pageSize where counts[Int(start) + low] != 0 {
        let slot = Int(start) + low
        used.append((counts[slot], UInt32(page * Self.pageSize + low), slot))
      }
    }
    used.sort { $0.count != $1.count ? $0.count > $1.count : $0.scalar < $1.scalar }
    var codes = [UInt32](repeating: 0, count: counts.count)
    for (rank, entry) in used.enumerated() { codes[entry.slot] = UInt32(rank) + 1 }
    self.pages = FlatArray(pages)
    self.codes = FlatArray(codes)
    largest = UInt32(used.count)
  }

  /// The code of a scalar; 0 for one that is in no pattern, and for numbers that are no scalars.
  func code(of scalar: UInt32) -> UInt32 {
    guard scalar < Self.scalarLimit else { return 0 }
    return codes[Int(pages[Int(scalar >> Self.pageBits)]) + Int(scalar) & (Self.pageSize - 1)]
  }
}

extension Alphabet {
  /// With the tables of a file.
  init(pages: FlatArray<UInt32>, codes: FlatArray<UInt32>, largest: UInt32) {
    self.pages = pages
    self.codes = codes
    self.largest = largest
  }
}
