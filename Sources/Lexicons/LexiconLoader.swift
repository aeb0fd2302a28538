/// Reads lexicon folders into a ``LexiconSet``.
///
/// Checks what a run relies on: encoding, lines, columns, values, keys, and that references lead somewhere. What makes a
/// lexicon good beyond that is for the validator.
public enum LexiconLoader {
  /// How many errors one load reports in full.
  public static let errorLimit = 20

  /// Reads the first folder whole, and lays each later one over it: a row with the key of an earlier one takes its place,
  /// a key with `-` in front removes the row, all others are added. Later folders need not have all files.
  ///
  /// The lexicons named in `without` (`division_aliases`: the file without folder and suffix) are left empty and not read.
  public static func load(folders: [String], without: Set<String> = []) throws(LexiconLoadError) -> LexiconSet {
    guard !folders.isEmpty else { throw .noFolders }
    return try load(folders.map(LexiconFolder.path), without: without)
  }

  /// Reads files that are in memory, by their paths below a lexicon folder. Those not given are empty, and with no
  /// sources.tsv any `src` is taken: for trying a rule or a stage with a handful of rows.
  public static func load(files: [String: String]) throws(LexiconLoadError) -> LexiconSet {
    try load([.memory(files.mapValues { Array($0.utf8) })], without: [])
  }

  /// Reads folders of either kind.
  package static func load(_ folders: [LexiconFolder], without: Set<String>) throws(LexiconLoadError) -> LexiconSet {
    var unwanted: [RecordedRows]?
    return try load(folders, without: without, recorded: &unwanted)
  }

  /// With an array in `recorded` it is filled with what was read.
  static func load(_ folders: [LexiconFolder], without: Set<String>, recorded: inout [RecordedRows]?)
    throws(LexiconLoadError) -> LexiconSet
  {
    let known = LexiconSet.lexiconNames
    for name in without.sorted() where !known.contains(name) { throw .unknownLexicon(name: name, known: known) }
    var reading = FolderReading(folders: folders, without: without, isRecording: recorded != nil)
    let lexicons = LexiconSet(&reading)
    reading.checkReferences(of: lexicons)
    guard reading.errors.isEmpty else { throw .files(reading.errors, more: reading.furtherErrors) }
    recorded = reading.recording
    return lexicons
  }
}
