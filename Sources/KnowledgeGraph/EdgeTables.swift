import DocumentModel

extension GraphBuilder {
  /// `edges/<relation>.csv`, one for each relation whether or not it has rows.
  var edgeTables: [GraphTable] {
    let byType = Dictionary(grouping: edges) { $0.key.type }
    return RelationType.allCases.map { type in
      let fields = EdgeFields(of: type)
      let rows = byType[type, default: []].map { Self.row(of: $1, key: $0) }
      return GraphTable(
        path: "edges/\(type.rawValue).csv",
        about: "Facts of relation \(type.rawValue) over all documents."
          + (type == .metWith ? " A meeting has no direction: its sides stand in the order of their ids." : ""),
        columns: EdgeFields.leading + fields.columns + EdgeFields.closing, rows: rows)
    }
  }

  /// The cells of a fact, in the order of its relation's columns.
  static func row(of edge: Edge, key: EdgeKey) -> [String] {
    [CSVCell.clean(key.subject.text), CSVCell.clean(key.object.text), key.type.label]
      + EdgeFields(of: key.type).cells(key, edge) + edge.seen.cells
      + [String(edge.documents), confidenceText(edge.confidence)]
  }
}

/// The columns between an edge's ends and its counts: of a post, or of an event.
private struct EdgeFields {
  private let isPost: Bool
  private let hasKind: Bool

  init(of type: RelationType) {
    isPost = type == .holdsRole
    hasKind = type == .metWith
  }

  var columns: [GraphColumn] {
    if isPost { return Self.post + Self.event }
    return Self.event + (hasKind ? [Self.kind] : [])
  }

  func cells(_ key: EdgeKey, _ edge: Edge) -> [String] {
    let event = [key.date?.description ?? ""] + DayRange(key.date).cells
    guard isPost else { return event + (hasKind ? [CSVCell.clean(key.kind?.text ?? "")] : []) }
    return [
      CSVCell.clean(key.role?.text ?? ""), CSVCell.list(edge.titles), key.status?.rawValue ?? "",
      key.start?.description ?? "", key.end?.description ?? "", edge.asOf?.description ?? "",
    ] + event
  }

  static let leading = [
    GraphColumn("start_id", header: ":START_ID", about: "The subject's id."),
    GraphColumn("end_id", header: ":END_ID", about: "The object's id."),
    GraphColumn("type", header: ":TYPE", about: "The relation."),
  ]
  static let closing =
    GraphColumn.seen + [
      GraphColumn("documents", header: "documents:int", .integer, about: "Number of documents that state it."),
      GraphColumn(
        "confidence", header: "confidence:double", .decimal, about: "Best confidence of its statements, 0 to 1."),
    ]

  private static let event = [
    GraphColumn("date", .partialDate, about: "As stated: a day, a month, a year, or two of them with / between."),
    GraphColumn("date_start", header: "date_start:date", .day, about: "First day the date can mean."),
    GraphColumn("date_end", header: "date_end:date", .day, about: "Last day the date can mean."),
  ]
  private static let kind = GraphColumn("kind", about: "Kind of meeting: 会见, 会谈, 座谈, 通电话.")
  private static let post = [
    GraphColumn("role", about: "The title without place, organisation and status word."),
    GraphColumn("title", header: "title:string[]", .list, about: "The title as written."),
    GraphColumn("status", about: "current, former, acting, appointed, removed or elected."),
    GraphColumn("start", .partialDate, about: "When the post was taken up."),
    GraphColumn("end", .partialDate, about: "When the post was left."),
    GraphColumn("as_of", .partialDate, about: "Latest publication date that states it."),
  ]
}

extension RelationType {
  /// The relationship type: the relation in capitals, as Cypher has it.
  var label: String { rawValue.uppercased() }
}
