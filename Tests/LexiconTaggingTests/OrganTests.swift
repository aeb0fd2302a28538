import Testing

/// Organs of places and of the centre, composed and listed.
@Suite struct OrganTests {
  @Test(arguments: [
    "[org:[place:天津市]委][title:书记][person:张立山]讲话。",
    "[org:[place:天津市]委]、[org:市政府]召开会议。",
    "[org:中共[place:天津市]委]印发通知。",
    "[org:共青团[place:天津市]委][title:书记][person:张立山]出席。",
    "[org:[place:河北省]委][title:书记][person:张立山]讲话。",
    "[org:[place:汉寿县]人民检察院]提起公诉。",
    "[org:[place:河北省]高级人民法院][title:院长][person:张立山]出席。",
    "[org:[place:台州市][place:黄岩区]人民政府]发布公告。",
    "[org:[place:甘肃省][place:兰州市]政协][title:主席][person:张立山]出席。",
    "[org:[place:天津]日报]报道。",
  ]) func ofPlaces(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "[org:省人大常委会][title:主任][person:张立山]出席。",
    "[org:市委组织部][title:部长][person:张立山]讲话。",
    "[org:市政府][title:党组成员]、[title:副市长][person:张立山]出席。",
    "[org:市发展改革委]负责。",
    "[org:县政府办公室][title:主任][person:张立山]出席。",
  ]) func namedByTheirLevel(marked: String) throws { try expectMentions(marked) }

  @Test(arguments: [
    "[org:国务院]召开常务会议。",
    "[org:中共中央政治局][title:常委][person:张立山]讲话。",
    "[org:外交部][title:副部长][person:张立山]出席。",
  ]) func ofTheCentre(marked: String) throws { try expectMentions(marked) }

  /// 组织部 and 部长 share a character, which belongs to both; marks cannot show that.
  @Test func departmentFusedWithItsTitle() throws {
    #expect(
      try mentions(in: "唐山市委组织部长张立山出席。") == [
        "org 唐山市委组织部", "place 唐山市", "title 部长", "person 张立山",
      ])
  }
}
