/// What a run did, for machines: counts, time and versions, and the inputs that failed.
public struct RunReport: Sendable {
  /// Field names and counts, in the order they are written.
  public var counts: [(name: StaticString, count: Int)] = []
  public var seconds = 0.0
  public var program = ""
  public var icu = ""
  public var lexicons = ""
  /// Working threads.
  public var jobs = 1
  /// Whether the run went on with what an earlier one left.
  public var resumed = false
  /// Whether it came to its end.
  public var complete = true

  public init() {}

  /// One JSON object on one line.
  public var json: [UInt8] {
    var json = JSONText(reserving: 512)
    json.beginObject()
    json.field("program", program)
    json.field("icu", icu)
    json.field("lexicons", lexicons)
    for (name, count) in counts {
      json.key(name)
      json.integer(count)
    }
    json.key("seconds")
    json.number(Self.hundredths(seconds))
    json.key("jobs")
    json.integer(jobs)
    json.key("resumed")
    json.boolean(resumed)
    json.key("complete")
    json.boolean(complete)
    json.endObject()
    json.lineBreak()
    return json.bytes
  }

  private static func hundredths(_ seconds: Double) -> String {
    let hundredths = Int((max(0, seconds) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A line of the list of failed inputs.
  public static func failure(file: String, line: Int?, id: String?, code: String, message: String) -> [UInt8] {
    var json = JSONText(reserving: 256)
    json.beginObject()
    json.field("file", file)
    if let line {
      json.key("line")
      json.integer(line)
    }
    json.field("id", id)
    json.field("code", code)
    json.field("message", message)
    json.endObject()
    json.lineBreak()
    return json.bytes
  }
}
