import ArgumentParser
import DocumentModel
import Glibc
import KnowledgeGraph

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
    try GraphWriter.check(out)
    var graph = GraphBuilder()
    var tally = Tally()
    for input in inputs {
      do {
        try add(input, to: &graph, &tally)
      } catch let error as FileError {
        tally.fail("\(error)")
      }
    }
    let origin = GraphOrigin(program: Version.program, failedInputs: tally.failures)
    try GraphWriter.write(graph, to: out, origin: origin)
    if !quiet { Console.say(tally.summary) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  /// Stops where none of the inputs exists; one that is missing among others is a failed input.
  private func requireOneInput() throws(Failure) {
    guard !inputs.contains(where: { $0 == "-" || access($0, F_OK) == 0 }) else { return }
    for input in inputs { Console.error("\(input): does not exist — check the path") }
    throw Failure(.wrongUsage)
  }

  private func add(_ input: String, to graph: inout GraphBuilder, _ tally: inout Tally) throws {
    let lines = input == "-" ? LineReader(standardInput: ()) : try LineReader(path: input)
    let name = input == "-" ? "standard input" : input
    var number = 0
    while let line = try lines.next() {
      number += 1
      if line.isEmpty { continue }
      do {
        let extraction = try ExtractionReader.extraction(from: line)
        try graph.add(extraction)
        tally.count(extraction)
      } catch {
        tally.fail("\(name):\(number): \(error)")
      }
    }
  }
}
