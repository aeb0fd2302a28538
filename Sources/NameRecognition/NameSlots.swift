/// Why the structure around a stretch makes it a name whatever its characters: the names of people are words and places too.
enum NameSlot: UInt8, Sendable {
  /// 和平,男,汉族: whose sex, people or birth is told.
  case introduced
  /// 任命:和平为…局长, 接受和平辞去…: who is appointed or relieved.
  case appointed
  /// 市委书记钱塘与…: between an office and a boundary.
  case office
  /// An item of a list; the names beside it must speak for it.
  case listed
  /// Between 负责人 or another title in 人, and a mark.
  case titled
  /// 记者 舒畅, 联系人:尤其: alone behind a reporter's title or what somebody is asked for.
  case byline
  /// A name that the structure told elsewhere in the document.
  case repeated
}

extension CandidateScorer {
  /// Adds each stretch that begins at a Han character and is a name by the structure around it.
  func addSlots(at index: Int, to found: inout [(slot: NameSlot, range: Range<Int>)]) {
    switch edges.left(index) {
    case .title:
      addOffice(index, to: &found)
    case .list:
      addListed(index, startsList: false, to: &found)
    case .conjunction:
      if text.isListMark(index - 1) { addListed(index, startsList: false, to: &found) }
    case .start, .mark:
      if opensClause(index) {
        addIntroduced(index, to: &found)
        addAppointed(index, isOrdered: false, to: &found)
        addAsked(index, to: &found)
      }
      if followsTitleInBrackets(index) { addOffice(index, to: &found) }
      addListed(index, startsList: true, to: &found)
    case .word:
      if followsAppointing(index) { addAppointed(index, isOrdered: true, to: &found) }
    case .none, .place: break
    }
  }

  /// What a stretch in a slot weighs: the slot, and what speaks against it all the same.
  func addSlot(_ slot: NameSlot, _ range: Range<Int>, to sum: inout FeatureSum) {
    let right = edges.right(range.upperBound)
    switch slot {
    case .introduced: sum.add(.nameIntroduced, 1.0)
    case .appointed: sum.add(.nameAppointed, 1.0)
    case .office: sum.add(right.isFirm ? .nameInOffice : .nameInOfficeShort, 1.0)
    case .listed: sum.add(.nameListed, 1.0)
    case .titled: sum.add(.nameTitled, 1.0)
    case .byline: sum.add(.nameInByline, 1.0)
    case .repeated: sum.add(range.count > 2 ? .nameRepeated : .nameRepeatedShort, 1.0)
    }
    if slot == .introduced || slot == .appointed { sum.add(.nameWithoutSurname, if: !hasSurname(range)) }
    let inside = text.ordinary.inside(range)
    if text.ordinary.isWord(range) {
      sum.add(.nameWord, max(0, inside - Self.commonWord))
      // 总统热情迎接: hardly anybody is called 热.
      sum.add(.nameRareWord, if: text.tables.characters[scalars[range.lowerBound]].isRareSurname)
    }
    if slot == .office || slot == .titled { sum.add(.nameAcross, text.ordinary.across(range, inside: inside)) }
    sum.add(.namePlace, surroundings.firmness(in: range))
  }

  /// Log probability from which a word is common: 500 in ten million.
  private static let commonWord = logRate(500, of: 1e7)

  // MARK: Offices, bylines, lists

  private func addOffice(_ index: Int, to found: inout [(slot: NameSlot, range: Range<Int>)]) {
    let isReporter = index > text.range.lowerBound && !text.isWordLike(index - 1) && edges.left(index) == .title
    let isOffice = edges.isOffice(index) || edges.left(index) != .title
    guard !edges.right(index).isFirm else { return }
    for length in 2...4 {
      guard text.isHan(index + length - 1) else { return }
      let range = index..<index + length
      let right = edges.right(range.upperBound)
      guard right != .none, right != .place, right != .title, isPlainName(range) else { continue }
      if isReporter, isMark(range.upperBound) { found.append((.byline, range)) }
      guard hasShortWordsApart(range) else { continue }
      let isWord = text.ordinary.isWord(range)
      if isOffice {
        // 总经理边春‖和: what is no word is left to its characters where a name may go on.
        guard right.isFirm || isWord || surroundings.firmness(in: range) > 0 else { continue }
      } else {
        guard isMark(range.upperBound), scalars[index - 1] == 0x4EBA else { continue }
      }
      if isWord, text.contextScalar(range.upperBound) == 0x7684 || hasHolder(index) { continue }
      found.append((isOffice ? .office : .titled, range))
    }
  }

  /// Whether who holds the title that ends before an index may stand in front of it, between it and a boundary: 、康镇长‖方便的
  /// 时候.
  private func hasHolder(_ index: Int) -> Bool {
    guard let start = surroundings.startOfMention(endingAt: index) else { return false }
    return (1...3).contains { length in
      (start - length..<start).allSatisfy(text.isHan)
        && text.tables.characters[scalars[start - length]].surname > CharacterTable.never
        && edges.left(start - length).rawValue >= Edges.Left.word.rawValue
    }
  }

