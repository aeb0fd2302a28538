import DocumentModel

/// How a form named only by its level (市委, 市长, 县人民医院) got its unit: whose it is, and what told so.
public struct Grounding: Hashable, Sendable {
  public enum Ground: String, Hashable, Sendable {
    /// A unit said earlier in the same run of titles (河北省委书记、省长).
    case chain
    /// The side of the meeting or visit that the person belongs to.
    case side
    /// The paper's own unit, or one above it.
    case home
    /// The unit that sent the delegation.
    case delegation
    /// The only unit of that level in the document.
    case onlyNamed = "only-named"
    /// The organ written directly before it in a list.
    case list
    /// The same office said of the person earlier in the document.
    case known
    /// What the title says by itself (国家主席, 总理).
    case title
    /// Nothing told.
    case open
  }
  /// The level word: 市; empty where the form has none.
  public let level: String
  /// Full name of the unit; nil where it stayed open.
  public let unit: String?
  public let ground: Ground
}

extension Referents {
  /// How a mention named only by its level got its unit; nil for mentions that name their place themselves or need none.
  func grounding(of index: Int) -> Grounding? {
    if let known = groundings[index] { return known }
    guard ownPlace(of: index) == nil else { return nil }
    switch mentions[index].reading {
    case .organ(let reading):
      guard let level = reading.level else { return nil }
      if let unit = carried(to: index) { return Grounding(level: level, unit: unit.name, ground: .list) }
      return level.isEmpty ? nil : grounding(level: level, side: nil)
    case .compound(let reading):
      guard let level = reading.level, !reading.isBare else { return nil }
      return grounding(level: level, side: mentions[index].type == .delegation ? nil : .host)
    case .place(let reading):
      guard reading.level == .deictic else { return nil }
      return grounding(level: reading.levelWord, side: .host)
    default: return nil
    }
  }

  private func grounding(level: String, side: LevelResolver.Side?) -> Grounding {
    let found = levels.unit(level: level, side: side)
    return Grounding(level: level, unit: found?.0.name, ground: found?.1 ?? .open)
  }
}
