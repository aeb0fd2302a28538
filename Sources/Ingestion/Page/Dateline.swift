/// What stands in front of a paragraph's first sentence and says who reports from where:
/// `本报某市5月3日电(记者 A B)`, `某市日报讯(首席记者 A)`, `央视网消息(新闻联播):`, `(记者 A)`.
struct Dateline {
  /// Index after it, its brackets and its colon included.
  var end: Int
  /// The outlet it names; nil for 本报.
  var outlet: Range<Int>?
}

struct DatelineReader {
  let marks: PageMarks
  let names: PageNames

  /// Characters that a dateline may have before its last word.
  private static let reach = 32

  /// The dateline at the start of a line, several in a row taken together.
  func dateline(of line: FoldedText) -> Dateline? {
    var found: Dateline?
    var at = 0
    for _ in 0..<3 {
      guard let next = single(line, at) ?? program(line, at) ?? authors(line, at) else { break }
      found = Dateline(end: next.end, outlet: found?.outlet ?? next.outlet)
      at = PageDates.skipBlanks(line, next.end)
    }
    return found
  }

  private func single(_ line: FoldedText, _ start: Int) -> Dateline? {
    let bracket = line[start] == code("(")
    let first = bracket ? start + 1 : start
    var at = first
    var program = 0
    while at < line.count, at - first < Self.reach {
      let scalar = line[at]
      if scalar == code("("), at > first, let close = closing(line, at, limit: 12), program == 0 {
        // 央视网(新闻联播)消息
        program = close + 1
        at = close + 1
        continue
      }
      guard
        scalar.isHan || scalar.isDigit || scalar.isBlank || scalar.isLatin || scalar == code("·") || scalar == code("/")
      else {
        return nil
      }
      guard scalar == code("电") || scalar == code("讯") || scalar == code("消") else {
        at += 1
        continue
      }
      for word in marks.datelineWords where line.starts(with: word, at: at) {
        let end = at + word.count
        let body = first..<at
        guard at > first, isDelimited(line, end, body, word, bracket: bracket),
          let outlet = outlet(line, body, comma: line[end] == code(","))
        else { continue }
        let close = after(line, end, bracket: bracket)
        return Dateline(end: close, outlet: outlet.isEmpty ? nil : outlet)
      }
      at += 1
    }
    return nil
  }

  /// Whether what follows the last word shows that it ended there (电(…, 讯12日…, not 电网).
  private func isDelimited(_ line: FoldedText, _ end: Int, _ body: Range<Int>, _ word: [UInt32], bracket: Bool) -> Bool
  {
    let next = line[end]
    if bracket { return next == code(")") || next.isBlank || next == code("(") }
    if end >= line.count || next == code("(") || next.isBlank || next == code(":") || next.isDigit || next == code(",")
    {
      return true
    }
    // 新华社北京5月7日电国务院…
    return word == [code("电")] && line[body.upperBound - 1] == code("日")
  }

  /// Index after the closing bracket, the group of authors and the colon that belong to a dateline.
  private func after(_ line: FoldedText, _ end: Int, bracket: Bool) -> Int {
    var at = end
    if bracket {
      let close = PageDates.skipBlanks(line, at)
      if line[close] == code(")") { at = close + 1 }
    }
    let group = PageDates.skipBlanks(line, at)
    if line[group] == code("("), let close = closing(line, group, limit: 80) {
      at = close + 1
      if bracket, line[at] == code(")") { at += 1 }
    } else if let role = names.role(line, group, min(line.count, group + 40)), role.label == .author,
      let stop = reportEnd(line, role.end)
    {
      at = stop
    }
    while [code(":"), code(",")].contains(line[at]) { at += 1 }
    return at
  }

  /// End of `张三 李四报道` or `张三:` after a role; nil if neither word comes before a sentence's sign.
  private func reportEnd(_ line: FoldedText, _ start: Int) -> Int? {
    var at = start
    while at < line.count, at - start < 30 {
      let reports = line[at] == code("报") && line[at + 1] == code("道")
      if reports || line[at] == code(":") {
        guard names.areBareNames(line, start..<at, glued: true) else { return nil }
        return reports ? at + 2 : at
      }
      guard line[at].isHan || line[at].isBlank || line[at] == code("·") || line[at] == code("、") else { return nil }
      at += 1
    }
    return nil
  }

