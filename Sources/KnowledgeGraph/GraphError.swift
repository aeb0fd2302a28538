/// What keeps a graph from being built or written.
public enum GraphError: Error, Hashable, Sendable {
  /// Two extractions of one document id.
  case documentTwice(id: String)
  /// A mention or relation names an entity that its extraction does not list.
  case unknownEntity(id: String, document: String)
  /// The target exists and holds something that is not an earlier graph of this program.
  case targetTaken(path: String, by: String)
  /// What should be a record of a graph is none, or one of another version.
  case noRecord
  /// Records to be merged do not come in the order of their keys.
  case recordsUnsorted
  /// The system refused a file operation.
  case system(operation: String, path: String, reason: String)
}

extension GraphError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .documentTwice(let id):
      "document \(id) is given twice — give every document once, or rename one of them"
    case .unknownEntity(let id, let document):
      "document \(document) refers to entity \(id), which it does not list — extract the document again"
    case .targetTaken(let path, let name):
      "\(path) holds \(name), which is not part of a graph written by gongbao — choose another folder or empty this one"
    case .noRecord: "no record of a graph — give lines written by gongbao graph records of the same version"
    case .recordsUnsorted: "the records are not sorted — sort the lines by their bytes first (LC_ALL=C sort)"
    case .system(let operation, let path, let reason):
      "\(path): \(operation): \(reason) — check the path, its permissions and the space left"
    }
  }
}
