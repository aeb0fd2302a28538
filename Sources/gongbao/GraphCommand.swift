import ArgumentParser
import DocumentModel
import Glibc
import KnowledgeGraph
import Pipeline

/// `gongbao graph`: what is done with graphs.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Work with graphs of many articles.",
    subcommands: [GraphBuildCommand.self, GraphRecordsCommand.self])
}

/// `gongbao graph build`: extractions to one graph.
struct GraphBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Merge what gongbao extract wrote into one graph of CSV files.",
    discussion: """
      The files may be parts of one corpus, in any order: the graph is the same, byte for byte.

      Example:
        gongbao graph build north.jsonl south.jsonl --out graph
      """)

  @Argument(help: ArgumentHelp("Files written by gongbao extract, or - for standard input.", valueName: "extraction"))
  var inputs: [String]

  @Option(help: ArgumentHelp("The folder to write; an earlier graph there is replaced.", valueName: "dir"))
  var out: String

  @Flag(help: "The files hold what gongbao graph records wrote, in any order, instead of extractions.")
  var records = false

  @Flag(help: "No summary at the end; failed lines are still named.")
  var quiet = false

  func run() throws {
    try InputLines.requireOne(of: inputs)
    try GraphWriter.prepare(out)
    // Records are gathered beside the graph, so that memory is the same for any number of extractions.
    let gathered = CorpusExtraction.withoutTrailingSlashes(out) + ".records-\(getpid())"
    defer { unlink(gathered) }
    var gathering = Gathering(file: try ByteFile(creating: gathered))
    var tally = Tally()
    for input in inputs {
      do {
        try add(input, to: &gathering, &tally)
      } catch let error as FileError {
        tally.fail("\(error)")
      }
    }
    try gathering.file.flush()
    let origin = GraphOrigin(program: Version.program, failedInputs: tally.failures)
    try SortedGraph.write(recordsAt: gathered, to: out, origin: origin)
    if !quiet { Console.say(tally.summary) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  private func add(_ input: String, to gathering: inout Gathering, _ tally: inout Tally) throws {
    let lines = try InputLines(input)
    while let line = try lines.next() {
      if line.isEmpty { continue }
      if records {
        try add(lines.locating { () throws(GraphError) in try RecordLines.record(from: line) }, to: &gathering, &tally)
        continue
      }
      do {
        let extraction = try ExtractionReader.extraction(from: line)
        let records = try GraphRecords.bytes(of: extraction)
        guard gathering.documents.insert(ContentHash(of: extraction.article.id)).inserted else {
          throw GraphError.documentTwice(id: extraction.article.id)
        }
        try gathering.file.write(records)
        tally.count(extraction)
      } catch let error as FileError {
        throw error
      } catch {
        tally.fail("\(lines.place): \(error)")
      }
    }
  }

  /// A document given twice cannot be left out any more, once its facts are merged with those of others.
  private func add(_ record: GraphRecord, to gathering: inout Gathering, _ tally: inout Tally) throws {
    if record.isFailure { return tally.countFailure() }
    var counts = ReadCounts()
    if record.isStatement { counts.relations = 1 }
    if let document = record.document {
      guard gathering.documents.insert(ContentHash(of: document)).inserted else {
        throw GraphError.documentTwice(id: document)
      }
      counts.articles = 1
    }
    tally.count(counts)
    try gathering.file.write(record.bytes)
  }

  /// The records of what has been read so far, and which documents they are of.
  private struct Gathering: ~Copyable {
    var file: ByteFile
    var documents: Set<ContentHash> = []
  }
}
