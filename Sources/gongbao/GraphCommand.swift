import ArgumentParser
import DocumentModel
import Glibc
import KnowledgeGraph
import Pipeline

/// `gongbao graph`: what is done with graphs.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Work with graphs of many articles.", subcommands: [GraphBuildCommand.self])
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

  @Flag(help: "No summary at the end; failed lines are still named.")
  var quiet = false

  func run() throws {
    try requireOneInput()
    try GraphWriter.prepare(out)
    // Records are gathered beside the graph, so that memory is the same for any number of extractions.
    let records = CorpusExtraction.withoutTrailingSlashes(out) + ".records-\(getpid())"
    defer { unlink(records) }
    var gathering = Gathering(file: try ByteFile(creating: records))
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
    try SortedGraph.write(recordsAt: records, to: out, origin: origin)
    if !quiet { Console.say(tally.summary) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  /// Stops where none of the inputs exists; one that is missing among others is a failed input.
  private func requireOneInput() throws(Failure) {
    guard !inputs.contains(where: { $0 == "-" || access($0, F_OK) == 0 }) else { return }
    for input in inputs { Console.error("\(input): does not exist — check the path") }
    throw Failure(.wrongUsage)
  }

  private func add(_ input: String, to gathering: inout Gathering, _ tally: inout Tally) throws {
    let lines = input == "-" ? LineReader(standardInput: ()) : try LineReader(path: input)
    let name = input == "-" ? "standard input" : input
    var number = 0
    while let line = try lines.next() {
      number += 1
      if line.isEmpty { continue }
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
        tally.fail("\(name):\(number): \(error)")
      }
    }
  }

  /// The records of what has been read so far, and which documents they are of.
  private struct Gathering: ~Copyable {
    var file: ByteFile
    var documents: Set<ContentHash> = []
  }
}
