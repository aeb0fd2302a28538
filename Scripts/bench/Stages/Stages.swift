import DocumentModel
import Glibc
import Ingestion
import KnowledgeGraph
import Pipeline

/// Measures each stage alone over a corpus: the processor time of stages run one after the other over all articles.
///
///     gongbao-stages CORPUS.jsonl LEXICONS    one line a stage: name, bytes of text, seconds
///     gongbao-stages adversarial              patterns and texts made to be slow: the cost of a character up to 1 MB
///     gongbao-stages ready LEXICONS...        compiles the lexicons, and opens them: bytes, best and median seconds
@main struct Stages {
  static func main() throws {
    if CommandLine.arguments.dropFirst() == ["adversarial"] { return try Adversarial.run() }
    if CommandLine.arguments.count > 2, CommandLine.arguments[1] == "ready" {
      return try ready(Array(CommandLine.arguments[2...]))
    }
    guard CommandLine.arguments.count == 3 else { return print("usage: gongbao-stages CORPUS.jsonl LEXICONS") }
    let pipeline = measure("load lexicons", 0) { try? Pipeline(lexicons: [CommandLine.arguments[2]]) }
    guard let pipeline else { return print("lexicons cannot be loaded") }
    let reader = try pipeline.reader()
    var articles: [Article] = []
    let inputs = InputPath.resolve([CommandLine.arguments[1]])
    let start = processorTime()
    var source = ArticleReader(inputs.files)
    while let element = source.next() {
      if case .success(let article) = element.result { articles.append(article) }
    }
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    say("read and zone", bytes, processorTime() - start)
    // Once unmeasured, so that every stage finds the caches as warm.
    for article in articles.prefix(100) { _ = reader.extraction(of: article) }

    let documents = measure("sentences and matching text", bytes) { articles.map(reader.document) }
    let mentions = measure("mentions: lexicons and names", bytes) { documents.map(reader.mentions) }
    let count = mentions.reduce(0) { $0 + $1.count }
    let extractions = measure("all stages", bytes) { articles.map { reader.extraction(of: $0) } }
    let lines = measure("lines of JSON", bytes) { extractions.map(ExtractionJSON.line) }
    let records = measure("records of a graph", bytes) { extractions.compactMap { try? GraphRecords.bytes(of: $0) } }
    print(
      "check\t\(articles.count) articles, \(count) mentions before linking, "
        + "\(extractions.reduce(0) { $0 + $1.relations.count }) relations, \(lines.reduce(0) { $0 + $1.count }) bytes of "
        + "lines, \(records.reduce(0) { $0 + $1.count }) of records")
  }

  /// By the clock, not by the processor: the file's pages count, too.
  private static func ready(_ folders: [String]) throws {
    let bytes = try Pipeline.compile(lexicons: folders)
    let path = (folders.last ?? ".") + "/" + Pipeline.compiledFile
    guard let file = fopen(path, "w") else { return print("cannot write \(path)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    var seconds: [Double] = []
    for _ in 0..<11 {
      let start = now(CLOCK_MONOTONIC)
      guard try Pipeline.openCompiled(lexicons: folders) else { return print("\(path) is not usable") }
      seconds.append(now(CLOCK_MONOTONIC) - start)
    }
    seconds.sort()
    print("\(bytes.count)\t\(seconds[0])\t\(seconds[seconds.count / 2])")
  }

  private static func measure<Result>(_ name: String, _ bytes: Int, _ body: () -> Result) -> Result {
    let start = processorTime()
    let result = body()
    say(name, bytes, processorTime() - start)
    return result
  }

  private static func say(_ name: String, _ bytes: Int, _ seconds: Double) { print("\(name)\t\(bytes)\t\(seconds)") }

  private static func processorTime() -> Double { now(CLOCK_PROCESS_CPUTIME_ID) }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
