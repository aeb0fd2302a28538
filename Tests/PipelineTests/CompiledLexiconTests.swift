import DocumentModel
import FoundationEssentials
import Ingestion
import ShippedPipeline
import Testing

@testable import Pipeline

/// Lexicons from their compiled form: the same results, and no use of a file that is not what would be made now.
@Suite struct CompiledLexiconTests {
  @Test func givesWhatTheTablesGive() throws {
    let folder = try LexiconCopy(.shipped)
    try folder.compile()
    let compiled = try Pipeline(lexicons: [folder.path])
    #expect(compiled.warnings == [])
    #expect(CompiledLexicon.find(in: folder) == "usable")
    let plain = try Shipped.pipeline()
    #expect(compiled.lexiconHash == plain.lexiconHash)
    let (one, other) = (try compiled.reader(), try plain.reader())
    var articles = ArticleReader(InputPath.resolve([Shipped.articles]).files)
    while let element = articles.next() {
      let article = try element.result.get()
      #expect(one.extraction(of: article) == other.extraction(of: article), "\(article.id)")
    }
  }

  @Test func readsRowsThatOverlaysAddReplaceAndRemove() throws {
    let folder = try LexiconCopy(.headers)
    try folder.add(
      "gazetteers/sites.tsv", ["a\t甲园\t\tpark\t\thand", "b\t乙园\t\tpark\t\thand", "c\t丙园\t\tpark\t\thand"])
    let overlay = try LexiconCopy(.empty)
    try overlay.write("gazetteers/sites.tsv", LexiconCopy.header(of: "gazetteers/sites.tsv"))
    try overlay.add(
      "gazetteers/sites.tsv", ["-b", "c\t丁园\t\tpark\t\thand", "d\t戊园\t\tpark\t\thand"].map(LexiconCopy.filled))
    let folders = [folder.path, overlay.path]
    try overlay.compile(folders)
    let compiled = try Pipeline(lexicons: folders)
    let plain = try Pipeline(lexicons: folders, usesCompiled: false)
    #expect(CompiledLexicon.find(in: overlay, folders) == "usable")
    let text = "甲园、乙园、丙园、丁园和戊园。"
    let found = try compiled.reader().extraction(of: Shipped.article(text))
    #expect(try found == plain.reader().extraction(of: Shipped.article(text)))
    #expect(found.mentions.map { found.text(of: $0.span) } == ["甲园", "丁园", "戊园"])
    #expect(found.mentions.map(\.by.description).last == "\(overlay.path)/gazetteers/sites.tsv:4")
  }

  @Test func isOutOfDateWhenATableChanges() throws {
    let folder = try LexiconCopy(.headers)
    try folder.compile()
    #expect(CompiledLexicon.find(in: folder) == "usable")
    // Of the same length, and written at once: only the contents tell.
    try folder.add("gazetteers/regions.tsv", ["r-a\t甲地\t\tregion\thand"])
    try folder.compile()
    #expect(CompiledLexicon.find(in: folder) == "usable")
    try folder.replace("甲地", "乙地", in: "gazetteers/regions.tsv")
    #expect(CompiledLexicon.find(in: folder) == "\(folder.path)/gazetteers/regions.tsv has changed")
    let pipeline = try Pipeline(lexicons: [folder.path])
    #expect(pipeline.warnings.count == 1 && pipeline.warnings[0].contains("regions.tsv has changed"))
    let found = try pipeline.reader().extraction(of: Shipped.article("乙地。"))
    #expect(found.mentions.map { found.text(of: $0.span) } == ["乙地"])

    try folder.compile()
    try folder.remove("gazetteers/sites.tsv")
    #expect(CompiledLexicon.find(in: folder) == "\(folder.path)/gazetteers/sites.tsv is gone")
    try folder.compile()
    try folder.write("gazetteers/sites.tsv", LexiconCopy.header(of: "gazetteers/sites.tsv"))
    #expect(CompiledLexicon.find(in: folder) == "\(folder.path)/gazetteers/sites.tsv is new")
  }

  @Test func belongsToItsFoldersAndItsFormat() throws {
    let folder = try LexiconCopy(.headers)
    try folder.compile()
    let overlay = try LexiconCopy(.empty)
    try FileManager.default.copyItem(
      atPath: folder.path + "/" + Pipeline.compiledFile, toPath: overlay.path + "/" + Pipeline.compiledFile)
    #expect(CompiledLexicon.find(in: overlay, [folder.path, overlay.path]) == "it was made from 1 folders, not 2")
    var bytes = try folder.compiled()
    bytes[12] ^= 2
    try folder.write(Pipeline.compiledFile, bytes)
    #expect(CompiledLexicon.find(in: folder) == "it has format 3, and this program writes 1")
    try folder.remove(Pipeline.compiledFile)
    #expect(CompiledLexicon.find(in: folder) == "none")
  }

  /// A table left out is in the compiled form all the same.
  @Test func isNotUsedWithoutALexicon() throws {
    let folder = try LexiconCopy(.headers)
    try folder.add("gazetteers/sites.tsv", ["a\t甲园\t\tpark\t\thand"])
    try folder.compile()
    let pipeline = try Pipeline(lexicons: [folder.path], without: ["sites"])
    #expect(try pipeline.reader().extraction(of: Shipped.article("甲园。")).mentions.isEmpty)
  }

  @Test func refusesAnyDamage() throws {
    let folder = try LexiconCopy(.headers)
    try folder.compile()
    let whole = try folder.compiled()
    var random = SystemlessRandom(state: 3)
    for turn in 0..<200 {
      var bytes = whole
      switch turn % 4 {
      case 0: bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8(1 << (turn / 4 % 8))
      // Where the table of sections is.
      case 1: bytes[Int.random(in: 16..<4000, using: &random)] ^= UInt8(1 << (turn / 4 % 8))
      case 2: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      default:
        for index in 0..<Int.random(in: 16..<bytes.count, using: &random) where index % 97 < 40 {
          bytes[index] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try folder.write(Pipeline.compiledFile, bytes)
      let finding = CompiledLexicon.find(in: folder)
      #expect(finding.hasPrefix("broken: "), "turn \(turn): \(finding)")
    }
  }
}

/// The same numbers in every run.
private struct SystemlessRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

extension CompiledLexicon {
  /// What is found beside the lexicons of a folder, in words.
  fileprivate static func find(in folder: LexiconCopy, _ folders: [String]? = nil) -> String {
    do {
      switch try find(for: folders ?? [folder.path]) {
      case .none: return "none"
      case .usable: return "usable"
      case .stale(let reason): return reason
      }
    } catch {
      return "broken: \(error)"
    }
  }
}
