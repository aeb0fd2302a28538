import ArgumentParser

/// The root of the commands.
struct Gongbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongbao",
    abstract: "Reads Chinese official news and writes who holds which post, who visited what and who met whom.",
    discussion: """
      Examples:
        gongbao extract news/ --format csv --out graph     a folder of articles to a graph of CSV files
        gongbao extract news.jsonl >facts.jsonl            JSON Lines in, JSON Lines out
        cat news.jsonl | gongbao extract --stream          a line in, a line out
        gongbao graph build a.jsonl b.jsonl --out graph    what was extracted in parts to one graph
        gongbao explain article.txt                        why each fact was read
        gongbao rules list                                 what the rules are

      Exit status: 0 done; 1 done, but some inputs failed; 2 wrong usage, or no input exists;
      3 broken lexicons; 70 a fault of the program.
      """,
    subcommands: [
      ExtractCommand.self, GraphCommand.self, LexiconCommand.self, ExplainCommand.self, RulesCommand.self,
    ])

  @Flag(help: "Show the versions of the program, of ICU and of the lexicons.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    try Console.print(Version.report)
  }

  /// Parses the process's arguments and runs the command they name.
  static func runFromCommandLine() throws {
    var command = try parseAsRoot()
    try command.run()
  }
}
