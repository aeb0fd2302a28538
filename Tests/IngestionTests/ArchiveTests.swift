import DocumentModel
import Ingestion
import Testing

struct ArchiveTests {
  static let archives: [(name: String, bytes: [UInt8])] = [
    ("a.7z", Fixtures.sevenZip), ("a.zip", Fixtures.zip), ("a.tar.xz", Fixtures.tarXZ), ("a.tar.zst", Fixtures.tarZstd),
    ("a.tar.bz2", Fixtures.tarBzip2), ("a.tgz", Fixtures.tarGzip),
  ]

  @Test("The members of an archive are articles by their paths", arguments: archives.indices)
  func members(_ index: Int) throws {
    let (name, bytes) = Self.archives[index]
    let seen = try Reading.lines(name, bytes)
    #expect(seen.sorted() == ["- news/一 会议今天在兰亭市召开。\n", "1 r1 甲", "2 r2 乙"], "\(name)")
  }

  @Test(
    "A compressed file is its content",
    arguments: [
      ("gz", Fixtures.feedGzip), ("xz", Fixtures.feedXZ), ("zst", Fixtures.feedZstd), ("bz2", Fixtures.feedBzip2),
    ])
  func compressed(_ suffix: String, _ bytes: [UInt8]) throws {
    for name in ["feed.jsonl." + suffix, "feed." + suffix] {
      #expect(try Reading.lines(name, bytes) == ["1 r1 甲", "2 r2 乙"], "\(name)")
    }
  }

  @Test(
    "Every cut of an archive gives articles or a failure that names it, and nothing else", arguments: archives.indices)
  func truncated(_ index: Int) throws {
    let (name, bytes) = Self.archives[index]
    let folder = try TemporaryFolder()
    for length in stride(from: 0, to: bytes.count, by: 5) {
      try folder.write("\(length)\(name)", Array(bytes.prefix(length)))
    }
    for article in Reading.articles(of: [folder.path]) {
      #expect(["会议今天在兰亭市召开。\n", "甲", "乙"].contains { $0.hasPrefix(article.text) }, "\(name): \(article.id)")
    }
    let failures = try failures(name, Array(bytes.prefix(bytes.count / 2)))
    #expect(failures.contains { $0.code == .corrupt && $0.file.contains(name) }, "\(name)")
    #expect(failures.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test("Any byte of an archive may be wrong", arguments: archives.indices)
  func corrupt(_ index: Int) throws {
    let (name, bytes) = Self.archives[index]
    let folder = try TemporaryFolder()
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x55
      try folder.write("\(place)\(name)", damaged)
    }
    #expect(Reading.lines(of: [folder.path]).count >= bytes.count / 2)
  }

  private func failures(_ name: String, _ bytes: [UInt8], _ options: InputOptions = InputOptions()) throws
    -> [IngestionError]
  {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    return Reading.failures(of: [folder.path + "/" + name], options: options)
  }

