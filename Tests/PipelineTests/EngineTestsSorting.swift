import DocumentModel
import Glibc
import Testing

@testable import KnowledgeGraph

/// Graphs sorted on the disk are those made in memory, byte for byte.
@Suite struct EngineTestsSorting {
  /// Invented documents; many name the same people and places, some with signs that CSV must quote or clean.
  private func extraction(_ number: Int) -> Extraction {
    let people = ["林知远", "高晓棠", "陆,一\"鸣", "沈 青", "安\u{1}然"]
    let person = people[number % people.count]
    let entities = [
      Entity(
        id: "person-\(number % 7)", type: .person, name: person, aliases: number.isMultiple(of: 3) ? ["老林", "林;"] : []),
      Entity(
        id: "org-\(number % 4)", type: .org, name: "云屏市委", kind: "party_committee", resolved: number.isMultiple(of: 2)),
      Entity(id: "place-1", type: .place, name: "云屏市", code: "990100"),
    ].sorted { $0.id < $1.id }
    let text = "林知远任云屏市委书记。"
    let mention = LinkedMention(
      span: Span(0, 9), type: .person, entity: "person-\(number % 7)", by: .rule("names.test"))
    let relations = [
      Relation(
        type: .holdsRole, subject: "person-\(number % 7)", object: "org-\(number % 4)", role: "书记",
        title: number.isMultiple(of: 2) ? "市委书记" : "书记", status: number.isMultiple(of: 5) ? .former : .current,
        asOf: PartialDate(year: 2020, month: 1 + number % 12, day: 3), evidence: Span(0, text.utf8.count), rule: "test",
        confidence: 0.5 + Double(number % 5) / 10),
      Relation(
        type: .visited, subject: "person-\(number % 7)", object: "place-1",
        date: DateValue(PartialDate(year: 2020, month: 2, day: 1 + number % 9)), evidence: Span(0, 9), rule: "test",
        confidence: 0.9),
    ]
    let article = Article(
      id: "article-\(number)", text: text, title: "第\(number)篇",
      published: PartialDate(year: 2020, month: 1 + number % 12),
      source: "云屏日报")
    return Extraction(article: article, mentions: [mention, mention], entities: entities, relations: relations)
  }

  private func folder() throws -> String {
    var template = Array("/tmp/gongbao-sorting-XXXXXX".utf8CString)
    return String(cString: try #require(mkdtemp(&template)))
  }

  @Test(arguments: [300, 1 << 14, 1 << 26])
  func theDiskGivesTheBytesOfMemory(limit: Int) throws {
    let folder = try folder()
    let origin = GraphOrigin(program: "test", failedInputs: 2)
    var graph = GraphBuilder()
    var records: [UInt8] = []
    for number in 0..<200 {
      try graph.add(extraction(number))
      // Another order than memory's.
      records = try GraphRecords.bytes(of: extraction(number)) + records
    }
    try GraphWriter.write(graph, to: folder + "/memory", origin: origin)
    var file = try ByteFile(creating: folder + "/records")
    try file.write(records)
    try file.finish()
    let counts = try SortedGraph.write(
      recordsAt: folder + "/records", to: folder + "/disk", origin: origin, limit: limit)
    #expect(counts.documents == 200 && counts.facts == graph.factCount)
    #expect((counts.runs > 0) == (limit < 1 << 26))
    for path in GraphWriter.paths where path.contains(".") {
      #expect(read(folder + "/memory/" + path) == read(folder + "/disk/" + path), "\(path)")
    }
  }

  @Test func recordsThatAreBrokenOffAreAnError() throws {
    let folder = try folder()
    var file = try ByteFile(creating: folder + "/records")
    try file.write(Array(try GraphRecords.bytes(of: extraction(1)).dropLast()))
    try file.finish()
    #expect(throws: GraphError.self) {
      try SortedGraph.write(recordsAt: folder + "/records", to: folder + "/graph", origin: GraphOrigin(program: "test"))
    }
    #expect(access(folder + "/graph", F_OK) != 0)
  }

  @Test func aMarkedLineIsTheLineOfAMarkedExtraction() {
    var extraction = extraction(1)
    var line = ExtractionJSON.line(extraction)
    ExtractionJSON.mark(&line, duplicateOf: "a\"b")
    extraction.duplicateOf = "a\"b"
    #expect(line == ExtractionJSON.line(extraction))
  }

  private func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
  }
}
