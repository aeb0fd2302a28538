import ArgumentParser
import DocumentModel
import Glibc
import KnowledgeGraph
import Pipeline

/// `gongbao extract`: articles to facts.
struct ExtractCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read articles and write the facts they state.",
    discussion: """
      An article is a line of a .jsonl or .ndjson file ("id" and "text"; "title", "published", "source" and "url" where
      known), a row of a .csv or .tsv file with such columns, a .txt, .md or .html file, or a page in a .warc. All of them
      may lie in .tar, .zip and .7z archives or be compressed (.gz, .zst, .xz, .bz2). jsonl gives a line an article, in their order; csv gives one graph of all of them, in a folder.

      Examples:
        gongbao extract article.txt
        gongbao extract news.jsonl --out facts.jsonl
        gongbao extract news/ --format csv --out graph
        tail -f feed.jsonl | gongbao extract --stream
      """)

  @Argument(
    help: ArgumentHelp(
      "A file or archive, a folder (walked), a pattern in quotes, @FILE for a list of inputs, or - for standard input.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(help: "What to write: jsonl or csv.")
  var format: Format = .jsonl

  @Option(
    help: ArgumentHelp("Where to write: a file, for csv a folder. jsonl goes to standard output.", valueName: "path"))
  var out: String?

  @Option(help: ArgumentHelp("Folder of lexicons; repeat it to lay later ones over earlier ones.", valueName: "dir"))
  var lexicons: [String] = []

  @Option(
    help: ArgumentHelp(
      "Lexicons to do without, by file name: officials,sites; orgs for listed bodies that are no organs.",
      valueName: "list"))
  var without: [String] = []

  @OptionGroup(title: "Reading")
  var reading: InputFlags

  @Flag(help: "Answer each line of standard input with a line, at once; a bad line with its error.")
  var stream = false

  @Option(help: "Number of working threads; the output is the same for any. All processors by default.")
  var jobs: Int?

  @Flag(help: "Go on where a run with the same --out was broken off; inputs that have changed are read again.")
  var resume = false

  @Option(help: ArgumentHelp("Stop when more inputs than this have failed.", valueName: "number"))
  var maxFailures: Int?

  @Flag(help: "No progress and no summary; failed inputs are still named.")
  var quiet = false

  func validate() throws {
    if stream {
      guard inputs.isEmpty || inputs == ["-"] else {
        throw ValidationError("--stream reads standard input alone — leave the inputs out.")
      }
      guard format == .jsonl, out == nil else {
        throw ValidationError("--stream writes jsonl to standard output — leave --format and --out out.")
      }
      guard !resume else { throw ValidationError("--stream begins anew each time — leave --resume out.") }
      guard reading.encoding == nil, reading.columns == nil else {
        throw ValidationError("--stream reads JSON Lines in UTF-8 — leave --encoding and --columns out.")
      }
      guard maxFailures ?? 0 >= 0 else { throw ValidationError("--max-failures takes a number from 0 on.") }
    } else {
      guard !inputs.isEmpty else {
        throw ValidationError("No input is named — name files or folders, or - to read standard input.")
      }
      guard !resume || out != nil else {
        throw ValidationError("--resume goes on with what stands beside an output — name it with --out.")
      }
      guard jobs ?? 1 >= 1, jobs ?? 1 <= 256 else { throw ValidationError("--jobs takes a number from 1 to 256.") }
      guard maxFailures ?? 0 >= 0 else { throw ValidationError("--max-failures takes a number from 0 on.") }
      guard format != .csv || out != nil else {
        throw ValidationError("--format csv needs a folder — name it with --out.")
      }
    }
  }

  func run() throws {
    var articles = try ArticleInputs(
      stream ? [] : inputs, options: try reading.options(), tellsNotes: reading.inputNotes)
    if !quiet { for note in articles.notes { Console.say(note) } }
    var tally = Tally(mostFailures: maxFailures)
    let pipeline = try makePipeline()
    if stream {
      try ExtractionStream(extractor: try Extractor(pipeline), lossy: reading.lossy).run(&tally)
    } else {
      try extract(&articles, pipeline, &tally)
    }
    if !quiet { Console.say(tally.summary) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  private func extract(_ articles: inout ArticleInputs, _ pipeline: Pipeline, _ tally: inout Tally) throws {
    let jobs = jobs ?? max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    var extraction = CorpusExtraction(
      pipeline: pipeline, jobs: jobs, resumes: resume, options: without.sorted().joined(separator: ","),
      progress: Progress(isQuiet: quiet, total: isatty(2) == 1 ? articles.totalBytes : nil))
    guard let out else { return try extraction.writeLines(of: &articles, to: OutputFile(), &tally) }
    let target: String
    switch format {
    case .csv: target = CorpusExtraction.withoutTrailingSlashes(out)
    case .jsonl:
      switch try OutputPlace(out) {
      case .stream(let path):
        return try extraction.writeLines(of: &articles, to: try OutputFile(path: path), &tally)
      case .file(let path): target = path
      }
    }
    do {
      switch format {
      case .csv: try extraction.writeGraph(of: &articles, to: out, &tally)
      case .jsonl: try extraction.writeFile(of: &articles, to: target, &tally)
      }
    } catch let failure as Failure where failure.status == .someInputsFailed {
      try report(tally, pipeline, jobs, beside: target, isComplete: false)
      throw failure
    }
    try report(tally, pipeline, jobs, beside: target, isComplete: true)
  }

  /// `OUT.report.json`, and `OUT.failures.jsonl` where there are any.
  private func report(_ tally: Tally, _ pipeline: Pipeline, _ jobs: Int, beside target: String, isComplete: Bool) throws
  {
    let counts = tally.counts
    var report = RunReport()
    report.counts = [
      ("articles", counts.articles), ("failures", tally.failures), ("duplicates", counts.duplicates),
      ("diagnostics", counts.diagnostics),
      ("mentions", counts.mentions), ("entities", counts.entities), ("relations", counts.relations),
      ("text_bytes", counts.textBytes),
    ]
    report.seconds = tally.seconds
    report.program = Version.program
    report.icu = pipeline.icuVersion
    report.lexicons = pipeline.lexiconHash
    report.jobs = jobs
    report.resumed = resume
    report.complete = isComplete
    try OutputPlace.write(report.json, beside: target, suffix: ".report.json")
    try OutputPlace.write(tally.failureLines, beside: target, suffix: ".failures.jsonl")
  }

  private func makePipeline() throws -> Pipeline {
    let names = without.flatMap { $0.split(separator: ",").map(String.init) }
    let known = Pipeline.lexiconNames
    if let name = names.first(where: { !known.contains($0) }) {
      throw Failure(
        .wrongUsage, "--without: there is no lexicon \"\(name)\" — take of \(known.joined(separator: ", "))")
    }
    let folders = try LexiconFolders.find(named: lexicons)
    return try Extractor.pipeline(lexicons: folders, without: Set(names))
  }
}
