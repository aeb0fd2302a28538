import FlatTables

/// The meanings of all terms, by the number the automaton gives: eight bytes each.
struct MeaningTable: Sendable {
  private struct Packed: BitwiseCopyable, Sendable {
    var kind: UInt16
    /// Position in `levels`; only organs with a level word have one.
    var level: UInt16
    var row: UInt32
  }
  private let packed: FlatArray<Packed>
  private let levels: [String]

  init(_ meanings: [Meaning]) {
    var levels: [String] = []
    var numbers: [String: UInt16] = [:]
    packed = FlatArray(
      meanings.map { meaning in
        let (kind, row) = meaning.numbers
        guard case .levelOrgan(_, let level) = meaning else { return Packed(kind: kind, level: 0, row: UInt32(row)) }
        let number = numbers[level] ?? UInt16(levels.count)
        if number == levels.count { levels.append(level) }
        numbers[level] = number
        return Packed(kind: kind, level: number, row: UInt32(row))
      })
    self.levels = levels
  }

  init(_ file: FlatFile) throws(FlatFileError) {
    packed = try file.array("meanings")
    levels = try file.text("meanings.levels").split(separator: "\n").map(String.init)
  }

  func write(to writer: inout FlatFileWriter) {
    writer.add("meanings", packed)
    writer.add("meanings.levels", text: levels.joined(separator: "\n"))
  }

  var count: Int { packed.count }

  subscript(index: Int) -> Meaning {
    let meaning = packed[index]
    let row = Int(meaning.row)
    return switch meaning.kind {
    case 0: .division(row)
    case 1: .divisionAlias(row)
    case 2: .country(row)
    case 3: .countryCharacter(row)
    case 4: .region(row)
    case 5: .foreignPlace(row)
    case 6: .site(row)
    case 7: .initiative(row)
    case 8: .central(row)
    case 9: .medium(row)
    case 10: .organ(row)
    case 11: .levelOrgan(row, level: levels[Int(meaning.level)])
    case 12: .organPrefix(row)
    case 13: .department(row)
    case 14: .departmentPost(row)
    case 15: .organisationHead(row)
    case 16: .head(row)
    case 17: .post(row)
    case 18: .modifier(row)
    case 19: .groupLabel(row)
    case 20: .levelWord(row)
    case 21: .boundary(row)
    case 22: .boundaryWord(row)
    case 23: .commonModifier(row)
    default: .leadingVerb
    }
  }
}

extension Meaning {
  /// The kind's number in a table, and the row.
  fileprivate var numbers: (kind: UInt16, row: Int) {
    switch self {
    case .division(let row): (0, row)
    case .divisionAlias(let row): (1, row)
    case .country(let row): (2, row)
    case .countryCharacter(let row): (3, row)
    case .region(let row): (4, row)
    case .foreignPlace(let row): (5, row)
    case .site(let row): (6, row)
    case .initiative(let row): (7, row)
    case .central(let row): (8, row)
    case .medium(let row): (9, row)
    case .organ(let row): (10, row)
    case .levelOrgan(let row, level: _): (11, row)
    case .organPrefix(let row): (12, row)
    case .department(let row): (13, row)
    case .departmentPost(let row): (14, row)
    case .organisationHead(let row): (15, row)
    case .head(let row): (16, row)
    case .post(let row): (17, row)
    case .modifier(let row): (18, row)
    case .groupLabel(let row): (19, row)
    case .levelWord(let row): (20, row)
    case .boundary(let row): (21, row)
    case .boundaryWord(let row): (22, row)
    case .commonModifier(let row): (23, row)
    case .leadingVerb: (24, 0)
    }
  }
}
