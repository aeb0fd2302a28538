import DocumentModel
import RuleMatching

/// What stands around a title that says nothing of its organisation.
extension Referents {
  /// 公司 of 公司董事长, 该公司总经理: the word written right before an index of the matching text, behind a sign, a mention or
  /// what parts two titles; nil where none is there. No more than eight characters are looked at.
  func wordBefore(_ index: Int, _ carries: CarryTable) -> String? {
    guard let offset = offset(at: index) else { return nil }
    let scalars = document.matching.scalars
    // So many may begin in the word's place, or in each other.
    let end = mentions(before: offset).prefix(Self.longestWord).map { range(of: $0).upperBound }.max() ?? 0
    var start = index
    while start > max(end, index - Self.longestWord, 0), isIdeographic(scalars[start - 1]) { start -= 1 }
    while start < index, carries.joins(scalars[start..<start + 1]) { start += 1 }
    return start < index ? document.matching.string(start..<index) : nil
  }
  private static let longestWord = 8

  private func isIdeographic(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isIdeographic ?? false }

  /// 俄 of 俄总统, 的黎 of 的黎总理: the country that the last character stands for, where no word goes on before it.
  func country(inShort word: String) -> Identity? {
    guard let last = word.last,
      word.count == 1 || gazetteer.words.parting.contains(word[word.index(word.endIndex, offsetBy: -2)])
    else { return nil }
    return gazetteer.country(ofCharacter: last).map { Identity(type: .place, name: $0, kind: "country") }
  }

  /// The organisation that a bare word means: the last one before an index of the matching text whose name ends in the
  /// same characters, else the first one behind it.
  func body(called word: String, near index: Int) -> Identity? {
    let found = mention(near: index) { mentions[$0].type == .org && ends(written($0), in: word) }
    return found.flatMap(identity).flatMap { $0.resolved == false ? nil : $0 }
  }

  /// The last mention of a kind that ends before an index of the matching text, in whatever sentence; else the first one.
  private func mention(near index: Int, where fits: (Int) -> Bool) -> Int? {
    mention(lastBefore: index, where: fits) ?? (offset(at: index) == nil ? nil : mentions.indices.first(where: fits))
  }

  private func mention(lastBefore index: Int, where fits: (Int) -> Bool) -> Int? {
    guard let offset = offset(at: index) else { return nil }
    let end = mentions.partitionPoint { $0.span.start >= offset }
    return mentions[..<end].indices.last { mentions[$0].span.end <= offset && fits($0) }
  }

  /// 某某有限公司 ends in the last two characters of 该公司.
  private func ends(_ name: String, in word: String) -> Bool {
    let last = word.suffix(2)
    return last.count == 2 && name.hasSuffix(last) && name.count > word.count
  }

  /// The delegation of an article that names one and no other.
  var onlyDelegation: Identity? {
    let all = Set(delegations.compactMap { $0 })
    return all.count == 1 ? all.first.flatMap(identity) : nil
  }

  /// The village last named before an index of the matching text, in whatever sentence.
  func village(lastBefore index: Int) -> Unit? {
    mention(lastBefore: index) { units[$0]?.level == .village }.flatMap { units[$0] }
  }

  /// The congress last named before an index of the matching text, else the first of the article, else any meeting so.
  func meeting(lastBefore index: Int) -> Identity? {
    let congress = mention(near: index) {
      mentions[$0].type == .meeting && mentions[$0].labels.contains(Self.congress)
    }
    return (congress ?? mention(near: index) { mentions[$0].type == .meeting }).flatMap(identity)
  }

  /// Label of meetings that are told by their number: 十三届全国人大四次会议.
  private static let congress = "party"

  /// The only other country that the sentence of an index names in front of it.
  func onlyForeignCountry(ofSentenceAt index: Int) -> Identity? {
    guard let offset = offset(at: index) else { return nil }
    return mentions(before: offset).compactMap { mentions[$0].type == .place ? units[$0] : nil }.onlyForeignCountry
  }
}

extension Sequence<Unit> {
  /// The only country among them that is not the home country.
  var onlyForeignCountry: Identity? {
    let countries = Set(filter { $0.level == .country && $0.name != Gazetteer.homeCountry })
    return countries.count == 1 ? countries.first?.identity : nil
  }
}
