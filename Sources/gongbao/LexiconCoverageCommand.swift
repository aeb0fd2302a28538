import ArgumentParser
import DocumentModel
import LexiconValidation
import Pipeline

/// `gongbao lexicon coverage`: which rows a corpus uses.
struct LexiconCoverageCommand: ParsableCommand {
  enum Listing: String, ExpressibleByArgument, CaseIterable { case rows, unused, clashes }

  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Count how often a corpus uses each row of the lexicons.",
    discussion: """
      Writes TSV. rows: table, place, key, how often its surfaces stand in the texts, how many mentions it made. unused: the
      rows whose surfaces never do. clashes: surfaces of several rows, how often they stand there, whether ambiguity.tsv
      decides them, and the rows.

      Example:
        gongbao lexicon coverage news.jsonl --list unused
      """)

  @Argument(help: ArgumentHelp("Articles, as for extract.", valueName: "corpus"))
  var inputs: [String]

  @Option(help: "rows, unused or clashes.")
  var list: Listing = .rows

  @Option(help: ArgumentHelp("Folder of lexicons; repeat it to lay later ones over earlier ones.", valueName: "dir"))
  var lexicons: [String] = []

  @Flag(help: "No summary at the end; failed inputs are still named.")
  var quiet = false

  func run() throws {
    var articles = try ArticleInputs(inputs)
    var tally = Tally()
    let folders = try LexiconFolders.find(named: lexicons)
    var coverage: Coverage
    do {
      let reader = try Extractor.pipeline(lexicons: folders).reader()
      coverage = try Coverage(try CheckedLexicons(folders: folders, today: PartialDate(year: 9999)))
      while let input = articles.next() {
        guard let article = tally.article(of: input) else { continue }
        let document = reader.document(from: article)
        coverage.add(document, mentions: reader.mentions(in: document))
      }
    } catch let error as PipelineError {
      throw Failure(error.isLexicons ? .brokenLexicons : .fault, error.description)
    }
    try write(coverage)
    if !quiet { Console.say(summary(coverage)) }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
  }

  private func write(_ coverage: Coverage) throws {
    var output = OutputFile()
    func line(_ cells: [String]) throws { try output.write(Array((cells.joined(separator: "\t") + "\n").utf8)) }
    switch list {
    case .clashes:
      try line(["surface", "occurrences", "decided", "rows"])
      for clash in coverage.clashes {
        let places = clash.places.map { "\($0)" }.joined(separator: ",")
        try line([clash.surface, "\(clash.occurrences)", clash.isDecided ? "y" : "n", places])
      }
    case .rows, .unused:
      try line(["table", "row", "key", "occurrences", "mentions"])
      for count in coverage.counts where list == .rows || count.occurrences == 0 {
        try line([count.table, "\(count.place)", count.key, "\(count.occurrences)", "\(count.mentions)"])
      }
    }
    try output.finish()
  }

  private func summary(_ coverage: Coverage) -> String {
    let counts = coverage.counts
    let used = counts.count { $0.occurrences > 0 }
    let open = coverage.clashes.count { !$0.isDecided }
    return
      "\(coverage.articles) articles use \(used) of \(counts.count) rows; \(coverage.clashes.count) surfaces of several rows, \(open) of them not decided"
  }
}
