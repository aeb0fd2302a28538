/// The paths of an archive's members. Nothing is ever written, so no path can do harm; but one that leads out of the archive is
/// no path that a news archive has, and the ids made of it would lie.
enum MemberPath {
  /// The path as text, without `./` in front. `bytes` are in whatever encoding the archive was made with.
  ///
  /// Throws `.unsafePath` or `.unknownEncoding`.
  static func checked(_ bytes: [UInt8], of archive: String, limits: InputLimits) throws(IngestionError) -> String {
    func unsafe(_ what: String) -> IngestionError {
      IngestionError(
        .unsafePath, file: archive, what: what, remedy: "unpack it yourself and give the folder, if you trust it")
    }
    guard bytes.count <= limits.pathBytes else {
      throw unsafe("a member's path is longer than \(limits.pathBytes) bytes")
    }
    var path = String(decoding: bytes, as: UTF8.self)
    if UTF8Decoding.firstBadByte(in: bytes) != nil {
      // Zips made on Chinese Windows have GBK names and say so nowhere.
      guard case .sure(let encoding) = EncodingDetector.detect(bytes, declared: .gb18030),
        let decoded = try? TextDecoding(encoding: encoding, lossy: false).utf8(of: bytes)
      else {
        throw IngestionError(
          .unknownEncoding, file: archive, what: "the path \"\(path)\" of a member is in no encoding that is read",
          remedy: "pack it again with names in UTF-8")
      }
      path = String(decoding: decoded, as: UTF8.self)
    }
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw unsafe("the path of a member has control characters in it")
    }
    path = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    let isDrive = path.utf8.dropFirst().first == UInt8(ascii: ":") && path.utf8.first.map { $0 | 0x20 >= 0x61 } == true
    if path.hasPrefix("/") || isDrive { throw unsafe("the path \"\(path)\" of a member is absolute") }
    let parts = path.split(separator: "/").filter { $0 != "." }
    if parts.contains("..") { throw unsafe("the path \"\(path)\" of a member leads out of the archive") }
    return parts.joined(separator: "/")
  }
}

/// Members that were passed over, counted.
struct SkippedMembers {
  var links = 0
  private var unknown = 0
  private var first = ""

  mutating func add(_ path: String) {
    if unknown == 0 { first = path }
    unknown += 1
  }

  /// One line about them; nil where there are none.
  func note(of archive: String) -> String? {
    var parts: [String] = []
    if unknown > 0 { parts.append("\(unknown) whose suffix names no format that is read, such as \(first)") }
    if links > 0 { parts.append("\(links) that are links or devices") }
    return parts.isEmpty ? nil : "\(archive): members passed over: \(parts.joined(separator: ", "))"
  }
}
