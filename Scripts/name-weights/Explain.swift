import DocumentModel
import NameRecognition
import Pipeline

/// Prints what was weighed for every candidate of a text, the best first.
func explain(_ text: String, lexicons: String) throws {
  let pipeline = try Pipeline(lexicons: [lexicons])
  let table = try WeightTable(path: lexicons + "/names/weights.tsv")
  let reader = try pipeline.reader()
  let document = reader.document(
    from: Article(id: "text", text: text, regions: [Region(span: Span(0, text.utf8.count), zone: .body)]))
  for mention in reader.mentions(in: document) { print(mention.type, document.text(of: mention.span)) }
  for candidate in reader.nameCandidates(in: document).sorted(by: { $0.score > $1.score }).prefix(12) {
    let values = candidate.features.map { feature in
      let weight = table.values[feature.feature.rawValue]
      return "\(feature.feature.key) \(decimal(feature.value * weight))"
    }
    print(
      document.matching.string(candidate.range), decimal(candidate.score), candidate.isChosen ? "TAKEN" : "", values)
  }
}
