import DocumentModel

/// Words that are titles only beside a name (领导, 代表, 农户): a label needs the list it labels, an occupation a name or an
/// employer.
struct LoneTitles {
  let words: WordLists

  /// `mentions`, in text order, without those that stand alone.
  func removed(from mentions: [Candidate], in chart: Chart) -> [Candidate] {
    guard mentions.contains(where: Self.mayBeLone) else { return mentions }
    let persons = mentions.filter { $0.type == .person }.map(\.range)
    let owners = mentions.filter { $0.type == .org || $0.type == .place }.map(\.range)
    var kept: [Candidate] = []
    for mention in mentions {
      guard Self.mayBeLone(mention) else {
        kept.append(mention)
        continue
      }
      let needsOwner = mention.traits.contains(.needsOrganisation) && !mention.traits.contains(.group)
      if persons.contains(where: { Self.isBeside($0, mention.range) })
        || needsOwner && owners.contains(where: { Self.isInFront($0, mention.range, chart) })
        // 委员、常委、书记: what follows a title in a list is one.
        || needsOwner
          && kept.last.map({ $0.type == .title && $0.range.upperBound + 1 == mention.range.lowerBound }) ?? false
        || mention.traits.contains(.occupation) && isPredicate(mention.range, of: persons, owners, chart)
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

  /// Right before, or with the word between that tells of the term: 中央军委‖原‖委员.
  private static func isInFront(_ owner: Range<Int>, _ title: Range<Int>, _ chart: Chart) -> Bool {
    if owner.upperBound == title.lowerBound { return true }
    guard chart.kinds(endingAt: title.lowerBound).contains(.modifier) else { return false }
    return chart.ending(at: title.lowerBound).contains {
      chart.hitsByEnd[$0].kind == .modifier && chart.hitsByEnd[$0].start == owner.upperBound
    }
  }

  /// 某某是石桥村的一位再普通不过的农民: a person, 是, an employer or place, 的 and the occupation.
  private func isPredicate(
    _ title: Range<Int>, of persons: [Range<Int>], _ owners: [Range<Int>], _ chart: Chart
  ) -> Bool {
    owners.contains { owner in
      guard owner.upperBound < title.lowerBound, title.lowerBound - owner.upperBound <= 16,
        chart.has(words.possessives, at: owner.upperBound)
      else { return false }
      return persons.contains { person in
        person.upperBound < owner.lowerBound && owner.lowerBound - person.upperBound <= 16
          && (chart.has(words.predicates, at: person.upperBound)
            || chart.has(words.predicates, at: person.upperBound + 1))
      }
    }
  }

  private static func mayBeLone(_ mention: Candidate) -> Bool {
    mention.type == .title && !mention.traits.isDisjoint(with: [.group, .needsOrganisation, .occupation])
  }

  /// Right before or after, or with one sign (: or a blank) between.
  private static func isBeside(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (0...1).contains(a.lowerBound - b.upperBound) || (0...1).contains(b.lowerBound - a.upperBound)
  }
}
