public import DocumentModel

/// One extraction as a line of JSON Lines, the form `Lexicons/schema/output.schema.json` describes.
///
/// Keys stand in a fixed order, fields that do not arise are left out, offsets count code points. The same extraction gives
/// the same bytes. Spans must lie in the article's text.
public enum ExtractionJSON {
  /// Version of the form, the field `schema` of every line.
  public static let schema = 1

  /// The line of an extraction, its line break included.
  public static func line(_ extraction: Extraction) -> [UInt8] {
    let article = extraction.article
    let utf8 = Array(article.text.utf8)
    let offsets = CodePointMap(utf8)
    var json = JSONText(reserving: utf8.count * 2 + extraction.mentions.count * 192 + 512)
    json.beginObject()
    json.field("id", article.id)
    json.field("title", article.title)
    json.field("source", article.source)
    json.field("published", article.published?.description)
    json.field("url", article.url)
    json.key("text")
    json.string(utf8[...])
    json.key("schema")
    json.integer(schema)
    json.key("mentions")
    json.beginArray()
    for mention in extraction.mentions { write(mention, of: utf8, offsets, to: &json) }
    json.endArray()
    json.key("entities")
    json.beginArray()
    for entity in extraction.entities { write(entity, to: &json) }
    json.endArray()
    json.key("relations")
    json.beginArray()
    for relation in extraction.relations { write(relation, offsets, to: &json) }
    json.endArray()
    json.endObject()
    json.lineBreak()
    var line = json.bytes
    if let original = extraction.duplicateOf { mark(&line, duplicateOf: original) }
    return line
  }

  /// Says in a finished line of what earlier document it is a copy: known only when all before it are written.
  public static func mark(_ line: inout [UInt8], duplicateOf original: String) {
    var json = JSONText()
    json.field("duplicate_of", original)
    // Before the object's end and the line break.
    line.replaceSubrange(line.count - 2..<line.count, with: [UInt8(ascii: ",")] + json.bytes + Array("}\n".utf8))
  }

  private static func write(
    _ mention: LinkedMention, of utf8: [UInt8], _ offsets: CodePointMap, to json: inout JSONText
  ) {
    json.beginObject()
    json.bounds(of: mention.span, offsets)
    json.field("type", mention.type.rawValue)
    json.key("text")
    json.string(utf8[mention.span.start..<mention.span.end])
    json.field("entity", mention.entity)
    json.key("by")
    switch mention.by {
    case .row(let row): json.string(row.file, colon: row.line)
    case .rule(let name): json.string(name)
    }
    json.endObject()
  }

  private static func write(_ entity: Entity, to json: inout JSONText) {
    json.beginObject()
    json.field("id", entity.id)
    json.field("type", entity.type.rawValue)
    json.field("name", entity.name)
    json.key("aliases")
    json.beginArray()
    for alias in entity.aliases { json.string(alias) }
    json.endArray()
    json.field("kind", entity.kind)
    json.field("code", entity.code)
    if let resolved = entity.resolved {
      json.key("resolved")
      json.boolean(resolved)
    }
    json.field("gender", entity.gender)
    json.field("ethnicity", entity.ethnicity)
    json.endObject()
  }

  private static func write(_ relation: Relation, _ offsets: CodePointMap, to json: inout JSONText) {
    json.beginObject()
    json.field("type", relation.type.rawValue)
    json.field("subject", relation.subject)
    json.field("object", relation.object)
    json.field("role", relation.role)
    json.field("title", relation.title)
    json.field("status", relation.status?.rawValue)
    json.field("start", relation.start?.description)
    json.field("end", relation.end?.description)
    json.field("as_of", relation.asOf?.description)
    json.field("date", relation.date?.description)
    json.field("date_precision", relation.date?.precision.rawValue)
    json.field("kind", relation.kind)
    json.key("evidence")
    json.beginObject()
    json.bounds(of: relation.evidence, offsets)
    json.endObject()
    json.field("rule", relation.rule)
    json.key("confidence")
    json.number(confidenceText(relation.confidence))
    json.endObject()
  }
}

extension JSONText {
  /// A key and its text; nothing at all where there is none.
  mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  fileprivate mutating func bounds(of span: Span, _ offsets: CodePointMap) {
    key("start")
    integer(offsets.codePoints(before: span.start))
    key("end")
    integer(offsets.codePoints(before: span.end))
  }
}
