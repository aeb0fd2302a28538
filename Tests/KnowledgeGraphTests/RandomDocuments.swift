import DocumentModel

@testable import KnowledgeGraph

/// Documents about a few invented people and places that say much of them differently: what merging has to agree on.
struct RandomDocuments {
  var generator: SeededGenerator
  private var count = 0

  init(seed: UInt64) { generator = SeededGenerator(state: seed &* 0x9E37_79B9_7F4A_7C15) }

  /// A graph of none to five documents, none of which is in another graph.
  mutating func graph() throws -> GraphBuilder {
    var graph = GraphBuilder()
    for _ in 0..<Int.random(in: 0...5, using: &generator) { try graph.add(document()) }
    return graph
  }

  mutating func document() -> Extraction {
    count += 1
    let text = "林知远任云屏市委书记。"
    let entities = (0..<5).map { entity($0) }
    let published = pick([nil, "2021", "2021-03", "2021-03-04", "2022-12-31"]).flatMap { PartialDate(iso: $0) }
    let mentions = (0..<pick([0, 1, 3])).map { _ in
      LinkedMention(span: Span(0, 9), type: .person, entity: entities[pick([0, 1, 2])].id, by: .rule("test"))
    }
    let relations = (0..<pick([1, 2, 6])).map { _ in relation(published) }
    return Extraction(
      article: Article(
        id: "d\(count)", text: text, title: pick([nil, "a,\"b", " c "]), published: published,
        source: pick([nil, "云屏日报"])),
      mentions: mentions, entities: entities, relations: relations)
  }

  /// Equal ids with names that differ, or only look the same.
  private mutating func entity(_ number: Int) -> Entity {
    Entity(
      id: "e\(number)", type: pick([.person, .org]), name: pick(["e\u{301}", "\u{E9}", "林知远", "苏婉禾"]),
      aliases: pick([[], ["老林"], ["a;b", "老林"], ["苏婉禾"]]), kind: pick([nil, "a", "b"]), code: pick([nil, "1", "2"]),
      resolved: pick([nil, true, false]), gender: pick([nil, "男", "女"]), ethnicity: pick([nil, "白族"]))
  }

  private mutating func relation(_ published: PartialDate?) -> Relation {
    Relation(
      type: pick([.holdsRole, .visited, .metWith]), subject: "e\(pick([0, 1]))", object: "e\(pick([1, 2]))",
      role: pick([nil, "书记"]), title: pick([nil, "市委书记", "云屏市委书记"]), status: pick([nil, .current, .former]),
      asOf: pick([nil, published]), date: pick([nil, PartialDate(iso: "2021-02").map { DateValue($0) }]),
      kind: pick([nil, "会见"]), evidence: Span(0, 9), rule: pick(["one", "two"]), confidence: pick([0, 0.25, 0.9, 1]))
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &generator)] }
}

/// A small generator with a seed, so that a failure comes back.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
