/// What lies at each index of a sentence, seen from a name that would start or end there.
///
/// The stretch between the end of a title and the next boundary is a name whatever its characters; these arrays say where
/// such stretches begin and end, so that each candidate is compared with them in constant time.
struct Edges {
  /// What ends before an index, in rising strength.
  enum Left: UInt8 {
    case none, word, place, mark, start, conjunction, list, title
  }

  /// What starts at an index, in rising strength.
  enum Right: UInt8 {
    case none
    /// A word of one character, which may as well belong to a name: 在, 来, 任.
    case short
    case place
    case word
    case verb
    case mark
    case list
    case end
    case honorific
    case title

    /// Whether a name surely ends before it.
    var isFirm: Bool { rawValue >= Right.word.rawValue }
  }

  /// What is known of one index; one array of these, because arrays are made for each sentence.
  private struct Slot {
    var left = Left.none
    var right = Right.none
    /// A word of one character starts, as `short`, also where something stronger stands.
    var isShortWord = false
    /// After the title of a named body, or one of a chain of titles.
    var isOffice = false
    var endsConjunction = false
    var isAdverb = false
    var endsBody = false
    /// Length of the word that begins here; 0 where none does.
    var wordLength: UInt8 = 0
  }
  private let base: Int
  private let slots: [Slot]

  init(text: SentenceText, surroundings: Surroundings) {
    base = text.range.lowerBound
    let count = text.range.count
    var allSlots = [Slot](repeating: Slot(), count: count + 1)
    // A span: an array would ask at each write whether somebody shares it.
    var slots = allSlots.mutableSpan
    // Where the run of names after a title began: 记者 甲 乙.
    var run = -1
    slots[0].left = .start
    slots[count].right = .end
    for index in text.range {
      let here = index - base
      let flags = surroundings.at(index)
      if flags.contains(.titleEnds) {
        Self.raise(&slots[here].left, .title)
        run = here
        slots[here].isOffice =
          surroundings.isOffice(endingAt: index)
          || (index > base && text.tables.characters[text.scalars[index - 1]].edgeKinds.contains(.office)
            && !surroundings.isGeneralSecretary(endingAt: index, text.scalars))
      }
      if flags.contains(.placeEnds) { Self.raise(&slots[here].left, .place) }
      if flags.contains(.titleStarts) { Self.raise(&slots[here].right, .title) }
      if flags.contains(.placeStarts) { Self.raise(&slots[here].right, .place) }
      let scalar = text.scalars[index]
      let row = text.tables.characters[scalar]
      slots[here].isAdverb = row.edgeKinds.contains(.adverb)
      slots[here].endsBody = row.edgeKinds.contains(.body)
      if row.longestEdgeWord > 0 { Self.addWord(at: index, in: text, longest: Int(row.longestEdgeWord), to: &slots) }
      guard !row.isHan, !text.isWordLike(index), scalar != SentenceText.dot else { continue }
      let isBlank = scalar == SentenceText.blank
      let isList = scalar == SentenceText.listMark || (isBlank && run >= 0 && here - run < 15)
      if !isBlank, scalar != SentenceText.colon, !isList { run = -1 }
      Self.raise(&slots[here].right, isList ? .list : .mark)
      Self.raise(&slots[here + 1].left, isList ? .list : .mark)
      // 书记:张三, 书记 张三: a blank or colon after a title does not part it from the name.
      if scalar == SentenceText.blank || scalar == SentenceText.colon, slots[here].left == .title {
        slots[here + 1].left = .title
        slots[here + 1].isOffice = slots[here].isOffice
      }
    }
    self.slots = allSlots
  }

  func left(_ index: Int) -> Left { slots[index - base].left }
  func right(_ index: Int) -> Right { slots[index - base].right }
  func isOffice(_ index: Int) -> Bool { slots[index - base].isOffice }
  func isShortWord(_ index: Int) -> Bool { slots[index - base].isShortWord }
  /// The index lies in the sentence or at its end.
  func contains(_ index: Int) -> Bool { index >= base && index - base < slots.count }

  private static func addWord(
    at index: Int, in text: SentenceText, longest: Int, to slots: inout MutableSpan<Slot>
  ) {
    var key = PackedText(text.scalars[index])
    var found: (length: Int, kind: EdgeWord.Kind)?
    for length in 1...min(longest, PackedText.capacity) {
      if length > 1 {
        guard text.isHan(index + length - 1) else { break }
        key.append(text.scalars[index + length - 1])
      }
      guard let kind = text.tables.edgeWords[key] else { continue }
      found = (length, EdgeWord.Kind(rawValue: Int(kind)) ?? .function)
    }
    guard let (length, kind) = found else { return }
    let here = index - text.range.lowerBound
    if length == 1 { slots[here].isShortWord = true }
    slots[here].wordLength = UInt8(length)
    switch kind {
    case .honorific: raise(&slots[here].right, .honorific)
    case .verb: raise(&slots[here].right, length == 1 ? .short : .verb)
    case .function, .conjunction:
      let isFirm = length > 1 || text.tables.characters[text.scalars[index]].edgeKinds.contains(.outside)
      raise(&slots[here].right, isFirm ? .word : .short)
    }
    if kind == .conjunction {
      raise(&slots[here + length].left, .conjunction)
      if length == 1 { slots[here + 1].endsConjunction = true }
    } else if kind != .honorific {
      raise(&slots[here + length].left, .word)
    }
  }