  /// Whether a mark, the end of the sentence or 等 follows: no word goes on across it.
  private func isMark(_ index: Int) -> Bool {
    switch edges.right(index) {
    case .mark, .list, .end: true
    case .word: text.contextScalar(index) == 0x7B49
    default: false
    }
  }

  /// 联系人:甲、乙;: the first of those who are named behind a colon and 人, 员 or 者.
  private func addAsked(_ index: Int, to found: inout [(slot: NameSlot, range: Range<Int>)]) {
    guard text.contextScalar(index - 1) == SentenceText.colon else { return }
    switch text.contextScalar(index - 2) {
    case 0x4EBA, 0x5458, 0x8005: break  // 人 员 者
    default: return
    }
    let end = endOfName(from: index)
    if end > index, isMark(end), isPlainName(index..<end) { found.append((.byline, index..<end)) }
  }

  /// Whether words of one character inside a stretch are part of a name surely: 书记向荣, but not 书记向‖县委.
  private func hasShortWordsApart(_ range: Range<Int>) -> Bool {
    guard range.contains(where: edges.isShortWord) else { return true }
    // 校长和平致辞: the first of two that are one word is no conjunction before a verb.
    let isWhole = edges.right(range.upperBound) == .verb && range.count == 2 && text.ordinary.isWord(range)
    return (isMark(range.upperBound) || isWhole) && !edges.isShortWord(range.upperBound - 1)
      && edges.right(range.lowerBound + 1) == .none
      && (range.count == 2 || !text.ordinary.isWord(range.lowerBound + 1..<range.upperBound))
  }

  /// 县长(援藏)铁鹰: whether the bracket before an index closes a note on a title.
  private func followsTitleInBrackets(_ index: Int) -> Bool {
    guard text.contextScalar(index - 1) == 0x29 else { return false }
    for back in 2...8 where text.contextScalar(index - back) == 0x28 {
      return surroundings.at(index - back).contains(.titleEnds)
    }
    return false
  }

  private func addListed(_ index: Int, startsList: Bool, to found: inout [(slot: NameSlot, range: Range<Int>)]) {
    guard !edges.right(index).isFirm, !edges.isShortWord(index) else { return }
    for length in 2...4 {
      guard text.isHan(index + length - 1) else { return }
      let right = edges.right(index + length)
      guard right.isFirm, right != .title, !startsList || right == .list else { continue }
      if isPlainName(index..<index + length) { found.append((.listed, index..<index + length)) }
      return
    }
  }

  // MARK: Curricula and appointments

  /// Whether a clause of a list of appointments or a curriculum begins: a line, also behind its number, or after : or ;.
  private func opensClause(_ index: Int) -> Bool {
    let before = text.contextScalar(index - 1)
    if before == SentenceText.start || before == SentenceText.colon || before == 0x3B { return true }
    guard index - text.range.lowerBound < 5, before != 0x2C else { return false }
    return !(text.range.lowerBound..<index).contains(where: text.isHan)
  }

  private func addIntroduced(_ index: Int, to found: inout [(slot: NameSlot, range: Range<Int>)]) {
    let end = endOfName(from: index)
    guard end > index, text.isIntroduced(index..<end) || tellsPeopleOrBirth(end) else { return }
    // 张三男,汉族: the sex is no part of the name.
    if scalars[end - 1] == 0x7537 || scalars[end - 1] == 0x5973 { return }
    if mayBeNamed(index..<end) { found.append((.introduced, index..<end)) }
  }

  /// Whether a comma and the name of a people, or a date and 生, follow: ,汉族, ,1970年3月生.
  private func tellsPeopleOrBirth(_ index: Int) -> Bool {
    switch text.contextScalar(index) {
    case 0x2C, 0x28, 0x20: break
    default: return false
    }
    let isDate = text.contextScalar(index + 1) == 0x30
    for next in index + 2..<index + 12 {
      let scalar = text.contextScalar(next)
      if isDate {
        if scalar == 0x751F { return true }  // 生
      } else if scalar == 0x65CF {  // 族
        return !text.isHan(next + 1)
      }
      guard text.isHan(next) || (isDate && scalar == 0x30) else { return false }
    }
    return false
  }

  /// The end of up to eight Han characters, with a blank after the first or not; `index` where something else follows.
  private func endOfName(from index: Int) -> Int {
    var end = index + 1
    while end - index < 3, text.contextScalar(end) == SentenceText.blank { end += 1 }
    while text.isHan(end) {
      end += 1
      if end - index > 6 { return index }
    }
    return end - index > 1 ? end : index
  }