  /// `某某网(某某节目):`, a broadcaster's form without 消息.
  private func program(_ line: FoldedText, _ start: Int) -> Dateline? {
    var at = start
    while line[at].isHan, at - start <= 12 { at += 1 }
    guard at > start, line[at] == code("("), let close = closing(line, at, limit: 12), line[close + 1] == code(":"),
      names.isOutlet(Array(line.scalars[start..<at]), surely: true)
    else { return nil }
    return Dateline(end: close + 2, outlet: start..<at)
  }

  /// `(记者 A B)` or `本报记者 A 报道:` at a paragraph's start.
  private func authors(_ line: FoldedText, _ start: Int) -> Dateline? {
    if line[start] == code("("), let close = closing(line, start, limit: 80),
      let role = names.role(line, start + 1, close), role.label == .author, names.areNames(line, role.end..<close)
    {
      let end = line[close + 1] == code(":") ? close + 2 : close + 1
      return Dateline(end: end, outlet: reported(line, role.outlet))
    }
    if let role = names.role(line, start, min(line.count, start + 40)), role.label == .author, !role.outlet.isEmpty,
      let stop = reportEnd(line, role.end)
    {
      return Dateline(end: line[stop] == code(":") ? stop + 1 : stop, outlet: reported(line, role.outlet))
    }
    return nil
  }

  private func reported(_ line: FoldedText, _ outlet: Range<Int>) -> Range<Int>? {
    outlet.isEmpty || marks.selves.contains(Array(line.scalars[outlet])) ? nil : outlet
  }

  private func closing(_ line: FoldedText, _ open: Int, limit: Int) -> Int? {
    var at = open + 1
    while at < line.count, at - open <= limit {
      if line[at] == code(")") { return at }
      if line[at] == code("。") || line[at] == code("(") { return nil }
      at += 1
    }
    return nil
  }

  /// The outlet in what stands before the last word, empty for 本报; nil if no outlet is there, so that it is no dateline.
  private func outlet(_ line: FoldedText, _ body: Range<Int>, comma: Bool) -> Range<Int>? {
    var upper = body.upperBound
    if let bracket = body.first(where: { line[$0] == code("(") }) { upper = bracket }
    while upper > body.lowerBound, line[upper - 1].isBlank { upper -= 1 }
    let word = Array(line.scalars[body.lowerBound..<upper])
    guard !word.isEmpty, word[0] != code("据") else { return nil }
    if let own = (2...4).first(where: { $0 <= word.count && marks.selves.contains(Array(word.prefix($0))) }) {
      // 本报讯, 本报某市5月3日电; not 本社区…消息.
      return own == word.count || hasDay(word) || word.count <= own + 6 ? body.lowerBound..<body.lowerBound : nil
    }
    // 本台消息,某某… but not 某某单位今天发布消息,某某….
    if comma { return nil }
    let dated = word.firstIndex { $0.isDigit || $0 == code("月") }
    // A day stands right in front of the last word: 新华社北京5月7日电, not 新华社28日播发长篇通讯.
    if dated != nil, word.last != code("日") { return nil }
    if let agency = marks.agencyNames.first(where: { word.starts(with: $0) }),
      dated != nil || word.count <= agency.count + 6
    {
      return body.lowerBound..<body.lowerBound + agency.count
    }
    guard dated != nil else {
      return word.count <= 12 && names.isOutlet(word, surely: true) ? body.lowerBound..<upper : nil
    }
    let head = Array(word.prefix(dated ?? word.count))
    // With a place behind it the outlet ends at the surest ending there is.
    for ending in marks.outlets {
      for at in head.indices.dropFirst()
      where at + ending.count <= head.count && head[at..<at + ending.count].elementsEqual(ending) {
        return body.lowerBound..<body.lowerBound + at + ending.count
      }
    }
    return nil
  }

  private func hasDay(_ word: [UInt32]) -> Bool { word.contains(code("月")) || word.contains(code("日")) }
}
