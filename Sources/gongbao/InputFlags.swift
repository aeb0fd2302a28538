import ArgumentParser
import Ingestion

/// The flags about how inputs are read, for every command that reads articles.
struct InputFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Encoding of all inputs: UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5. Each input's own is told by itself otherwise.",
      valueName: "name"))
  var encoding: String?

  @Flag(help: "Read on where bytes are no text, with U+FFFD in their place; such articles fail otherwise.")
  var lossy = false

  @Option(
    help: ArgumentHelp(
      "Columns of CSV and TSV: text=正文,id=编号 by their names in the header, or id,,text in their order, without a header.",
      valueName: "list"))
  var columns: String?

  @Flag(help: "Tell what was passed over in archives and dropped from pages, and why.")
  var inputNotes = false

  func validate() throws {
    _ = try options()
  }

  /// Throws a `ValidationError` for a name that says nothing.
  func options() throws -> InputOptions {
    var options = InputOptions(lossy: lossy)
    if let encoding {
      guard let known = TextEncoding(name: encoding) else {
        throw ValidationError("--encoding \(encoding) is not read — use one of \(TextEncoding.names).")
      }
      options.encoding = known
    }
    if let columns {
      do {
        options.columns = try ColumnNames(parsing: columns)
      } catch {
        throw ValidationError("--columns: \(error).")
      }
    }
    return options
  }
}
