/// What a server answered with.
struct HTTPPayload {
  let contentType: String
  private let body: ArraySlice<UInt8>
  private let encoding: String
  private let isChunked: Bool

  init(contentType: String, body: [UInt8]) {
    self.contentType = contentType
    self.body = body[...]
    encoding = ""
    isChunked = false
  }

  /// The answer in a response record; nil for one that is not 200, or is no HTTP.
  init?(response bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var fields: [String: String] = [:]
    var at = 0
    var isFirst = true
    while let end = bytes[at...].firstIndex(of: 0x0A) {
      var line = bytes[at..<end]
      at = end + 1
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      if isFirst {
        isFirst = false
        let status = line.split(separator: 0x20)
        guard status.count > 1, status[1].elementsEqual("200".utf8) else { return nil }
      } else if let field = Self.field(Array(line)) {
        fields[field.name] = field.value
      }
    }
    contentType = fields["content-type"] ?? ""
    encoding = fields["content-encoding"]?.lowercased() ?? ""
    isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
    body = bytes[at...]
  }

  /// `Name: value`; nil without a colon.
  static func field(_ line: [UInt8]) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (
      String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased(),
      String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
    )
  }

  /// The body as the page that was sent: chunks joined, decompressed. Throws `.corrupt`, `.tooLarge` or `.unknownFormat`.
  func decoded(limit: Int, file: String, id: String) throws(IngestionError) -> [UInt8] {
    let whole = isChunked ? Self.joined(body) ?? Array(body) : Array(body)
    switch encoding {
    case "", "identity": return whole
    case "gzip", "x-gzip", "zstd":
      // Some crawlers decompress and leave the header as it was.
      guard InputFormat(firstBytes: whole) == .archive else { return whole }
      var archive = ArchiveStack(limits: InputLimits(articleBytes: limit))
      do throws(IngestionError) {
        return try archive.decompressed(whole, name: file, limit: limit)
      } catch {
        throw IngestionError(error.code, file: file, id: id, what: error.what, remedy: error.remedy)
      }
    default:
      if InputFormat(firstBytes: whole) == .html { return whole }
      throw IngestionError(
        .unknownFormat, file: file, id: id, what: "the page is compressed by \"\(encoding)\", which is not read",
        remedy: "crawl it with gzip, or without compression")
    }
  }

  /// The data of `Transfer-Encoding: chunked`; nil where it is not so, as crawlers join chunks and leave the header.
  private static func joined(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var rest = body
    while let end = rest.firstIndex(of: 0x0A) {
      let digits = rest[..<end].prefix { $0 != 0x0D && $0 != UInt8(ascii: ";") && $0 != 0x20 }
      guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        return nil
      }
      rest = rest[(end + 1)...]
      if size == 0 { return joined }
      guard size <= rest.count else { return nil }
      joined += rest.prefix(size)
      rest = rest.dropFirst(size)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    return nil
  }
}
