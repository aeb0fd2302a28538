import DocumentModel
import RuleMatching

/// What stands around a title that says nothing of its organisation.
extension Referents {
  /// 公司 of 公司董事长, 该公司总经理: the word written right before an index of the matching text, behind a sign, a mention or
  /// what parts two titles; nil where none is there. No more than eight characters are looked at.
  func wordBefore(_ index: Int, _ carries: CarryTable) -> String? {
    let scalars = document.matching.scalars
    var start = index
    while start > 0, index - start < Self.longestWord, isIdeographic(scalars[start - 1]),
      !mentions(endingAt: start, in: mentions)
    {
      start -= 1
    }
    while start < index, carries.joins(scalars[start..<start + 1]) { start += 1 }
    return start < index ? document.matching.string(start..<index) : nil
  }
  private static let longestWord = 8

  private func isIdeographic(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isIdeographic ?? false }

  private func mentions(endingAt index: Int, in mentions: [Mention]) -> Bool {
    guard document.matching.offsets.indices.contains(index) else { return false }
    let offset = Int(document.matching.offsets[index])
    return mentions.contains { $0.span.end == offset }
  }

  /// 俄 of 俄总统, 的黎 of 的黎总理: the country that the last character stands for, where no word goes on before it.
  func country(inShort word: String) -> Identity? {
    guard let last = word.last, word.count == 1 || Self.parting.contains(word[word.index(word.endIndex, offsetBy: -2)])
    else { return nil }
    return gazetteer.country(ofCharacter: last).map { Identity(type: .place, name: $0, kind: "country") }
  }
  private static let parting: Set<Character> = ["的", "对", "向", "由", "为", "据", "应", "称", "说"]

  /// The organisation that a bare word means: the last one before an index of the matching text whose name ends in the
  /// same characters, else the first one behind it.
  func body(called word: String, near index: Int) -> Identity? {
    guard document.matching.offsets.indices.contains(index) else { return nil }
    let offset = Int(document.matching.offsets[index])
    let named = mentions.indices.filter { mentions[$0].type == .org && ends(written($0), in: word) }
    let nearest = named.last { mentions[$0].span.end <= offset } ?? named.first
    return nearest.flatMap(identity).flatMap { $0.resolved == false ? nil : $0 }
  }

  /// 某某有限公司 ends in the last two characters of 该公司.
  private func ends(_ name: String, in word: String) -> Bool {
    let last = word.suffix(2)
    return last.count == 2 && name.hasSuffix(last) && name.count > word.count
  }

  /// The congress last named before an index of the matching text, else the first of the article, else any meeting so.
  func meeting(lastBefore index: Int) -> Identity? {
    guard document.matching.offsets.indices.contains(index) else { return nil }
    let offset = Int(document.matching.offsets[index])
    let all = mentions.indices.filter { mentions[$0].type == .meeting }
    let congresses = all.filter { mentions[$0].labels.contains(Self.congress) }
    let named = congresses.isEmpty ? all : congresses
    return (named.last { mentions[$0].span.end <= offset } ?? named.first).flatMap(identity)
  }

  /// Label of meetings that are told by their number: 十三届全国人大四次会议.
  private static let congress = "party"

  /// The only country but the home country that the sentence of an index names in front of it.
  func onlyForeignCountry(ofSentenceAt index: Int) -> Identity? {
    guard document.matching.offsets.indices.contains(index) else { return nil }
    let offset = Int(document.matching.offsets[index])
    guard let sentence = document.sentences.last(where: { $0.span.start <= offset }) else { return nil }
    let countries = mentions.indices.filter {
      mentions[$0].type == .place && mentions[$0].span.start >= sentence.span.start && mentions[$0].span.end <= offset
    }.compactMap { units[$0] }.filter { $0.level == .country && $0.name != Gazetteer.homeCountry }.uniqued()
    return countries.count == 1 ? countries[0].identity : nil
  }
}
