import DocumentModel
import FoundationEssentials

/// An input that gave no article.
struct InputFailure: Error {
  /// `FILE` or `FILE:LINE`.
  var place: String
  /// For programs: `not-utf8`, `not-json`, `field-missing`, `bad-date`, `unreadable`, `id-twice`.
  var code: String
  /// What is wrong and what to do about it.
  var message: String
  /// The record's id where it could be read.
  var id: String?
}

/// Stand-in for Ingestion until it is plugged in: JSON Lines and plain text, without page furniture.
struct ArticleInputs: IteratorProtocol, Sequence {
  private var files: [(path: String, id: String)]
  private var lines: LineReader?
  private var linesPath = ""
  private var lineNumber = 0
  private var seen: [String: String] = [:]

  init(_ inputs: [String]) {
    files = inputs.flatMap(Self.files(of:)).reversed()
  }

  mutating func next() -> Result<Article, InputFailure>? {
    while true {
      if let line = try? lines?.next() {
        lineNumber += 1
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        let place = "\(linesPath):\(lineNumber)"
        return once(Self.article(ofLine: line, at: place), at: place)
      }
      lines = nil
      guard let (path, id) = files.popLast() else { return nil }
      if path == "-" || path.hasSuffix(".jsonl") {
        lines = path == "-" ? LineReader(standardInput: ()) : try? LineReader(path: path)
        linesPath = path == "-" ? "standard input" : path
        lineNumber = 0
        if lines == nil { return .failure(Self.unreadable(path)) }
        continue
      }
      guard let data = FileManager.default.contents(atPath: path) else { return .failure(Self.unreadable(path)) }
      guard let text = String(validating: data, as: UTF8.self) else {
        return .failure(InputFailure(place: path, code: "not-utf8", message: "is not UTF-8 — convert the file"))
      }
      return once(.success(Article(id: id, text: text)), at: path)
    }
  }

  /// The article of one JSON Lines record.
  static func article(ofLine line: [UInt8], at place: String) -> Result<Article, InputFailure> {
    struct Record: Decodable {
      var id: String?
      var text: String?
      var title: String?
      var published: String?
      var source: String?
      var url: String?
    }
    guard String(validating: line, as: UTF8.self) != nil else {
      return .failure(InputFailure(place: place, code: "not-utf8", message: "is not UTF-8 — convert the file"))
    }
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
      return .failure(InputFailure(place: place, code: "not-json", message: "is no JSON object — give one a line"))
    }
    guard let id = record.id, let text = record.text else {
      let field = record.id == nil ? "id" : "text"
      return .failure(
        InputFailure(place: place, code: "field-missing", message: "has no \(field) — add the field", id: record.id))
    }
    let published = record.published.flatMap { PartialDate(iso: $0) }
    if published == nil, let written = record.published {
      return .failure(
        InputFailure(
          place: place, code: "bad-date", message: "published is no ISO date: \(written) — correct it", id: id))
    }
    return .success(
      Article(id: id, text: text, title: record.title, published: published, source: record.source, url: record.url))
  }

  private mutating func once(
    _ result: Result<Article, InputFailure>, at place: String
  ) -> Result<Article, InputFailure> {
    guard case .success(let article) = result else { return result }
    if let first = seen[article.id] {
      return .failure(
        InputFailure(
          place: place, code: "id-twice", message: "has the id \(article.id) of \(first) — rename one", id: article.id))
    }
    seen[article.id] = place
    return result
  }

  private static func unreadable(_ path: String) -> InputFailure {
    InputFailure(place: path, code: "unreadable", message: "cannot be read — check the path and its permissions")
  }

  private static func files(of input: String) -> [(path: String, id: String)] {
    var isFolder = false
    guard input != "-", FileManager.default.fileExists(atPath: input, isDirectory: &isFolder), isFolder else {
      return [(input, stem(input.split(separator: "/").last.map(String.init) ?? input))]
    }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: input)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") || $0.hasSuffix(".jsonl") }.map { (input + "/" + $0, stem($0)) }
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
