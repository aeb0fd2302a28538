import ArgumentParser

/// `gongbao lexicon`: what is done with lexicons.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check lexicons, compile them, and look into them.",
    subcommands: [
      LexiconCheckCommand.self, LexiconBuildCommand.self, LexiconShowCommand.self, LexiconCoverageCommand.self,
    ])
}
