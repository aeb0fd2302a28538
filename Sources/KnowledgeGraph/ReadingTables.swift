import DocumentModel

extension GraphBuilder {
  /// `triples.csv`: facts by name with their sentences, for people; safe to open in a spreadsheet.
  var tripleTable: GraphTable {
    GraphTable(
      path: "triples.csv", about: "One row per fact and document, with names in place of ids.",
      columns: [
        GraphColumn("subject", about: "Canonical name."),
        GraphColumn("relation", about: "The relation."),
        GraphColumn("object", about: "Canonical name."),
        GraphColumn("role", about: "The title without place, organisation and status word."),
        GraphColumn("status", about: "current, former, acting, appointed, removed or elected."),
        GraphColumn("date", .partialDate, about: "As stated: a day, a month, a year, or two of them with / between."),
        GraphColumn("document", about: "Id of the document."),
        GraphColumn("published", .partialDate, about: "Publication date of the document."),
        GraphColumn("source", about: "The outlet."),
        GraphColumn("sentence", about: "The sentence that says it best."),
        GraphColumn("rule", about: "The rule that found it."),
        GraphColumn("confidence", .decimal, about: "0 to 1."),
      ],
      rows: triples.map { triple in
        let cells = [
          triple.subject, triple.relation.rawValue, triple.object, triple.role ?? "", triple.status?.rawValue ?? "",
          triple.date?.description ?? "", triple.document, triple.published?.description ?? "", triple.source ?? "",
          triple.sentence, triple.rule, confidenceText(triple.confidence),
        ]
        return cells.map { CSVCell.neutralised(CSVCell.clean($0)) }
      })
  }

  /// `documents.csv`: what was read, and how much each document gave.
  var documentTable: GraphTable {
    GraphTable(
      path: "documents.csv", about: "The documents that were read.",
      columns: [
        GraphColumn("id", about: "Id of the document."),
        GraphColumn("title", about: "Its headline."),
        GraphColumn("published", .partialDate, about: "Publication date."),
        GraphColumn("source", about: "The outlet."),
        GraphColumn("url", about: "Where it was published."),
        GraphColumn("mentions", .integer, about: "Number of mentions."),
        GraphColumn("entities", .integer, about: "Number of entities."),
        GraphColumn("relations", .integer, about: "Number of relations."),
      ],
      primaryKey: ["id"],
      rows: documents.map { id, document in
        let texts = [
          id.text, document.title ?? "", document.published?.description ?? "", document.source ?? "",
          document.url ?? "",
        ]
        return texts.map(CSVCell.clean)
          + [String(document.mentions), String(document.entities), String(document.relations)]
      })
  }
}
