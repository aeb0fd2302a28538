import DocumentModel
import Ingestion
import Testing

struct PageDateTests {
  @Test(
    "Dates as pages print them",
    arguments: [
      ("2020-12-19", "2020-12-19"), ("2020-12-19 08:31:05", "2020-12-19"), ("2020/1/9", "2020-01-09"),
      ("2020.12.19", "2020-12-19"),
      ("2020年12月19日", "2020-12-19"), ("２０２０年１２月１９日", "2020-12-19"), ("2020 年 1 月 9 日(星期四)", "2020-01-09"),
      ("二〇二三年八月十七日", "2023-08-17"), ("二○二三年十二月三十一日", "2023-12-31"), ("二零二零年二月廿九日", "2020-02-29"),
      ("2020-02-30", nil), ("2020-13-01", nil), ("2020", nil), ("12月19日", nil), ("20201219", nil), ("1234-01-01", nil),
      ("12020-12-19", nil), ("", nil), ("二〇二三年", nil),
    ])
  func printed(_ text: String, _ date: String?) {
    #expect(PageDates.leadingDate(in: text)?.description == date)
  }

  @Test(
    "Dates in addresses",
    arguments: [
      ("http://e.cn/2020-12/19/content_1.htm", "2020-12-19"), ("http://e.cn/20201219/1.html", "2020-12-19"),
      ("http://e.cn/art/202012/t20201219_123456.html", "2020-12-19"),
      ("http://e.cn/2020/12/19/ARTI1.shtml", "2020-12-19"),
      ("http://e.cn/n1/2020/1219/c1-2.html", "2020-12-19"), ("http://e.cn/html/2020-12-19/nw_1.htm", "2020-12-19"),
      ("http://e.cn/202012/1.html", nil), ("http://e.cn/123202012190/", nil), ("http://e.cn/20201399/", nil), ("", nil),
    ])
  func addresses(_ url: String, _ date: String?) {
    #expect(PageDates.date(inURL: url)?.description == date)
  }

  @Test(
    "A page's own date",
    arguments: [
      ("发布时间：2020-12-19 08:31", "2020-12-19"), ("时间:2020-12-19 点击:0", "2020-12-19"), ("日 期：2020年12月19日", "2020-12-19"),
      ("發佈時間︰2020/12/19", "2020-12-19"), ("2020-12-19T08:31:00+08:00", "2020-12-19"), ("发布时间：", nil), ("发布时间：昨天", nil),
    ])
  func fields(_ line: String, _ date: String?) {
    let article = PageReader().zoned(Article(id: "1", text: "会议召开\n\(line)\n会议在东河召开。"))
    #expect(article.published?.description == date)
  }

  @Test(
    "A page's own source",
    arguments: [
      ("来源：东河日报", "东河日报"), ("来 源：东河日报 作者：林小舟", "东河日报"), ("稿源: 东河日报（记者）", "东河日报"), ("來源﹕東河日報", "東河日報"),
      ("来源：《东河日报》", "东河日报"), ("来源：East River Daily", "East River Daily"), ("来源：本站", nil), ("来源：", nil),
      ("作者： 来源：", nil),
      ("东河日报记者 林小舟", "东河日报"), ("本报记者 林小舟", nil), ("东河日报 2020-12-19", "东河日报"),
    ])
  func sources(_ line: String, _ source: String?) {
    let article = PageReader().zoned(Article(id: "1", text: "会议召开\n\(line)\n会议在东河召开。"))
    #expect(article.source == source)
  }
}
