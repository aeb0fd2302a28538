import DocumentModel
import RuleMatching

/// What a carry gave for a form that leaves its unit or body out (市委, 市长, 县人民医院).
public struct Grounding: Hashable, Sendable {
  /// The level word: 市; empty where the form has none.
  public let level: String
  /// Full name of the unit or body; nil where it stayed open.
  public let unit: String?
  /// Position of the carry in the ``RuleSet``'s table; nil where none found anything.
  public let carry: Int?
}

extension Referents {
  /// How a mention named only by its level got its unit; empty for mentions that name their place themselves or need none.
  func groundings(of index: Int) -> [Grounding] {
    if let known = groundings[index] { return known }
    guard ownPlace(of: index) == nil else { return [] }
    switch mentions[index].reading {
    case .organ(let reading):
      guard let level = reading.level else { return [] }
      let found = unitOfMention(index)
      return found.groundings.isEmpty && !level.isEmpty
        ? [Grounding(level: level, unit: nil, carry: nil)] : found.groundings
    case .compound(let reading):
      guard let level = reading.level, !reading.isBare else { return [] }
      return [grounding(level: level, side: mentions[index].type == .delegation ? nil : .host)]
    case .place(let reading):
      guard reading.level == .deictic else { return [] }
      return [grounding(level: reading.levelWord, side: .host)]
    default: return []
    }
  }

  private func grounding(level: String, side: LevelResolver.Side?) -> Grounding {
    let found = levels.unit(level: level, side: side)
    return Grounding(level: level, unit: found?.unit.name, carry: found?.carry)
  }

  /// The unit or body of an organ that no title stands behind, and what told so.
  func unitOfMention(_ index: Int) -> (unit: Unit?, owner: Identity?, groundings: [Grounding]) {
    guard case .organ(let reading) = mentions[index].reading, let level = reading.level else { return (nil, nil, []) }
    func fact(_ subject: Carry.Subject) -> CarryFact? {
      switch subject {
      case .level: level.isEmpty ? nil : CarryFact(level)
      case .kind: CarryFact(reading.kind)
      case .part: reading.canonical.contains("{O}") ? CarryFact("") : nil
      case .organ: CarryFact(written(index), type: mentions[index].type.rawValue, labels: mentions[index].labels)
      default: nil
      }
    }
    let found = levels.carries.firstThing(for: .mention, where: fact) { take -> (Unit?, Identity?, [Grounding])? in
      switch take.source {
      case .name(.listPlace, _): unitOfList(at: index).map { ($0, nil, []) }
      case .name(.owner, _): owner(of: index).map { (nil, $0, []) }
      case .name(.level, let word) where !(word ?? level).isEmpty:
        levels.unit(level: word ?? level, side: nil).map {
          ($0.unit, nil, [Grounding(level: level, unit: $0.unit.name, carry: $0.carry)])
        }
      default: nil
      }
    }
    guard let ((unit, owner, groundings), _, number) = found else { return (nil, nil, []) }
    return (unit, owner, groundings + [Grounding(level: level, unit: unit?.name ?? owner?.name, carry: number)])
  }

  /// 天津大学 for 教务处 in 天津大学教务处: the body whose name ends where this begins.
  func owner(of index: Int) -> Identity? {
    let start = mentions[index].span.start
    // Nothing inside the name before begins further off than a few mentions.
    let before = mentions[..<index].suffix(6).lastIndex { $0.type == .org && $0.span.end == start }
    guard let before else { return nil }
    return identity(of: before)
  }
}
