public import DocumentModel

/// Many extractions merged into one graph, in memory.
///
/// The same documents give the same graph in whatever order and grouping they are added. Entities merge by id alone.
public struct GraphBuilder: Sendable {
  private(set) var documents: [ExactText: DocumentRecord] = [:]
  private(set) var nodes: [ExactText: Node] = [:]
  private(set) var edges: [EdgeKey: Edge] = [:]
  private(set) var triples: [Triple] = []

  public init() {}

  /// Number of documents added so far.
  public var documentCount: Int { documents.count }
  /// Number of facts: edges of the graph.
  public var factCount: Int { edges.count }

  /// Adds what one document states; on an error the graph stays as it was.
  public mutating func add(_ extraction: Extraction) throws(GraphError) {
    let article = extraction.article
    let id = ExactText(article.id)
    guard documents[id] == nil else { throw .documentTwice(id: article.id) }
    let added = try entities(of: extraction)
    documents[id] = DocumentRecord(extraction)
    for (id, node) in added { add(node, id) }

    var stated: [EdgeKey: Edge] = [:]
    let utf8 = Array(article.text.utf8)
    for relation in extraction.relations {
      let edge = Edge(relation, published: article.published)
      let key = EdgeKey(relation)
      stated[key, default: edge].merge(edge, sameDocument: true)
      triples.append(
        Triple(
          relation, of: article, utf8, subject: added[ExactText(relation.subject)]?.name,
          object: added[ExactText(relation.object)]?.name))
    }
    for (key, edge) in stated { add(edge, key) }
  }

  /// Adds all that another graph holds; on an error the graph stays as it was.
  public mutating func merge(_ other: GraphBuilder) throws(GraphError) {
    let twice = other.documents.keys.filter { documents[$0] != nil }.min()
    if let twice { throw .documentTwice(id: twice.text) }
    documents.merge(other.documents) { mine, _ in mine }
    for (id, node) in other.nodes { add(node, id) }
    for (key, edge) in other.edges { add(edge, key) }
    triples += other.triples
  }

  private mutating func add(_ node: Node, _ id: ExactText) {
    if nodes[id]?.merge(node) == nil { nodes[id] = node }
  }

  private mutating func add(_ edge: Edge, _ key: EdgeKey) {
    if edges[key]?.merge(edge, sameDocument: false) == nil { edges[key] = edge }
  }

  /// The document's entities by id, with their mentions counted and every reference checked.
  private func entities(of extraction: Extraction) throws(GraphError) -> [ExactText: Node] {
    let document = extraction.article.id
    var found: [ExactText: Node] = [:]
    for entity in extraction.entities {
      let node = Node(entity, mentions: 0, published: extraction.article.published)
      let id = ExactText(entity.id)
      if found[id] == nil { found[id] = node }
    }
    for mention in extraction.mentions {
      let id = ExactText(mention.entity)
      guard found[id] != nil else { throw .unknownEntity(id: mention.entity, document: document) }
      found[id]?.mentions += 1
    }
    for relation in extraction.relations {
      for end in [relation.subject, relation.object] where found[ExactText(end)] == nil {
        throw .unknownEntity(id: end, document: document)
      }
    }
    return found
  }
}
