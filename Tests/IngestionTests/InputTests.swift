import DocumentModel
import Ingestion
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that is gone when the test ends.
final class TemporaryFolder {
  struct Failure: Error {}
  let path: String

  init() throws {
    var template = Array("/tmp/gongbao-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  func folder(_ name: String) throws {
    guard mkdir(path + "/" + name, 0o700) == 0 else { throw Failure() }
  }

  func link(_ name: String, to target: String) throws {
    guard symlink(target, path + "/" + name) == 0 else { throw Failure() }
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    guard let file = fopen(path + "/" + name, "w") else { throw Failure() }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure() }
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(stream)
    }
    _ = unlink(path) == 0 || rmdir(path) == 0
  }
}

struct InputTests {
  @Test("A folder is walked in byte order, each folder once, links to itself or upward included")
  func walk() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "b/c", "z"] { try folder.folder(name) }
    for name in ["b/c/3.txt", "b/2.MD", "a.txt", "b.txt", "z/9.ndjson", "z/photo.jpg", "z/noend", ".hidden.txt"] {
      try folder.write(name, Array("{}".utf8))
    }
    try folder.link("b/c/up", to: "..")
    try folder.link("a-link", to: "z")
    try folder.link("loop", to: "loop")
    let inputs = InputPath.resolve([folder.path + "/"])
    #expect(
      inputs.files.map { String($0.name.dropFirst(folder.path.count + 1)) } == [
        "a.txt", "b.txt", "b/2.MD", "b/c/3.txt", "z/9.ndjson",
      ])
    #expect(inputs.files.map(\.id) == ["a", "b", "b/2", "b/c/3", "z/9"])
    #expect(inputs.files.map(\.format) == [.plainText, .plainText, .markdown, .plainText, .jsonLines])
    #expect(inputs.notes.count == 5)
    #expect(inputs.failures.map(\.file) == [folder.path + "/loop"])
  }

  @Test("A file directly, standard input, and what does not exist")
  func direct() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.b.txt", [])
    try folder.write("a.pdf", [])
    let inputs = InputPath.resolve([folder.path + "/a.b.txt", "-", folder.path + "/none", folder.path + "/a.pdf"])
    #expect(inputs.files.map(\.id) == ["a.b", "-"])
    #expect(inputs.files.map(\.place) == [.path(folder.path + "/a.b.txt"), .standardInput])
    #expect(inputs.failures.map(\.code) == [.missing, .unknownFormat])
    #expect(inputs.failures.first?.description == "\(folder.path)/none: no such file or folder; check the path")
  }

  @Test("Plain text: byte order mark, empty file, bytes that are not UTF-8")
  func plainText() throws {
    #expect(try PlainTextReader.article(from: [0xEF, 0xBB, 0xBF, 0x41], id: "1", file: "f").text == "A")
    #expect(try PlainTextReader.article(from: [], id: "1", file: "f").text.isEmpty)
    // GB 18030 and UTF-16 are told by themselves; what is neither is not guessed at.
    #expect(try PlainTextReader.article(from: [0x41, 0xD6, 0xD0], id: "1", file: "f").text == "A中")
    #expect(try PlainTextReader.article(from: [0xFF, 0xFE, 0x2D, 0x4E], id: "1", file: "f").text == "中")
    let error = #expect(throws: IngestionError.self) {
      try PlainTextReader.article(from: Array("中国".utf8) + [0xE4, 0xBD], id: "1", file: "f.txt", options: utf8)
    }
    #expect(error?.code == .notUTF8)
    #expect(error?.description.hasPrefix("f.txt: byte 6 is not UTF-8; ") == true)
  }

  private var utf8: InputOptions { InputOptions(encoding: .utf8) }

  @Test("A second equal id names both places")
  func ids() throws {
    var ids = ArticleIDs()
    try ids.add("x", file: "a.jsonl", line: 3)
    try ids.add("y", file: "a.jsonl", line: 4)
    let error = #expect(throws: IngestionError.self) { try ids.add("x", file: "b.txt") }
    #expect(error?.code == .duplicateID)
    #expect(error?.description.hasPrefix("b.txt: id \"x\" was used before, at a.jsonl:3; ") == true)
  }

  @Test("Many files as one sequence of zoned articles and failures")
  func sequence() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Array("会议召开\n会议今天召开。".utf8))
    try folder.write("b.jsonl", Array("{\"id\":\"a\",\"text\":\"甲\"}\n{\"id\":\"c\",\"text\":\"乙\"}\n[]\n".utf8))
    try folder.write("c.txt", [0x80])
    var reader = ArticleReader(InputPath.resolve([folder.path]).files)
    var seen: [String] = []
    while let element = reader.next() {
      let line = element.line.map(String.init) ?? "-"
      switch element.result {
      case .success(let article): seen.append("\(line) \(article.id) \(article.regions.count)")
      case .failure(let error): seen.append("\(line) \(error.code.rawValue)")
      }
    }
    #expect(seen == ["- a 2", "1 duplicate-id", "2 c 1", "3 malformed", "- unknown-encoding"])
  }
}
