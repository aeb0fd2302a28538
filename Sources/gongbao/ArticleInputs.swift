import DocumentModel
import Glibc
import Ingestion

/// The articles that a command line names, in order.
struct ArticleInputs: ~Copyable {
  private var reader: ArticleReader
  /// Inputs that gave no files; told before the first article.
  private var unresolved: [IngestionError]
  /// What was passed over in folders.
  let notes: [String]
  private let tellsNotes: Bool
  private let files: [InputFile]

  /// Size of all files together; nil where one of them is a pipe or standard input. Asks the system for each.
  var totalBytes: Int? {
    var total = 0
    for file in files {
      var info = stat()
      guard case .path(let path) = file.place, stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      total += Int(info.st_size)
    }
    return total
  }

  /// Throws where none of the inputs exists, each named; one that is missing among others is a failed input.
  /// With `tellsNotes` it says on standard error what is passed over in archives and dropped from pages.
  init(_ arguments: [String], options: InputOptions = InputOptions(), tellsNotes: Bool = false) throws(Failure) {
    let inputs = InputPath.resolve(arguments)
    if inputs.files.isEmpty, !inputs.failures.isEmpty, inputs.failures.allSatisfy({ $0.code == .missing }) {
      for failure in inputs.failures { Console.error(failure.message) }
      throw Failure(.wrongUsage)
    }
    files = inputs.files
    reader = ArticleReader(inputs.files, options: options)
    unresolved = inputs.failures.reversed()
    notes = inputs.notes
    self.tellsNotes = tellsNotes
  }

  /// The next article or failure; nil after the last one.
  mutating func next() -> Result<Article, IngestionError>? {
    if let failure = unresolved.popLast() { return .failure(failure) }
    let element = reader.next()
    if tellsNotes { for note in reader.takeNotes() { Console.say(note) } }
    return element?.result
  }
}

extension IngestionError {
  /// `PLACE: WHAT — REMEDY`, as all messages of the program.
  var message: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(what) — \(remedy)"
  }
}
