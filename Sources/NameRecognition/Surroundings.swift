import DocumentModel

/// The context mentions of a document, laid out by index so that a candidate is compared with them in constant time.
final class Surroundings: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let titleStarts = Flags(rawValue: 1)
    static let titleEnds = Flags(rawValue: 2)
    static let placeEnds = Flags(rawValue: 4)
    static let verbStarts = Flags(rawValue: 8)
    static let verbEnds = Flags(rawValue: 16)
    static let placeStarts = Flags(rawValue: 32)
    /// Inside a full name of a place or country.
    static let firmPlace = Flags(rawValue: 64)
  }

  /// Whether the document names Japan; names of four characters are mostly of people there.
  let speaksOfJapan: Bool
  private let flags: [Flags]
  /// Greatest firmness of a mention that has this index inside and does not start at it.
  private let inside: [Float]
  /// Greatest firmness of a place, site, date, organisation or other word that has this index.
  private let cover: [Float]
  /// The last mention given that starts here: where it ends; and that ends before here: where it starts. -1 for none.
  private let endOfStarting: [Int32]
  private let startOfEnding: [Int32]

  init(scalars: [UInt32], context: [ContextMention]) {
    let count = scalars.count
    // 日本
    speaksOfJapan = zip(scalars, scalars.dropFirst()).contains { $0 == 0x65E5 && $1 == 0x672C }
    var flags: [Flags] = Array(repeating: [], count: count + 1)
    var inside: [Float] = Array(repeating: 0, count: count + 1)
    var cover = inside
    var endOfStarting: [Int32] = Array(repeating: -1, count: count + 1)
    var startOfEnding = endOfStarting
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
      case .place, .org:
        flags[range.lowerBound].insert(.placeStarts)
        flags[range.upperBound].insert(.placeEnds)
      case .date, .site, .other: break
      }
      endOfStarting[range.lowerBound] = Int32(range.upperBound)
      startOfEnding[range.upperBound] = Int32(range.lowerBound)
      for index in range {
        if index > range.lowerBound { inside[index] = max(inside[index], firmness) }
        if mention.kind == .place, firmness >= 1 { flags[index].insert(.firmPlace) }
        if mention.kind != .personVerb { cover[index] = max(cover[index], firmness) }
      }
    }
    (self.flags, self.inside, self.cover) = (flags, inside, cover)
    (self.endOfStarting, self.startOfEnding) = (endOfStarting, startOfEnding)
  }

  /// Whether 总书记 ends here: what follows it is as often a word (总书记‖嘱托) as a name.
  func isGeneralSecretary(endingAt index: Int, _ scalars: [UInt32]) -> Bool {
    startOfMention(endingAt: index).map { scalars[$0] == 0x603B && scalars[$0 + 1] == 0x4E66 } ?? false
  }

  /// Whether the title that ends here is one of a body or place that stands in front of it, or follows such a title: 市委书记,
  /// 副书记、市长.
  func isOffice(endingAt index: Int) -> Bool {
    var start = Int(startOfEnding[index])
    for _ in 0..<4 where start > 0 {
      if flags[start].contains(.placeEnds) { return true }
      guard start > 1, flags[start - 1].contains(.titleEnds), startOfEnding[start - 1] >= 0 else {
        return flags[start].contains(.titleEnds)
      }
      start = Int(startOfEnding[start - 1])
    }
    return false
  }

  /// Where the mention that ends before an index starts, and where the one that starts at an index ends; nil where none does.
  func startOfMention(endingAt index: Int) -> Int? { startOfEnding[index] < 0 ? nil : Int(startOfEnding[index]) }
  func endOfMention(startingAt index: Int) -> Int? { endOfStarting[index] < 0 ? nil : Int(endOfStarting[index]) }

  /// Whether a place, body, title or other term begins here and is longer than one character: 张家口, 党主席.
  func goesOn(from index: Int) -> Bool { Int(endOfStarting[index]) > index + 1 }

  /// Whether a place, body, title or other term begins with a range and goes on behind it: 刘公 of 刘公岛.
  func goesOn(behind range: Range<Int>) -> Bool { Int(endOfStarting[range.lowerBound]) > range.upperBound }

  /// The greatest firmness of a mention that shares a character with a range.
  func firmness(in range: Range<Int>) -> Float { cover[range].max() ?? 0 }

  /// The firmness of readings that go on across the ends of a range, weighed.
  func rivals(_ range: Range<Int>, left: Float, right: Float) -> Float {
    inside[range.lowerBound] * left + inside[range.upperBound] * right
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
    sum.add(.rivalLeft, inside[range.lowerBound])
    sum.add(.rivalRight, inside[range.upperBound])
    var covered = cover[range.lowerBound]
    for index in range.dropFirst() { covered = min(covered, cover[index]) }
    sum.add(.rivalSame, covered)
    sum.add(.rivalFirmPlace, if: range.allSatisfy { flags[$0].contains(.firmPlace) })
    // A word that shares one end with the candidate: 董|大夫, 俄罗斯|的库尼科娃. One that lies inside says little.
    sum.add(.rivalInside, if: Int(startOfEnding[range.upperBound]) > range.lowerBound)
    let end = Int(endOfStarting[range.lowerBound])
    sum.add(.rivalEnds, if: end > 0 && end < range.upperBound)
  }
}
