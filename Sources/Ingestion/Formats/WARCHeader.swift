/// The header of a WARC record: its fields, names in lower case.
struct WARCHeader {
  private var fields: [String: String] = [:]
  let length: Int

  private static let longestLine = 1 << 16
  private static let mostFields = 200

  subscript(_ name: String) -> String { fields[name] ?? "" }
  var type: String { self["warc-type"] }
  /// The record's id without `<urn:uuid:` and `>`.
  var id: String {
    var id = self["warc-record-id"].filter { $0 != "<" && $0 != ">" }
    if id.hasPrefix("urn:uuid:") { id.removeFirst("urn:uuid:".count) }
    return id
  }
  /// The address that was asked for.
  var target: String { self["warc-target-uri"].filter { $0 != "<" && $0 != ">" } }

  /// The next record's header; nil at the end. Throws `.corrupt`.
  init?(_ stream: inout RecordStream, _ source: inout ByteSource) throws(IngestionError) {
    func corrupt(_ what: String) -> IngestionError {
      IngestionError(
        .corrupt, file: source.name, what: what, remedy: "it may be no WARC, or damaged: fetch it again")
    }
    var first = try stream.line(limit: Self.longestLine, &source)
    while first?.isEmpty == true { first = try stream.line(limit: Self.longestLine, &source) }
    guard let version = first else { return nil }
    guard version.starts(with: "WARC/".utf8) else { throw corrupt("a record must start with WARC/1.0 or WARC/1.1") }
    var last = ""
    var count = 0
    while let line = try stream.line(limit: Self.longestLine, &source), !line.isEmpty {
      count += 1
      guard count <= Self.mostFields else { throw corrupt("a record's header has more than \(Self.mostFields) lines") }
      if line[0] == 0x20 || line[0] == 0x09 {
        fields[last]? += String(decoding: line, as: UTF8.self)
        continue
      }
      guard let field = HTTPPayload.field(line) else { throw corrupt("a line of the record's header has no colon") }
      fields[field.name] = field.value
      last = field.name
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw corrupt("the record has no Content-Length")
    }
    self.length = length
    if id.isEmpty { throw corrupt("the record has no WARC-Record-ID") }
  }
}
