import DocumentModel
import Lexicons

/// Joins the mentions of one delegation: a bare 代表团一行 is the one last named, or else the first one named after it.
///
/// What mentions have in common (their text, and what they say of themselves) is asked once for all of them: an article may
/// name thousands of delegations in a few ways.
struct DelegationResolver {
  private let document: Document
  private let words: LevelWords
  private let mentions: [Mention]
  /// Mentions of delegations, in text order.
  private let delegations: [Int]
  private let forms: [Form]
  /// The number of each delegation's form, beside `delegations`.
  private let formNumbers: [Int]

  /// What is told alike.
  private struct Form: Hashable {
    let text: String
    /// Nil where the mention is no name of open length.
    let head: String?
    let level: String?
    let isBare: Bool
    /// The text of the place, or else of the organisation in front.
    let place: String?

    /// Characters of the text.
    let length: Int
    /// The text's bytes where it is nothing but Han characters, and the head's: ends of such texts are ends of their bytes.
    private let plain: [UInt8]?
    private let plainHead: [UInt8]

    var isNamed: Bool { place != nil || level != nil }

    init(_ mention: Mention, _ document: Document) {
      text = document.text(of: mention.span)
      length = text.count
      plain = Self.plain(text)
      guard case .compound(let reading) = mention.reading else {
        (head, level, isBare, place) = (nil, nil, false, nil)
        plainHead = []
        return
      }
      (head, level, isBare) = (reading.head, reading.level, reading.isBare)
      // 区人大考察团: what sends it is named by its level.
      place = reading.place.map(document.text) ?? reading.organisation.map(document.text)
      plainHead = Self.plain(reading.head) ?? []
    }

    /// U+4000 to U+9FFF, of three bytes each.
    private static func plain(_ text: String) -> [UInt8]? {
      let bytes = Array(text.utf8)
      return bytes.allSatisfy { (0x80...0xBF).contains($0) || (0xE4...0xE9).contains($0) } ? bytes : nil
    }

    /// 第八师石河子市 is a 师市, one body with two names.
    private static func ends(_ place: String, in level: String, _ words: LevelWords) -> Bool {
      place.hasSuffix(level) || level == words.corpsCity && words.isCorpsCity(place)
    }

    private func isEnd(_ head: String, of long: Form) -> Bool {
      guard let bytes = long.plain, !plainHead.isEmpty else { return long.text.hasSuffix(head) }
      return bytes.count >= plainHead.count && bytes.suffix(plainHead.count).elementsEqual(plainHead)
    }

    private func endsAlike(_ long: Form) -> Bool {
      guard let own = plain, let bytes = long.plain else { return long.text.last == text.last }
      return bytes.suffix(3).elementsEqual(own.suffix(3))
    }

    /// Whether a form without a place (考察团, 州党政代表团) can mean another: their last characters agree, and a level word in
    /// front is the level of the other's place.
    func fits(_ long: Form, _ words: LevelWords) -> Bool {
      guard let head else { return false }
      if let level {
        if let other = long.level { return other == level && isEnd(head, of: long) }
        guard let place = long.place, Self.ends(place, in: level, words) else { return false }
      }
      return isBare || isEnd(head, of: long) || endsAlike(long)
    }
  }

  init(document: Document, mentions: [Mention], words: LevelWords) {
    self.words = words
    self.document = document
    self.mentions = mentions
    delegations = mentions.indices.filter { mentions[$0].type == .delegation }
    var numbers: [Form: Int] = [:]
    var forms: [Form] = []
    var formNumbers: [Int] = []
    for index in delegations {
      let form = Form(mentions[index], document)
      let number = numbers[form] ?? forms.count
      if number == forms.count {
        numbers[form] = number
        forms.append(form)
      }
      formNumbers.append(number)
    }
    self.forms = forms
    self.formNumbers = formNumbers
  }

  /// Forms that others are compared with, the first ones: no article has a tenth of them, and a text made of nothing else must
  /// not take time by their square.
  private static let mostForms = 500

  /// For each mention of a delegation the mention that names it best; nil for everything else.
  func representatives() -> [Int?] {
    var result = [Int?](repeating: nil, count: mentions.count)
    guard !delegations.isEmpty else { return result }
    func fits(_ short: Int, _ long: Int) -> Bool { forms[short].fits(forms[long], words) }
    // The first mention of each form.
    var first = [Int?](repeating: nil, count: forms.count)
    var firstNamed: [String: Int] = [:]
    for (index, number) in zip(delegations, formNumbers) {
      first[number] = first[number] ?? index
      if forms[number].isNamed { firstNamed[forms[number].text] = firstNamed[forms[number].text] ?? index }
    }
    let headlines = namedInHeadlines()
    // The last mention so far of each form.
    var last = [Int?](repeating: nil, count: forms.count)
    for (index, number) in zip(delegations, formNumbers) {
      defer { last[number] = index }
      if forms[number].place != nil {
        result[index] = firstNamed[forms[number].text] ?? index
        continue
      }
      let named = forms.indices.prefix(Self.mostForms).filter { forms[$0].isNamed && fits(number, $0) }
      // What a mention can mean is itself, too, whatever its form.
      let own = forms[number].isNamed ? index : nil
      if let before = headlines.first(where: { $0.mention == index || fits(number, $0.form) })?.mention
        ?? named.compactMap({ last[$0] }).max() ?? (named.compactMap { first[$0] } + [own].compactMap { $0 }).min()
      {
        result[index] = firstNamed[document.text(of: mentions[before].span)] ?? before
      } else {
        // No delegation is named with its place: the longest form stands for all that share its head.
        let same = forms.indices.prefix(Self.mostForms).filter { fits(number, $0) || fits($0, number) }.compactMap {
          form in
          first[form].map { (length: forms[form].length, mention: $0) }
        }
        let longest = (same + [(forms[number].length, index)]).max {
          ($0.length, -$0.mention) < ($1.length, -$1.mention)
        }
        result[index] = longest?.mention ?? index
      }
    }
    return result
  }

  /// The delegations an article is about: those its headlines name.
  private func namedInHeadlines() -> [(mention: Int, form: Int)] {
    let headlines = document.sentences.filter { $0.zone == .headline }
    guard !headlines.isEmpty else { return [] }
    return zip(delegations, formNumbers).filter { index, number in
      forms[number].isNamed && headlines.contains { $0.span.contains(mentions[index].span) }
    }.map { (mention: $0.0, form: $0.1) }
  }
}
