import DocumentModel
import Testing

@testable import KnowledgeGraph

/// Merging is associative and commutative, with the empty graph as its unit: tried with graphs of random documents.
///
/// The seed of a failure is its argument.
@Suite struct MergingTests {
  private func bytes(of graph: GraphBuilder) -> [String: [UInt8]] {
    let origin = GraphOrigin(program: "test")
    return Dictionary(uniqueKeysWithValues: GraphWriter.files(of: graph, origin: origin).map { ($0.path, $0.bytes) })
  }

  private func merged(_ a: GraphBuilder, _ b: GraphBuilder) throws -> GraphBuilder {
    var graph = a
    try graph.merge(b)
    return graph
  }

  @Test(arguments: 1...60)
  func graphs(seed: UInt64) throws {
    var random = RandomDocuments(seed: seed)
    let a = try random.graph()
    let b = try random.graph()
    let c = try random.graph()
    #expect(bytes(of: try merged(a, b)) == bytes(of: try merged(b, a)))
    #expect(bytes(of: try merged(merged(a, b), c)) == bytes(of: try merged(a, merged(b, c))))
    #expect(bytes(of: try merged(GraphBuilder(), a)) == bytes(of: a))
    #expect(bytes(of: try merged(a, GraphBuilder())) == bytes(of: a))
  }

  /// Lines of records in random parts, each part merged, the results merged again with others: the lines of merging all at
  /// once.
  @Test(arguments: 1...60)
  func records(seed: UInt64) throws {
    var random = RandomDocuments(seed: seed)
    var lines: [[UInt8]] = []
    for _ in 0..<12 { lines += Self.split(try RecordLines.lines(of: random.document())) }
    let expected = try merged(lines)
    #expect(expected.count < lines.count)
    for _ in 0..<4 {
      lines.shuffle(using: &random.generator)
      let cut = Int.random(in: 0...lines.count, using: &random.generator)
      let again = Int.random(in: 0...cut, using: &random.generator)
      let part = try merged(Array(lines[..<again])) + Array(lines[again..<cut])
      let other = try merged(Array(lines[cut...]))
      #expect(try merged(other + merged(part)) == expected)
      #expect(try merged(merged(part) + other) == expected)
    }
  }

  private func merged(_ lines: [[UInt8]]) throws -> [[UInt8]] {
    var combiner = RecordCombiner()
    var merged: [UInt8] = []
    for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      merged += try combiner.add(RecordLines.record(from: line))
    }
    return Self.split(merged + combiner.finish())
  }

  private static func split(_ lines: [UInt8]) -> [[UInt8]] { lines.split(separator: 0x0A).map { Array($0) } }

  @Test func unsortedRecordsAreAnError() throws {
    let lines = Self.split(try RecordLines.lines(of: Invented.visit()))
    var combiner = RecordCombiner()
    _ = try combiner.add(RecordLines.record(from: lines[1]))
    #expect(throws: GraphError.recordsUnsorted) { try combiner.add(RecordLines.record(from: lines[0])) }
  }

  @Test(arguments: ["", "\t", "64", "6", "64\t0", "zz\t", "64 \t", "7A\t", "7a\t", "64\t\t"])
  func otherLinesAreNoRecords(line: String) {
    #expect(throws: GraphError.noRecord) { try RecordLines.record(from: Array(line.utf8)) }
  }

  @Test func aBrokenValueIsNoRecord() throws {
    let line = try #require(Self.split(RecordLines.lines(of: Invented.visit())).last { $0.starts(with: [0x36, 0x65]) })
    var combiner = RecordCombiner()
    #expect(throws: GraphError.noRecord) { try combiner.add(RecordLines.record(from: Array(line.dropLast(4)))) }
  }
}
