import DocumentModel

/// The day on which a report was written, as its dateline says: 本报杭州8月26日电, 湖南日报2月24日讯.
enum Dateline {
  /// Nil where there is none within the first characters, or where it lies behind the publication date or weeks before it.
  static func date(of document: Document) -> PartialDate? {
    guard let published = document.article.published, published.day != nil, let month = published.month else {
      return nil
    }
    let scalars = document.matching.scalars
    for index in 1..<max(1, min(scalars.count - 1, reach)) where scalars[index] == day {
      guard isReport(scalars[index + 1]), let (start, day) = number(endingAt: index, in: scalars),
        start > 0, scalars[start - 1] == Self.month, let (_, named) = number(endingAt: start - 1, in: scalars)
      else { continue }
      let date = PartialDate(year: named > month ? published.year - 1 : published.year, month: named, day: day)
      guard date.isValid, !(published < date), published < date.adding(days: longest) else { continue }
      return date
    }
    return nil
  }

  /// Characters from the start of the page among which a dateline is looked for.
  private static let reach = 1200
  /// Days by which publication may follow.
  private static let longest = 15
  private static let day: UInt32 = 0x65E5
  private static let month: UInt32 = 0x6708

  /// 电, 讯, 消 of 消息.
  private static func isReport(_ scalar: UInt32) -> Bool { scalar == 0x7535 || scalar == 0x8BAF || scalar == 0x6D88 }

  private static func number(endingAt end: Int, in scalars: [UInt32]) -> (start: Int, value: Int)? {
    var start = end
    while start > 0, end - start < 2, (0x30...0x39).contains(scalars[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    return (start, scalars[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}
