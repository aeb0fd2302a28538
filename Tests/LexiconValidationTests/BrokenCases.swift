import Testing

/// One mistake, put into the clean folder, and where its check must find it.
struct Broken: CustomTestStringConvertible, Sendable {
  let check: String
  let file: String
  /// What is replaced in the clean file, in its `|` and `/`, and by what.
  let old: String
  let new: String
  /// `LINE:COLUMN` of every finding.
  let at: [String]

  init(_ check: String, _ file: String, _ old: String, _ new: String, _ at: String...) {
    (self.check, self.file, self.old, self.new, self.at) = (check, file, old, new, at)
  }

  var testDescription: String { check }

  static let cases: [Broken] = [
    // Form.
    Broken("form.header", "grammar/posts.tsv", "org_kinds", "kinds", "1:9"),
    Broken("form.cells", "names/surnames.tsv", "王|71500.25", "王 71500.25", "4:1"),
    Broken("form.empty-line", "grammar/heads.tsv", "src/", "src//", "2:1"),
    Broken("form.blanks", "grammar/modifiers.tsv", "副|", "副 |", "2:1"),
    Broken(
      "form.sort", "grammar/boundaries.tsv", "和|conjunction|hand/来到|verb|hand", "来到|verb|hand/和|conjunction|hand", "3:1"
    ),
    Broken("form.duplicate-line", "grammar/heads.tsv", "src/", "src/博物馆|site|museum|2|n|hand/", "3:1"),
    // Text.
    Broken("text.control", "grammar/heads.tsv", "博物馆", "博物\u{7}馆", "2:3"),
    Broken("text.invisible", "gazetteers/sites.tsv", "江楼|landmark", "江\u{200B}楼|landmark", "2:20"),
    Broken("text.private-use", "gazetteers/sites.tsv", "江楼|landmark", "江\u{E001}|landmark", "2:20"),
    Broken("text.nfc", "gazetteers/sites.tsv", "江楼|landmark", "cafe\u{301}|landmark", "2:19"),
    Broken("text.compatibility", "gazetteers/sites.tsv", "江楼|landmark", "江Ａ楼|landmark", "2:20"),
    Broken("text.middle-dot", "gazetteers/officials.tsv", "高远山", "高\u{2022}远山", "2:16"),
    Broken("text.traditional", "gazetteers/sites.tsv", "江楼|landmark", "江樓|landmark", "2:20"),
    Broken("text.variant-glyph", "names/given_chars.tsv", "明|", "聡|", "2:1"),
    Broken("text.script", "gazetteers/sites.tsv", "江楼|landmark", "江\u{410}|landmark", "2:20"),
    Broken("text.list-comma", "gazetteers/regions.tsv", "东沿海,沿海东部", "东沿海，沿海东部", "2:18"),
    // Values.
    Broken("value.empty", "grammar/modifiers.tsv", "deputy|before|hand", "deputy|before|", "2:17"),
    Broken("value.unknown", "grammar/modifiers.tsv", "deputy", "deputty", "2:3"),
    Broken("value.date", "gazetteers/central_orgs.tsv", "1954-09", "1954-13", "4:32"),
    Broken("value.number", "grammar/org_heads.tsv", "0.9", "30", "2:19"),
    Broken("value.code", "gazetteers/divisions.tsv", "880102|望山区", "88010|望山区", "4:14"),
    Broken("value.id", "gazetteers/sites.tsv", "lin-jiang-lou", "Lin-Jiang", "2:1"),
    Broken("value.empty-item", "gazetteers/regions.tsv", "东沿海,", "东沿海,,", "2:18"),
    Broken("value.repeated-item", "gazetteers/regions.tsv", "东沿海,沿海东部", "东沿海,东沿海", "2:18"),
    Broken("value.interval", "gazetteers/central_orgs.tsv", "1998-03|2018-03", "2018-03|1998-03", "2:60"),
    Broken("value.year", "gazetteers/central_orgs.tsv", "1998-03|2018-03", "1998-03|2108-03", "2:60"),
    Broken("value.surface-signs", "gazetteers/sites.tsv", "江楼|landmark", "江楼(东|landmark", "2:19"),
    // Keys.
    Broken(
      "key.duplicate", "names/surnames.tsv", "王|71500.25|single|hand", "王|71500.25|single|hand/王|9|single|hand", "5:1"),
    Broken("key.reference", "gazetteers/division_aliases.tsv", "东海|d880000-1983", "东海|d990000-1983", "3:4"),
    Broken("key.source", "grammar/modifiers.tsv", "before|hand", "before|nobody", "2:17"),
    Broken("key.circle", "gazetteers/central_orgs.tsv", "国务院||government||", "国务院||government|state-council|", "4:31"),
    Broken("key.place", "gazetteers/sites.tsv", "临江市", "临江城", "2:31"),
    Broken("overlay.removal-below", "grammar/modifiers.tsv", "副|", "-副|", "2:1"),
    // Sources.
    Broken(
      "source.unused", "gazetteers/sources.tsv", "hand|hand|",
      "babel|package|babel|1|\(String(repeating: "ab", count: 32))|MIT||/hand|hand|", "2:1"),
    Broken("source.licence", "gazetteers/sources.tsv", "Apache-2.0", "GPL-3.0", "2:29"),
    Broken("source.unpinned", "gazetteers/sources.tsv", String(repeating: "ab", count: 32), "abc", "3:25"),
    // Divisions.
    Broken("division.code-level", "gazetteers/divisions.tsv", "临江市|prefecture", "临江市|county", "3:25"),
    Broken("division.id", "gazetteers/divisions.tsv", "d880102-2012|880102", "d880102-2012|880103", "4:1"),
    Broken("division.code-overlap", "gazetteers/divisions.tsv", "d880121-1983|880121", "d880121-1983|880100", "5:47"),
    Broken("division.type-suffix", "gazetteers/divisions.tsv", "county|县|", "county|旗|", "5:32"),
    Broken("division.parent-level", "gazetteers/divisions.tsv", "市辖区|d880100-1983", "市辖区|d880121-1983", "4:36"),
    Broken(
      "division.parent-code", "gazetteers/divisions.tsv", "d880100-1983|880100", "d880100-1983|870100", "3:40", "4:36",
      "5:34"),
    Broken(
      "division.parent-time", "gazetteers/divisions.tsv", "d880000-1983|||year", "d880000-1983|1990||year", "5:34"),
    Broken("division.twin", "gazetteers/divisions.tsv", "临江新城|region", "望山区|region", "6:18"),
    Broken("division.no-parent", "gazetteers/divisions.tsv", "县|d880100-1983", "县|", "5:34"),
    Broken("division.count", "checks/division_counts.tsv", "2020-12-31|1|1|1", "2020-12-31|1|2|1", "3:14"),
    // Aliases and clashes.
    Broken("alias.own-name", "gazetteers/sites.tsv", "江楼|landmark", "临江楼|landmark", "2:19"),
    Broken(
      "alias.dead", "gazetteers/division_aliases.tsv", "望山|d880121-1983|short|suffix||",
      "望山|d880121-1983|short|suffix|2015|", "6:30"),
    Broken("alias.one-character", "gazetteers/division_aliases.tsv", "one-char|compound", "one-char|none", "2:25"),
    Broken(
      "alias.kind", "gazetteers/division_aliases.tsv", "东海|d880000-1983|short", "东海|d880000-1983|one-char", "3:17"),
    Broken("alias.short", "gazetteers/division_aliases.tsv", "临江|d880100-1983", "临江|d880000-1983", "4:4"),
    Broken(
      "alias.ordinary-word", "gazetteers/division_aliases.tsv", "临江|d880100-1983|short", "重要|d880100-1983|short", "4:23"
    ),
    Broken(
      "clash.units", "gazetteers/divisions.tsv", "r-linjiang-port||临江新城|region", "d880200-1983|880200|临江市|prefecture",
      "6:21"),
    Broken("clash.tables", "gazetteers/sites.tsv", "江楼|landmark", "海国|landmark", "2:19"),
    Broken("clash.rows", "gazetteers/central_orgs.tsv", "资源部||", "资源部|国务院|", "4:15"),
    Broken("clash.person", "names/known_names.tsv", "王小海", "临江楼", "2:1"),
    Broken("clash.stale", "gazetteers/ambiguity.tsv", "东|divisions|surnames", "南|divisions|surnames", "2:3", "2:13"),
    // Bodies, golden look-ups.
    Broken(
      "body.parent-time", "gazetteers/central_orgs.tsv", "资源部||government_department|state-council",
      "资源部||government_department|land", "3:38"),
    Broken(
      "body.same-name", "gazetteers/central_orgs.tsv", "资源部||government_department|state-council|2018-03",
      "国土部||government_department|state-council|2017-03", "3:11"),
    Broken("golden.lookup", "checks/golden.tsv", "临江市 880100", "临江区 880100", "2:10"),
    // Officials.
    Broken("official.reference", "gazetteers/official_roles.tsv", "wang-ming|市长|政府", "wang-ming|市长|政俯", "4:14"),
    Broken("official.interval", "gazetteers/official_roles.tsv", "2012-03|2016-03", "2016-03|2012-03", "2:42"),
    Broken(
      "official.place-time", "gazetteers/official_roles.tsv", "wang-ming|市长|政府|d880100-1983",
      "wang-ming|市长|政府|d880121-1983", "4:17"),
    Broken("official.two-heads", "gazetteers/official_roles.tsv", "2012-03|2016-03", "2012-03|2017-03", "2:42"),
    Broken("official.evidence", "gazetteers/official_roles.tsv", "xwlb 2013-05-06", "xwlb 2013", "2:56"),
    Broken(
      "official.no-role", "gazetteers/officials.tsv", "wang-ming|王明", "wang-hai|王海||1964|hand/wang-ming|王明", "3:1"),
    Broken("succession.reference", "gazetteers/division_succession.tsv", "|d880102-2012", "|d880102-2013", "2:14"),
    Broken(
      "succession.time", "gazetteers/division_succession.tsv", "d880121-1983|d880102-2012", "d880102-2012|d880121-1983",
      "2:14"),
    // Grammar.
    Broken("organ.placeholder", "grammar/organs.tsv", "中共{D}委员会", "中共{P}委员会", "3:19"),
    Broken("organ.no-place", "grammar/organs.tsv", "{D}人民政府", "人民政府", "4:15"),
    Broken(
      "organ.double", "grammar/organs.tsv", "公安局|government_department|{D}公安局|市|政府|hand",
      "公安局|government_department|{D}公安局|市|政府|hand/公安局|police|{D}警察局|市|政府|hand", "3:1"),
    Broken("organ.level", "grammar/organs.tsv", "{D}公安局|市", "{D}公安局|街到", "2:34"),
    Broken("department.short-post", "grammar/departments.tsv", "组织部长", "宣传部长", "2:33"),
    Broken("head.alone", "grammar/heads.tsv", "museum|2|n", "museum|0|n", "2:17"),
    Broken("boundary.head", "grammar/boundaries.tsv", "来到", "大学", "3:1"),
    Broken("boundary.idle-word", "grammar/boundary_words.tsv", "和平", "平安", "2:1"),
    Broken("post.kind", "grammar/posts.tsv", "部长|government_department", "部长|goverment", "4:4"),
    Broken("post.deputy", "grammar/posts.tsv", "government||n|n", "government||y|n", "4:38"),
    Broken("post.composed", "grammar/posts.tsv", "市长|", "副市长|government|government|government|y|n|hand/市长|", "3:1"),
    Broken(
      "post.implies", "grammar/posts.tsv", "government_department|government||",
      "government_department|government|government|", "4:37"),
    Broken("label.level", "grammar/group_labels.tsv", "市领导|市", "县领导|市", "2:5"),
    Broken("modifier.post", "grammar/modifiers.tsv", "副|", "代表|", "2:1"),
    // Names.
    Broken("name.one-character", "names/given_chars.tsv", "明|", "明山|", "2:1"),
    Broken("name.surname-class", "names/surnames.tsv", "欧阳||compound", "欧阳||single", "3:5"),
    Broken("name.known", "gazetteers/officials.tsv", "王明", "亍明", "3:11"),
    Broken("name.feature", "names/weights.tsv", "document.sure-from", "document.sure-fron", "2:1"),
    Broken("name.long-word", "names/common_words.tsv", "城市|", "城市规划局|", "2:1"),
    Broken("name.idle-stop", "names/name_stop.tsv", "高山", "卫星", "2:1"),
    // Suppressions.
    Broken("suppression.check", "checks/suppressions.tsv", "expires", "expires/form.sorting|posts||known|2022", "2:1"),
    Broken(
      "suppression.expired", "checks/suppressions.tsv", "expires", "expires/form.sort|posts||known|2021-05-31", "2:24"),
    Broken("suppression.unused", "checks/suppressions.tsv", "expires", "expires/form.sort|posts||known|2022", "2:1"),
  ]
}
