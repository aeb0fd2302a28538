import Lexicons
import Testing

/// A file with one mistake, and the whole message it must give.
struct BrokenFile: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let text: String
  let message: String
  var testDescription: String { name }

  /// `|` is a tab in `text`, `/` the end of a line; the last line gets its end.
  init(_ name: String, _ file: String, _ text: String, _ message: String) {
    self.name = name
    self.file = file
    self.text = FixtureFolder.table(text)
    self.message = message
  }
}

private let header = FixtureFolder.divisionHeader
private let needed = "id code name level type parent_id valid_from valid_to precision src"
private let divisions = "gazetteers/divisions.tsv"
private let words = "grammar/boundary_words.tsv"

let brokenFiles: [BrokenFile] = [
  BrokenFile(
    "unknown column", words, "word|source/和平|hand",
    "\(words):1:2: there is no column `source`; the header must be word src"),
  BrokenFile(
    "missing column", words, "word/和平", "\(words):1: the column `src` is missing; the header must be word src"),
  BrokenFile(
    "columns in another order", words, "src|word/hand|和平",
    "\(words):1: the columns are in another order; the header must be word src"),
  BrokenFile("too few cells", words, "word|src/和平", "\(words):2: the line has 1 cell; expected 2, separated by tabs"),
  BrokenFile(
    "too many cells", words, "word|src/和平|hand/到位|hand|",
    "\(words):3: the line has 3 cells; expected 2, separated by tabs"),
  BrokenFile("empty line", words, "word|src//和平|hand", "\(words):2: the line is empty; delete it"),
  BrokenFile("empty key", words, "word|src/|hand", "\(words):2:1: `word` is empty; it needs a value"),
  BrokenFile(
    "duplicate key", words, "word|src/和平|hand/到位|hand/和平|hand",
    "\(words):4:1: \"和平\" is in line 2 already; delete one of the two lines or change its key"),
  BrokenFile(
    "duplicate key of two columns", "grammar/heads.tsv",
    "head|type|class|min_left|standalone|src/馆|site|a|1|n|hand/馆|meeting|a|1|n|hand/馆|site|b|1|n|hand",
    "grammar/heads.tsv:4:1: \"馆 site\" is in line 2 already; delete one of the two lines or change its key"),
  BrokenFile(
    "unknown source", words, "word|src/和平|hnad",
    "\(words):2:2: `src` is \"hnad\", which is no `src` of gazetteers/sources.tsv; add it there or correct it here"),
  BrokenFile(
    "unknown value", divisions, header + "/d990000-1980|890000|东海省|provence|省|||||hand",
    "\(divisions):2:4: `level` is \"provence\"; expected one of province, prefecture, county, region"),
  BrokenFile(
    "bad code", divisions, header + "/d990000-1980|990000|东海省|province|省|||||hand",
    "\(divisions):2:2: `code` is \"990000\"; expected six digits, the first one 1 to 8, or nothing"),
  BrokenFile(
    "date that does not exist", divisions, header + "/d990000-1980|890000|东海省|province|省||2001-02-29|||hand",
    "\(divisions):2:7: `valid_from` is \"2001-02-29\"; expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"),
  BrokenFile(
    "date in another form", divisions, header + "/d990000-1980|890000|东海省|province|省|||2001.5||hand",
    "\(divisions):2:8: `valid_to` is \"2001.5\"; expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"),
  BrokenFile(
    "interval without a day", divisions, header + "/d990000-1980|890000|东海省|province|省||2001|2001-01-01||hand",
    "\(divisions):2:8: `valid_to` 2001-01-01 is not after `valid_from` 2001; "
      + "the end is the first date that is no longer valid"),
  BrokenFile(
    "unknown precision", divisions, header + "/d990000-1980|890000|东海省|province|省||||week|hand",
    "\(divisions):2:9: `precision` is \"week\"; expected one of day, month, year"),
  BrokenFile(
    "alias of an unknown division", "gazetteers/division_aliases.tsv",
    "alias|division_id|kind|needs_context|valid_from|valid_to|src/东海|d1|short|none|||hand",
    "gazetteers/division_aliases.tsv:2:2: `division_id` is \"d1\", which is no `id` of \(divisions); "
      + "add it there or correct it here"),
  BrokenFile(
    "flag", "names/translit_chars.tsv", "char|ppm|can_start|can_end|src/尔|1|no|y|hand",
    "names/translit_chars.tsv:2:3: `can_start` is \"no\"; expected one of y, n"),
  BrokenFile(
    "number", "names/surnames.tsv", "surname|ppm|class|src/王|1e3|single|hand",
    "names/surnames.tsv:2:2: `ppm` is \"1e3\"; expected a number such as 12 or 0.5"),
  BrokenFile(
    "whole number", "grammar/heads.tsv", "head|type|class|min_left|standalone|src/馆|site||1.5|n|hand",
    "grammar/heads.tsv:2:4: `min_left` is \"1.5\"; expected a number such as 12 or 0.5"),
  BrokenFile(
    "empty item", "gazetteers/regions.tsv", "id|name|aliases|kind|src/r-east|东部|东,,沿海|region|hand",
    "gazetteers/regions.tsv:2:3: `aliases` has an empty item; write items with one comma between two"),
  BrokenFile(
    "removal in the first folder", words, "word|src/-和平|hand",
    "\(words):2:1: \"-和平\" removes a row of an earlier folder, and this is the first one; delete both lines"),
]

