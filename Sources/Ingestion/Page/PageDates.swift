public import DocumentModel

/// Dates as pages print them: 2020-12-19 08:31, 2020/12/19, 2020年12月19日(星期六), 二〇二〇年十二月十九日; and those in addresses.
public enum PageDates {
  /// The date a text starts with, if what it starts with is one; nil otherwise.
  public static func leadingDate(in text: String) -> PartialDate? {
    let bytes = Array(text.utf8)
    let line = FoldedText(bytes, from: 0, to: bytes.count, limit: 40, folding: PageFolding())
    return date(in: line, at: skipBlanks(line, 0))?.date
  }

  /// Years a date on a page may have; other numbers are something else.
  static let years = 1900...2099

  /// A date with its day at `index`, and the index after it.
  static func date(in line: FoldedText, at index: Int) -> (date: PartialDate, end: Int)? {
    guard !line[index - 1].isDigit else { return nil }
    guard let year = number(line, at: index), year.digits == 4 || year.digits == 0, years.contains(year.value) else {
      return nil
    }
    var at = skipBlanks(line, year.end)
    let separator = line[at]
    let chinese = separator == code("年")
    guard chinese || [code("-"), code("/"), code(".")].contains(separator) else { return nil }
    guard chinese || year.digits == 4 else { return nil }
    at = skipBlanks(line, at + 1)
    guard let month = number(line, at: at), month.digits <= 2 else { return nil }
    at = chinese ? skipBlanks(line, month.end) : month.end
    guard line[at] == (chinese ? code("月") : separator) else { return nil }
    at = chinese ? skipBlanks(line, at + 1) : at + 1
    guard let day = number(line, at: at), day.digits <= 2 else { return nil }
    at = day.end
    if chinese {
      let end = skipBlanks(line, at)
      guard line[end] == code("日") || line[end] == code("号") else { return nil }
      at = end + 1
    } else if line[at] == code("日") {
      at += 1
    }
    let date = PartialDate(year: year.value, month: month.value, day: day.value)
    return date.isValid ? (date, at) : nil
  }

  /// End of the time of day and the day of the week that may follow a date; `index` where none does.
  static func timeEnd(in line: FoldedText, from index: Int) -> Int {
    var end = index
    var at = skipBlanks(line, index)
    if line[at] == code("T") || line[at] == code(",") { at = skipBlanks(line, at + 1) }
    while let next = weekday(line, at) ?? clock(line, at) {
      end = next
      at = skipBlanks(line, next)
    }
    return end
  }

  /// 08:31, 08:31:05.0, 8时31分, 上午8时.
  static func clock(_ line: FoldedText, _ index: Int) -> Int? {
    var at = index
    if let half = line[at + 1] == code("午") && [code("上"), code("下")].contains(line[at]) ? at + 2 : nil {
      at = skipBlanks(line, half)
    }
    guard let hour = number(line, at: at), hour.digits >= 1, hour.digits <= 2 else { return at > index ? at : nil }
    at = hour.end
    guard [code(":"), code("时"), code("点")].contains(line[at]) else { return nil }
    at += 1
    while line[at].isDigit || [code(":"), code("."), code("分"), code("秒"), code("Z")].contains(line[at]) { at += 1 }
    // An offset from Greenwich.
    if line[at] == code("+"), line[at + 1].isDigit {
      at += 1
      while line[at].isDigit || line[at] == code(":") { at += 1 }
    }
    return at
  }

  /// 星期六, (星期六), 周六.
  private static func weekday(_ line: FoldedText, _ index: Int) -> Int? {
    var at = index
    let bracket = line[at] == code("(")
    if bracket { at += 1 }
    if line[at] == code("星"), line[at + 1] == code("期") {
      at += 2
    } else if line[at] == code("周") {
      at += 1
    } else {
      return nil
    }
    guard "一二三四五六日天".unicodeScalars.contains(where: { $0.value == line[at] }) else { return nil }
    at += 1
    if bracket {
      guard line[at] == code(")") else { return nil }
      at += 1
    }
    return at
  }

  static func skipBlanks(_ line: FoldedText, _ index: Int) -> Int {
    var at = index
    while line[at].isBlank { at += 1 }
    return at
  }

  /// A number in digits (`digits` is how many) or in Chinese figures (`digits` is 0), year style or up to 99.
  private static func number(_ line: FoldedText, at index: Int) -> (value: Int, digits: Int, end: Int)? {
    var at = index
    var value = 0
    while line[at].isDigit, at - index < 5 {
      value = value * 10 + Int(line[at]) - 0x30
      at += 1
    }
    if at > index { return (value, at - index, at) }
    var figures: [Int] = []
    while let figure = figure(line[at]), figures.count < 5 {
      figures.append(figure)
      at += 1
    }
    guard !figures.isEmpty else { return nil }
    if let ten = figures.firstIndex(where: { $0 >= 10 }) {
      guard ten <= 1, figures.count <= ten + 2, figures.dropFirst(ten + 1).allSatisfy({ $0 < 10 }) else { return nil }
      let tens = ten == 0 ? figures[0] : figures[0] * 10
      guard ten == 0 || figures[1] == 10 else { return nil }
      return (tens + (figures.count > ten + 1 ? figures[ten + 1] : 0), 0, at)
    }
    return (figures.reduce(0) { $0 * 10 + $1 }, 0, at)
  }

  private static func figure(_ scalar: UInt32) -> Int? {
    switch scalar {
    case code("〇"): 0
    case code("一"), code("元"), code("正"): 1
    case code("二"): 2
    case code("三"): 3
    case code("四"): 4
    case code("五"): 5
    case code("六"): 6
    case code("七"): 7
    case code("八"): 8
    case code("九"): 9
    case code("十"): 10
    case code("廿"): 20
    case code("卅"): 30
    default: nil
    }
  }
}

extension PageDates {
  /// The date in an address: /2020-12/19/, /2020/12/19/, /20201219/, t20201219_123.htm. The first one with a day.
  public static func date(inURL url: String) -> PartialDate? {
    let bytes = Array(url.utf8)
    func isDigit(_ index: Int) -> Bool { index >= 0 && index < bytes.count && (0x30...0x39).contains(bytes[index]) }
    func value(_ start: Int, _ count: Int) -> Int? {
      guard (start..<start + count).allSatisfy(isDigit) else { return nil }
      return bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    func separator(_ index: Int) -> Int {
      guard index < bytes.count else { return 0 }
      return [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_")].contains(bytes[index]) ? 1 : 0
    }
    for start in bytes.indices where isDigit(start) && !isDigit(start - 1) {
      guard let year = value(start, 4), years.contains(year) else { continue }
      let monthStart = start + 4 + separator(start + 4)
      guard let month = value(monthStart, 2) else { continue }
      let dayStart = monthStart + 2 + separator(monthStart + 2)
      guard let day = value(dayStart, 2), !isDigit(dayStart + 2) else { continue }
      let date = PartialDate(year: year, month: month, day: day)
      if date.isValid { return date }
    }
    return nil
  }
}
