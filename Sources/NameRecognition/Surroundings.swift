import DocumentModel

/// The context mentions of a document, laid out by index so that a candidate is compared with them in constant time.
struct Surroundings: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let titleStarts = Flags(rawValue: 1)
    static let titleEnds = Flags(rawValue: 2)
    static let placeEnds = Flags(rawValue: 4)
    static let verbStarts = Flags(rawValue: 8)
    static let verbEnds = Flags(rawValue: 16)
  }

  private var flags: [Flags]
  /// Greatest firmness of a mention that has this index inside and does not start at it.
  private var inside: [Float]
  /// Greatest firmness of a place, site, date, organisation or other word that has this index.
  private var cover: [Float]
  /// Greatest firmness of a mention that starts here, and of one that ends before here.
  private var starts: [Float]
  private var ends: [Float]

  init(count: Int, context: [ContextMention]) {
    flags = Array(repeating: [], count: count + 1)
    inside = Array(repeating: 0, count: count + 1)
    cover = inside
    starts = inside
    ends = inside
    for mention in context {
      let range = mention.range.clamped(to: 0..<count)
      guard !range.isEmpty else { continue }
      let firmness = Float(mention.firmness)
      switch mention.kind {
      case .title:
        flags[range.lowerBound].insert(.titleStarts)
        flags[range.upperBound].insert(.titleEnds)
      case .personVerb:
        flags[range.lowerBound].insert(.verbStarts)
        flags[range.upperBound].insert(.verbEnds)
      case .place, .org: flags[range.upperBound].insert(.placeEnds)
      case .date, .site, .other: break
      }
      starts[range.lowerBound] = max(starts[range.lowerBound], firmness)
      ends[range.upperBound] = max(ends[range.upperBound], firmness)
      for index in range {
        if index > range.lowerBound { inside[index] = max(inside[index], firmness) }
        if mention.kind != .personVerb { cover[index] = max(cover[index], firmness) }
      }
    }
  }

  func at(_ index: Int) -> Flags { flags[index] }

  /// Adds what the context says of a candidate: neighbours that speak for it, readings that speak against it.
  func add(_ range: Range<Int>, to sum: inout FeatureSum) {
    let left = flags[range.lowerBound]
    let right = flags[range.upperBound]
    sum.add(.titleBefore, if: left.contains(.titleEnds))
    sum.add(.placeBefore, if: left.contains(.placeEnds))
    sum.add(.verbBefore, if: left.contains(.verbEnds))
    sum.add(.titleAfter, if: right.contains(.titleStarts))
    sum.add(.verbAfter, if: right.contains(.verbStarts))
    sum.add(.rivalLeft, inside[range.lowerBound])
    sum.add(.rivalRight, inside[range.upperBound])
    var covered = cover[range.lowerBound]
    var begins: Float = 0
    var stops: Float = 0
    for index in range.dropFirst() {
      covered = min(covered, cover[index])
      begins = max(begins, starts[index])
      stops = max(stops, ends[index])
    }
    sum.add(.rivalSame, covered)
    sum.add(.rivalInside, begins)
    sum.add(.rivalEnds, stops)
  }
}
