/// The words by which pages mark source, date, author and furniture, as data. All are in folded form (see ``PageFolding``):
/// Simplified, half-width. Drawn from the conventions of Chinese news sites, not from any one page.
struct PageMarks: Sendable {
  /// What a label in front of a colon says about its value.
  enum Label: Sendable {
    case source, date, author
    /// People who made the page, not the text: editors, proof-readers, publishers.
    case staff
    /// Counters, font size, print and share buttons.
    case counter
    /// Anything else that is not the article's: neighbours, links, legal foot. Its value may be any text.
    case link

    var isByline: Bool {
      switch self {
      case .source, .date, .author: true
      case .staff, .counter, .link: false
      }
    }
  }

  private static let labelWords: [(Label, String)] = [
    (
      .source,
      """
      来源 文章来源 信息来源 稿件来源 新闻来源 消息来源 内容来源 本文来源 资料来源 稿源 出处 转自 转载自 摘自 发布机构 发布单位 来源于 供稿单位
      """
    ),
    (
      .date,
      """
      发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 发稿时间 发稿日期 刊发日期 刊发时间 上传时间 添加时间 录入时间 创建时间 成文日期 \
      发文日期 公开日期 生成日期 时间 日期 发布于 发表于 香港时间 北京时间
      """
    ),
    (
      .author,
      """
      作者 记者 通讯员 本报记者 特约记者 首席记者 见习记者 实习记者 实习生 撰稿 撰稿人 撰文 供稿 供稿人 采写 文字 图文 文图 文 图 图片 文/图 \
      图/文 摄影 摄像 摄 投稿 投稿人 来稿 报道员
      """
    ),
    (
      .staff,
      """
      编辑 责任编辑 责编 网编 美编 校对 责任校对 审核 审校 审稿 审读 审定 审签 核稿 初审 复审 终审 一审 二审 三审 一校 二校 三校 发布人 发布者 \
      发布 值班 值班编辑 值班编委 值班主任 值班总编 监制 总监制 统筹 总统筹 策划 总策划 主编 副主编 总编 总编辑 编审 编委 录入 录入人 录入者 \
      上传 上传者 信息员 签发 签发人 排版 版式 设计 制作 剪辑 配音 播音 出品 出品人 主播 责任人 编发 编制 编排 编校
      """
    ),
    (
      .counter,
      """
      点击 点击数 点击率 点击量 点击次数 浏览 浏览数 浏览量 浏览次数 阅读 阅读数 阅读量 阅读次数 访问 访问量 访问次数 人气 点赞 评论 字体 字号 \
      字体大小 文字大小 打印 分享 分享到 分享至 分享给 收藏 关注 保护视力色 视力保护色 背景色 次数 热度
      """
    ),
    (
      .link,
      """
      上一篇 下一篇 上一条 下一条 上一页 下一页 上一则 下一则 前一篇 后一篇 上篇 下篇 上一篇文章 下一篇文章 上一条新闻 下一条新闻 上一篇新闻 \
      下一篇新闻 关键词 关键字 标签 相关链接 相关新闻 相关文章 相关阅读 延伸阅读 推荐阅读 原标题 原文链接 本文链接 本文网址 网址 主办 主办单位 承办 \
      承办单位 协办单位 技术支持 网站标识码 邮编 邮政编码 当前位置 您的位置 您的当前位置 您现在的位置 您当前的位置 您所在的位置 你的位置 \
      你现在的位置 所在位置 现在位置 位置 索引号 主题分类 网站地图 备案号 版权所有 版权声明 免责声明 违法和不良信息举报电话 举报电话 新闻热线
      """
    ),
  ]

  /// Labels that may have up to four characters in front: 视频编辑, 新媒体记者.
  private static let openLabelWords: [(Label, String)] = [
    (.staff, "编辑 编审 校对 审核 监制 总监"), (.author, "记者 通讯员"), (.source, "来源"),
  ]

  /// Roles that stand in front of names without a colon.
  private static let roleWords: [(Label, String)] = [
    (.author, "记者 通讯员 评论员 特约记者 首席记者 见习记者 实习记者 实习生 报道员 特派员 撰稿人 作者 文/图 图/文 摄影 供稿 撰稿"),
    (.staff, "编辑 责任编辑 责编 校对 审核 监制"),
  ]

  /// Whole lines, or whole words of a line made of nothing else, that are furniture.
  private static let buttonWords = """
    打印 打印本页 打印此页 打印文章 我要打印 关闭 关闭窗口 关闭本页 大 中 小 大中小 特大 超大 默认 分享 分享到 收藏 收藏本文 评论 我要评论 条评论 \
    字体 字号 字号大小 阅读 次阅读 浏览 次浏览 点击 次点击 阅读量 浏览量 点击量 返回 返回顶部 返回首页 返回列表 返回上一页 回到顶部 首页 正文 \
    复制链接 转发 点赞 举报 纠错 我要纠错 繁体 简体 繁 简 下载 次 人气 A T 完 全文完 续完 微信 微博 朋友圈 QQ QQ空间 新浪微博 腾讯微博 \
    分享到微信朋友圈 扫一扫 关注我们 联系我们 关于我们 网站地图 设为首页 加入收藏 登录 注册 客户端 手机版 无障碍 无障碍阅读 听全文 \
    相关附件 更多 打赏 赞 踩 上一篇 下一篇 没有了 PDF版 附图 保存 推荐 邮件 RSS END 小字号 中字号 大字号
    """

