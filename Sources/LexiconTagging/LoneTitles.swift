import DocumentModel

/// Words that are titles only beside a name (领导, 代表, 农户): a label needs the list it labels, an occupation a name or an
/// employer.
enum LoneTitles {
  /// `mentions`, in text order, without those that stand alone.
  static func removed(from mentions: [Candidate]) -> [Candidate] {
    guard mentions.contains(where: mayBeLone) else { return mentions }
    let persons = mentions.filter { $0.type == .person }.map(\.range)
    let owners = mentions.filter { $0.type == .org || $0.type == .place }.map(\.range)
    var kept: [Candidate] = []
    for mention in mentions {
      guard mayBeLone(mention) else {
        kept.append(mention)
        continue
      }
      let needsOwner = mention.traits.contains(.needsOrganisation) && !mention.traits.contains(.group)
      if persons.contains(where: { isBeside($0, mention.range) })
        || needsOwner && owners.contains(where: { $0.upperBound == mention.range.lowerBound })
        // 委员、常委、书记: what follows a title in a list is one.
        || needsOwner
          && kept.last.map({ $0.type == .title && $0.range.upperBound + 1 == mention.range.lowerBound }) ?? false
        // 某某、某某等吉林省领导: a label with its place, behind the list.
        || owners.contains(where: { owner in
          owner.upperBound == mention.range.lowerBound && persons.contains { $0.upperBound + 1 == owner.lowerBound }
        })
      {
        kept.append(mention)
      }
    }
    return kept
  }

  private static func mayBeLone(_ mention: Candidate) -> Bool {
    mention.type == .title && !mention.traits.isDisjoint(with: [.group, .needsOrganisation, .occupation])
  }

  /// Right before or after, or with one sign (: or a blank) between.
  private static func isBeside(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (0...1).contains(a.lowerBound - b.upperBound) || (0...1).contains(b.lowerBound - a.upperBound)
  }
}
