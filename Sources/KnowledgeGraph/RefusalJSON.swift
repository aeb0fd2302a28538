/// The answer to an input line that is no article, in a stream where every line gets one.
public enum RefusalJSON {
  /// `{"id": …, "error": {"code", "message", "line"}}` with its line break.
  ///
  /// - Parameters:
  ///   - id: The record's id where it could be read; null otherwise.
  ///   - code: A short name of the failure that programs can rely on.
  ///   - message: What is wrong and what to do, for people.
  ///   - line: Number of the input line, from 1.
  public static func line(id: String?, code: String, message: String, line: Int) -> [UInt8] {
    var json = JSONText(reserving: 256)
    json.beginObject()
    json.key("id")
    if let id { json.string(id) } else { json.null() }
    json.key("error")
    json.beginObject()
    json.field("code", code)
    json.field("message", message)
    json.key("line")
    json.integer(line)
    json.endObject()
    json.endObject()
    json.lineBreak()
    return json.bytes
  }
}
