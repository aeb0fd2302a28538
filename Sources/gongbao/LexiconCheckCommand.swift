import ArgumentParser
import DocumentModel
import Glibc
import KnowledgeGraph
import LexiconValidation

/// `gongbao lexicon check`: everything that can be said against lexicons and rules.
struct LexiconCheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github, junit }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate lexicons and rules, and run the rules' examples.",
    discussion: """
      Exit status: 0 no errors; 1 errors (with --strict warnings too); 2 wrong usage.

      Examples:
        gongbao lexicon check Lexicons
        gongbao lexicon check Lexicons overlay --format github
        gongbao lexicon check Lexicons --baseline known.tsv --write-baseline
        gongbao lexicon check Lexicons --fix
      """)

  @Argument(help: ArgumentHelp("Lexicon folders; later ones are laid over earlier ones.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: "text, json, sarif, github or junit.")
  var format: Format = .text

  @Option(help: ArgumentHelp("A file of findings that are known: only others count.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Write all findings into the file of --baseline, and succeed.")
  var writeBaseline = false

  @Flag(help: "Mend order, duplicate lines, NFC, blanks and line ends first.")
  var fix = false

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Flag(help: "Print the page of all checks (Lexicons/CHECKS.md).")
  var list = false

  @Option(help: ArgumentHelp("The day on which suppressions are judged, YYYY-MM-DD; else today.", valueName: "date"))
  var today: String?

  func validate() throws {
    if writeBaseline, baseline == nil {
      throw ArgumentParser.ValidationError("--write-baseline needs a file — name it with --baseline.")
    }
    if let today, PartialDate(iso: today) == nil {
      throw ArgumentParser.ValidationError("--today \(today) is no date — write YYYY-MM-DD.")
    }
  }

  func run() throws {
    if list { return try write(Array(Check.page.utf8)) }
    let folders = try LexiconFolders.find(checked: folders)
    let day = today.flatMap { PartialDate(iso: $0) } ?? Self.currentDay()
    var lexicons = try read(folders, day)
    if fix {
      let fixes = Fixer.fixes(for: lexicons)
      for mended in fixes {
        try WholeFile.write(mended.bytes, to: mended.path)
        Console.say("\(mended.path): mended")
      }
      if !fixes.isEmpty { lexicons = try read(folders, day) }
    }
    let validation = Validation(of: lexicons, baseline: writeBaseline ? .empty : try readBaseline())
    if writeBaseline, let baseline {
      try WholeFile.write(Array(Baseline.text(of: validation.new).utf8), to: baseline)
      return Console.say("\(baseline): \(validation.new.count) findings")
    }
    try report(validation)
    let failed = validation.count(.error) > 0 || (strict && validation.count(.warning) > 0)
    if failed { throw Failure(.someInputsFailed) }
  }

  private func read(_ folders: [String], _ day: PartialDate) throws -> CheckedLexicons {
    do {
      return try CheckedLexicons(folders: folders, today: day)
    } catch {
      throw Failure(.fault, error.description)
    }
  }

  private func report(_ validation: Validation) throws {
    switch format {
    case .text: try write(Array((TextReport.text(validation) + "\n").utf8))
    case .json: try write(JSONReport.bytes(validation))
    case .sarif: try write(SARIFReport.bytes(validation, version: Version.program))
    case .junit: try write(Array(JUnitReport.text(validation).utf8))
    case .github:
      try write(Array((GitHubReport.text(validation) + "\n").utf8))
      if let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty {
        try append(GitHubReport.summary(validation), to: path)
      }
    }
  }

  private func write(_ bytes: [UInt8]) throws(FileError) {
    var output = ByteFile(standard: 1)
    try output.write(bytes)
    try output.finish()
  }

  /// Other steps of the job have written to the file before.
  private func append(_ text: String, to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(doing: "cannot open", path, errno) }
    defer { close(descriptor) }
    var output = ByteFile(standard: descriptor)
    try output.write(Array(text.utf8))
    try output.finish()
  }

  private func readBaseline() throws -> Baseline {
    guard let baseline else { return .empty }
    var text = ""
    do {
      let lines = try LineReader(path: baseline)
      while let line = try lines.next() { text += String(decoding: line, as: UTF8.self) + "\n" }
    } catch {
      throw Failure(.wrongUsage, "\(error) — write it with --write-baseline")
    }
    guard let known = Baseline(text: text) else {
      throw Failure(.wrongUsage, "\(baseline): is no baseline — write it with --write-baseline")
    }
    return known
  }

  private static func currentDay() -> PartialDate {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return PartialDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
