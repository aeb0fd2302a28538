import DocumentModel
import Lexicons
import FoundationEssentials
import Testing

@testable import LexiconValidation

/// Mistakes that are no replacement in a table: bytes, files, rules, overlays, large tables.
@Suite struct OtherMistakeTests {
  static let checks: Set<String> = [
    "form.missing-file", "form.unreadable", "form.unknown-file", "form.encoding", "form.byte-order-mark",
    "form.line-ends",
    "form.final-newline", "overlay.nothing-to-remove", "overlay.idle", "name.sums", "name.surname-sum", "rule.syntax",
    "rule.missing", "rule.no-ok", "rule.no-no", "rule.few-examples", "rule.head-words", "rule.example",
    "rule.solved-todo", "rule.name", "rule.doc",
    "load.refused",
  ]

  private func places(_ check: String, in lexicons: CheckedLexicons) -> [String] {
    Validation(of: lexicons).findings.map(\.finding).filter { $0.check == check }.map { "\($0.place)" }
  }

  @Test(arguments: [
    ("form.byte-order-mark", [0xEF, 0xBB, 0xBF] as [UInt8], "1:1"),
    ("form.encoding", [0x20, 0xD6, 0xD0] as [UInt8], "1:2"),
  ]) func bytesInFront(check: String, prefix: [UInt8], at: String) throws {
    let file = "grammar/heads.tsv"
    let bytes = prefix + (CleanFolder.files[file] ?? [])
    #expect(places(check, in: try CleanFolder.with(file, bytes)) == ["\(file):\(at)"])
  }

  @Test func lineEnds() throws {
    let file = "grammar/heads.tsv"
    let bytes = (CleanFolder.files[file] ?? []).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(places("form.line-ends", in: try CleanFolder.with(file, bytes)) == ["\(file):1:40"])
    // Nothing else is wrong with them.
    #expect(Validation(of: try CleanFolder.with(file, bytes)).new.count == 1)
  }

  @Test func cutOffFile() throws {
    let file = "gazetteers/divisions.tsv"
    let bytes = Array((CleanFolder.files[file] ?? []).dropLast(60))
    let lexicons = try CleanFolder.with(file, bytes)
    #expect(places("form.final-newline", in: lexicons).count == 1)
    // The rows that were lost are not asked for.
    #expect(places("key.reference", in: lexicons) == [])
  }

  /// What was decided of clashes may stand in the part of ambiguity.tsv that is lost.
  @Test func clashesAreNotAskedOfATableCutOff() throws {
    var files = CleanFolder.files
    files["gazetteers/divisions.tsv"]? += Array(
      "d880201-1983\t880201\t望山区\tcounty\t市辖区\td880100-1983\t\t\tyear\tunits\n".utf8)
    #expect(places("clash.units", in: try CheckedLexicons(files: files, today: CleanFolder.today)).count == 1)
    files["gazetteers/ambiguity.tsv"]?.removeLast(8)
    #expect(places("clash.units", in: try CheckedLexicons(files: files, today: CleanFolder.today)) == [])
  }

  @Test func fileOfRandomBytesGivesOneLine() throws {
    var generator = SystemRandomNumberGenerator()
    let bytes = [0xFF] + (0..<3_000_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for file in ["gazetteers/divisions.tsv", "grammar/posts.tsv", "names/common_words.tsv"] {
      let found = Validation(of: try CleanFolder.with(file, bytes)).new.filter { $0.file == file }
      #expect(found.map(\.check) == ["form.encoding"])
    }
  }

  @Test func missingAndMisspeltFiles() throws {
    var files = CleanFolder.files
    files["grammar/post.tsv"] = files.removeValue(forKey: "grammar/posts.tsv")
    let lexicons = try CheckedLexicons(files: files, today: CleanFolder.today)
    #expect(places("form.unknown-file", in: lexicons) == ["grammar/post.tsv"])
    #expect(places("form.missing-file", in: lexicons) == ["grammar/posts.tsv"])
  }

  @Test func overlays() throws {
    let overlay = [
      "grammar/modifiers.tsv": CleanFolder.bytes("surface|effect|position|src/-前|||/-副|||/原|former|before|hand"),
      "grammar/heads.tsv": CleanFolder.bytes("head|type|class|min_left|standalone|src/博物馆|site|museum|2|n|hand"),
    ]
    let lexicons = try CheckedLexicons(files: overlay, over: CleanFolder.files, today: CleanFolder.today)
    #expect(places("overlay.nothing-to-remove", in: lexicons) == ["grammar/modifiers.tsv:2:1"])
    #expect(places("overlay.idle", in: lexicons) == ["grammar/heads.tsv:2:1"])
    #expect(lexicons[.modifiers].map { $0["surface"] } == ["原"])
  }

  @Test func sums() throws {
    let characters = (0..<1100).compactMap { Unicode.Scalar(0x4E00 + $0) }.map { "\($0)|1|909.09|909.09|hand" }.joined(
      separator: "/")
    let given = CleanFolder.bytes("char|ppm_first|ppm_second|ppm_single|src/" + characters)
    #expect(
      places("name.sums", in: try CleanFolder.with("names/given_chars.tsv", given)) == ["names/given_chars.tsv:2:3"])
    let surnames = (0..<400).compactMap { Unicode.Scalar(0x4E00 + $0) }.map { "\($0)|100|single|hand" }.joined(
      separator: "/")
    let table = CleanFolder.bytes("surname|ppm|class|src/" + surnames)
    #expect(
      places("name.surname-sum", in: try CleanFolder.with("names/surnames.tsv", table)) == ["names/surnames.tsv:2:3"])
  }

  @Test(arguments: [
    ("rule.syntax", "emit visited(who, to);", "emit vistied(who, to);", "rules/main.rules:5:8"),
    ("rule.no-ok", "ok \"[who:王明]来到[to:临江市]。\";", "", "rules/main.rules:1:1"),
    ("rule.no-no", "no \"", "todo \"", "rules/main.rules:1:1"),
    ("rule.few-examples", "no \"来到临江市。\";", "", "rules/main.rules:1:1"),
    (
      "rule.head-words", "no \"来到临江市。\";", "no \"来到临江市。\"; ok \"昨天[who:王明]来到[to:临江市]。\";",
      "rules/main.rules:1:1"
    ),
    ("rule.doc", "Somebody came somewhere.", "x", "rules/main.rules:1:1"),
  ]) func rules(check: String, old: String, new: String, at: String) throws {
    let text = CleanFolder.rules.replacing(old, with: new)
    #expect(places(check, in: try CleanFolder.with("rules/main.rules", Array(text.utf8))) == [at])
  }

  @Test func ruleUnderAnotherFilesName() throws {
    var files = CleanFolder.files
    files["rules/main.rules"] = Array("include \"visits.rules\";\n".utf8)
    files["rules/visits.rules"] = Array(CleanFolder.rules.replacing("main.visit", with: "roles.visit").utf8)
    #expect(
      places("rule.name", in: try CheckedLexicons(files: files, today: CleanFolder.today)) == ["rules/visits.rules:1:1"]
    )
  }
}

