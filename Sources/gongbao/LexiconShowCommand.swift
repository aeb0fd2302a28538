import ArgumentParser
import DocumentModel
import LexiconValidation
import Pipeline

/// `gongbao lexicon show`: all readings of a surface, and which one wins.
struct LexiconShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a surface can mean by the lexicons, and why one reading wins.",
    discussion: """
      The reading marked → is the one the program takes where the surface stands alone in a text of that day.

      Examples:
        gongbao lexicon show 曹妃甸 --date 2010
        gongbao lexicon show 国土资源部
      """)

  @Argument(help: "The surface, as a text writes it.")
  var surface: String

  @Option(
    help: ArgumentHelp(
      "The day of the text, YYYY, YYYY-MM or YYYY-MM-DD; without it all times count.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Folder of lexicons; repeat it to lay later ones over earlier ones.", valueName: "dir"))
  var lexicons: [String] = []

  func validate() throws {
    if let date, PartialDate(iso: date) == nil {
      throw ArgumentParser.ValidationError("--date \(date) is no date — write YYYY, YYYY-MM or YYYY-MM-DD.")
    }
  }

  func run() throws {
    let folders = try LexiconFolders.find(named: lexicons)
    let day = date.flatMap { PartialDate(iso: $0) }
    do {
      let pipeline = try Extractor.pipeline(lexicons: folders)
      let tables = try CheckedLexicons(folders: folders, today: day ?? PartialDate(year: 9999))
      let found = try SurfaceReadings(of: surface, on: day, in: tables, pipeline: pipeline)
      try Console.print(text(of: found))
    } catch let error as PipelineError {
      throw Failure(error.isLexicons ? .brokenLexicons : .fault, error.description)
    }
  }

  private func text(of found: SurfaceReadings) -> String {
    let day = date.map { " on \($0)" } ?? ""
    var lines = ["\(surface)\(day): \(found.result ?? "nothing by itself")"]
    if found.readings.isEmpty { lines.append("  no lexicon has it") }
    for reading in found.readings {
      let validity = reading.validity.map { " (\($0))" } ?? ""
      lines.append("\(reading.isWinner ? "→" : " ") \(reading.place): \(reading.meaning)\(validity): \(reading.reason)")
    }
    return lines.joined(separator: "\n")
  }
}
