import Lexicons
import Testing

@Suite struct LocatorTests {
  /// A place with all folders that are looked at; `program/bin/gongbao` is the executable.
  private func place(_ present: [String]) throws -> (folder: FixtureFolder, locator: (String?) -> LexiconLocator) {
    let files = Dictionary(uniqueKeysWithValues: present.map { ($0 + "/gazetteers/sources.tsv", "") })
    let folder = try FixtureFolder(files, onTop: true)
    let path = folder.path
    return (
      folder,
      { variable in
        LexiconLocator(
          environment: variable.map { "\(path)/\($0)" }, executable: "\(path)/program/bin/gongbao",
          workingFolder: "\(path)/here")
      }
    )
  }

  private let all = ["given", "variable", "program/share/gongbao", "here/Lexicons"]

  @Test func theFirstOneInOrderIsTaken() throws {
    let (folder, locator) = try place(all)
    #expect(try locator("variable").locate(explicit: "\(folder.path)/given") == "\(folder.path)/given")
    #expect(try locator("variable").locate() == "\(folder.path)/variable")
    #expect(try locator(nil).locate() == "\(folder.path)/program/share/gongbao")
    let (later, locatorThere) = try place(["here/Lexicons"])
    #expect(try locatorThere(nil).locate() == "\(later.path)/here/Lexicons")
  }

  @Test func anEmptyVariableIsNone() throws {
    let (folder, _) = try place(all)
    let locator = LexiconLocator(environment: "", executable: nil, workingFolder: "\(folder.path)/here")
    #expect(try locator.locate() == "\(folder.path)/here/Lexicons")
  }

  @Test func whatIsNamedIsNotReplacedByAnother() throws {
    let (folder, locator) = try place(["here/Lexicons"])
    #expect(throws: LexiconsNotFound(places: ["\(folder.path)/given (as given)"])) {
      try locator(nil).locate(explicit: "\(folder.path)/given")
    }
    #expect(throws: LexiconsNotFound(places: ["\(folder.path)/variable (GONGBAO_LEXICONS)"])) {
      try locator("variable").locate()
    }
  }

  @Test func theErrorNamesAllPlaces() throws {
    let (folder, locator) = try place(["given"])
    let places = [
      "\(folder.path)/program/share/gongbao (beside the program)",
      "\(folder.path)/here/Lexicons (in the working folder)",
    ]
    #expect(throws: LexiconsNotFound(places: places)) { try locator(nil).locate() }
    #expect(LexiconsNotFound(places: places).description.contains(places.joined(separator: "; ")))
  }
}