  @Test("Ids of members: with the archive's own in a folder, without it where the archive is given")
  func ids() throws {
    let folder = try TemporaryFolder()
    try folder.folder("s")
    var tar = TarFile()
    tar.add("./x/1.txt", Array("甲".utf8))
    try folder.write("s/a.tar", tar.finished)
    try folder.write("s/b.tar.gz", Fixtures.tarGzip)
    try folder.write("s/c.txt.gz", Fixtures.feedGzip)
    #expect(Reading.articles(of: [folder.path + "/s/a.tar"]).map(\.id) == ["x/1"])
    #expect(
      Reading.articles(of: [folder.path]).map(\.id) == ["s/a/x/1", "r1", "r2", "s/b/news/一", "s/c"])
  }

  @Test("Archives in archives, to a depth")
  func nested() throws {
    var inner = TarFile()
    inner.add("1.txt", Array("甲".utf8))
    var middle = TarFile()
    middle.add("i.tar", inner.finished)
    middle.add("feed.jsonl.gz", Fixtures.feedGzip)
    var outer = TarFile()
    outer.add("m.tar", middle.finished)
    outer.add("2.txt", Array("乙".utf8))
    #expect(try Reading.lines("o.tar", outer.finished) == ["- m/i/1 甲", "1 r1 甲", "2 r2 乙", "- 2 乙"])
    let shallow = InputOptions(limits: InputLimits(archiveDepth: 2))
    #expect(try Reading.lines("o.tar", outer.finished, options: shallow) == ["- !too-large", "- !too-large", "- 2 乙"])
    // A 7z must be able to seek.
    var seven = TarFile()
    seven.add("s.7z", Fixtures.sevenZip)
    seven.add("2.txt", Array("乙".utf8))
    #expect(try Reading.lines("o.tar", seven.finished) == ["- !corrupt", "- 2 乙"])
  }

  @Test("Paths that lead out of the archive, links, devices and what is no text")
  func paths() throws {
    var tar = TarFile()
    for path in ["../1.txt", "a/../../1.txt", "/etc/1.txt", "C:\\1.txt", "..\\1.txt", "a\u{1}.txt"] {
      tar.add(path, Array("甲".utf8))
    }
    tar.add("l.txt", [], kind: UInt8(ascii: "2"), link: "/etc/passwd")
    tar.add("h.txt", [], kind: UInt8(ascii: "1"), link: "/etc/passwd")
    tar.add("d.txt", [], kind: UInt8(ascii: "3"))
    tar.add("photo.jpg", [1, 2, 3])
    tar.add("a/./b//2.txt", Array("乙".utf8))
    let folder = try TemporaryFolder()
    try folder.write("a.tar", tar.finished)
    var reader = ArticleReader(InputPath.resolve([folder.path + "/a.tar"]).files)
    var seen: [String] = []
    while let element = reader.next() {
      switch element.result {
      case .success(let article): seen.append(article.id)
      case .failure(let error): seen.append(error.code.rawValue)
      }
    }
    #expect(seen == Array(repeating: "unsafe-path", count: 6) + ["a/b/2"])
    #expect(
      reader.takeNotes().map { String($0.dropFirst(folder.path.count + 1)) } == [
        "a.tar: members passed over: 1 whose suffix names no format that is read, such as photo.jpg, 3 that are links or devices"
      ])
    #expect(reader.takeNotes().isEmpty)
  }

  @Test("Names in GBK are read")
  func gbkNames() throws {
    var tar = TarFile()
    tar.add("x.txt", Array("甲".utf8))
    // 会议.txt in GBK in place of the name; the checksum made anew.
    var bytes = tar.finished
    let name: [UInt8] = [0xBB, 0xE1, 0xD2, 0xE9, 0x2E, 0x74, 0x78, 0x74]
    for (index, byte) in name.enumerated() { bytes[index] = byte }
    for index in 148..<156 { bytes[index] = 0x20 }
    let sum = String(bytes[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
    for (index, digit) in ("0" + sum).utf8.enumerated() { bytes[148 + index] = digit }
    bytes[154] = 0
    #expect(try Reading.lines("a.tar", bytes) == ["- 会议 甲"])
  }

  @Test("A bomb is stopped: far more comes out than went in")
  func bomb() throws {
    // The 7z and the gzip of the fixtures come out at less than one to one; limits are set below what they give.
    let limits = InputLimits(archiveRatio: 2, archiveFreeBytes: 1000)
    let failures = try failures("a.tgz", Fixtures.tarGzip, InputOptions(limits: limits))
    #expect(failures.map(\.code) == [.tooLarge])
    #expect(failures.first?.what.contains("bomb") == true)
  }

  @Test("An encrypted archive says so")
  func encrypted() throws {
    #expect(try failures("a.zip", Fixtures.encryptedZip).map(\.code) == [.encrypted])
  }

  @Test("A member that is too long is refused, the next one read")
  func tooLong() throws {
    var tar = TarFile()
    tar.add("1.txt", Array(repeating: 0x41, count: 3000))
    tar.add("2.txt", Array("乙".utf8))
    tar.add("3.txt", Array("丙".utf8), size: 1 << 40)
    let limits = InputLimits(articleBytes: 2000)
    #expect(
      try Reading.lines("a.tar", tar.finished, options: InputOptions(limits: limits)) == [
        "- !too-large", "- 2 乙", "- !too-large",
      ]
        || Reading.lines("a.tar", tar.finished, options: InputOptions(limits: limits)) == [
          "- !too-large", "- 2 乙", "- !corrupt",
        ])
  }

  @Test("What is no archive says so")
  func noArchive() throws {
    for name in ["a.tar", "a.zip", "a.7z"] {
      let seen = try Reading.lines(name, Array("会议今天召开。".utf8))
      #expect(seen == ["- !corrupt"], "\(name)")
    }
    #expect(try Reading.lines("a.tar", []) == ["- !corrupt"])
  }
}
