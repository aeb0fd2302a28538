import Testing

/// Names of open length: sites, companies, delegations, meetings, works; and common nouns that are none.
@Suite struct CompoundTests {
  @Test(arguments: [
    "[delegation:代表团]参观了[site:[place:唐山]煤炭博物馆]。",
    "[delegation:代表团]参观了[site:清风湖湿地公园]。",
    "[delegation:代表团]来到[org:浙岭新材料股份有限公司]。",
    "[delegation:代表团]来到[place:合肥市][site:滨湖规划展示馆]、[site:[place:芜湖]港]。",
  ]) func sitesAndCompanies(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "[delegation:代表团]来到一个港口。",
    "[delegation:代表团]来到重要港口。",
    "[delegation:代表团]来到那里的博物馆。",
    "建好了三座水库。",
  ]) func commonNouns(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "[delegation:[place:天津市]党政代表团]抵达。",
    "[delegation:市党政代表团]抵达。",
    "[delegation:考察团]一行抵达。",
  ]) func delegations(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "学习[meeting:党的二十大]精神。",
    "学习[meeting:党的十九届五中全会]精神。",
    "[meeting:十四届全国人大二次会议]开幕。",
    "[meeting:[place:常德市]第八届人民代表大会常务委员会第五次会议]举行。", "[meeting:[place:中国]妇女第十二次全国代表大会]闭幕。",
    "建设70家智能工厂。", "[place:威海]的[site:刘公岛博览园]。", "讨论政府工作，维护中方企业权益。",
    "[meeting:中央纪委二次全会]召开。",
    "[meeting:第135届广交会]开幕。",
    "会议开始了。",
  ]) func meetings(marked: String) throws { try expectMentions(marked) }

  /// Parts of bodies, told by the body in front and the office behind; and what has gone, without its 原.
  @Test(arguments: [
    "[org:[place:天津]大学科学社会主义教研部][title:主任][person:张立山]讲话。",
    "[org:[place:天津]大学第一研究室][title:主任][person:张立山]讲话。",
    "原[org:国家旅游局][title:局长][person:张立山]讲话。",
    "[org:[place:中国]原子能科学研究院][title:院长][person:张立山]讲话。",
    "[meeting:纪念张立山同志诞辰100周年座谈会]举行。",
  ]) func partsAndWhatHasGone(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "共建“[project:一带一路]”取得进展。",
    "工程进展顺利。",
    "学习[document:《中华人民共和国民法典》]。",
  ]) func projectsAndDocuments(marked: String) throws { try expectMentions(marked) }
}
