import FlatTables
import Lexicons

/// The surnames as a set of scalars, for the question whether a person's name can start somewhere.
struct SurnameStarts: Sendable {
  /// Bearers per million from which a surname is common enough to speak for a name.
  private static let leastCommon = 100.0
  private let single: Set<UInt32>
  private let compound: Set<UInt64>

  init(_ surnames: Rows<Surname>, normalize: (String) -> [UInt32]) {
    var single: Set<UInt32> = []
    var compound: Set<UInt64> = []
    for row in surnames where row.class == .compound || row.ppm >= Self.leastCommon {
      let scalars = normalize(row.surname)
      if scalars.count == 1 { single.insert(scalars[0]) }
      if scalars.count == 2 { compound.insert(UInt64(scalars[0]) << 32 | UInt64(scalars[1])) }
    }
    self.single = single
    self.compound = compound
  }

  init(_ file: FlatFile) throws(FlatFileError) {
    single = Set(try file.array("surnames.single", of: UInt32.self))
    compound = Set(try file.array("surnames.compound", of: UInt64.self))
  }

  func write(to writer: inout FlatFileWriter) {
    writer.add("surnames.single", single.sorted())
    writer.add("surnames.compound", compound.sorted())
  }

  /// Whether a surname and one more Han character stand at an index.
  func isSurname(at index: Int, in chart: Chart) -> Bool {
    guard let first = chart.scalar(at: index), let second = chart.scalar(at: index + 1), isHan(second) else {
      return false
    }
    return single.contains(first) || compound.contains(UInt64(first) << 32 | UInt64(second))
  }
}