  /// Beginnings of short furniture lines.
  private static let openings = """
    分享到 分享至 打开微信 使用"扫一扫 用微信扫 微信扫 扫一扫 扫描二维码 扫码 长按识别 长按二维码 长按图片 点击右上角 点击上方 点击下方 点击阅读原文 \
    点击关注 点击查看 点击进入 打印本页 关闭窗口 返回顶部 我要纠错 建议使用 更多精彩内容 更多新闻请 欢迎关注 请关注 推荐使用 举报邮箱 以上内容由 \
    您现在的位置 您的位置 您当前的位置 您所在的位置 当前位置
    """

  /// Beginnings of furniture lines of any length: the legal foot.
  private static let legalOpenings = """
    版权所有 版权声明 免责声明 copyright © (c) 未经授权 未经许可 凡注明 凡本网注明 转载请注明 网站标识码 技术支持 主办单位 承办单位 本网站由 \
    违法和不良信息举报 特别声明 郑重声明 本文来源于网络 本站声明
    """

  /// Words that make a line furniture wherever they stand in it.
  private static let tellTales = "icp备 icp证 公网安备 版权所有 copyright 二维码关注 allrightsreserved 新出网证 互联网新闻信息服务许可证"

  /// Headings under which the titles of other articles stand.
  private static let linkHeadings = "相关链接 相关新闻 相关文章 相关阅读 相关报道 延伸阅读 推荐阅读 热门推荐 热点推荐 热门新闻 最新新闻 精彩推荐 为您推荐 猜你喜欢 友情链接"

  /// Ends of the name of an outlet, from the surest to the shortest.
  private static let outletEndings = """
    日报 晚报 晨报 早报 时报 商报 快报 导报 周报 都市报 电视台 广播电台 广播电视台 通讯社 客户端 新闻网 新闻社 融媒体中心 融媒体 融媒 在线 发布 \
    新闻办 公报 频道 新闻中心 新闻 网站 杂志 报 社 网 台
    """

  /// How a paper calls itself; it says nothing about which one it is.
  private static let selfNames = "本报 本网 本台 本刊 本社 本站 本网站 本站原创 原创 网络 互联网 本报讯 转载 其他 未知 佚名 综合 本报综合"

  /// Agencies and broadcasters whose name is followed by a place (新华社北京5月7日电).
  private static let agencies = "新华社 中新社 中新网 人民网 新华网 央视网 央广网 光明网 中国网 国际在线 中通社 香港中通社 中国青年网 中国新闻社 中国经济网 法新社 路透社"

  /// Endings of outlets that are ordinary words too: not enough in front of 消息 (…今天发布消息).
  private static let softEndings = "发布 在线 新闻 公报 频道 新闻办"

  /// Last word of a dateline.
  private static let datelineEnds = "消息 讯 电"

  let labels: [[UInt32]: Label]
  let openLabels: [(word: [UInt32], label: Label)]
  let roles: [(word: [UInt32], label: Label)]
  /// The role words, to find where one may start.
  let roleStarts: StartTable
  let buttons: Set<[UInt32]>
  let shortOpenings: StartTable
  let legalOpenings: StartTable
  let furnitureSigns: StartTable
  let headings: [[UInt32]]
  let outlets: [[UInt32]]
  let softOutlets: Set<[UInt32]>
  let selves: Set<[UInt32]>
  let agencyNames: [[UInt32]]
  let datelineWords: [[UInt32]]
  /// Scalars of the longest label.
  let longestLabel: Int
  let longestButton: Int

  init(_ folding: PageFolding) {
    func words(_ text: String) -> [[UInt32]] { text.split(whereSeparator: \.isWhitespace).map { folding.fold($0) } }
    func pairs(_ table: [(Label, String)]) -> [(word: [UInt32], label: Label)] {
      table.flatMap { label, text in words(text).map { (word: $0, label: label) } }
        .sorted { $0.word.count > $1.word.count }
    }
    labels = Dictionary(pairs(Self.labelWords).map { ($0.word, $0.label) }, uniquingKeysWith: { first, _ in first })
    openLabels = pairs(Self.openLabelWords)
    roles = pairs(Self.roleWords)
    buttons = Set(words(Self.buttonWords))
    roleStarts = StartTable(roles.map(\.word))
    shortOpenings = StartTable(words(Self.openings))
    legalOpenings = StartTable(words(Self.legalOpenings))
    furnitureSigns = StartTable(words(Self.tellTales))
    headings = words(Self.linkHeadings)
    outlets = words(Self.outletEndings)
    softOutlets = Set(words(Self.softEndings))
    selves = Set(words(Self.selfNames))
    agencyNames = words(Self.agencies).sorted { $0.count > $1.count }
    datelineWords = words(Self.datelineEnds)
    longestLabel = labels.keys.map(\.count).max() ?? 0
    longestButton = buttons.map(\.count).max() ?? 0
  }
}

/// Words to look for, by their first characters, so that most places of a text need one look.
struct StartTable: Sendable {
  private let words: [[UInt32]]
  private let first: [Bool]

  init(_ words: [[UInt32]]) {
    self.words = words
    var first = [Bool](repeating: false, count: 0x10000)
    for word in words { if let scalar = word.first, scalar < 0x10000 { first[Int(scalar)] = true } }
    self.first = first
  }

  func mayStart(with scalar: UInt32) -> Bool { scalar < 0x10000 && first[Int(scalar)] }

  /// Whether one of the words stands at an index.
  func matches(_ text: [UInt32], at index: Int) -> Bool {
    guard index < text.count, mayStart(with: text[index]) else { return false }
    return words.contains { text[index...].starts(with: $0) }
  }

  func occurs(in text: [UInt32]) -> Bool { text.indices.contains { matches(text, at: $0) } }
}
