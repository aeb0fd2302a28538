import FlatTables

/// A set of whole strings that is asked for every candidate: short ones by one look-up of an integer.
struct NameSet: Sendable {
  private let short: PackedTable
  private let long: Set<ArraySlice<UInt32>>

  init(_ names: [[UInt32]]) {
    short = PackedTable(names.compactMap { name in PackedText(name).map { ($0, 1) } })
    long = Set(names.filter { $0.count > PackedText.capacity }.map { $0[...] })
  }

  init(_ file: FlatFile, _ name: String) throws(FlatFileError) {
    short = try PackedTable(file, name)
    let scalars = Array(try file.array(name + ".long", of: UInt32.self))
    long = Set(scalars.split(separator: 0))
  }

  func write(to writer: inout FlatFileWriter, as name: String) {
    short.write(to: &writer, as: name)
    // In an order of their own: a set has none that is the same in two runs.
    let names = long.sorted { $0.lexicographicallyPrecedes($1) }
    writer.add(name + ".long", Array(names.joined(separator: [0])))
  }

  func contains(_ name: ArraySlice<UInt32>) -> Bool {
    guard name.count <= PackedText.capacity else { return !long.isEmpty && long.contains(name) }
    guard !name.isEmpty else { return false }
    var text = PackedText(name[name.startIndex])
    for scalar in name.dropFirst() { text.append(scalar) }
    return short[text] != nil
  }
}