  /// 任命, 免去, 接受, 批准, 选举, 补选, 推选: what stands before those who are appointed or relieved.
  private static let appointing: [SIMD2<UInt32>] = [
    [0x4EFB, 0x547D], [0x514D, 0x53BB], [0x63A5, 0x53D7], [0x6279, 0x51C6], [0x9009, 0x4E3E], [0x8865, 0x9009],
    [0x63A8, 0x9009],
  ]

  private func followsAppointing(_ index: Int) -> Bool {
    guard index - 2 >= text.range.lowerBound else { return false }
    return Self.appointing.contains([scalars[index - 2], scalars[index - 1]])
  }

  /// Names with 、 between, up to 为 and an office, 的 and an office, or 辞去.
  private func addAppointed(_ index: Int, isOrdered: Bool, to found: inout [(slot: NameSlot, range: Range<Int>)]) {
    var items: [Range<Int>] = []
    var start = index
    while items.count < 30 {
      guard let (end, next, isLast) = appointed(from: start, isOrdered: isOrdered) else { return }
      items.append(start..<end)
      start = next
      if isLast { break }
    }
    for item in items where item.count <= 5 && mayBeNamed(item) { found.append((.appointed, item)) }
  }

  /// The item of a list of appointments that begins at `start`: its end, where the next one begins, whether it is the last.
  private func appointed(from start: Int, isOrdered: Bool) -> (end: Int, next: Int, isLast: Bool)? {
    for end in start + 2..<start + 13 {
      var next = end
      if text.contextScalar(next) == 0x28 {
        while next - end < 20, text.contextScalar(next) != 0x29 { next += 1 }
        next += 1
      }
      switch text.contextScalar(next) {
      case SentenceText.listMark: return (end, next + 1, false)
      case 0x4E3A:  // 为
        if beginsOffice(next + 1), isOrdered || endsAsOffice(next + 1) { return (end, next, true) }
      case 0x7684:  // 的
        if beginsOffice(next + 1), endsAsDuty(next + 1) { return (end, next, true) }
      case 0x8F9E where isOrdered && text.contextScalar(next + 1) == 0x53BB: return (end, next, true)  // 辞去
      default: break
      }
      guard next == end, text.isHan(end) || text.isJoiner(end) || end - start < 3 && text.contextScalar(end) == 0x20
      else { return nil }
    }
    return nil
  }

  private func beginsOffice(_ index: Int) -> Bool {
    let flags = surroundings.at(min(index, text.range.upperBound))
    return flags.contains(.titleStarts) || flags.contains(.placeStarts)
  }

  /// The end of a clause: a comma, semicolon, full stop, bracket or the end of the sentence.
  private func endOfClause(_ index: Int) -> Int {
    var end = index
    while end < text.range.upperBound {
      switch scalars[end] {
      case 0x2C, 0x3B, 0x3002, 0x28: return end
      default: end += 1
      }
      if end - index > 80 { return index }
    }
    return end
  }

  private func endsAsOffice(_ index: Int) -> Bool { surroundings.at(endOfClause(index)).contains(.titleEnds) }

  /// Whether a clause ends with 职务.
  private func endsAsDuty(_ index: Int) -> Bool {
    let end = endOfClause(index)
    return end - index > 3 && scalars[end - 2] == 0x804C && scalars[end - 1] == 0x52A1
  }

  // MARK: Characters

  private func hasSurname(_ range: Range<Int>) -> Bool {
    let row = text.tables.characters[scalars[range.lowerBound]]
    return row.surname > CharacterTable.never || hasCompoundSurname(range)
  }

  private func hasCompoundSurname(_ range: Range<Int>) -> Bool {
    range.count > 2 && text.tables.characters[scalars[range.lowerBound]].startsLongSurname
      && text.tables.compounds[PackedText(scalars[range.lowerBound], scalars[range.lowerBound + 1])] != nil
  }

  /// Whether a stretch has the length of a Chinese name, a surname in front and nothing inside that no name has.
  private func isPlainName(_ range: Range<Int>) -> Bool {
    guard hasSurname(range), range.count < 4 || hasCompoundSurname(range) else { return false }
    return !edges.isSequel(range.lowerBound) && !isBroken(range)
  }

  /// The same where the structure says so much that the surname may be one that nobody counted.
  private func mayBeNamed(_ range: Range<Int>) -> Bool {
    guard !edges.isSequel(range.lowerBound), !isBroken(range) else { return false }
    if hasSurname(range) {
      let length = edges.wordLength(range.lowerBound)
      return length < 2 || length >= range.count
    }
    return range.count < 5 && !text.ordinary.isWord(range) && edges.right(range.lowerBound) == .none
  }

  /// Whether a word ends inside a stretch, or the lexicons firmly read something else there.
  private func isBroken(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() where text.isHan(index) && edges.right(index).isFirm {
      if index + max(1, edges.wordLength(index)) <= range.upperBound { return true }
    }
    return surroundings.firmness(in: range) >= 1 || edges.right(range.lowerBound) == .honorific
  }
}
