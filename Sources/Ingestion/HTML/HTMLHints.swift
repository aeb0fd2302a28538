/// What an element's name, class and id say about what is in it, as data. Drawn from the conventions of HTML and of the content
/// systems Chinese sites are made with, not from any one page.
enum HTMLHints {
  /// Why a part of a page is no article.
  enum Reason: String, Hashable, Sendable, CaseIterable {
    case navigation, footer, sharing, comments, advertising, hidden
    case sidebar = "side columns"
    case related = "related articles"
    case links = "lists of links"
    case outside = "outside the article"
  }

  /// Elements whose content is no text.
  static let opaque: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "select", "button", "textarea", "map", "applet", "noframes", "datalist", "head",
  ]

  /// Elements that begin a new line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot",
    "th", "thead", "tr", "ul",
  ]

  private static let words: [String: Reason] = {
    let lists: [(Reason, String)] = [
      (
        .navigation,
        """
        nav navi navbar navigation menu submenu topnav subnav mainnav topbar toolbar crumb crumbs breadcrumb breadcrumbs \
        daohang weizhi pager pagination pages pagebar login search searchbox sitemap
        """
      ),
      (.footer, "footer foot foots footbar copyright banquan friendlink friendlinks flink yqlj"),
      (.sharing, "share shares sharing bdshare bshare jiathis social qrcode ewm erweima print fontsize"),
      (.comments, "comment comments pinglun disqus cmt"),
      (.advertising, "ad ads adv advert advertisement guanggao gg banner"),
      (.sidebar, "sidebar side sidebox aside rightbar leftbar leftmenu"),
      (
        .related,
        "related relate relation recommend recommended tuijian xgxw xgyd xiangguan hotnews rank ranking paihang prevnext prev next"
      ),
    ]
    var words: [String: Reason] = [:]
    for (reason, list) in lists { for word in list.split(separator: " ") { words[String(word)] = reason } }
    return words
  }()

  /// Words of class and id that name the article's own container: HTML's, and those of the content systems TRS, UCAP, VSB.
  private static let articleWords: Set<String> = [
    "trs", "ucap", "vsb", "articlebody", "articlecontent", "newscontent", "zoom", "detailcontent", "maintext", "txtcon",
  ]
  private static let bodyWords: Set<String> = ["content", "article", "detail", "text", "txt", "con", "body", "main"]

  /// Why all of an element is furniture; nil where nothing says so.
  static func reason(name: String, classes: String, isInArticle: Bool) -> Reason? {
    switch name {
    case "nav", "menu": return .navigation
    case "aside": return .sidebar
    case "footer": return .footer
    case "header" where !isInArticle: return nil
    case "body", "html", "article", "main", "h1", "p": return nil
    default: break
    }
    guard !classes.isEmpty else { return nil }
    let names = tokens(classes)
    // A word of the article beside one of furniture: <div class="content nav-fixed">.
    guard names.allSatisfy({ !bodyWords.contains($0) && !articleWords.contains($0) }) else { return nil }
    for name in names { if let reason = words[name] { return reason } }
    return nil
  }

  /// Whether the page says that an element holds the article.
  static func isArticle(name: String, classes: String, itemprop: String) -> Bool {
    name == "article" || itemprop == "articleBody" || tokens(classes).contains { articleWords.contains($0) }
  }

  /// Whether a style hides an element.
  static func isHidden(style: String) -> Bool {
    let tight = style.utf8.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: tight.prefix(512), as: UTF8.self).contains("display:none")
  }

  /// `TRS_Editor mainNav-2` → trs, editor, main, nav, 2, and the whole names trs_editor and mainnav without their signs.
  private static func tokens(_ classes: String) -> [String] {
    var tokens: [String] = []
    for name in classes.utf8.prefix(256).split(whereSeparator: { $0 <= 0x20 }) {
      var word: [UInt8] = []
      var whole: [UInt8] = []
      var before: UInt8 = 0
      func end() {
        if !word.isEmpty { tokens.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      for byte in name {
        let upper = (0x41...0x5A).contains(byte)
        let isLetter = upper || (0x61...0x7A).contains(byte) || byte >= 0x80
        if !isLetter {
          end()
        } else {
          if upper, (0x61...0x7A).contains(before) { end() }
          word.append(upper ? byte | 0x20 : byte)
          whole.append(upper ? byte | 0x20 : byte)
        }
        before = byte
      }
      let last = word
      end()
      if whole != last { tokens.append(String(decoding: whole, as: UTF8.self)) }
    }
    return tokens
  }
}
