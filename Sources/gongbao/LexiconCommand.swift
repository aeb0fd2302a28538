import ArgumentParser

/// `gongbao lexicon`: what is done with lexicons.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check lexicons, and look into them.",
    subcommands: [LexiconCheckCommand.self, LexiconShowCommand.self, LexiconCoverageCommand.self])
}
