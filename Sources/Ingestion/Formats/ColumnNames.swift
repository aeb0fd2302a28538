/// What the columns of CSV and TSV are called, or which there are where no header names them.
public struct ColumnNames: Hashable, Sendable {
  /// What an article takes from a row.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case id, text, title, published, source, url
  }
  /// Names in the header that stand for a field instead of the field's own.
  private(set) var names: [Field: String] = [:]
  /// Columns of files without a header, in their order, nil for one that is not used; nil where files have a header.
  private(set) var order: [Field?]?

  /// The fields' own names in a header.
  public init() {}

  /// Why columns named on a command line mean nothing.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// Reads `text=正文,id=编号` (names in the header; other fields keep their own), or `id,,text` (the columns of files without
  /// a header). Throws where it is neither.
  public init(parsing list: String) throws(Fault) {
    let parts = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    func field(_ name: String) throws(Fault) -> Field {
      guard let field = Field(rawValue: name) else {
        let all = Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(description: "\"\(name)\" is no field: the fields are \(all)")
      }
      return field
    }
    if parts.allSatisfy({ $0.contains("=") }) {
      for part in parts {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let field = try field(pair[0])
        guard !pair[1].isEmpty, names.updateValue(pair[1], forKey: field) == nil else {
          throw Fault(description: "\"\(field.rawValue)\" is named twice or without a column")
        }
      }
      return
    }
    var columns: [Field?] = []
    for part in parts {
      guard !part.contains("=") else {
        throw Fault(description: "\"\(list)\" mixes names and places: write text=正文,id=编号 or id,,text")
      }
      let column = part.isEmpty ? nil : try field(part)
      guard column == nil || !columns.contains(column) else { throw Fault(description: "\"\(part)\" is named twice") }
      columns.append(column)
    }
    guard columns.contains(.text) else { throw Fault(description: "no column is \"text\"") }
    order = columns
  }

  func name(of field: Field) -> String { names[field] ?? field.rawValue }
}