  private static func raise(_ left: inout Left, _ value: Left) { if value.rawValue > left.rawValue { left = value } }
  private static func raise(_ right: inout Right, _ value: Right) {
    if value.rawValue > right.rawValue { right = value }
  }

  /// Adds what the edges say of a candidate.
  func add(_ range: Range<Int>, isKnown: Bool, to sum: inout FeatureSum) {
    let left = left(range.lowerBound)
    let right = right(range.upperBound)
    sum.add(.honorificAfter, if: right == .honorific)
    sum.add(.verbAfter, if: right == .verb)
    sum.add(.wordAfter, if: right == .word)
    sum.add(.shortAfter, if: right == .short)
    sum.add(.wordBefore, if: left == .word || left == .conjunction)
    var inside = 0.0
    for index in range.lowerBound + 1..<range.upperBound {
      switch self.right(index) {
      case .word, .verb, .honorific: inside += 1
      default: break
      }
    }
    sum.add(.wordInside, inside)
    sum.add(.startsWord, if: isShortWord(range.lowerBound))
    sum.add(.beginsWithWord, if: range.count > 1 && slots[range.lowerBound - base].wordLength > 1)
    sum.add(.takesConjunction, if: conjunctionEnds(range.lowerBound + 1) && left != .none)
    let last = range.upperBound - 1
    sum.add(.endsWord, if: isShortWord(last))
    // 李四|来到, 李四|在|天津: the last character begins what follows.
    let begins = self.right(last) == .verb || self.right(last) == .word
    sum.add(.takesWord, if: begins || (isShortWord(last) && right != .none && right != .short && right != .list))
    sum.add(.takesAdverb, if: slots[last - base].isAdverb && right.rawValue >= Right.word.rawValue && right != .list)
    sum.add(.endsAsBody, if: slots[last - base].endsBody && (right == .title || left == .title || left == .list))
    addSlot(range, left, right, isKnown: isKnown, to: &sum)
  }

  private func addSlot(_ range: Range<Int>, _ left: Left, _ right: Right, isKnown: Bool, to sum: inout FeatureSum) {
    switch left {
    case .title:
      let office = isOffice(range.lowerBound)
      sum.add(.slotTitled, if: right.isFirm)
      sum.add(.slotOffice, if: right.isFirm && office)
      sum.add(.slotOfficeMark, if: isOfficeToMark(range))
      sum.add(.slotTitledShort, if: right == .short)
      if !right.isFirm, !isKnown, firmEnd(after: range.upperBound, within: 2) {
        sum.add(office ? .slotOfficeCut : .slotCut, 1.0)
      }
    case .list, .conjunction: sum.add(.slotListed, if: right.isFirm)
    case .start:
      sum.add(.slotSpoken, if: right == .verb || right == .honorific || right == .title)
      sum.add(.slotAddressed, if: right == .honorific)
    case .mark: sum.add(.slotSpoken, if: right == .verb || right == .honorific || right == .title)
    case .place: sum.add(.slotOrgTitle, if: right == .title && range.count > 2)
    // 部长过云霄、…: 过 is a word, but what lies between an office and a separator is one name.
    case .word:
      guard range.count == 2, self.left(range.lowerBound - 1) == .title,
        isOfficeToMark(range.lowerBound - 1..<range.upperBound)
      else { break }
      sum.add(.slotOfficeLate, 1.0)
    case .none:
      guard right.isFirm, let title = titleEnd(before: range.lowerBound) else { break }
      sum.add(isOffice(title) ? .slotOfficeLate : .slotLate, 1.0)
    }
    sum.add(.slotBeforeTitle, if: right == .title && left != .none && left != .place)
  }

  /// Whether a stretch stands right behind an office of a body or place; 书记‖向王立新, whose first character is a word and
  /// whose rest is a whole name, does not.
  func followsOffice(_ range: Range<Int>) -> Bool {
    left(range.lowerBound) == .title && isOffice(range.lowerBound)
      && !(range.count > 3 && isShortWord(range.lowerBound))
  }

  /// Whether a stretch lies between an office of a body or place and a mark.
  func isOfficeToMark(_ range: Range<Int>) -> Bool {
    guard followsOffice(range) else { return false }
    switch right(range.upperBound) {
    case .mark, .list, .end: return true
    default: return false
    }
  }

  /// Whether a name from `start` to `end` fills what lies between two firm edges.
  func isSlot(_ range: Range<Int>) -> Bool {
    left(range.lowerBound).rawValue >= Left.mark.rawValue && right(range.upperBound).isFirm
  }

  private func firmEnd(after index: Int, within reach: Int) -> Bool {
    for next in index + 1...index + reach where contains(next) && right(next).isFirm { return true }
    return false
  }

  /// The end of a title up to four characters before an index, when no boundary lies between.
  private func titleEnd(before index: Int) -> Int? {
    var previous = index
    for _ in 1...4 where contains(previous - 1) {
      if right(previous).isFirm && previous < index { return nil }
      previous -= 1
      if left(previous) == .title { return previous }
    }
    return nil
  }

  private func conjunctionEnds(_ index: Int) -> Bool { contains(index) && slots[index - base].endsConjunction }
}
