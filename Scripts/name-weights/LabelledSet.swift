import DocumentModel
import FoundationEssentials

/// A labelled set named on the command line: `FILE.jsonl[:all|odd|first-half|I/N][:fixed-contexts][:light]`.
struct LabelledSet {
  struct Record: Decodable {
    struct Label: Decodable {
      let start: Int
      let end: Int
      let type: String
      init(from decoder: any Decoder) throws {
        var cells = try decoder.unkeyedContainer()
        start = try cells.decode(Int.self)
        end = try cells.decode(Int.self)
        type = try cells.decode(String.self)
      }
    }
    let text: String
    let spans: [Label]
  }

  let records: [Record]
  /// Whether values of contexts are learned from it; if not, only the weights of features are.
  let teachesContexts: Bool

  /// How much a sentence of it counts.
  let weight: Double

  init(_ argument: String) throws {
    let parts = argument.split(separator: ":").map(String.init)
    weight = parts.contains("light") ? 0.6 : 1
    teachesContexts = !parts.contains("fixed-contexts")
    let data = try Data(contentsOf: URL(filePath: parts[0]))
    let lines = Array(data).split(separator: 0x0A)
    let selection = parts.dropFirst().first ?? "all"
    let decoder = JSONDecoder()
    var records: [Record] = []
    for (index, line) in lines.enumerated() {
      let number = index + 1
      switch selection {
      case "odd" where number % 2 == 0: continue
      case "first-half" where number > lines.count / 2: continue
      default: break
      }
      let fraction = selection.split(separator: "/").compactMap { Int($0) }
      if fraction.count == 2, number % fraction[1] != fraction[0] { continue }
      records.append(try decoder.decode(Record.self, from: Data(line)))
    }
    self.records = records
  }
}

extension LabelledSet.Record {
  /// Each line is a region of its own, as in an article.
  var article: Article {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { regions.append(Region(span: Span(start, start + line.count), zone: .body)) }
      start += line.count + 1
    }
    return Article(id: "set", text: text, regions: regions)
  }

  /// Persons as UTF-8 spans.
  var persons: Set<Span> {
    var bytes: [Int] = [0]
    for scalar in text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
    return Set(
      spans.filter { $0.type == "person" && $0.end < bytes.count }.map { Span(bytes[$0.start], bytes[$0.end]) })
  }
}
