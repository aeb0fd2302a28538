/// A document's text in the form that lexicons, names and rules are matched in, with the way back to the bytes.
///
/// Each element is one Unicode scalar after normalisation: NFKC (so full-width letters, digits and punctuation are the
/// half-width ones), middle dots unified to U+00B7, Traditional characters folded to Simplified one to one, ignorable
/// characters (zero width) left out. It is a means of matching only: output always slices the original text.
/// Made by `Segmentation`; positions in it are called *indices* everywhere, to keep them apart from byte offsets.
public struct MatchingText: Sendable {
  /// The normalised scalars.
  public let scalars: [UInt32]
  /// Byte offset in the original text where the source of each scalar starts, and one more element: the text's length.
  /// Never decreases; scalars that come from one original character share its offset.
  public let offsets: [Int32]

  /// Requires `offsets.count == scalars.count + 1`.
  public init(scalars: [UInt32], offsets: [Int32]) {
    precondition(offsets.count == scalars.count + 1, "one offset a scalar and one for the end")
    self.scalars = scalars
    self.offsets = offsets
  }

  public var count: Int { scalars.count }

  /// The bytes a range of indices came from; a range that starts or ends inside an expanded character takes it whole.
  public func span(of range: Range<Int>) -> Span {
    guard !range.isEmpty else {
      let at = Int(offsets[range.lowerBound])
      return Span(at, at)
    }
    let start = Int(offsets[range.lowerBound])
    var upper = range.upperBound
    while upper < scalars.count, offsets[upper] == offsets[range.upperBound - 1] { upper += 1 }
    return Span(start, Int(offsets[upper]))
  }

  /// The first index whose source starts at or after a byte offset.
  public func index(atByte offset: Int) -> Int {
    // Where it would be if all characters took as many bytes: near enough that a few steps of doubling length find the place.
    var low = 0
    var high = offsets.count - 1
    let last = Int(offsets[high])
    guard offset > 0 else { return 0 }
    guard offset <= last else { return high }
    var step = 4
    let guess = min(high, offset * high / last)
    if Int(offsets[guess]) < offset {
      low = guess + 1
      while guess + step < high {
        if Int(offsets[guess + step]) >= offset {
          high = guess + step
          break
        }
        low = guess + step + 1
        step *= 4
      }
    } else {
      high = guess
      while guess - step > 0 {
        if Int(offsets[guess - step]) < offset {
          low = guess - step + 1
          break
        }
        high = guess - step
        step *= 4
      }
    }
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices whose sources lie in a span.
  public func range(of span: Span) -> Range<Int> {
    let lower = index(atByte: span.start)
    return lower..<max(lower, index(atByte: span.end))
  }

  /// The normalised characters of a range, for look-ups and messages; not the original text.
  public func string(_ range: Range<Int>) -> String { Self.string(of: scalars[range]) }

  /// A text of scalars; numbers that are none become U+FFFD.
  public static func string(of scalars: ArraySlice<UInt32>) -> String {
    // Written as UTF-8 at once: appending scalar by scalar was 1 % of everything.
    String(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for value in scalars {
        for byte in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
