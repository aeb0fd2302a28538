/// A set of whole strings that is asked for every candidate: short ones by one look-up of an integer.
struct NameSet: Sendable {
  private let short: PackedTable
  private let long: Set<ArraySlice<UInt32>>

  init(_ names: [[UInt32]]) {
    short = PackedTable(names.compactMap { name in PackedText(name).map { ($0, 1) } })
    long = Set(names.filter { $0.count > PackedText.capacity }.map { $0[...] })
  }

  func contains(_ name: ArraySlice<UInt32>) -> Bool {
    guard name.count <= PackedText.capacity else { return !long.isEmpty && long.contains(name) }
    guard !name.isEmpty else { return false }
    var text = PackedText(name[name.startIndex])
    for scalar in name.dropFirst() { text.append(scalar) }
    return short[text] != nil
  }
}
