import DocumentModel
import Glibc
import Ingestion
import KnowledgeGraph
import Pipeline

/// `extract` over whole corpora: results in the order of the inputs, to a stream, a file or a graph, on several threads.
struct CorpusExtraction {
  let pipeline: Pipeline
  let jobs: Int
  let resumes: Bool
  /// What else of the command line changes the output: a journal of other options is not gone on with.
  let options: String
  var progress: Progress

  /// Lines to standard output, a pipe or a device, as they come.
  mutating func writeLines(of articles: inout ArticleInputs, to output: consuming OutputFile, _ tally: inout Tally)
    throws
  {
    var output = output
    var run = CorpusRun(pipeline, form: .lines, jobs: jobs)
    try run.run(
      pull: { articles.next() },
      deliver: { result in
        if case .read(let article) = result.outcome { try output.write(article.output) }
        try count(result, &tally)
      })
    try output.finish()
  }

  /// Lines to a file that appears when it is complete.
  mutating func writeFile(of articles: inout ArticleInputs, to path: String, _ tally: inout Tally) throws {
    try journaled(.lines, articles: &articles, target: path, &tally) { output, _ in try output.finish(as: path) }
  }

  /// One graph of all articles to a folder.
  mutating func writeGraph(of articles: inout ArticleInputs, to folder: String, _ tally: inout Tally) throws {
    try GraphWriter.prepare(folder)
    let pipeline = pipeline
    let place = Self.withoutTrailingSlashes(folder)
    try journaled(.graphRecords, articles: &articles, target: place, &tally) { output, failures in
      try output.flush()
      let origin = GraphOrigin(
        program: Version.program, icu: pipeline.icuVersion, lexicons: pipeline.lexiconHash, failedInputs: failures)
      try SortedGraph.write(recordsAt: output.path, to: folder, origin: origin)
      output.discard()
    }
  }

  private mutating func journaled(
    _ form: OutputForm, articles: inout ArticleInputs, target: String, _ tally: inout Tally,
    finish: (inout JournaledOutput, _ failures: Int) throws -> Void
  ) throws {
    let name =
      "gongbao-journal 2 program=\(Version.program) icu=\(pipeline.icuVersion) lexicons=\(pipeline.lexiconHash) "
      + "form=\(form.rawValue) options=\(options)"
    var earlier: [JournalEntry] = []
    var output = try Self.output(target, name, resumes, &earlier)
    var run = CorpusRun(pipeline, form: form, jobs: jobs)
    var held = try skip(earlier, of: &articles, name, &output, &run, &tally)
    do {
      try run.run(
        pull: {
          defer { held = nil }
          return held ?? articles.next()
        },
        deliver: { result in
          try output.write(result.output, entry: result.entry(after: output.length))
          try count(result, &tally)
        })
      progress.clear()
      try finish(&output, tally.failures)
    } catch {
      progress.clear()
      // What is done stays, as far as the disk takes it, to be gone on with.
      try? output.sync()
      throw error
    }
  }

  private static func output(
    _ target: String, _ name: String, _ resumes: Bool, _ earlier: inout [JournalEntry]
  ) throws -> JournaledOutput {
    do {
      return try JournaledOutput.beside(target, run: name, resumes: resumes, earlier: &earlier)
    } catch let error as FileError {
      throw Failure(.wrongUsage, "\(error)")
    } catch is JournaledOutput.Busy {
      throw Failure(.wrongUsage, "\(target): another run is writing it — wait for it, or name another --out")
    }
  }

  /// Passes over the inputs that an earlier run has done, as long as they are the same; gives the first that is not.
  private func skip(
    _ earlier: [JournalEntry], of articles: inout ArticleInputs, _ name: String, _ output: inout JournaledOutput,
    _ run: inout CorpusRun, _ tally: inout Tally
  ) throws -> Result<Article, IngestionError>? {
    var done = 0
    var held: Result<Article, IngestionError>?
    while done < earlier.count, let input = articles.next() {
      let entry = earlier[done]
      guard CorpusRun.input(input) == entry.input, Self.agree(input, entry) else {
        held = input
        break
      }
      switch input {
      case .success(let article):
        guard let read = entry.read else { break }
        run.recall(article.id, read)
        tally.count(read.counts)
      case .failure(let failure): tally.fail(failure)
      }
      done += 1
    }
    if done < earlier.count { try output.rewind(to: Array(earlier[..<done]), run: name) }
    return held
  }

  private static func agree(_ input: Result<Article, IngestionError>, _ entry: JournalEntry) -> Bool {
    switch input {
    case .success: entry.read != nil
    case .failure: entry.read == nil
    }
  }

  private mutating func count(_ result: ArticleResult, _ tally: inout Tally) throws {
    switch result.outcome {
    case .read(let article):
      if !article.diagnostics.isEmpty { progress.clear() }
      for diagnostic in article.diagnostics { Console.say("warning: \(article.id): \(diagnostic)") }
      tally.count(article.counts)
    case .failed(let failure):
      progress.clear()
      tally.fail(failure)
    case .refused(let id, let message):
      progress.clear()
      tally.fail("\(id): \(message)", id: id)
    }
    try tally.checkFailures()
    progress.update(articles: tally.counts.articles, text: tally.counts.textBytes)
  }

  static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
