/// Finds every stretch of a sentence that could be a name. Each index starts a bounded number of them, so the work is
/// linear in the sentence's length.
struct CandidateFinder {
  let scorer: CandidateScorer
  private let stopped: [Range<Int>]

  init(scorer: CandidateScorer) {
    self.scorer = scorer
    stopped = Self.stops(in: scorer.text)
  }

  /// Longest part of a transliterated name.
  static let longestPart = 8

  private var text: SentenceText { scorer.text }
  private var tables: NameTables { scorer.text.tables }
  private var scalars: [UInt32] { scorer.text.scalars }

  /// Whether a range begins with a word that looks like a name and is none, lies in one or crosses one.
  private func isStopped(_ range: Range<Int>) -> Bool {
    guard !stopped.isEmpty else { return false }
    let first = stopped[range.lowerBound - text.range.lowerBound]
    if !first.isEmpty,
      first.lowerBound == range.lowerBound || first.lowerBound < range.lowerBound || first.upperBound > range.upperBound
    {
      return true
    }
    return stopped[range.upperBound - 1 - text.range.lowerBound].upperBound > range.upperBound
  }

  /// For each index the word of that kind that covers it, from left to right the longest; an empty array where none is.
  private static func stops(in text: SentenceText) -> [Range<Int>] {
    let stops = text.tables.stops
    let starts = text.tables.stopStarts
    var found: [Range<Int>] = []
    var index = text.range.lowerBound
    while index + 1 < text.range.upperBound {
      var end = index
      if starts.mayContain(PackedText(text.scalars[index], text.scalars[index + 1])) {
        for length in stride(from: min(longestPart, text.range.upperBound - index), through: 2, by: -1)
        where stops.contains(text.scalars[index..<index + length]) {
          end = index + length
          break
        }
      }
      if end > index {
        if found.isEmpty { found = Array(repeating: 0..<0, count: text.range.count) }
        for covered in index..<end { found[covered - text.range.lowerBound] = index..<end }
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// In order of their start.
  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    // A list of appointments is told as a whole.
    var isOrdered = true
    var slots: [(slot: NameSlot, range: Range<Int>)] = []
    var index = text.range.lowerBound
    while index < text.range.upperBound {
      let row = tables.characters[scalars[index]]
      if row.isHan {
        addMinority(index, to: &found)
        addNick(index, to: &found)
        if row.surname > CharacterTable.never { addSurnamed(index, to: &found) }
        if row.startsLongSurname { addCompound(index, to: &found) }
        if row.transliteration > CharacterTable.never { addForeign(index, to: &found) }
        if text.hasJoiner { addDotted(index, to: &found) }
        addOpen(index, to: &found)
        if scorer.edges.left(index) != .none {
          slots.removeAll(keepingCapacity: true)
          scorer.addSlots(at: index, to: &slots)
          for (slot, range) in slots {
            isOrdered = isOrdered && range.lowerBound == index
            add(.slot(slot), range, surname: 0, to: &found)
          }
        }
      } else if Self.isLetter(scalars[index]), !text.isWordLike(index - 1) || row.isHan || text.isHan(index - 1) {
        addLatin(index, to: &found)
      }
      index += 1
    }
    if !isOrdered { found.sort { $0.range.lowerBound < $1.range.lowerBound } }
    return scorer.keepsValues ? found : withoutPieces(withoutHalves(found))
  }

  /// 斯坦利-布朗 is one name and not two, 阿不力米提·吐尔逊 ends before 出席: what a joiner holds together stays whole, and takes no
  /// verb of persons along.
  private func withoutHalves(_ found: [Candidate]) -> [Candidate] {
    let joined = found.filter { $0.score > 0 && $0.range.contains(where: text.isJoiner) }.map(\.range)
    guard !joined.isEmpty else { return found }
    let whole = Set(joined)
    var next = 0
    // The farthest end of a joined name that begins at or before the piece.
    var reach = 0
    return found.filter { piece in
      let range = piece.range
      while next < joined.count, joined[next].lowerBound <= range.lowerBound {
        reach = max(reach, joined[next].upperBound)
        next += 1
      }
      if range.contains(where: text.isJoiner) {
        return range.count < 5 || scorer.edges.right(range.upperBound - 2) != .verb
          || scorer.edges.wordLength(range.upperBound - 2) != 2
          || !whole.contains(range.lowerBound..<range.upperBound - 2)
      }
      let isHalf =
        scorer.edges.contains(range.upperBound) && text.isJoiner(range.upperBound)
        || range.lowerBound > 0 && text.isJoiner(range.lowerBound - 1)
      return !isHalf || reach < range.upperBound
    }
  }

  /// 总统施泰因迈尔出席: what fills the gap between a title and a firm edge with characters of transliterations alone is one
  /// name, though two pieces of it would weigh more.
  private func withoutPieces(_ found: [Candidate]) -> [Candidate] {
    let whole = found.filter { candidate in
      candidate.shape == .foreign && candidate.fillsSlot && candidate.range.count > 3 && candidate.score > 0
        && scorer.edges.left(candidate.range.lowerBound) == .title
        && candidate.range.allSatisfy { tables.characters[scalars[$0]].transliteration > CharacterTable.never }
    }.map(\.range)
    guard !whole.isEmpty else { return found }
    var next = 0
    var cover = 0..<0
    return found.filter { piece in
      while next < whole.count, whole[next].lowerBound <= piece.range.lowerBound {
        if whole[next].upperBound > cover.upperBound { cover = whole[next] }
        next += 1
      }
      return cover == piece.range || cover.upperBound < piece.range.upperBound || cover.isEmpty
        // 总统克林顿‖派代表: what is on a list is whole.
        || tables.isKnownPerson(scalars[piece.range]) || tables.knownParts(of: scalars[piece.range]) > 0
    }
  }

  private func add(_ shape: Candidate.Shape, _ range: Range<Int>, surname: Int, to found: inout [Candidate]) {
    guard !isStopped(range) || shape == .dotted || shape.outweighsStops && tables.stops.contains(scalars[range]) else {
      return
    }
    // 李邑飞 may follow 艾尔肯·吐尼亚孜 in a headline: it has a character that transliterates nothing.
    if shape == .han, isInsidePart(range.lowerBound),
      range.allSatisfy({ tables.characters[scalars[$0]].transliteration > CharacterTable.never })
    {
      return
    }
    if scorer.surroundings.goesOn(behind: range), !tables.isKnownPerson(scalars[range]) { return }
    let score = scorer.sum(of: shape, range, surnameLength: surname).score
    guard score > CandidateScorer.hopeless || scorer.keepsValues else { return }
    found.append(
      Candidate(
        shape: shape, range: range, surnameLength: surname, score: score, fillsSlot: scorer.edges.isSlot(range)))
  }

  /// Whether a character is the last one of a name that everybody knows: 平 of 习近平 is no surname.
  private func endsKnownPerson(_ index: Int) -> Bool {
    index - 2 >= text.range.lowerBound && tables.isKnownPerson(scalars[index - 2...index])
  }

  private func addSurnamed(_ index: Int, to found: inout [Candidate]) {
    // Who asks why, or fits the weights, wants those without support too.
    let hasContext =
      scorer.keepsValues
      || (text.mostAfterBareSurname(index + 1) >= 1 && text.afterBareSurname(index + 1) ?? 0 >= 1)
      || scorer.edges.right(index + 1).rawValue >= Edges.Right.honorific.rawValue
    let isStatus = tables.characters[scalars[index]].edgeKinds.contains(.status)
    if hasContext, !isStatus, !endsKnownPerson(index), !scorer.surroundings.goesOn(from: index) {
      add(.bare, index..<index + 1, surname: 1, to: &found)
    }
    addSpaced(index, to: &found)
    guard text.isHan(index + 1) else { return }
    if scorer.mayBeName(index..<index + 2) { add(.han, index..<index + 2, surname: 1, to: &found) }
    guard text.isHan(index + 2) else { return }
    if scorer.mayBeName(index..<index + 3) { add(.han, index..<index + 3, surname: 1, to: &found) }
    // A married woman's two surnames: 范徐丽泰. Only where both are common.
    guard text.isHan(index + 3), tables.characters[scalars[index]].surname > -8,
      tables.characters[scalars[index + 1]].surname > -8
    else { return }
    add(.han, index..<index + 4, surname: 2, to: &found)
  }

  private func addSpaced(_ index: Int, to found: inout [Candidate]) {
    guard text.contextScalar(index + 1) == SentenceText.blank, !text.isWordLike(index - 1) else { return }
    var given = index + 2
    if text.contextScalar(given) == SentenceText.blank { given += 1 }
    guard text.isHan(given), !text.isWordLike(given + 1) else { return }
    add(.spaced, index..<given + 1, surname: 1, to: &found)
  }

  /// 老张, 小李, 阿良: by what they are called at home.
  private func addNick(_ index: Int, to found: inout [Candidate]) {
    guard tables.characters[scalars[index]].edgeKinds.contains(.nick), text.isHan(index + 1) else { return }
    let surname = tables.characters[scalars[index + 1]].surname
    // 阿 stands before any, 老 and 小 before those that many bear.
    let isAny = tables.characters[scalars[index]].edgeKinds.contains(.nickOfAny)
    guard surname > -9 || isAny && surname > CharacterTable.never else { return }
    add(.nick, index..<index + 2, surname: 0, to: &found)
  }

  /// One to four words of minority names in a row.
  private func addMinority(_ index: Int, to found: inout [Candidate]) {
    var end = index
    for _ in 1...4 {
      guard let length = tables.minorityPart(at: end, in: scalars, to: text.range.upperBound) else { return }
      end += length
      add(.minority, index..<end, surname: 0, to: &found)
    }
  }

  private func addCompound(_ index: Int, to found: inout [Candidate]) {
    guard text.isHan(index + 1), text.isHan(index + 2) else { return }
    let pair = PackedText(scalars[index], scalars[index + 1])
    if tables.compounds[pair] != nil {
      add(.han, index..<index + 3, surname: 2, to: &found)
      if text.isHan(index + 3) { add(.han, index..<index + 4, surname: 2, to: &found) }
    }
    if tables.japanese[pair] != nil {
      add(.japanese, index..<index + 2, surname: 2, to: &found)
      // Up to the first character that is none: no name reaches over a blank.
      for length in 3...5 {
        guard text.isHan(index + length - 1) else { break }
        add(.japanese, index..<index + length, surname: 2, to: &found)
      }
    }
    let triple = PackedText(scalars[index], scalars[index + 1], scalars[index + 2])
    if tables.japanese[triple] != nil {
      for length in 4...6 {
        guard text.isHan(index + length - 1) else { break }
        add(.japanese, index..<index + length, surname: 3, to: &found)
      }
    }
  }

  /// Whether a part that begins behind a dot goes on here: 马约尔 of 玛丽亚·索托马约尔 is nobody.
  private func isInsidePart(_ index: Int) -> Bool {
    guard text.hasJoiner else { return false }
    var start = index
    while index - start < Self.longestPart, text.isHan(start - 1),
      tables.characters[scalars[start - 1]].transliteration > CharacterTable.never
    {
      start -= 1
    }
    return start < index && text.isJoiner(start - 1)
  }

  private func addForeign(_ index: Int, to found: inout [Candidate]) {
    guard !isInsidePart(index) else { return }
    var odds: Float = 0
    var stray = 0
    for length in 1...Self.longestPart {
      let at = index + length - 1
      guard text.isHan(at) else { return }
      if tables.characters[scalars[at]].transliteration <= CharacterTable.never { stray += 1 }
      odds += scorer.foreignOdds(scalars[at])
      // One character that the table does not have is allowed in a name that is sure without it.
      if stray > 1 || odds < -6 { return }
      if length > 1, odds > (stray == 0 ? 0 : 5) || tables.isMadeOfKnownParts(scalars[index..<at + 1]) {
        add(.foreign, index..<index + length, surname: 0, to: &found)
      }
    }
  }

  /// A chain of parts with middle dots between that starts at `index`; only its last part has more than one end.
  private func addDotted(_ index: Int, to found: inout [Candidate]) {
    var at = index
    var parts = 0
    // A text of nothing but dots must not make this quadratic: six parts are more than any name has.
    while parts < 6 {
      var length = 0
      while length < Self.longestPart, isPart(at + length) { length += 1 }
      guard length > 0, text.isJoiner(at + length) else { break }
      at += length + 1
      parts += 1
    }
    guard parts > 0 else { return }
    for length in 1...Self.longestPart {
      guard text.isHan(at + length - 1) else { return }
      add(.dotted, index..<at + length, surname: 0, to: &found)
    }
  }

  /// The words in Latin letters that start here, up to four, with one blank, dot or hyphen between: John Smith, J.K. Rowling.
  private func addLatin(_ index: Int, to found: inout [Candidate]) {
    guard index == text.range.lowerBound || !Self.isLetter(scalars[index - 1]) else { return }
    var end = index
    var words = 0
    while words < 4 {
      let start = end
      while end < text.range.upperBound, end - start < Self.longestWord, Self.isLetter(scalars[end]) { end += 1 }
      guard end > start, end - start < Self.longestWord else { return }
      words += 1
      // A letter or two before a Han character or digit is no word of a name: C919, A股.
      if end - index >= 3, !text.isWordLike(end) || text.isHan(end) {
        add(.latin, index..<end, surname: 0, to: &found)
      }
      var next = end
      while next < text.range.upperBound, next - end < 2, Self.latinJoiners.contains(scalars[next]) { next += 1 }
      guard next > end, next < text.range.upperBound, Self.isLetter(scalars[next]) else { return }
      end = next
    }
  }

  private static let longestWord = 24
  /// Blank, full stop, hyphen, middle dot.
  private static let latinJoiners: [UInt32] = [0x20, 0x2E, 0x2D, 0xB7]

  /// A letter of Latin script without its punctuation.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A) || (scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7)
  }

  /// From a title or a list mark to each boundary up to the first firm one; before a title also from an organisation on.
  private func addOpen(_ index: Int, to found: inout [Candidate]) {
    let left = scorer.edges.left(index)
    let hasStart = left.rawValue >= Edges.Left.conjunction.rawValue
    guard hasStart || left == .place || left == .start else { return }
    // 主席和, 书记对: a word that no name begins with.
    let row = tables.characters[scalars[index]]
    if scorer.edges.right(index).isFirm || row.edgeKinds.contains(.goesOn) { return }
    // 主席台, 总理出庭: nor one with a character that begins no name but a word.
    if row.surname <= CharacterTable.never, scorer.edges.isShortWord(index) { return }
    if row.surname <= CharacterTable.never, !row.canStart, text.isHan(index + 1),
      text.ordinary.isWord(index..<index + 2)
    {
      return
    }
    for length in 1...Self.longestPart {
      guard text.isHan(index + length - 1) else { return }
      let right = scorer.edges.right(index + length)
      // 总统战略引领下: what is longer than any Chinese name is written with characters of transliterations.
      if length > 4, !isTransliterated(index..<index + length) { return }
      if right != .none, length > 1,
        hasStart || (left == .place ? right == .title : isAddressed(index..<index + length))
      {
        add(.open, index..<index + length, surname: 0, to: &found)
      }
      if right.isFirm || scorer.surroundings.at(index + length).contains(.firmPlace) { return }
    }
  }

  /// Whether at most one character of a stretch is no character of transliterated names.
  private func isTransliterated(_ range: Range<Int>) -> Bool {
    range.count { tables.characters[scalars[$0]].transliteration <= CharacterTable.never } < 2
  }

  /// 祖国先生, 赏冠军:男: at the start of a sentence whatever is addressed or introduced as a person is one.
  private func isAddressed(_ range: Range<Int>) -> Bool {
    scorer.edges.right(range.upperBound) == .honorific || text.isIntroduced(range)
  }

  private func isPart(_ index: Int) -> Bool {
    text.isHan(index) || (text.isWordLike(index) && text.scalars[index] >= 0x41)
  }
}
