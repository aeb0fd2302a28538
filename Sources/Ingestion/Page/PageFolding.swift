/// One character for the many ways pages write the same thing: full-width and half-width, the blanks, and the Traditional
/// forms of the words that mark bylines and furniture. Meant for comparing with ``PageMarks`` only; the matching form of a
/// document is made by `Segmentation`.
struct PageFolding: Sendable {
  /// Folded value of every scalar up to U+FFFF.
  private let table: [UInt16]

  init() {
    var table = [UInt16](0...UInt16.max)
    for wide in 0xFF01...0xFF5E { table[wide] = UInt16(wide - 0xFEE0) }
    for control in 0..<0x20 { table[control] = 0x20 }
    for blank in [0x7F, 0x85, 0xA0, 0x1680, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF] { table[blank] = 0x20 }
    for blank in 0x2000...0x200F { table[blank] = 0x20 }
    for (target, sources) in Self.signs {
      for source in sources.unicodeScalars where source.value <= 0xFFFF {
        table[Int(source.value)] = UInt16(truncatingIfNeeded: target.value)
      }
    }
    let pairs = Array(Self.traditional.unicodeScalars)
    for at in stride(from: 0, to: pairs.count - 1, by: 2) {
      table[Int(pairs[at].value)] = UInt16(truncatingIfNeeded: pairs[at + 1].value)
    }
    self.table = table
  }

  func callAsFunction(_ scalar: UInt32) -> UInt32 {
    // The rare characters beyond the table stand in names: any character of a name will do for them.
    scalar <= 0xFFFF ? UInt32(table[Int(scalar)]) : scalar >= 0x20000 ? 0x3400 : scalar
  }

  func fold(_ text: some StringProtocol) -> [UInt32] { text.unicodeScalars.map { self($0.value) } }

  private static let signs: [(Unicode.Scalar, String)] = [
    (":", "﹕︰∶"), (">", "›»→≫"), ("|", "│┃∣丨"), ("-", "–—―－─━‐‑"), ("(", "〔［【["), (")", "〕］】]"), ("。", "｡"),
    ("·", "・•‧"), ("\"", "“”「」『』"), ("〇", "○Ｏ零"),
  ]

  /// Traditional form and Simplified form by turns, of the characters that ``PageMarks`` uses.
  private static let traditional = """
    來来發发佈布時时間间記记編编輯辑責责審审點点擊击閱阅讀读瀏浏覽览關关閉闭頁页當当聞闻網网訊讯電电報报稱称攝摄圖图聯联繫系權权備备\
    號号導导轉转載载鏈链連连掃扫條条體体開开個个說说員员訪访問问數数類类專专題题總总監监製制簽签檢检視视頻频創创錄录執执實实習习\
    寫写發发場场門门戶户選选擇择進进紙纸貓猫貼贴評评論论贊赞舉举糾纠錯错週周禮礼認认爾尔籤签劃划務务衆众臺台聲声無无從从標标鍵键詞词
    """
}
