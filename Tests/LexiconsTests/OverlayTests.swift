import DocumentModel
import Lexicons
import Testing

@Suite struct OverlayTests {
  private let base = FixtureFolder.table("surface|kind|src/来到|verb|hand/的|particle|hand/和|conjunction|hand")

  private func load(_ overlays: [String]) throws -> [String] {
    let first = try FixtureFolder(["grammar/boundaries.tsv": base])
    let later = try overlays.map {
      try FixtureFolder(["grammar/boundaries.tsv": FixtureFolder.table("surface|kind|src/" + $0)], onTop: true)
    }
    // The folders are removed when nobody holds them any more, which optimised code notices as soon as their paths are known.
    return try withExtendedLifetime((first, later)) {
      let lexicons = try LexiconLoader.load(folders: ([first] + later).map(\.path))
      return lexicons.boundaries.map { "\($0.surface) \($0.kind)" }
    }
  }

  @Test func aKeyReplacesAMinusRemovesOthersAreAdded() throws {
    #expect(try load(["的|other|hand"]) == ["来到 verb", "的 other", "和 conjunction"])
    #expect(try load(["-的||"]) == ["来到 verb", "和 conjunction"])
    #expect(try load(["与|conjunction|hand"]) == ["来到 verb", "的 particle", "和 conjunction", "与 conjunction"])
  }

  @Test func foldersAreLaidOneOverTheOther() throws {
    #expect(try load(["-的||", "的|other|hand"]) == ["来到 verb", "和 conjunction", "的 other"])
    #expect(try load(["的|other|hand", "-的||"]) == ["来到 verb", "和 conjunction"])
    #expect(try load(["的|other|hand", "的|verb|hand"]) == ["来到 verb", "的 verb", "和 conjunction"])
  }

  @Test func aRowSaysWhichFolderItIsFrom() throws {
    let first = try FixtureFolder()
    let second = try FixtureFolder(
      ["grammar/boundaries.tsv": FixtureFolder.table("surface|kind|src/来到|other|hand")], onTop: true)
    let lexicons = try withExtendedLifetime(first) { try LexiconLoader.load(folders: [first.path, second.path]) }
    #expect(lexicons.boundaries.map(\.row.description) == ["\(second.path)/grammar/boundaries.tsv:2"])
  }

  @Test(arguments: [
    (
      "-没有||",
      "FOLDER1/grammar/boundaries.tsv:2:1: no earlier folder has \"没有\" to be removed; delete the line or correct the key"
    ),
    (
      "与|verb|hand/-与||",
      "FOLDER1/grammar/boundaries.tsv:3:1: no earlier folder has \"与\" to be removed; delete the line or correct the key"
    ),
    (
      "与|verb|hand/与|verb|hand",
      "FOLDER1/grammar/boundaries.tsv:3:1: \"与\" is in line 2 already; delete one of the two lines or change its key"
    ),
  ]) func mistakes(lines: String, message: String) throws {
    let first = try FixtureFolder()
    let second = try FixtureFolder(
      ["grammar/boundaries.tsv": FixtureFolder.table("surface|kind|src/" + lines)], onTop: true)
    #expect(loadErrors([first, second]) == [message])
  }

  @Test func aFileNobodyReadsIsAMistake() throws {
    let first = try FixtureFolder()
    let second = try FixtureFolder(["names/surname.tsv": "surname\n"], onTop: true)
    let errors = loadErrors([first, second])
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("FOLDER1/names/surname.tsv: is no lexicon; rename it to one of ") == true)
    #expect(errors.first?.contains("names/surnames.tsv") == true)
  }

  @Test func aDivisionThatIsRemovedIsMissed() throws {
    let first = try FixtureFolder()
    let second = try FixtureFolder(
      ["gazetteers/divisions.tsv": FixtureFolder.table(FixtureFolder.divisionHeader + "/-d890100-1990|||||||||")],
      onTop: true)
    #expect(
      loadErrors([first, second]) == [
        "gazetteers/divisions.tsv:4:6: `parent_id` is \"d890100-1990\", which is no `id` of gazetteers/divisions.tsv; "
          + "add it there or correct it here"
      ])
  }
}
