import ArgumentParser
import DocumentModel
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

  @Option(help: ArgumentHelp("Lexicons to do without, by file name: officials,sites.", valueName: "list"))
  var without: [String] = []

  @OptionGroup(title: "Reading")
  var reading: InputFlags

  @Flag(help: "Answer each line of standard input with a line, at once; a bad line with its error.")
  var stream = false

  @Flag(help: "No summary at the end; failed inputs are still named.")
  var quiet = false

  func validate() throws {
    if stream {
      guard inputs.isEmpty || inputs == ["-"] else {
        throw ValidationError("--stream reads standard input alone — leave the inputs out.")
      }
      guard format == .jsonl, out == nil else {
        throw ValidationError("--stream writes jsonl to standard output — leave --format and --out out.")
      }
    } else {
      guard !inputs.isEmpty else {
        throw ValidationError("No input is named — name files or folders, or - to read standard input.")
      }
      guard format != .csv || out != nil else {
        throw ValidationError("--format csv needs a folder — name it with --out.")
      }
    }
  }

  func run() throws {
    var articles = try ArticleInputs(
      stream ? [] : inputs, options: try reading.options(), tellsNotes: reading.inputNotes)
    if !quiet { for note in articles.notes { Console.say(note) } }
    var tally = Tally()
    let extractor = try makeExtractor()
    if stream {
      try ExtractionStream(extractor: extractor).run(&tally)
    } else {
      switch format {
      case .jsonl: try writeLines(of: &articles, extractor, &tally)
      case .csv: try writeGraph(of: &articles, extractor, to: out ?? "", &tally)
      }
    }
    if !quiet { Console.say(tally.summary) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  private func makeExtractor() throws -> Extractor {
    let names = without.flatMap { $0.split(separator: ",").map(String.init) }
    let folders = try LexiconFolders.find(named: lexicons)
    do {
      return try Extractor(lexicons: folders, without: Set(names))
    } catch let error as PipelineError {
      throw Failure(error.isLexicons ? .brokenLexicons : .fault, error.description)
    }
  }

  private func writeLines(of articles: inout ArticleInputs, _ extractor: Extractor, _ tally: inout Tally) throws {
    var output = if let out { try OutputFile(path: out) } else { OutputFile() }
    while let input = articles.next() {
      guard let article = tally.article(of: input) else { continue }
      let extraction = extractor.extract(article)
      tally.count(extraction)
      try output.write(ExtractionJSON.line(extraction))
    }
    try output.finish()
  }

  private func writeGraph(
    of articles: inout ArticleInputs, _ extractor: Extractor, to folder: String, _ tally: inout Tally
  ) throws {
    try GraphWriter.check(folder)
    var graph = GraphBuilder()
    while let input = articles.next() {
      guard let article = tally.article(of: input) else { continue }
      let extraction = extractor.extract(article)
      do {
        try graph.add(extraction)
        tally.count(extraction)
      } catch {
        tally.fail("\(error)")
      }
    }
    let origin = GraphOrigin(
      program: Version.program, icu: extractor.icuVersion, lexicons: extractor.lexiconHash,
      failedInputs: tally.failures)
    try GraphWriter.write(graph, to: folder, origin: origin)
  }
}
