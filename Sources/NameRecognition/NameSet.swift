/// A set of whole strings that is asked for every candidate: short ones by one look-up of an integer.
struct NameSet: Sendable {
  private let short: PackedTable
  private let long: Set<ArraySlice<UInt32>>
  private let longStarts: Set<UInt64>

  init(_ names: [[UInt32]]) {
    short = PackedTable(names.compactMap { name in PackedText(name).map { ($0, 1) } })
    longStarts = Set(
      names.filter { $0.count > PackedText.capacity }.map { PackedText($0[0], $0[1]).value })
    long = Set(names.filter { $0.count > PackedText.capacity }.map { $0[...] })
  }

  /// False where no name of two to four characters begins with these two; true mostly where one does. Longer names are in
  /// the same table by their first two characters.
  func mayBegin(with pair: PackedText) -> Bool { short.mayBegin(with: pair) || longStarts.contains(pair.value) }

  func contains(_ name: ArraySlice<UInt32>) -> Bool {
    guard name.count <= PackedText.capacity else { return !long.isEmpty && long.contains(name) }
    guard !name.isEmpty else { return false }
    var text = PackedText(name[name.startIndex])
    for scalar in name.dropFirst() { text.append(scalar) }
    return short[text] != nil
  }
}
