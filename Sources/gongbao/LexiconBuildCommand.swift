import ArgumentParser
import Pipeline

/// `gongbao lexicon build`: the lexicons in the form the program maps into memory.
struct LexiconBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile lexicons into one file, with which every command starts at once.",
    discussion: """
      The file is \(Pipeline.compiledFile) in the last folder, and is used there by itself as long as the tables of all folders
      are what they were, and the program is the one that made it. One that is out of date is not used, with a warning; a
      damaged one ends the command (exit status 3). Rules are read from their files as ever.

      Examples:
        gongbao lexicon build
        gongbao lexicon build Lexicons overlay
      """)

  @Argument(help: ArgumentHelp("Lexicon folders; later ones are laid over earlier ones.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: ArgumentHelp("Write the file elsewhere, to be put there later.", valueName: "file"))
  var out: String?

  @Flag(help: "Say nothing of what was done.")
  var quiet = false

  func run() throws {
    let folders = try LexiconFolders.find(named: folders)
    let path = out ?? (folders.last ?? ".") + "/" + Pipeline.compiledFile
    let bytes: [UInt8]
    do throws(PipelineError) {
      bytes = try Pipeline.compile(lexicons: folders)
    } catch {
      throw Failure(error.isLexicons ? .brokenLexicons : .fault, error.description)
    }
    try WholeFile.write(bytes, to: path)
    if !quiet { Console.say("\(path): \(bytes.count) bytes") }
  }
}
