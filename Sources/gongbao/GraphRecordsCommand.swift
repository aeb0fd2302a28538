import ArgumentParser
import KnowledgeGraph

/// `gongbao graph records`: extractions to lines that can be sorted and merged in any number of parts.
struct GraphRecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Write what extractions add to a graph as lines to be sorted, for corpora beyond one machine.",
    discussion: """
      A line is a record: its key and its value in hexadecimal digits. A fact of two articles gives two lines of one key;
      --merge makes one of them. gongbao graph build --records makes the graph.

      Example, what Scripts/spark/graph does on many machines:
        gongbao graph records north.jsonl south.jsonl | LC_ALL=C sort | gongbao graph records --merge - |
          gongbao graph build --records - --out graph
      """)

  @Argument(
    help: ArgumentHelp(
      "Files written by gongbao extract (with --merge, by this command), or - for standard input.",
      valueName: "extraction"))
  var inputs: [String]

  @Flag(help: "Read sorted records, and write one for all of an equal key.")
  var merge = false

  @Flag(help: "No summary at the end; failed lines are still named.")
  var quiet = false

  func run() throws {
    try InputLines.requireOne(of: inputs)
    var output = OutputFile()
    if merge {
      var combiner = RecordCombiner()
      for input in inputs {
        let lines = try InputLines(input)
        while let line = try lines.next() {
          try output.write(
            try lines.locating { () throws(GraphError) in try combiner.add(RecordLines.record(from: line)) })
        }
      }
      try output.write(combiner.finish())
      return try output.finish()
    }
    var tally = Tally()
    for input in inputs { try write(input, to: &output, &tally) }
    try output.finish()
    if !quiet { Console.say(tally.summary) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  /// The records of a file's extractions; a line that fails is a record too, so that the graph counts it.
  private func write(_ input: String, to output: inout OutputFile, _ tally: inout Tally) throws {
    do {
      let lines = try InputLines(input)
      while let line = try lines.next() {
        if line.isEmpty { continue }
        let records: [UInt8]
        do {
          let extraction = try ExtractionReader.extraction(from: line)
          records = try RecordLines.lines(of: extraction)
          tally.count(extraction)
        } catch {
          tally.fail("\(lines.place): \(error)")
          records = RecordLines.failure
        }
        try output.write(records)
      }
    } catch {
      guard error.path != "standard output" else { throw error }
      tally.fail("\(error)")
      try output.write(RecordLines.failure)
    }
  }
}
