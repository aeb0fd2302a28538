public import FlatTables

extension Automaton {
  /// Writes the tables, each under the name and a word of its own.
  public func write(to writer: inout FlatFileWriter, as name: String) {
    writer.add(name + ".pages", alphabet.pages)
    writer.add(name + ".codes", alphabet.codes)
    writer.add(name + ".links", links)
    writer.add(name + ".fails", fails)
    writer.add(name + ".firsts", firstOutputs)
    writer.add(name + ".roots", rootChildren)
    writer.add(name + ".outputs", outputs)
  }

  /// The automaton that ``write(to:as:)`` wrote under a name; nothing is copied.
  ///
  /// The search goes through the tables without checks. That their sizes fit each other is checked here, that what they
  /// hold stays inside them is what the file's checksum stands for.
  public init(_ file: FlatFile, _ name: String) throws(FlatFileError) {
    links = try file.array(name + ".links")
    fails = try file.array(name + ".fails")
    firstOutputs = try file.array(name + ".firsts")
    rootChildren = try file.array(name + ".roots")
    outputs = try file.array(name + ".outputs")
    let largest = UInt32(clamping: rootChildren.count - 1)
    alphabet = Alphabet(
      pages: try file.array(name + ".pages"), codes: try file.array(name + ".codes"), largest: largest)
    guard rootChildren.count > 0, outputs.count > 0, links.count > rootChildren.count - 1,
      fails.count == links.count, firstOutputs.count == links.count,
      alphabet.pages.count == Int(Alphabet.scalarLimit >> Alphabet.pageBits), alphabet.codes.count >= Alphabet.pageSize
    else { throw .damaged(what: "the tables of \(name) do not fit each other") }
    roots = Self.roots(rootChildren, links, firstOutputs)
  }
}
