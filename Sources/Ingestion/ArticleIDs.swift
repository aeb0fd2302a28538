/// The ids seen so far, and where: an id may stand once in everything that is read in one run.
///
/// Of each id a hash of 64 bits and its place are kept, 16 bytes of a table that is at most three quarters full: a million ids
/// take some 30 MB. Two of a million ids have the same hash once in 37 million runs; the second one is then refused.
public struct ArticleIDs: Sendable {
  private var files: [String] = []
  /// Number of the file and line, by hash.
  private var places: [UInt64: UInt64] = [:]

  public init() {}

  public var count: Int { places.count }

  /// Takes an id down. Throws `.duplicateID`, naming both places, where it was taken before.
  ///
  /// `archive` is the archive that the file is in: the place is then told by it, or a million names of members would be kept.
  public mutating func add(
    _ id: String, file: String, line: Int? = nil, in archive: String? = nil
  ) throws(IngestionError) {
    let container = archive ?? file
    if files.last != container { files.append(container) }
    let here = UInt64(files.count - 1) << 32 | UInt64(UInt32(clamping: line ?? 0))
    guard let first = places.updateValue(here, forKey: Self.hash(id)) else { return }
    places[Self.hash(id)] = first
    let other = files[Int(first >> 32)]
    let otherLine = first & 0xFFFF_FFFF
    throw IngestionError(
      .duplicateID, file: file, line: line, id: id,
      what: "id \"\(id)\" was used before, at \(otherLine == 0 ? other : "\(other):\(otherLine)")",
      remedy: "give one of the two another id, or leave it out")
  }

  /// FNV-1a of 64 bits, its bits mixed once more: the same in every run.
  private static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }
}
