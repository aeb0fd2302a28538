import DocumentModel
import Lexicons
import Testing

@Suite struct LoaderTests {
  @Test func aSoundFolderIsReadWhole() throws {
    let folder = try FixtureFolder()
    let lexicons = try LexiconLoader.load(folders: [folder.path])
    let district = try #require(lexicons.divisions.last)
    #expect(district.id == "d890102-2012")
    #expect(district.code == "890102")
    #expect(district.level == .county)
    #expect(district.parentID == "d890100-1990")
    #expect(district.validity == Validity(from: PartialDate(year: 2012), to: nil, precision: .year))
    #expect(district.row.description == "gazetteers/divisions.tsv:4")
    #expect(lexicons.divisions[0].parentID == nil)
    #expect(lexicons.divisionAliases.map(\.kind) == [.oneCharacter, .short])
    #expect(lexicons.divisionAliases.map(\.needsContext) == [.compound, .none])
    #expect(lexicons.regions.first?.aliases == ["东沿海", "沿海东部"])
    #expect(lexicons.countries.first?.aliases == [])
    #expect(lexicons.posts.map(\.needsOrganisation) == [true, false])
    #expect(lexicons.posts.map(\.implies) == [nil, .government])
    #expect(lexicons.surnames.first?.ppm == 71500.25)
    #expect(lexicons.organisationHeads.first?.weight == 0.9)
    #expect(lexicons.transliterationCharacters.first?.canEnd == true)
    #expect(lexicons.centralOrgans.first?.validity.from == PartialDate(year: 1954, month: 9))
    #expect(lexicons.sources.first?.retrieved == PartialDate(year: 2021, month: 5))
    // Optional files that are not there.
    #expect(lexicons.officials.isEmpty && lexicons.sites.isEmpty && lexicons.nameStops.isEmpty)
  }

  @Test func optionalFilesAreReadWhereTheyAre() throws {
    let folder = try FixtureFolder([
      "gazetteers/officials.tsv": FixtureFolder.table("id|name|variants|birth|src/p-1|王小明|王晓明|1961-02|hand"),
      "gazetteers/foreign_places.tsv": FixtureFolder.table("name|country_id|kind|aliases|src/北京|CN|capital||hand"),
    ])
    let lexicons = try LexiconLoader.load(folders: [folder.path])
    #expect(lexicons.officials.first?.variants == ["王晓明"])
    #expect(lexicons.officials.first?.birth == PartialDate(year: 1961, month: 2))
    #expect(lexicons.foreignPlaces.first?.kind == .capital)
  }

  @Test func whatIsLeftOutIsEmptyAndNotAskedFor() throws {
    let folder = try FixtureFolder(without: ["gazetteers/divisions.tsv"])
    let lexicons = try LexiconLoader.load(folders: [folder.path], without: ["divisions"])
    #expect(lexicons.divisions.isEmpty)
    #expect(lexicons.divisionAliases.count == 2)
  }

  /// `orgs` leaves out companies and the like, not the organs that stand in the same table.
  @Test func bodiesThatAreNoOrgansAreLeftOutAlone() throws {
    let folder = try FixtureFolder([
      "gazetteers/central_orgs.tsv": FixtureFolder.table(
        "id|name|aliases|kind|parent_id|valid_from|valid_to|src/a|国务院||state_council||||hand/b|唐山港集团||company||||hand")
    ])
    #expect(try LexiconLoader.load(folders: [folder.path]).centralOrgans.map(\.id) == ["a", "b"])
    #expect(try LexiconLoader.load(folders: [folder.path], without: ["orgs"]).centralOrgans.map(\.id) == ["a"])
  }

  @Test func leavingOutWhatIsNotThereIsAnError() throws {
    let folder = try FixtureFolder()
    #expect(throws: LexiconLoadError.unknownLexicon(name: "division", known: LexiconSet.lexiconNames)) {
      try LexiconLoader.load(folders: [folder.path], without: ["division"])
    }
    #expect(LexiconSet.lexiconNames.contains("division_aliases"))
    #expect(throws: LexiconLoadError.noFolders) { try LexiconLoader.load(folders: []) }
  }

  @Test func filesInMemoryNeedNoOthers() throws {
    let words = FixtureFolder.table("word|src/和平|anybody")
    let lexicons = try LexiconLoader.load(files: ["grammar/boundary_words.tsv": words])
    #expect(lexicons.boundaryWords.map(\.word) == ["和平"])
    #expect(lexicons.posts.isEmpty)
    let problem = LexiconError.Problem.unknownReference(
      column: "src", value: "anybody", file: "gazetteers/sources.tsv", key: "src")
    #expect(
      throws: LexiconLoadError.files(
        [LexiconError(file: "grammar/boundary_words.tsv", line: 2, column: 2, problem: problem)], more: 0)
    ) {
      let sources = try #require(FixtureFolder.sound["gazetteers/sources.tsv"])
      return try LexiconLoader.load(files: ["grammar/boundary_words.tsv": words, "gazetteers/sources.tsv": sources])
    }
    #expect(throws: LexiconLoadError.self) { try LexiconLoader.load(files: ["grammar/boundary_word.tsv": words]) }
  }

  @Test func theHashTellsContentsApart() throws {
    let one = try FixtureFolder()
    let same = try FixtureFolder()
    let other = try FixtureFolder(["grammar/boundary_words.tsv": "word\tsrc\n和谐\thand\n"])
    func hash(_ folder: FixtureFolder, without: Set<String> = []) throws -> String {
      try LexiconLoader.load(folders: [folder.path], without: without).contentHash
    }
    let first = try hash(one)
    #expect(first.count == 16 && first.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    #expect(try hash(same) == first)
    #expect(try hash(other) != first)
    #expect(try hash(one, without: ["posts"]) != first)
    #expect(try hash(one, without: ["posts"]) != hash(one, without: ["heads"]))
    // The number itself: it may change only when the fixture or the way of hashing does.
    #expect(first == "b7422a8732f74f18")
  }
}
