/// Whether stretches of a line look like names of reporters or of outlets. It looks at form only; no list of names is needed
/// where a label or a role stands in front.
struct PageNames {
  let marks: PageMarks

  /// Whether a word ends as outlets' names do and has something in front of the ending. `surely` leaves out endings
  /// that are ordinary words too.
  func isOutlet(_ word: [UInt32], surely: Bool = false) -> Bool {
    marks.agencyNames.contains(word)
      || marks.outlets.contains { ending in
        word.count > ending.count && word.suffix(ending.count).elementsEqual(ending)
          && !(surely && marks.softOutlets.contains(ending))
      }
  }

  /// A role that starts a word, with an outlet or 本报 in front or not, and the index after it:
  /// `记者 …`, `本报记者 …`, `某省日报首席记者…`.
  func role(_ line: FoldedText, _ at: Int, _ upper: Int) -> (label: PageMarks.Label, end: Int, outlet: Range<Int>)? {
    var index = at
    // Signs that newspapers put in front of the author.
    while isBullet(line[index]) || index > at && line[index].isBlank { index += 1 }
    let first = index
    while index < upper, index - first <= 16, line[index].isHan || line[index] == code("/") {
      guard marks.roleStarts.mayStart(with: line[index]) else {
        index += 1
        continue
      }
      for (word, label) in marks.roles where line.starts(with: word, at: index) {
        let before = Array(line.scalars[first..<index])
        let end = index + word.count
        guard end <= upper else { continue }
        let outlet = outletPart(before)
        guard before.isEmpty || outlet != nil || isModifier(before) else { break }
        let glued = end < upper && !line[end].isBlank && line[end] != code(":")
        if before.isEmpty, glued, !hasSecondName(line, end..<upper) { return nil }
        if before.isEmpty, end >= upper { return nil }
        return (label, end, first..<first + (outlet ?? 0))
      }
      index += 1
    }
    return nil
  }

  private func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("□"), code("■"), code("〇"), code("●"), code("◎"), code("▲"), code("◆"), code("-"): true
    default: false
    }
  }

  /// How much of what stands in front of a role is an outlet's name: 某省日报 in 某省日报首席. Nil if nothing is.
  private func outletPart(_ word: [UInt32]) -> Int? {
    for length in stride(from: word.count, to: 1, by: -1) {
      let part = Array(word.prefix(length))
      let rest = Array(word.dropFirst(length))
      if marks.selves.contains(part) || isOutlet(part), rest.isEmpty || isModifier(rest) { return length }
    }
    return nil
  }

  private static let modifiers = [
    "首席", "特约", "见习", "实习", "全媒体", "融媒体", "融媒", "驻站", "本市", "摄影", "文字", "特派", "通讯", "视频", "新媒体",
  ].map {
    $0.unicodeScalars.map(\.value)
  }

  private func isModifier(_ word: [UInt32]) -> Bool { Self.modifiers.contains { $0 == word } }

  /// Words that may stand after or between names in an author's line.
  private static let closings = [
    "摄", "文", "图", "摄影", "供图", "报道", "文/图", "图/文", "摄影报道", "整理", "综合", "采写", "供稿", "综合报道", "通讯员", "记者", "实习生",
  ].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Whether a stretch is names only, one to about ten: two to six Chinese characters each, or with middle dots, or Latin
  /// letters; nothing at all counts too (an empty `作者:`). Organisations that sign (某镇党政办) pass as well.
  func areNames(_ line: FoldedText, _ range: Range<Int>) -> Bool {
    guard range.count <= 80 else { return false }
    var length = 0
    var dotted = false
    var ok = true
    func close() {
      if length > (dotted ? 24 : 12) { ok = false }
      length = 0
      dotted = false
    }
    for index in range {
      let scalar = line[index]
      if scalar.isHan || scalar.isLatin || scalar == code("/") {
        length += 1
      } else if scalar == code("·") || scalar == code(".") {
        dotted = true
        length += 1
      } else if scalar.isBlank
        || [code("、"), code(","), code("("), code(")"), code("|"), code("&"), code(":")].contains(scalar)
      {
        close()
      } else {
        return false
      }
    }
    close()
    return ok
  }

  /// Whether what follows a role in running form is names and nothing else: `王某 李某`, `王某、李某 摄`. `glued` is true where
  /// no blank parts role and name, so that longer words would be sentences.
  func areBareNames(_ line: FoldedText, _ range: Range<Int>, glued: Bool) -> Bool {
    let words = line.scalars[range].split { scalar in
      scalar.isBlank || [code("、"), code(","), code("("), code(")"), code("|"), code("/")].contains(scalar)
    }
    return words.enumerated().allSatisfy { index, word in
      isName(word) || !(glued && index == 0) && word.count <= 6 && word.allSatisfy(\.isHan) || isClosing(word)
        || word.last == code("摄") && word.count <= 5 && word.allSatisfy(\.isHan)
        || marks.roles.contains { role in
          word.count >= role.word.count && word.count <= role.word.count + 8
            && FoldedWord.contains(Array(word), role.word)
        }
    }
  }

  /// Whether what follows a role without a blank goes on with a further name: 记者张三 李四, 记者张三、李四.
  private func hasSecondName(_ line: FoldedText, _ range: Range<Int>) -> Bool {
    let words = line.scalars[range].split { $0.isBlank || $0 == code("、") }
    guard words.count >= 2 else { return false }
    return words.allSatisfy { word in
      (2...3).contains(word.count) && word.allSatisfy(\.isHan) || word.contains(code("·"))
        || Self.closings.contains { $0.elementsEqual(word) }
        || marks.roles.contains { word.starts(with: $0.word) }
    }
  }

  /// Whether a word by itself is a name: two to four Chinese characters, or more with middle dots.
  func isName(_ word: ArraySlice<UInt32>) -> Bool {
    if word.contains(code("·")) { return word.count <= 24 && word.allSatisfy { $0.isHan || $0 == code("·") } }
    return (2...4).contains(word.count) && word.allSatisfy(\.isHan)
  }

  func isClosing(_ word: ArraySlice<UInt32>) -> Bool { Self.closings.contains { $0.elementsEqual(word) } }
}
