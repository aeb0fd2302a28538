import FoundationEssentials
import Lexicons

/// A lexicon folder on disk for the length of a test: small and sound, but for the files a test gives itself.
/// All units and people in it are invented.
final class FixtureFolder {
  let path: String

  init(_ files: [String: String] = [:], onTop: Bool = false, without missing: Set<String> = []) throws {
    path = FileManager.default.temporaryDirectory.path + "/gongbao-lexicons-\(UInt64.random(in: 0 ... .max))"
    let all = onTop ? files : Self.sound.merging(files) { $1 }
    for (file, text) in all where !missing.contains(file) { try write(file, Array(text.utf8)) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with folders on its way.
  func write(_ file: String, _ bytes: [UInt8]) throws {
    let folder = path + "/" + file.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path + "/" + file))
  }

  /// In tables of tests `|` stands for a tab and `/` for the end of a line.
  static func table(_ text: String) -> String {
    String(text.map { $0 == "|" ? "\t" : $0 == "/" ? "\n" : $0 }) + "\n"
  }

  static let divisionHeader = "id|code|name|level|type|parent_id|valid_from|valid_to|precision|src"

  static let sound: [String: String] = [
    "gazetteers/sources.tsv":
      "src|kind|name|version|sha256|licence|retrieved|note/hand|hand|written by hand|||Apache-2.0|2021-05|",
    "gazetteers/divisions.tsv": divisionHeader + "/d990000-1980|890000|东海省|province|省|||||hand"
      + "/d890100-1990|890100|临江市|prefecture|地级市|d990000-1980|1990||year|hand"
      + "/d890102-2012|890102|望山区|county|市辖区|d890100-1990|2012||year|hand",
    "gazetteers/division_aliases.tsv":
      "alias|division_id|kind|needs_context|valid_from|valid_to|src/东|d990000-1980|one-char|compound|||hand"
      + "/东海|d990000-1980|short|none|||hand",
    "gazetteers/regions.tsv": "id|name|aliases|kind|src/r-east|东部沿海|东沿海,沿海东部|region|hand",
    "gazetteers/countries.tsv": "id|name|full_name|aliases|one_char|capital|src/CN|中国|中华人民共和国|||北京|hand",
    "gazetteers/central_orgs.tsv":
      "id|name|aliases|kind|parent_id|valid_from|valid_to|src/state-council|国务院||government||1954-09||hand",
    "grammar/organs.tsv": "suffix|kind|canonical|levels|parent_suffix|src/委|party_committee|中共{D}委员会|省,市,县||hand",
    "grammar/departments.tsv":
      "surface|parent_kind|canonical|short_post|src/组织部|party_committee|中共{D}委员会组织部|组织部长|hand",
    "grammar/org_heads.tsv": "head|class|min_left|standalone|weight|src/大学|university|2|n|0.9|hand",
    "grammar/posts.tsv":
      "surface|org_kinds|class|implies|is_deputy|needs_org|src/代表|congress|congress|||y|hand"
      + "/市长|government|government|government|n|n|hand",
    "grammar/modifiers.tsv": "surface|effect|position|src/副|deputy|before|hand",
    "grammar/group_labels.tsv": "surface|level|role|src/市领导|市|领导|hand",
    "grammar/heads.tsv": "head|type|class|min_left|standalone|src/博物馆|site|museum|2|n|hand",
    "grammar/boundaries.tsv": "surface|kind|src/来到|verb|hand",
    "grammar/boundary_words.tsv": "word|src/和平|hand",
    "grammar/level_words.tsv": "surface|level|deixis|src/我市|市|own|hand",
    "names/surnames.tsv": "surname|ppm|class|src/王|71500.25|single|hand",
    "names/given_chars.tsv": "char|ppm_first|ppm_second|ppm_single|src/明|12|34.5|0|hand",
    "names/translit_chars.tsv": "char|ppm|can_start|can_end|src/尔|40000|n|y|hand",
    "names/ethnic_groups.tsv": "name|src/回族|hand",
    "grammar/organ_prefixes.tsv": "prefix|suffixes|kind|canonical|src/中共|委|party_committee|中共{D}委员会|hand",
    "grammar/common_modifiers.tsv": "surface|src/著名|hand",
    "grammar/leading_verbs.tsv": "surface|src/维护|hand",
    "grammar/word_lists.tsv": "list|surface|src/town-suffix|镇|hand",
    "names/common_words.tsv": "surface|per_10m|class|src/和平|900|n|hand",
    "names/contexts.tsv": "side|surface|named|seen|log_odds|src/before|市长|9|10|2.5|hand",
    "names/weights.tsv": "feature|weight|derivation/document.sure-from|3|fitted",
    "names/known_names.tsv": "name|kind|src/王小明|person|hand",
    "names/japanese_surnames.tsv": "surname|src/田中|hand",
    "names/minority_names.tsv": "part|groups|src/巴特尔|mongol|hand",
    "names/edge_words.tsv": "surface|kind|src/先生|honorific|hand",
    "names/edge_chars.tsv": "char|kind|src/都|adverb|hand",
  ].mapValues(table)
}

/// The errors of a load that must fail.
func loadErrors(_ folders: [FixtureFolder], without: Set<String> = []) -> [String] {
  do {
    _ = try LexiconLoader.load(folders: folders.map(\.path), without: without)
    return []
  } catch {
    guard case .files(let errors, _) = error else { return ["\(error)"] }
    return errors.map { error in
      // Folders of tests have random names.
      var text = error.description
      for (number, folder) in folders.enumerated() { text.replace(folder.path, with: "FOLDER\(number)") }
      return text
    }
  }
}
