import ArgumentParser
import DocumentModel
import Explanation
import KnowledgeGraph
import Pipeline

/// `gongbao explain`: why a fact was read, and why another was not.
struct ExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why each fact of an article was read, or why an expected one was not.",
    discussion: """
      Without a question everything is explained: each relation and each mention with its rule, the elements of the rule and
      what they took, the lexicon rows, what the context told and what lost. Offsets count code points from 0.

      A missing relation is named as RELATION SUBJECT OBJECT and fields; names are full names or as written. The answer's
      cause is one of: \(MissCause.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        gongbao explain article.txt
        gongbao explain news.jsonl --id 17 --at 120
        gongbao explain article.txt --text 市委书记
        gongbao explain article.txt --relation visited
        gongbao explain article.txt --why-not 'holds_role 张三 中共天津市委员会 role=书记'
      """)

  @Argument(help: ArgumentHelp("A file, or - for JSON Lines on standard input.", valueName: "input"))
  var input: String

  @Option(help: ArgumentHelp("Only the article with this id.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("What stands at this offset, in code points.", valueName: "offset"))
  var at: Int?

  @Option(help: ArgumentHelp("What stands where the article says this.", valueName: "string"))
  var text: String?

  @Option(
    help: ArgumentHelp("Relations of this type, or whose subject or object is called so.", valueName: "relation"))
  var relation: String?

  @Option(help: ArgumentHelp("A relation that was expected: why is it missing?", valueName: "relation"))
  var whyNot: String?

  @Option(help: "How to write it: text or json (a line an answer).")
  var format: Format = .text

  @Option(help: ArgumentHelp("Folder of lexicons; repeat it to lay later ones over earlier ones.", valueName: "dir"))
  var lexicons: [String] = []

  func validate() throws {
    let questions = [at != nil, text != nil, relation != nil, whyNot != nil].filter { $0 }.count
    guard questions <= 1 else {
      throw ValidationError("Ask one thing at a time — take one of --at, --text, --relation and --why-not.")
    }
    if let at, at < 0 { throw ValidationError("--at \(at) is no offset — count from 0.") }
  }

  func run() throws {
    let expected: ExpectedRelation?
    do { expected = try whyNot.map { try ExpectedRelation($0) } } catch {
      throw Failure(.wrongUsage, "--why-not: \(error)")
    }
    var articles = try ArticleInputs([input])
    let folders = try LexiconFolders.find(named: lexicons)
    let pipeline = try Extractor.pipeline(lexicons: folders)
    let reader = try pipeline.reader()
    var tally = Tally()
    var isFound = false
    while let next = articles.next() {
      guard let article = tally.article(of: next), id == nil || article.id == id else { continue }
      isFound = true
      let explainer = Explainer(reader.trace(of: article), rules: pipeline.rules, folders: folders)
      for answer in try answers(explainer, expected) {
        try Console.print(format == .json ? answer.json : String(answer.tree.dropLast()))
      }
    }
    if tally.failures > 0 { throw Failure(.someInputsFailed) }
    if !isFound, let id { throw Failure(.wrongUsage, "\(input): no article has the id \(id) — check it") }
  }

  private func answers(_ explainer: Explainer, _ expected: ExpectedRelation?) throws(Failure) -> [ExplanationNode] {
    if let expected { return [explainer.whyNot(expected)] }
    if let at { return [explainer.explain(at..<at)] }
    if let relation { return explainer.relations(about: relation) }
    guard let text else { return [explainer.everything()] }
    let places = explainer.places(of: text)
    guard !places.isEmpty else { throw Failure(.wrongUsage, "--text \(text): stands nowhere in the article") }
    return places.map { explainer.explain($0) }
  }
}
