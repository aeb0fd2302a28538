import KnowledgeGraph

/// All findings as one JSON object, for scripts.
///
///     {"errors":1,"warnings":0,"notes":0,"files":36,"findings":[{"check":…,"severity":…,"file":…,"line":…,"column":…,
///      "endColumn":…,"key":…,"message":…,"state":"new","related":[{"file":…,"line":…,"message":…}]}]}
public enum JSONReport {
  public static func bytes(_ validation: Validation) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("errors")
    json.integer(validation.count(.error))
    json.key("warnings")
    json.integer(validation.count(.warning))
    json.key("notes")
    json.integer(validation.count(.note))
    json.key("files")
    json.integer(validation.fileCount)
    json.key("findings")
    json.beginArray()
    for (finding, state) in validation.findings { json.finding(finding, state) }
    json.endArray()
    json.endObject()
    json.lineBreak()
    return json.bytes
  }
}

extension JSONText {
  fileprivate mutating func finding(_ finding: Finding, _ state: Validation.State) {
    beginObject()
    key("check")
    string(finding.check)
    key("severity")
    string(finding.severity.rawValue)
    place(finding.place)
    key("key")
    string(finding.key)
    key("message")
    string(finding.message)
    key("state")
    switch state {
    case .new: string("new")
    case .known: string("known")
    case .suppressed(let reason):
      string("suppressed")
      key("reason")
      string(reason)
    }
    key("related")
    beginArray()
    for related in finding.related {
      beginObject()
      place(related.place)
      key("message")
      string(related.message)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func place(_ place: Place) {
    key("file")
    string(place.file)
    if let line = place.line {
      key("line")
      integer(line)
    }
    if let column = place.column {
      key("column")
      integer(column)
    }
    if let end = place.endColumn {
      key("endColumn")
      integer(end)
    }
  }
}
