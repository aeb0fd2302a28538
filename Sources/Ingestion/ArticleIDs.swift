/// The ids seen so far, and where: an id may stand once in everything that is read in one run.
public struct ArticleIDs: Sendable {
  private struct Place {
    var file: String
    var line: Int?
  }
  private var places: [String: Place] = [:]

  public init() {}

  public var count: Int { places.count }

  /// Takes an id down. Throws `.duplicateID`, naming both places, where it was taken before.
  public mutating func add(_ id: String, file: String, line: Int? = nil) throws(IngestionError) {
    guard let first = places[id] else {
      places[id] = Place(file: file, line: line)
      return
    }
    let other = first.line.map { "\(first.file):\($0)" } ?? first.file
    throw IngestionError(
      .duplicateID, file: file, line: line, id: id, what: "id \"\(id)\" was used before, at \(other)",
      remedy: "give one of the two another id, or leave it out")
  }
}
