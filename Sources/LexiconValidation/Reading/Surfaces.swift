import DocumentModel
import Lexicons

/// A form that texts write, and the row it means.
struct Surface: Sendable {
  let text: String
  let row: Row
  let column: String
  let table: TableName
  /// When the form means it: for an alias of a division not outside its unit's time.
  let validity: Validity
  /// Whether it counts without a suffix, a title or others of its kind beside it.
  let isFree: Bool
}

extension Surface {
  /// The tables whose rows have names, with the columns these stand in.
  private static let named: [(TableName, [String])] = [
    (.divisions, ["name"]), (.regions, ["name", "aliases"]), (.countries, ["name", "full_name", "aliases"]),
    (.foreignPlaces, ["name", "aliases"]), (.sites, ["name", "aliases"]), (.initiatives, ["name", "aliases"]),
    (.centralOrgans, ["name", "aliases"]), (.media, ["name", "aliases"]), (.posts, ["surface"]),
    (.groupLabels, ["surface"]), (.levelWords, ["surface"]),
  ]

  /// All names of all rows.
  static func all(of lexicons: CheckedLexicons) -> [Surface] {
    var found: [Surface] = []
    for (table, columns) in named {
      for row in lexicons[table] {
        var own: Set<String> = []
        for column in columns {
          for text in column == "aliases" ? row.list(column) : [row[column]] where !text.isEmpty {
            guard own.insert(text).inserted else { continue }
            found.append(
              Surface(text: text, row: row, column: column, table: table, validity: row.validity, isFree: true))
          }
        }
      }
    }
    let units = Dictionary(lexicons[.divisions].map { ($0["id"], $0) }, uniquingKeysWith: { first, _ in first })
    for row in lexicons[.divisionAliases] {
      let own = row.validity
      let unit = units[row["division_id"]]?.validity ?? Validity(from: nil, to: nil)
      let context = row["needs_context"]
      found.append(
        Surface(
          text: row["alias"], row: row, column: "alias", table: .divisionAliases, validity: own.narrowed(to: unit),
          isFree: context.isEmpty || context == "none"))
    }
    return found
  }
}

extension Validity {
  /// The part of it that lies in another one.
  func narrowed(to other: Validity) -> Validity {
    let from = [self.from, other.from].compactMap { $0 }.max { $0.earliest < $1.earliest }
    let to = [self.to, other.to].compactMap { $0 }.min { $0.earliest < $1.earliest }
    return Validity(from: from, to: to)
  }

  /// Whether some day lies in both as they are written.
  func overlaps(_ other: Validity) -> Bool {
    let both = narrowed(to: other)
    guard let from = both.from, let to = both.to else { return true }
    return from.earliest < to.earliest
  }

  /// Whether all its days lie in another one.
  func isWithin(_ other: Validity) -> Bool {
    if let start = other.from { guard let from, from.earliest >= start.earliest else { return false } }
    if let end = other.to { guard let to, to.earliest <= end.earliest else { return false } }
    return true
  }

  /// `2005 to 2012`, open ends as `…`.
  var text: String { "\(from?.description ?? "…") to \(to?.description ?? "…")" }
}
