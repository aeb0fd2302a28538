import DocumentModel

/// Dates as they are written: 12日, 10月7日至10日, 2020年12月, 五月十二日, 去年12月24日, 昨日. Not a matter of lexicons but of figures.
struct DateTagging {
  let chart: Chart
  let signs: SignTable
  let words: DateWords

  private static let deictic = Labels(["deictic"])

  func addCandidates(to found: inout [Candidate]) {
    guard chart.signs.contains(.date) else { return }
    var index = chart.range.lowerBound
    while index < chart.range.upperBound {
      guard signs[chart.scalars[index]].contains(.date), let (end, reading) = span(at: index) else {
        index += 1
        continue
      }
      let isHidden = reading.dayOffset != nil
      found.append(
        Candidate(
          range: index..<end, type: .date, labels: isHidden ? Self.deictic : .none, reading: .date(reading),
          by: .rule(isHidden ? "dates.deictic" : "dates.calendar")))
      index = end
    }
  }

  /// A date or a span of dates that starts at an index.
  private func span(at start: Int) -> (Int, DateReading)? {
    if let deictic = deictic(at: start) { return deictic }
    guard !isDigitBefore(start), var (end, date) = single(at: start) else { return nil }
    if let after = dash(at: end), let (last, until) = single(at: after), until.day != nil || until.month != nil {
      date.endYear = until.year
      date.endMonth = until.month
      date.endDay = until.day
      end = last
    } else if let after = dash(at: end), date.day == nil, date.month == nil, let (last, until) = single(at: after) {
      date.endYear = until.year
      end = last
    }
    return (end, date)
  }

  private func deictic(at index: Int) -> (Int, DateReading)? {
    for day in words.days where chart.matches(day.word, at: index) {
      return (index + day.word.count, DateReading(dayOffset: day.offset))
    }
    return nil
  }

  /// `[year]年[month]月[day]日` with any part missing but the last.
  private func single(at start: Int) -> (Int, DateReading)? {
    var date = DateReading()
    var index = start
    for year in words.years where chart.matches(year.word, at: index) {
      date.yearOffset = year.offset
      index += year.word.count
    }
    var end: Int?
    if date.yearOffset == nil, let (after, year) = year(at: index), chart.has("年", at: after) {
      date.year = year
      index = after + 1
      end = index
    }
    if let (after, month) = number(at: index), (1...12).contains(month), chart.has("月", at: after) {
      date.month = month
      index = after + 1
      end = index
    }
    if let (after, day) = number(at: index), (1...31).contains(day) {
      let isMarked =
        chart.has("日", at: after)
        || chart.has("号", at: after) && (date.month != nil || !isNumbered(from: index, until: after))
      // 10月7至10日: the first day of a span may leave out its 日.
      let isOpen = date.month != nil && !isMarked && dash(at: after).flatMap { number(at: $0) } != nil
      if isMarked || isOpen {
        date.day = day
        end = isMarked ? after + 1 : after
      }
    }
    if date.day == nil, date.month != nil, let at = end {
      for part in words.monthParts where chart.matches(part, at: at) {
        end = at + part.count
        break
      }
    }
    guard let end, date.day != nil || date.month != nil || date.year != nil else { return nil }
    if date.day == nil, date.month == nil, chart.has("度", at: end) { return nil }
    return (end, date)
  }

  /// 8号泊位, 振渔一号: numbered, and no day.
  private func isNumbered(from start: Int, until mark: Int) -> Bool {
    guard (0x30...0x39).contains(chart.scalars[start]) else { return true }
    return chart.scalar(at: mark + 1).map(words.numbered.contains) ?? false
  }
  private func isDigitBefore(_ index: Int) -> Bool {
    guard let before = chart.scalar(at: index - 1) else { return false }
    return (0x30...0x39).contains(before) || before == 0x2E
      || (digit(before) != nil && digit(chart.scalars[index]) != nil)
  }

  private func dash(at index: Int) -> Int? {
    guard let scalar = chart.scalar(at: index) else { return nil }
    switch scalar {
    case 0x81F3, 0x5230: return index + 1  // 至 到
    case 0x2D, 0x7E, 0x2013, 0x2014, 0x2015, 0xFF5E, 0x301C:
      return chart.scalar(at: index + 1) == scalar ? index + 2 : index + 1
    default: return nil
    }
  }

  /// A year of four figures: 2020, 二〇二〇.
  private func year(at start: Int) -> (Int, Int)? {
    var value = 0
    for offset in 0..<4 {
      guard let scalar = chart.scalar(at: start + offset), let figure = digit(scalar) else { return nil }
      value = value * 10 + figure
    }
    return (1900...2099).contains(value) ? (start + 4, value) : nil
  }

  /// A number below 100 in Arabic or Chinese figures: 7, 07, 十二, 二十三, 廿三.
  private func number(at start: Int) -> (Int, Int)? {
    guard let first = chart.scalar(at: start) else { return nil }
    if (0x30...0x39).contains(first) {
      var value = 0
      var index = start
      while let scalar = chart.scalar(at: index), (0x30...0x39).contains(scalar) {
        value = value * 10 + Int(scalar - 0x30)
        index += 1
        if index - start > 2 { return nil }
      }
      return (index, value)
    }
    var index = start
    var tens = 0
    var units: Int?
    if let figure = digit(first), chart.scalar(at: start + 1) == 0x5341 {  // 十
      tens = figure
      index = start + 2
    } else if first == 0x5341 {
      tens = 1
      index = start + 1
    } else if first == 0x5EFF {  // 廿
      tens = 2
      index = start + 1
    } else if let figure = digit(first) {
      return (start + 1, figure)
    } else {
      return nil
    }
    if let scalar = chart.scalar(at: index), let figure = digit(scalar), figure > 0 {
      units = figure
      index += 1
    }
    return (index, tens * 10 + (units ?? 0))
  }

  private func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0x3007, 0x96F6, 0x25CB: 0  // 〇 零 ○
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }
}
