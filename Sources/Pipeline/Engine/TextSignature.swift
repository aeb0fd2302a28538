public import DocumentModel

/// What tells a reprint: 32 samples of a text's four-character runs, which two texts share as far as they share the runs.
///
/// MinHash by one permutation (Li, Owen, Zhang 2012): each run's hash falls into one of 32 buckets, and each bucket keeps
/// eight bits of its smallest hash. Taken over Han characters, letters and digits of the matching text alone, so that
/// neither punctuation nor script makes a difference.
public struct TextSignature: Hashable, Sendable {
  /// One sample a bucket; 0 for a bucket that nothing fell into.
  let samples: [UInt8]

  static let buckets = 32
  /// Least number of characters a text needs to have one: below, samples are too few to go by.
  static let leastLength = 96
  /// Samples two texts share from which one is a reprint of the other: about nine tenths of their runs.
  static let leastShared = 28

  init(samples: [UInt8]) { self.samples = samples }

  /// Nil for a short text.
  public init?(_ text: MatchingText) {
    var least = [UInt64](repeating: .max, count: Self.buckets)
    var window: UInt64 = 0
    var length = 0
    for scalar in text.scalars where Self.counts(scalar) {
      window = window << 16 | UInt64(scalar & 0xFFFF)
      length += 1
      guard length >= 4 else { continue }
      let product = window.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      let hash = product.high ^ product.low
      let bucket = Int(hash & UInt64(Self.buckets - 1))
      least[bucket] = min(least[bucket], hash >> 5)
    }
    guard length >= Self.leastLength else { return nil }
    samples = least.map { $0 == .max ? 0 : UInt8(truncatingIfNeeded: ($0 &* 0xD6E8_FEB8_6659_FD93) >> 56) | 1 }
  }

  private static func counts(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// Number of samples two texts share.
  func shared(with other: TextSignature) -> Int {
    zip(samples, other.samples).count { $0 == $1 && $0 != 0 }
  }

  /// Keys of which two near-equal texts share at least one: four samples each.
  var bands: [UInt64] {
    stride(from: 0, to: Self.buckets, by: 4).map { first in
      samples[first..<first + 4].reduce(UInt64(first)) { $0 << 8 | UInt64($1) }
    }
  }
}
