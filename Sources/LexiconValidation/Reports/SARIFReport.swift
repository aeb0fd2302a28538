import KnowledgeGraph

/// SARIF 2.1.0 (OASIS), within the limits of GitHub's code scanning: one run, at most 25,000 results, paths relative to the
/// repository with `/`, the worst results first where some have to be left out.
public enum SARIFReport {
  /// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
  static let mostResults = 25_000

  public static func bytes(_ validation: Validation, version: String) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("$schema")
    json.string("https://json.schemastore.org/sarif-2.1.0.json")
    json.key("version")
    json.string("2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    json.tool(version: version)
    json.key("columnKind")
    json.string("unicodeCodePoints")
    json.key("automationDetails")
    json.beginObject()
    json.key("id")
    json.string("gongbao-lexicon-check/")
    json.endObject()
    json.key("results")
    json.beginArray()
    let numbers = Dictionary(uniqueKeysWithValues: Check.all.enumerated().map { ($1.id, $0) })
    for (finding, state) in reported(validation) { json.result(finding, state, rule: numbers[finding.check]) }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.lineBreak()
    return json.bytes
  }

  private static func reported(_ validation: Validation) -> [(Finding, Validation.State)] {
    let all = validation.findings.map { ($0.finding, $0.state) }
    guard all.count > mostResults else { return all }
    // A stable sort keeps the order of places within one severity.
    let worst = all.enumerated().sorted { a, b in
      a.element.0.severity != b.element.0.severity
        ? a.element.0.severity > b.element.0.severity : a.offset < b.offset
    }
    return worst.prefix(mostResults).map(\.element)
  }
}

extension JSONText {
  fileprivate mutating func text(_ text: String) {
    beginObject()
    key("text")
    string(text)
    endObject()
  }

  fileprivate mutating func tool(version: String) {
    key("tool")
    beginObject()
    key("driver")
    beginObject()
    key("name")
    string("gongbao")
    key("version")
    string(version)
    key("rules")
    beginArray()
    for check in Check.all {
      beginObject()
      key("id")
      string(check.id)
      key("shortDescription")
      text(check.mistake)
      key("defaultConfiguration")
      beginObject()
      key("level")
      string(check.severity.rawValue)
      endObject()
      endObject()
    }
    endArray()
    endObject()
    endObject()
  }

  fileprivate mutating func result(_ finding: Finding, _ state: Validation.State, rule: Int?) {
    beginObject()
    key("ruleId")
    string(finding.check)
    if let rule {
      key("ruleIndex")
      integer(rule)
    }
    key("level")
    string(finding.severity.rawValue)
    key("message")
    text(finding.message)
    key("locations")
    beginArray()
    location(finding.place, message: nil)
    endArray()
    if !finding.related.isEmpty {
      key("relatedLocations")
      beginArray()
      for related in finding.related { location(related.place, message: related.message) }
      endArray()
    }
    key("partialFingerprints")
    beginObject()
    key("row/v1")
    string("\(finding.check):\(finding.file):\(finding.key)")
    endObject()
    key("baselineState")
    string(state == .known ? "unchanged" : "new")
    if case .suppressed(let reason) = state {
      key("suppressions")
      beginArray()
      beginObject()
      key("kind")
      string("external")
      key("justification")
      string(reason)
      endObject()
      endArray()
    }
    endObject()
  }

  private mutating func location(_ place: Place, message: String?) {
    beginObject()
    key("physicalLocation")
    beginObject()
    key("artifactLocation")
    beginObject()
    key("uri")
    string(Self.uri(place.file))
    if !place.file.hasPrefix("/") {
      key("uriBaseId")
      string("%SRCROOT%")
    }
    endObject()
    key("region")
    beginObject()
    key("startLine")
    integer(place.line ?? 1)
    if let column = place.column {
      key("startColumn")
      integer(column)
      if let end = place.endColumn {
        key("endColumn")
        integer(max(end, column))
      }
    }
    endObject()
    endObject()
    if let message {
      key("message")
      text(message)
    }
    endObject()
  }

  /// A path as a relative reference: what may not stand in a URI is written with %.
  private static func uri(_ path: String) -> String {
    let plain = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
    var result = ""
    for byte in plain.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
      }
    }
    return result
  }
}