@Suite struct BrokenFileTests {
  @Test(arguments: brokenFiles) func saysWhereWhatAndWhatToDo(_ broken: BrokenFile) throws {
    // Nothing else may refer to what the broken file no longer has.
    var files = [broken.file: broken.text]
    if broken.file == divisions {
      files["gazetteers/division_aliases.tsv"] = FixtureFolder.table(
        "alias|division_id|kind|needs_context|valid_from|valid_to|src")
    }
    #expect(loadErrors([try FixtureFolder(files)]) == [broken.message])
  }

  /// Mistakes that only bytes can show.
  @Test(
    arguments: [
      (
        "byte order mark", [0xEF, 0xBB, 0xBF] + Array("word\tsrc\n".utf8),
        "1: begins with a byte order mark; save it as UTF-8 without one"
      ),
      (
        "carriage return", Array("word\tsrc\n和平\thand\r\n".utf8),
        "2: has a carriage return; end lines with a line feed alone"
      ),
      (
        "GBK", Array("word\tsrc\n".utf8) + [0xBA, 0xCD, 0xC6, 0xBD] + Array("\thand\n".utf8),
        "2: is not UTF-8 from here on; save the file as UTF-8"
      ),
      (
        "cut off", Array("word\tsrc\n和平\tha".utf8),
        "2: ends without a line feed: is it cut off? If not, end the last line"
      ),
      ("empty", [], "1: ends without a line feed: is it cut off? If not, end the last line"),
    ] as [(String, [UInt8], String)])
  func bytes(name: String, bytes: [UInt8], message: String) throws {
    let folder = try FixtureFolder()
    try folder.write(words, bytes)
    #expect(loadErrors([folder]) == ["\(words):\(message)"], "\(name)")
  }

  @Test func missingFile() throws {
    let folder = try FixtureFolder(without: [words])
    #expect(
      loadErrors([folder]) == [
        "\(words): is missing below FOLDER0; a lexicon folder needs it, if only with its header line"
      ])
  }

  @Test func aFolderInAFilesPlace() throws {
    let folder = try FixtureFolder(without: [words])
    try folder.write(words + "/file", [])
    #expect(loadErrors([folder]) == ["\(words): cannot be read: Is a directory"])
  }

  @Test func errorsAreGatheredUpToALimit() throws {
    let lines = (1...30).map { "和\($0)|nobody" }.joined(separator: "/")
    let folder = try FixtureFolder([
      words: FixtureFolder.table("word|src/" + lines),
      "grammar/boundaries.tsv": FixtureFolder.table("surface|kind|src/来到|werb|hand"),
    ])
    do {
      _ = try LexiconLoader.load(folders: [folder.path])
      Issue.record("the load must fail")
    } catch {
      guard case .files(let errors, let more) = error else { throw error }
      #expect(errors.count == LexiconLoader.errorLimit)
      #expect(more == 11)
      #expect(errors.first?.file == "grammar/boundaries.tsv")
      #expect(errors.last?.line == 20)
      #expect(error.description.hasSuffix("\nand 11 more"))
    }
  }
}
