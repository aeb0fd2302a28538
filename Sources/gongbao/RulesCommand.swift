import ArgumentParser
import DocumentModel
import Explanation
import KnowledgeGraph
import Pipeline
import RuleMatching

/// `gongbao rules`: what the rule files hold, and what the rules do.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, write their manual, measure them, and test their examples by mutation.",
    subcommands: [List.self, Manual.self, Profile.self, Mutate.self])

  struct Options: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of lexicons; repeat it to lay later ones over earlier ones.", valueName: "dir"))
    var lexicons: [String] = []

    func pipeline() throws -> Pipeline { try Extractor.pipeline(lexicons: LexiconFolders.find(named: lexicons)) }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The table of contents: id, file:line, priority, group, what it states, what it is for; then warnings.")
    @OptionGroup var options: Options

    func run() throws {
      let rules = try options.pipeline().rules
      try Console.print(RuleTable.text(of: rules))
      for warning in rules.warnings { Console.say("warning: \(warning)") }
    }
  }

  struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "doc",
      abstract: "The manual of the rules in Markdown, made from the rule files.",
      discussion: """
        Example:
          gongbao rules doc >Lexicons/rules/MANUAL.md
        """)
    @OptionGroup var options: Options

    func run() throws { try Console.print(String(RuleManual.markdown(of: try options.pipeline().rules).dropLast())) }
  }

  struct Profile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What each rule does over a corpus: tries, matches, wins, losses, time, and where it gets stuck.")
    @Argument(help: ArgumentHelp("Files or folders of articles.", valueName: "corpus"))
    var inputs: [String]
    @Option(help: "Stop after this many articles.")
    var limit: Int?
    @OptionGroup var options: Options

    func run() throws {
      let pipeline = try options.pipeline()
      let reader = try pipeline.reader()
      var articles = try ArticleInputs(inputs)
      var profiler = RuleProfiler(pipeline.rules)
      let carries = pipeline.rules.carries
      var uses = Array(repeating: 0, count: carries.all.count)
      var (tally, count) = (Tally(), 0)
      while count < limit ?? .max, let next = articles.next() {
        guard let article = tally.article(of: next) else { continue }
        count += 1
        let source = reader.latticeSource(of: article)
        for pass in RulePass.allCases {
          for (lattice, zone) in source.lattices(labels: pipeline.rules.labels, pass: pass) {
            profiler.add(lattice, zone: zone, pass: pass)
          }
        }
        for (number, use) in reader.carryUses(in: article).enumerated() { uses[number] += use }
      }
      try Console.print(RuleTable.text(of: profiler, pipeline.rules, articles: count))
      try Console.print("\n" + RuleTable.text(of: carries, uses: uses))
      if tally.failures > 0 { throw Failure(.someInputsFailed) }
    }
  }

  struct Mutate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change each element of each rule and carry, and count the changes that its own examples notice.",
      discussion: """
          An element is dropped, loosened (made optional, or its limits taken away) or widened (any mention for one type, any
          word for one). A change no example notices shows what the examples do not prove.

          Examples:
            gongbao rules mutate
            gongbao rules mutate --rule visits.led --survivors
        """)
    @Option(help: ArgumentHelp("Only this rule; may be repeated.", valueName: "id"))
    var rule: [String] = []
    @Flag(help: "Name each change that was not noticed.")
    var survivors = false
    @Option(help: "Fail where less than this share of the changes of any kind is noticed, in percent.")
    var least: Int?
    @OptionGroup var options: Options

    func run() throws {
      let folders = try LexiconFolders.find(named: options.lexicons)
      let pipeline = try Extractor.pipeline(lexicons: folders)
      let check = try MutationCheck(pipeline: pipeline)
      var counts = MutationCounts()
      let (rules, carries) = (pipeline.rules.rules, pipeline.rules.carries.all)
      func isAsked(_ id: String) -> Bool { rule.isEmpty || rule.contains(id) }
      func add(_ result: MutationCheck.Result) throws {
        counts.add(result)
        try Console.print(result.line)
        for example in result.unsound { Console.say("example fails: \(example)") }
        if survivors { for survivor in result.survivors { try Console.print("    \(survivor)") } }
      }
      for number in rules.indices where isAsked(rules[number].id) { try add(check.result(ofRule: number)) }
      for number in carries.indices where isAsked(carries[number].id) { try add(check.result(ofCarry: number)) }
      for line in counts.lines { try Console.print(line) }
      if let least, let short = counts.below(percent: least) {
        throw Failure(.someInputsFailed, "\(short) is below \(least) % — add examples")
      }
    }
  }
}
