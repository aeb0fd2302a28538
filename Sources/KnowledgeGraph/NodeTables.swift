import DocumentModel

extension GraphBuilder {
  /// `nodes/<type>.csv`, one for each type whether or not it has rows.
  var nodeTables: [GraphTable] {
    let byType = Dictionary(grouping: nodes) { $0.value.type }
    return MentionType.allCases.map { type in
      let fields = NodeField.fields(of: type)
      let columns = NodeField.leading + fields.map(\.column) + NodeField.closing
      let rows = byType[type, default: []].map { Self.row(of: $1, id: $0) }
      return GraphTable(
        path: "nodes/\(type.rawValue).csv", about: "Entities of type \(type.rawValue) over all documents.",
        columns: columns, primaryKey: ["id"], rows: rows)
    }
  }

  /// The cells of a node, in the order of its type's columns.
  static func row(of node: Node, id: ExactText) -> [String] {
    var row = [id.text, node.name.text].map(CSVCell.clean)
    row.append(CSVCell.list(node.aliases.subtracting([node.name])))
    row += NodeField.fields(of: node.type).map { CSVCell.clean($0.value(of: node)) }
    row += [String(node.mentions), String(node.documents)] + node.seen.cells + [node.type.label]
    return row
  }
}

/// The columns that only some types of node have.
private enum NodeField: CaseIterable {
  case code, kind, resolved, gender, ethnicity

  static func fields(of type: MentionType) -> [NodeField] {
    switch type {
    case .person: [.gender, .ethnicity]
    case .place: [.code, .kind, .resolved]
    case .org, .site, .project, .delegation, .meeting: [.kind, .resolved]
    case .document: [.kind]
    case .title, .date: []
    }
  }

  var column: GraphColumn {
    switch self {
    case .code: GraphColumn("code", about: "GB/T 2260 code in the year of the documents.")
    case .kind: GraphColumn("kind", about: "Finer kind: party_committee, museum.")
    case .resolved:
      GraphColumn(
        "resolved", header: "resolved:boolean", .boolean,
        about: "False where a form named only by its level was left without a place; empty where that does not arise.")
    case .gender: GraphColumn("gender", about: "As stated in brackets after the name.")
    case .ethnicity: GraphColumn("ethnicity", about: "As stated in brackets after the name.")
    }
  }

  func value(of node: Node) -> String {
    switch self {
    case .code: node.code?.text ?? ""
    case .kind: node.kind?.text ?? ""
    case .resolved: node.resolved.map { $0 ? "true" : "false" } ?? ""
    case .gender: node.gender?.text ?? ""
    case .ethnicity: node.ethnicity?.text ?? ""
    }
  }

  static let leading = [
    GraphColumn("id", header: "id:ID", about: "Stable id of the entity."),
    GraphColumn("name", about: "Canonical name."),
    GraphColumn("aliases", header: "aliases:string[]", .list, about: "Other written forms."),
  ]
  static let closing =
    [
      GraphColumn("mentions", header: "mentions:int", .integer, about: "Number of mentions in all documents."),
      GraphColumn("documents", header: "documents:int", .integer, about: "Number of documents that name it."),
    ] + GraphColumn.seen + [GraphColumn("label", header: ":LABEL", about: "The type of the entity.")]
}

extension MentionType {
  /// The node label: the type with a capital, as Cypher has it.
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension GraphColumn {
  static let seen = [
    GraphColumn("first_seen", header: "first_seen:date", .day, about: "Earliest publication date of the documents."),
    GraphColumn("last_seen", header: "last_seen:date", .day, about: "Latest publication date of the documents."),
  ]
}

extension DayRange {
  /// First and last day, empty where there is none.
  var cells: [String] { [first?.description ?? "", last?.description ?? ""] }
}
