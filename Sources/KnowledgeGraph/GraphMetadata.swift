/// What made a graph: written into its metadata.
public struct GraphOrigin: Hashable, Sendable {
  /// Version of the program.
  public var program: String
  /// Version of ICU; nil where the text was cut by an earlier run.
  public var icu: String?
  /// Hash of the lexicons; nil where the facts come from an earlier run.
  public var lexicons: String?
  /// Number of inputs that could not be read.
  public var failedInputs: Int

  public init(program: String, icu: String? = nil, lexicons: String? = nil, failedInputs: Int = 0) {
    self.program = program
    self.icu = icu
    self.lexicons = lexicons
    self.failedInputs = failedInputs
  }
}

/// `csv-metadata.json`: every column of every file in the terms of CSV on the Web
/// (https://www.w3.org/TR/tabular-metadata/), and what made the graph, as a note.
enum GraphMetadata {
  static let file = "csv-metadata.json"

  static func json(of tables: [GraphTable], documents: Int, facts: Int, origin: GraphOrigin) -> [UInt8] {
    var json = JSONText(reserving: 16 << 10)
    json.beginObject()
    json.key("@context")
    json.beginArray()
    json.string("http://www.w3.org/ns/csvw")
    json.beginObject()
    json.field("@language", "en")
    json.endObject()
    json.endArray()
    json.key("notes")
    json.beginArray()
    json.beginObject()
    json.field("program", "gongbao")
    json.field("version", origin.program)
    json.field("icu", origin.icu)
    json.field("lexicons", origin.lexicons)
    json.count("documents", documents)
    json.count("facts", facts)
    json.count("failed_inputs", origin.failedInputs)
    json.endObject()
    json.endArray()
    writeDialect(to: &json)
    json.key("tables")
    json.beginArray()
    for table in tables { write(table, to: &json) }
    json.endArray()
    json.endObject()
    json.lineBreak()
    return json.bytes
  }

  private static func writeDialect(to json: inout JSONText) {
    json.key("dialect")
    json.beginObject()
    json.field("encoding", "utf-8")
    json.field("delimiter", ",")
    json.field("quoteChar", "\"")
    json.key("doubleQuote")
    json.boolean(true)
    json.key("header")
    json.boolean(true)
    json.key("lineTerminators")
    json.beginArray()
    json.string("\n")
    json.endArray()
    json.endObject()
  }

  private static func write(_ table: GraphTable, to json: inout JSONText) {
    json.beginObject()
    json.field("url", table.path)
    json.field("dc:description", table.about)
    json.key("tableSchema")
    json.beginObject()
    json.key("columns")
    json.beginArray()
    for column in table.columns { write(column, to: &json) }
    json.endArray()
    if !table.primaryKey.isEmpty {
      json.key("primaryKey")
      json.beginArray()
      for name in table.primaryKey { json.string(name) }
      json.endArray()
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ column: GraphColumn, to json: inout JSONText) {
    json.beginObject()
    json.field("name", column.name)
    json.field("titles", column.header)
    json.field("dc:description", column.about)
    switch column.kind {
    case .string, .partialDate: json.field("datatype", "string")
    case .list:
      json.field("datatype", "string")
      json.field("separator", ";")
    case .integer: json.field("datatype", "integer")
    case .decimal: json.field("datatype", "double")
    case .boolean: json.field("datatype", "boolean")
    case .day:
      json.key("datatype")
      json.beginObject()
      json.field("base", "date")
      json.field("format", "yyyy-MM-dd")
      json.endObject()
    }
    json.endObject()
  }
}

extension JSONText {
  fileprivate mutating func count(_ name: StaticString, _ number: Int) {
    key(name)
    integer(number)
  }
}
