import Ingestion
import Testing

struct InputListTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["a", "a/b", ".h"] { try folder.folder(name) }
    for name in ["1.txt", "2.txt", "3.md", "a/1.txt", "a/b/1.txt", ".h/1.txt", "a/.1.txt"] {
      try folder.write(name, [])
    }
    try folder.link("a/b/up", to: "..")
    return folder
  }

  @Test(
    "Patterns",
    arguments: [
      ("*.txt", ["1.txt", "2.txt"]), ("?.md", ["3.md"]), ("[12].txt", ["1.txt", "2.txt"]),
      ("**/1.txt", ["1.txt", "a/1.txt", "a/b/1.txt"]), ("a/**/*.txt", ["a/1.txt", "a/b/1.txt"]),
      ("*/b/*.txt", ["a/b/1.txt"]), ("**/**/**/1.txt", ["1.txt", "a/1.txt", "a/b/1.txt"]),
    ])
  func patterns(_ pattern: String, _ found: [String]) throws {
    let folder = try folder()
    let inputs = InputPath.resolve([folder.path + "/" + pattern])
    #expect(inputs.files.map { String($0.name.dropFirst(folder.path.count + 1)) } == found)
    #expect(inputs.failures.isEmpty)
  }

  @Test("A pattern that matches nothing, and a file whose name looks like one")
  func noMatch() throws {
    let folder = try folder()
    #expect(InputPath.resolve([folder.path + "/*.csv"]).failures.map(\.code) == [.missing])
    try folder.write("[1].txt", [])
    #expect(InputPath.resolve([folder.path + "/[1].txt"]).files.map(\.id) == ["[1]"])
  }

  @Test("A list of inputs, with comments and a pattern; lists in lists are not read")
  func list() throws {
    let folder = try folder()
    try folder.write("list", Array("# articles\n\n\(folder.path)/3.md\r\n\(folder.path)/a/*.txt\n@x\nnone.txt\n".utf8))
    let inputs = InputPath.resolve(["@\(folder.path)/list"])
    #expect(inputs.files.map { String($0.name.dropFirst(folder.path.count + 1)) } == ["3.md", "a/1.txt"])
    #expect(inputs.failures.map(\.file) == ["@x", "none.txt"])
    #expect(InputPath.resolve(["@\(folder.path)/nolist"]).failures.map(\.code) == [.missing])
  }
}
