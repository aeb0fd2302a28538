public import DocumentModel

extension Extraction {
  /// What is stated, as lines to be read: `subject | relation | object`, then role, status (but for current), date and kind as
  /// far as there are any, parted by commas. In the order of their sentences, and sorted within one.
  public func factLines(_ types: RelationType...) -> [String] {
    lines(of: relations.filter { types.isEmpty || types.contains($0.type) })
  }

  /// The lines of some of its relations, in the order of ``factLines(_:)``.
  public func lines(of relations: [Relation]) -> [String] {
    relations.map { (start: $0.evidence.start, line: line(of: $0)) }
      .sorted { ($0.start, $0.line) < ($1.start, $1.line) }.map(\.line)
  }

  public func line(of relation: Relation) -> String {
    let status = relation.status == .current ? nil : relation.status?.rawValue
    let details = [relation.role, status, relation.date?.description, relation.kind].compactMap { $0 }
    let parts = [name(of: relation.subject), relation.type.rawValue, name(of: relation.object)]
    return (parts + (details.isEmpty ? [] : [details.joined(separator: ", ")])).joined(separator: " | ")
  }

  /// Canonical name of an entity; one that could not be given its place is marked with a question mark.
  public func name(of id: String) -> String {
    guard let entity = entities.first(where: { $0.id == id }) else { return "no entity \(id)" }
    return entity.resolved == false ? entity.name + "?" : entity.name
  }

  /// The text of a span.
  public func text(of span: Span) -> String {
    String(decoding: Array(article.text.utf8)[span.start..<span.end], as: UTF8.self)
  }
}
