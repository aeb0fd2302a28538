/// What other stages know of a stretch of text: another reading of it, or a neighbour that speaks for a name beside it.
public struct ContextMention: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case title, org, place, date, site
    /// Any other lexicon term or word that is no person.
    case other
    /// A verb that takes a person as its subject or object (会见, 率, 强调).
    case personVerb
  }

  /// Indices of `Document.matching`.
  public let range: Range<Int>
  public let kind: Kind
  /// How sure the reading is, in [0, 1]: 1 for a full official name, about 0.5 for a short form that needs context.
  public let firmness: Double

  public init(range: Range<Int>, kind: Kind, firmness: Double = 1) {
    self.range = range
    self.kind = kind
    self.firmness = firmness
  }
}