/// What needs folders on disk.
@Suite struct FolderTests {
  private static let shipped = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Lexicons"

  private func folder(_ files: [String: [UInt8]]) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/gongbao-check-\(UInt64.random(in: 0 ... .max))"
    for (file, bytes) in files {
      let target = path + "/" + file
      let parent = target.split(separator: "/").dropLast().map { "/" + $0 }.joined()
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: target))
    }
    return path
  }

  private func places(_ check: String, _ folders: [String]) throws -> [String] {
    let lexicons = try CheckedLexicons(folders: folders, today: CleanFolder.today)
    let found = Validation(of: lexicons).findings.map(\.finding).filter { $0.check == check }
    return found.map { String("\($0.place)".replacing((folders.last ?? "") + "/", with: "")) }
  }

  @Test func examplesThatFailAndGapsThatAreClosed() throws {
    let rules = CleanFolder.rules
      .replacing("no \"王明离开", with: "no \"王明来到")
      .replacing("  emit", with: "  todo \"[who:王建国]来到[to:天津市]。\";\n  emit")
      .replacing("ok \"[who:王明]来到[to:临江市]。\"", with: "ok \"[who:王建国]来到[to:天津市]。\"")
      .replacing("临江市", with: "天津市").replacing("王明", with: "王建国")
    let path = try folder(["rules/main.rules": Array(rules.utf8)])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try places("rule.example", [Self.shipped, path]) == ["rules/main.rules:8:3"])
    #expect(try places("rule.solved-todo", [Self.shipped, path]) == ["rules/main.rules:5:3"])
  }

  @Test func missingRulesAndUnreadableTables() throws {
    var files = CleanFolder.files
    files["rules/main.rules"] = nil
    files["grammar/heads.tsv/x"] = files.removeValue(forKey: "grammar/heads.tsv")
    let path = try folder(files)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try places("rule.missing", [path]) == ["rules/main.rules"])
    #expect(try places("form.unreadable", [path]) == ["grammar/heads.tsv"])
  }

  /// The loader is heard where the checks leave something out, and not where one of them has said the same.
  @Test func whatTheLoaderRefusesIsNeverPassedOver() throws {
    var files = CleanFolder.files
    files["grammar/heads.tsv"] = nil
    files["gazetteers/regions.tsv"]? += Array("x\t甲地\t\tdomestic\tnobody\n".utf8)
    let path = try folder(files)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lexicons = try CheckedLexicons(folders: [path], today: CleanFolder.today)
    func refused(_ checks: [String]) -> [String] {
      let checks = Check.all.filter { checks.contains($0.id) || $0.id == "load.refused" }
      return Validation(of: lexicons, checks: checks).new.filter { $0.check == "load.refused" }
        .map { String($0.message.prefix { $0 != " " }) }
    }
    #expect(refused([]) == ["gazetteers/regions.tsv:3:5:", "grammar/heads.tsv:"])
    #expect(refused(["form.missing-file"]) == ["gazetteers/regions.tsv:3:5:"])
    #expect(refused(["key.source"]) == ["grammar/heads.tsv:"])
    #expect(try places("load.refused", [path]) == [])
    #expect(try places("form.missing-file", [path]) == ["grammar/heads.tsv"])
  }

  @Test func theShippedLexiconsAreSound() throws {
    let lexicons = try CheckedLexicons(folders: [Self.shipped], today: CleanFolder.today)
    let validation = Validation(of: lexicons)
    let found = validation.new.filter { $0.severity > .note && $0.check != "rule.example" }
    #expect(found.map { "\($0.place) \($0.message)" } == [])
    #expect(!lexicons[.divisionCounts].isEmpty && !lexicons[.golden].isEmpty)
    // Each example of a rule or carry is a test case of its own.
    let junit = JUnitReport.text(validation)
    #expect(junit.contains("<testcase classname=\"rules.roles.title-before\" name=\"roles.rules:"))
    #expect(junit.contains("<testcase classname=\"rules.title.government\" name=\"carry.rules:"))
  }

  @Test func thePageOfChecksIsCurrent() throws {
    let page = try String(contentsOfFile: Self.shipped + "/CHECKS.md", encoding: .utf8)
    #expect(page == Check.page, "write it anew: gongbao lexicon check --list >Lexicons/CHECKS.md")
  }
}
