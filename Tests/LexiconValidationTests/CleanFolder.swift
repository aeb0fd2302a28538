import DocumentModel

@testable import LexiconValidation

/// A small lexicon folder in memory in which no check finds anything. All units, bodies and people in it are invented.
enum CleanFolder {
  /// `|` stands for a tab and `/` for the end of a line.
  static let tables: [String: String] = [
    "gazetteers/sources.tsv": "src|kind|name|version|sha256|licence|retrieved|note"
      + "/hand|hand|written by hand|||Apache-2.0|2021-05|"
      + "/units|package|units|1.0|\(String(repeating: "ab", count: 32))|MIT|2021-05-01|",
    "gazetteers/divisions.tsv": "id|code|name|level|type|parent_id|valid_from|valid_to|precision|src"
      + "/d880000-1983|880000|东海省|province|省|||||units"
      + "/d880100-1983|880100|临江市|prefecture|地级市|d880000-1983|||year|units"
      + "/d880102-2012|880102|望山区|county|市辖区|d880100-1983|2012||year|units"
      + "/d880121-1983|880121|望山县|county|县|d880100-1983||2012|year|units"
      + "/r-linjiang-port||临江新城|region|新区|d880100-1983|2015-06||day|hand",
    "gazetteers/division_aliases.tsv": "alias|division_id|kind|needs_context|valid_from|valid_to|src"
      + "/东|d880000-1983|one-char|compound|||hand/东海|d880000-1983|short|none|||units"
      + "/临江|d880100-1983|short|none|||units/望山|d880102-2012|short|suffix|||units"
      + "/望山|d880121-1983|short|suffix|||units",
    "gazetteers/regions.tsv": "id|name|aliases|kind|src/dong-hai-an|东部沿海|东沿海,沿海东部|domestic|hand",
    "gazetteers/countries.tsv": "id|name|full_name|aliases|one_char|capital|src/CN|中国|中华人民共和国|||北京|hand"
      + "/XA|海国|海岛共和国|海岛国|海|海城|hand",
    "gazetteers/foreign_places.tsv": "name|country_id|kind|aliases|src/海城港|XA|city||hand",
    "gazetteers/sites.tsv": "id|name|aliases|kind|division|src/lin-jiang-lou|临江楼|江楼|landmark|临江市|hand",
    "gazetteers/initiatives.tsv": "id|name|aliases|kind|scope|valid_from|valid_to|src"
      + "/dong-hai-ji-hua|东海计划|海计划|programme|东海省|2015||hand",
    "gazetteers/central_orgs.tsv": "id|name|aliases|kind|parent_id|valid_from|valid_to|src"
      + "/land|国土部|全国国土部|government_department|state-council|1998-03|2018-03|hand"
      + "/resources|资源部||government_department|state-council|2018-03||hand"
      + "/state-council|国务院||government||1954-09||hand",
    "gazetteers/media.tsv": "name|aliases|division|src/江楼日报||临江市|hand",
    "gazetteers/officials.tsv": "id|name|variants|birth|src/gao-yuan-shan|高远山||1960|hand/wang-ming|王明||1962|hand",
    "gazetteers/official_roles.tsv": "official_id|title|organ|division_id|start|end|precision|evidence|src"
      + "/gao-yuan-shan|市长|政府|d880100-1983|2012-03|2016-03|month|xwlb 2013-05-06|hand"
      + "/gao-yuan-shan|部长|land||2016-04||month|xwlb 2016-05-06|hand"
      + "/wang-ming|市长|政府|d880100-1983|2016-03||month|xwlb 2016-05-07|hand",
    "gazetteers/division_succession.tsv":
      "from_id|to_id|kind|date|doc_no|src/d880121-1983|d880102-2012|upgrade|2012||hand",
    "gazetteers/ambiguity.tsv": "surface|reading_a|reading_b|policy|reason|src"
      + "/东|divisions|surnames|abstain|one character needs company|hand",
    "grammar/organs.tsv": "suffix|kind|canonical|levels|parent_suffix|src/公安局|government_department|{D}公安局|市|政府|hand"
      + "/委|party_committee|中共{D}委员会|省,市||hand/政府|government|{D}人民政府|省,市||hand",
    "grammar/organ_prefixes.tsv": "prefix|suffixes|kind|canonical|src/中共|委,委员会|party_committee|中共{D}委员会|hand",
    "grammar/departments.tsv": "surface|parent_kind|canonical|short_post|src"
      + "/组织部|party_committee|中共{D}委员会组织部|组织部长|hand",
    "grammar/org_heads.tsv": "head|class|min_left|standalone|weight|src/大学|university|2|n|0.9|hand",
    "grammar/posts.tsv": "surface|org_kinds|class|implies|is_deputy|needs_org|src/代表|government|congress|||y|hand"
      + "/市长|government|government|government|n|n|hand/部长|government_department|government||n|n|hand",
    "grammar/modifiers.tsv": "surface|effect|position|src/副|deputy|before|hand",
    "grammar/group_labels.tsv": "surface|level|role|src/市领导|市|领导|hand",
    "grammar/heads.tsv": "head|type|class|min_left|standalone|src/博物馆|site|museum|2|n|hand",
    "grammar/boundaries.tsv": "surface|kind|src/和|conjunction|hand/来到|verb|hand",
    "grammar/boundary_words.tsv": "word|src/和平|hand",
    "grammar/common_modifiers.tsv": "surface|src/重要|hand",
    "grammar/leading_verbs.tsv": "surface|src/维护|hand",
    "grammar/word_lists.tsv": "list|surface|src/town-suffix|镇|hand",
    "grammar/level_words.tsv": "surface|level|deixis|src/市|市|bare|hand/我市|市|own|hand/省|省|bare|hand",
    "names/surnames.tsv": "surname|ppm|class|src/东|12|single|hand/欧阳||compound|hand/王|71500.25|single|hand"
      + "/高|4000|single|hand",
    "names/given_chars.tsv": "char|ppm_first|ppm_second|ppm_single|src/明|12|34.5|0|hand",
    "names/translit_chars.tsv": "char|ppm|can_start|can_end|src/尔|40000|n|y|hand",
    "names/name_stop.tsv": "surface|kind|reason|src/高山|word||hand",
    "names/ethnic_groups.tsv": "name|src/回族|hand",
    "names/common_words.tsv": "surface|per_10m|class|src/城市|51|n|hand",
    "names/contexts.tsv": "side|surface|named|seen|log_odds|src/before|市长|5|9|-1.5|hand",
    "names/weights.tsv": "feature|weight|derivation/document.sure-from|3|set",
    "names/known_names.tsv": "name|kind|src/王小海|person|hand",
    "names/japanese_surnames.tsv": "surname|src/三岛|hand",
    "names/minority_names.tsv": "part|groups|src/巴特尔|mongol|hand",
    "names/edge_words.tsv": "surface|kind|src/先生|honorific|hand",
    "names/edge_chars.tsv": "char|kind|src/都|adverb|hand",
    "checks/division_counts.tsv": "date|province|prefecture|county|src/2010-12-31|1|1|1|hand/2020-12-31|1|1|1|hand",
    "checks/golden.tsv": "surface|context|date|expected/临江||2020|临江市 880100",
    "checks/suppressions.tsv": "check|file|key|reason|expires",
  ]

  static let rules = """
    rule main.visit {
      doc "Somebody came somewhere.";
      confidence 0.9;
      match who:<person> 来到 to:<place>;
      emit visited(who, to);
      ok "[who:王明]来到[to:临江市]。";
      no "王明离开临江市。";
      no "来到临江市。";
    }

    """

  static let today = PartialDate(year: 2021, month: 6, day: 1)

  static func bytes(_ table: String) -> [UInt8] {
    Array((String(table.map { $0 == "|" ? "\t" : $0 == "/" ? "\n" : $0 }) + "\n").utf8)
  }

  static var files: [String: [UInt8]] {
    var files = tables.mapValues(bytes)
    files["rules/main.rules"] = Array(rules.utf8)
    return files
  }

  /// The folder with one file replaced.
  static func with(_ file: String, _ bytes: [UInt8]) throws -> CheckedLexicons {
    var files = files
    files[file] = bytes
    return try CheckedLexicons(files: files, today: today)
  }
}
